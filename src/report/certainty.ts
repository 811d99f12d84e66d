/**
 * Certainty: the section "How sure?": chance, parameters, evidence, the past, and what a reader must bear in mind.
 */
import { numberLabel } from '../charts/label.ts';
import { formatInteger } from '../tables/format.ts';
import { numbersOf, type Table, textsOf } from '../tables/table.ts';
import { evidenceAccount } from './evidence.ts';
import { gainSentence } from './headline.ts';
import { escapeHtml, htmlRows } from './html.ts';
import type { ReportInput } from './input.ts';
import { intervalText, isInterval } from './interval.ts';
import { picture } from './picture.ts';
import { spreadAccount } from './spread.ts';

/** The section "How sure?". */
export function certaintySection(input: ReportInput): string {
  const { charts, observed, notes } = input;
  const pictures = charts.filter(({ section }) => section === 'sure').map(picture);
  const past = observed === undefined ? '' : `<h3>Does it look like the past?</h3>\n${observedTable(observed)}`;
  const list = notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('\n');
  return `<section id="sure"><h2>How sure?</h2>
${uncertaintySentences(input)
  .map((sentence) => `<p>${escapeHtml(sentence)}</p>`)
  .join('\n')}
${spreadAccount(input)}
${evidenceAccount(input)}
${past}
${pictures.join('\n')}
${notes.length === 0 ? '' : `<h3>Bear in mind</h3>\n<ul>\n${list}\n</ul>`}
</section>`;
}

/** What the intervals cover and what they leave out, as sentences; that there are none where nothing was run twice. */
export function uncertaintySentences({ arms, measures, reproduction, findings }: ReportInput): readonly string[] {
  const { replicates, draws } = reproduction;
  const each = draws > 1 ? ' for each draw of the parameters' : '';
  const times = `${replicates === 1 ? 'once' : `${formatInteger(replicates)} times`}${each}`;
  const run =
    arms.length === 1
      ? `it was run ${times}.`
      : `every arm was run ${times}; the same people arrive with the same luck in each arm, so that differences come from the policies and what follows from them.`;
  if (!measures.some(isInterval))
    return [`Chance: ${run} One run has no intervals, so nothing can be said about chance.`];
  const parameters =
    draws > 1
      ? `Parameters: ${formatInteger(draws)} draws of the numbers that were put in, within the range their sources allow, are part of the intervals.`
      : 'Parameters: the intervals hold chance alone. Doubt about the numbers that were put in comes on top; see what we assumed.';
  const shared = findings.flatMap((finding) => gainSentence(finding, draws > 1 ? 'luck and parameters' : 'luck') ?? []);
  return [[`Chance: ${run} Intervals are 95 %.`, ...shared].join(' '), parameters];
}

/** How many observed figures the simulation meets: those that had to come out by themselves, and those that were aimed at. */
export function observedSentence(observed: Table): string {
  const verdicts = textsOf(observed, 'verdict');
  const fitted = observed.column('fitted');
  const met = (isFitted: boolean, who: string): readonly string[] => {
    const own = verdicts.filter((_, row) => (fitted[row] === 1) === isFitted);
    const within = own.filter((verdict) => verdict === 'within').length;
    return own.length === 0 ? [] : [`${within} of ${own.length} observed figures that were ${who}`];
  };
  const [free, aimed] = [met(false, 'not used to choose a parameter'), met(true, 'used to choose one')];
  const caution = aimed.length === 0 ? '' : '; agreement with figures that were used is no test';
  return `Within the stated tolerance: ${[...free, ...aimed].join(', and ')}${caution}.`;
}

function observedTable(observed: Table): string {
  const text = (name: string, row: number): string => escapeHtml(textsOf(observed, name)[row]);
  const number = (name: string, row: number): number => numbersOf(observed, name)[row];
  const rows = Array.from({ length: observed.rows }, (_, row) => [
    `${text('label', row)}, ${text('unit', row)}, ${text('period', row)}`,
    numberLabel(number('observed', row)),
    numberLabel(number('simulated', row)),
    intervalText({ low: number('low', row), high: number('high', row) }),
    `${numberLabel(100 * number('tolerance', row))} %`,
    textsOf(observed, 'verdict')[row] === 'miss' ? '<b>miss</b>' : 'within',
    observed.column('fitted')[row] === 1 ? 'yes, fitted' : 'no',
    text('source', row),
  ]);
  const header = [
    ...['measure', 'observed', 'simulated', '95 % interval', 'tolerance', 'verdict'],
    ...['used to choose a parameter', 'source'],
  ];
  const numeric = [false, true, true, true, true];
  return `<p>${observedSentence(observed)}</p>\n${htmlRows('Observed and simulated numbers', header, rows, numeric)}`;
}
