/**
 * Evidence: splits each difference by the evidence behind it, and lists the effects in use with their origin.
 */

import { differenceLabel, withUnit } from '../charts/label.ts';
import { differenceParts, inCells } from '../tables/estimate.ts';
import { numbersOf, type Table, textsOf } from '../tables/table.ts';
import { escapeHtml, htmlRows } from './html.ts';
import type { EvidenceContrast, ReportInput } from './input.ts';

/** An effect in use, as the parameter table describes it. */
export interface EffectInUse {
  readonly effect: string;
  readonly estimate: number;
  readonly measure: string;
  readonly grade: string;
  readonly country: string;
}

/** The effects in use before any policy, in the order of the tables. */
export function effectsInUse(parameters: Table): readonly EffectInUse[] {
  const [names, members] = [textsOf(parameters, 'parameter'), textsOf(parameters, 'member')];
  if (!names.includes(USED)) return [];
  const [values, words] = [numbersOf(parameters, 'value'), textsOf(parameters, 'word')];
  const rowOf = (name: string, effect: string) =>
    names.findIndex((one, row) => one === `effects.${name}` && members[row] === effect);
  return [...names.keys()]
    .filter((row) => names[row] === USED && values[row] > 0)
    .map((row) => {
      const effect = members[row];
      const word = (name: string) => words[rowOf(name, effect)];
      const estimate = values[rowOf('estimate', effect)];
      return { effect, estimate, measure: word('measure'), grade: word('grade'), country: word('country') };
    });
}

const USED = 'effects.used';

/** Both tables with their headings; empty if neither has a row. */
export function evidenceAccount({ evidenceContrasts = [], parameters }: ReportInput): string {
  const effects = effectsInUse(parameters);
  if (evidenceContrasts.length === 0 && effects.length === 0) return '';
  const parts = [
    '<h3>How much rests on which grade of evidence?</h3>',
    ...(evidenceContrasts.length === 0 ? [] : [modesTable(evidenceContrasts)]),
    ...(effects.length === 0 ? [] : [effectsTable(effects)]),
  ];
  return parts.join('\n');
}

const MODES: Readonly<Record<EvidenceContrast['mode'], string>> = {
  none: 'none: selection alone',
  A: 'grade A only',
  all: 'all',
};

function modesTable(modes: readonly EvidenceContrast[]): string {
  const rows = modes.map(({ mode, arm, label, unit, difference, low, high }) => [
    escapeHtml(withUnit(label, unit)),
    escapeHtml(arm),
    MODES[mode],
    ...inCells(differenceParts(difference, { low, high })),
  ]);
  const header = ['measure', 'arm', 'evidence admitted', 'difference', '95 % interval'];
  return `<p>The table compares risk at release between the people released in each arm, in the same runs, with less evidence
admitted. It leaves out indirect effects, such as people who come back and serve again; <code>--evidence A</code> and
<code>--evidence none</code> repeat the whole simulation.</p>
${htmlRows('Differences by evidence', header, rows, [false, false, false, true, true])}`;
}

function effectsTable(effects: readonly EffectInUse[]): string {
  const countries = [...new Set(effects.map(({ country }) => country))].map((name) =>
    name === 'several' ? 'reviews of several countries' : name,
  );
  const rows = effects.map(({ effect, estimate, measure, grade, country }) =>
    [effect, measure.replaceAll('-', ' '), differenceLabel(estimate), grade, country].map(escapeHtml),
  );
  const header = ['effect in use', 'reported as', 'estimate', 'grade', 'country'];
  return `<p>The effects come from ${escapeHtml(countries.join(', '))}. An effect found in one place may differ in another.</p>
${htmlRows('Effects in use', header, rows, [false, false, true])}`;
}
