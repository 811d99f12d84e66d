/**
 * Certainty: the section "How sure?" on chance, parameters, evidence, the observed past, and caveats.
 */

import { numberLabel, withUnit } from '../charts/label.ts';
import { FEWEST_REPLICATES } from '../experiment/stopping.ts';
import { inCells, isInterval, levelParts } from '../tables/estimate.ts';
import { formatInteger } from '../tables/format.ts';
import { numbersOf, type Table, textsOf } from '../tables/table.ts';
import { evidenceAccount } from './evidence.ts';
import { gainSentence } from './headline.ts';
import { escapeHtml, htmlRows } from './html.ts';
import type { ReportInput } from './input.ts';
import { cellInWords, lossSentences, shownLosses } from './losses.ts';
import { picture } from './picture.ts';
import { spreadAccount } from './spread.ts';

/** The section "How sure?". */
export function certaintySection(input: ReportInput): string {
  const { charts, observed, notes } = input;
  const pictures = charts.filter(({ section }) => section === 'sure').map(picture);
  const past = observed === undefined ? '' : `<h3>Does it look like the past?</h3>\n${observedTable(observed)}`;
  const list = notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('\n');
  return `<section id="sure"><h2>How sure?</h2>
${[...uncertaintySentences(input), ...aboutSentences(input.findings)]
  .map((sentence) => `<p>${escapeHtml(sentence)}</p>`)
  .join('\n')}
${lossAccount(input)}
${spreadAccount(input)}
${evidenceAccount(input)}
${past}
${pictures.join('\n')}
${notes.length === 0 ? '' : `<h3>Bear in mind</h3>\n<ul>\n${list}\n</ul>`}
</section>`;
}

/** The runs that failed: how many, what that means, and each with the command that shows it again. */
function lossAccount({ losses }: ReportInput): string {
  if (losses === undefined) return '';
  const [count, ...meaning] = lossSentences(losses).map(escapeHtml);
  const { shown, more } = shownLosses(losses, MOST_SHOWN);
  const items = shown.map((cell) => {
    const again = cell.reproduce === undefined ? '' : `<br><code>${escapeHtml(cell.reproduce)}</code>`;
    return `<li>${escapeHtml(`${cellInWords(cell)}: ${cell.problem}`)}${again}</li>`;
  });
  const rest = more === 0 ? '' : `\n<li>and ${more} more, in summary.json</li>`;
  return `<p>${count}</p>
${meaning.map((sentence) => `<p><b>${sentence}</b></p>`).join('\n')}
<ul>
${items.join('\n')}${rest}
</ul>`;
}

/** The most failed runs named in the report. */
const MOST_SHOWN = 10;

/** Says what the intervals cover and leave out, or that a single run has none. */
export function uncertaintySentences({ arms, measures, reproduction, findings }: ReportInput): readonly string[] {
  const { replicates, draws } = reproduction;
  const each = draws > 1 ? ' per draw of the parameters' : '';
  const times = `${replicates === 1 ? 'once' : `${formatInteger(replicates)} times`}${each}`;
  const run =
    arms.length === 1
      ? `the scenario was run ${times}.`
      : `every arm was run ${times}. The same people arrive with the same luck in every arm (common random numbers), so differences come from the policies and their consequences.`;
  if (!measures.some(isInterval))
    return [`Chance: ${run} A single run has no interval, so it says nothing about chance.`];
  const parameters =
    draws > 1
      ? `Parameters: the intervals include ${formatInteger(draws)} draws of the uncertain input numbers, each within the range that its sources allow.`
      : 'Parameters: the intervals cover chance alone. Uncertainty about the input numbers comes on top; the report gives each number with its source and grade.';
  // the factor is a ratio of two variances, of which a handful of runs knows little
  const isGainKnown = (draws > 1 ? draws : replicates) >= FEWEST_REPLICATES;
  const shared = (isGainKnown ? findings : []).flatMap(
    (finding) => gainSentence(finding, draws > 1 ? 'luck and parameters' : 'luck') ?? [],
  );
  return [[`Chance: ${run} Intervals are 95 %.`, ...shared].join(' '), parameters];
}

/** What a reader should know of the people counted, each sentence once though several arms count the same people. */
export function aboutSentences(findings: ReportInput['findings']): readonly string[] {
  return [...new Set(findings.flatMap(({ about = [] }) => about))];
}

/** Counts the observed figures that the simulation meets, tests apart from figures it was fitted to. */
export function observedSentence(observed: Table): string {
  const verdicts = textsOf(observed, 'verdict');
  const fitted = observed.column('fitted');
  const met = (isFitted: boolean, who: string): readonly string[] => {
    const own = verdicts.filter((_, row) => (fitted[row] === 1) === isFitted);
    const within = own.filter((verdict) => verdict === 'within').length;
    return own.length === 0 ? [] : [`${within} of ${own.length} observed figures that were ${who}`];
  };
  const [free, aimed] = [met(false, 'not used to choose a parameter'), met(true, 'used to choose one')];
  const caution = aimed.length === 0 ? '' : '; agreement with a figure that was used for fitting is no test';
  return `Within the stated tolerance: ${[...free, ...aimed].join(', and ')}${caution}.`;
}

function observedTable(observed: Table): string {
  const text = (name: string, row: number): string => escapeHtml(textsOf(observed, name)[row]);
  const number = (name: string, row: number): number => numbersOf(observed, name)[row];
  const rows = Array.from({ length: observed.rows }, (_, row) => [
    `${withUnit(text('label', row), text('unit', row))}, ${text('period', row)}`,
    numberLabel(number('observed', row)),
    ...inCells(levelParts(number('simulated', row), { low: number('low', row), high: number('high', row) })),
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
