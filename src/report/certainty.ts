/**
 * Certainty: the section "How sure?": chance, parameters, evidence, the past, and what a reader must bear in mind.
 */
import { differenceLabel, intervalLabel, numberLabel } from '../charts/label.ts';
import { formatInteger } from '../tables/format.ts';
import { numbersOf, type Table, textsOf } from '../tables/table.ts';
import { escapeHtml, htmlRows } from './html.ts';
import type { EvidenceMode, ReportInput } from './input.ts';
import { picture } from './picture.ts';

/** The section "How sure?". */
export function certaintySection(input: ReportInput): string {
  const { charts, observed, evidenceModes, notes, reproduction } = input;
  const pictures = charts.filter(({ section }) => section === 'sure').map(picture);
  const modes = evidenceModes === undefined || evidenceModes.length === 0 ? '' : evidenceTable(evidenceModes);
  const past = observed === undefined ? '' : `<h3>Does it look like the past?</h3>\n${observedTable(observed)}`;
  const list = notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('\n');
  return `<section id="sure"><h2>How sure?</h2>
${uncertaintySentences(reproduction)
  .map((sentence) => `<p>${escapeHtml(sentence)}</p>`)
  .join('\n')}
${modes}
${past}
${pictures.join('\n')}
${notes.length === 0 ? '' : `<h3>Bear in mind</h3>\n<ul>\n${list}\n</ul>`}
</section>`;
}

/** What the intervals cover and what they leave out, as sentences. */
export function uncertaintySentences({
  replicates,
  draws,
}: {
  readonly replicates: number;
  readonly draws: number;
}): readonly string[] {
  const each = draws > 1 ? ' for each draw of the parameters' : '';
  const times = `${replicates === 1 ? 'once' : `${formatInteger(replicates)} times`}${each}`;
  const chance = `Chance: every arm was run ${times}, with the same people and the same luck in each arm, so that differences come from the policies. Intervals are 95 %.`;
  const parameters =
    draws > 1
      ? `Parameters: ${formatInteger(draws)} draws of the numbers that were put in, within the range their sources allow, are part of the intervals.`
      : 'Parameters: the intervals hold chance alone. Doubt about the numbers that were put in comes on top; see what we assumed.';
  return [chance, parameters];
}

/** How many observed numbers the simulation meets, in words. */
export function observedSentence(observed: Table): string {
  const verdicts = textsOf(observed, 'verdict');
  const within = verdicts.filter((verdict) => verdict === 'within').length;
  return `${within} of ${verdicts.length} observed numbers are met within the stated tolerance.`;
}

function observedTable(observed: Table): string {
  const text = (name: string, row: number): string => escapeHtml(textsOf(observed, name)[row]!);
  const number = (name: string, row: number): number => numbersOf(observed, name)[row]!;
  const rows = Array.from({ length: observed.rows }, (_, row) => [
    `${text('label', row)}, ${text('unit', row)}, ${text('period', row)}`,
    numberLabel(number('observed', row)),
    numberLabel(number('simulated', row)),
    intervalLabel(number('low', row), number('high', row)),
    `${numberLabel(100 * number('tolerance', row))} %`,
    textsOf(observed, 'verdict')[row] === 'miss' ? '<b>miss</b>' : 'within',
    text('source', row),
  ]);
  const header = ['measure', 'observed', 'simulated', '95 % interval', 'tolerance', 'verdict', 'source'];
  const numeric = [false, true, true, true, true];
  return `<p>${observedSentence(observed)}</p>\n${htmlRows('Observed and simulated numbers', header, rows, numeric)}`;
}

const MODES: Readonly<Record<EvidenceMode['mode'], string>> = {
  none: 'no effects of conditions inside',
  A: 'effects of grade A only',
  all: 'all effects',
};

function evidenceTable(modes: readonly EvidenceMode[]): string {
  const rows = modes.map(({ mode, arm, label, unit, difference, low, high }) => [
    escapeHtml(`${label}, ${unit}`),
    escapeHtml(arm),
    MODES[mode],
    differenceLabel(difference),
    intervalLabel(low, high),
  ]);
  const header = ['measure', 'arm', 'evidence let in', 'difference', '95 % interval'];
  return `<h3>How much rests on which evidence?</h3>\n${htmlRows('Differences by evidence', header, rows, [false, false, false, true, true])}`;
}
