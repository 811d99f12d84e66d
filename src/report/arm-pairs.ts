/**
 * Arm pairs: the tables of a report and a brief that compare every two arms by the same people: charged again, and what they cost.
 */
import { differenceParts, differenceText, inCells } from '../tables/estimate.ts';
import { formatInteger } from '../tables/format.ts';
import { whoAndWhen } from './cohort-finding.ts';
import { escapeHtml, htmlRows } from './html.ts';
import type { PairRow } from './input.ts';
import { otherPairs, pairFindings } from './pair-findings.ts';

/** The section of a report; empty without pairs. */
export function armPairsSection(pairs: readonly PairRow[] | undefined): string {
  if (pairs === undefined || pairs.length === 0) return '';
  const header = [
    'arms',
    'people',
    'members',
    'the same',
    'charged again, points',
    '95 % interval',
    'custody cost',
    'crime cost',
  ];
  const rows = pairs.map((pair) => {
    const { arm, baseline, members, same, baselineMembers = members, difference, low, high } = pair;
    const [own, beside, alike] = [members, baselineMembers, same].map((count) => formatInteger(count ?? Number.NaN));
    return [
      escapeHtml(`${arm} less ${baseline}`),
      escapeHtml(whoAndHowLong(pair)),
      members === same ? own : `${own} and ${beside}`,
      alike,
      ...inCells(differenceParts(difference ?? Number.NaN, { low, high })),
      ...costCells(pair),
    ];
  });
  const numeric = [false, false, true, true, true, false, true, true];
  const table = htmlRows('Any two arms, by people charged again and what they cost', header, rows, numeric);
  return `<section id="pairs"><h2>Any two arms</h2>
<p>Each pair is compared by the people who enter after the day on which its two arms part, or by those inside on the day that the scenarios name, paired by run; members are those of all runs. Costs are thousands of kroner per person, with 95 % intervals: of custody and supervision, and of the crimes behind later charges.</p>
${table}
</section>`;
}

/** The rows of a table of the pairs that no sentence tells, the header first, as plain text; empty without any. */
export function untoldPairs(pairs: readonly PairRow[], baseline: string): readonly (readonly string[])[] {
  const others = otherPairs(pairs, baseline);
  if (others.length === 0 || pairFindings(pairs, baseline).length > 0) return [];
  const rows = others.map((pair) => [
    `${pair.arm} less ${pair.baseline}`,
    whoAndHowLong(pair),
    differenceText(pair.difference ?? Number.NaN, pair),
    ...costCells(pair),
  ]);
  return [['between the other arms', 'people', 'charged again, points', CUSTODY, CRIME], ...rows];
}

function whoAndHowLong(pair: PairRow): string {
  return `${whoAndWhen(pair)}, within ${pair.years} ${pair.years === 1 ? 'year' : 'years'}`;
}

function costCells({ costs }: PairRow): readonly string[] {
  return [costs?.custody, costs?.crime].map((one) =>
    one === undefined ? '' : differenceText(one.mean ?? Number.NaN, one),
  );
}

const CUSTODY = 'custody and supervision, thousand kroner per person';
const CRIME = 'crimes behind later charges, thousand kroner per person';
