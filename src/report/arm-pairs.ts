/**
 * Arm pairs: the table of a report that compares every two arms by the same people charged again.
 */
import { differenceParts, inCells } from '../tables/estimate.ts';
import { formatInteger } from '../tables/format.ts';
import { whoAndWhen } from './cohort-finding.ts';
import { escapeHtml, htmlRows } from './html.ts';
import type { PairRow } from './input.ts';

/** The section; empty without pairs. */
export function armPairsSection(pairs: readonly PairRow[] | undefined): string {
  if (pairs === undefined || pairs.length === 0) return '';
  const header = [
    'arms',
    'people',
    'members, in all runs',
    'of them the same',
    'charged again, points',
    '95 % interval',
  ];
  const rows = pairs.map((pair) => {
    const { arm, baseline, years, members, same, baselineMembers = members, difference, low, high } = pair;
    const [own, beside, alike] = [members, baselineMembers, same].map((count) => formatInteger(count ?? Number.NaN));
    return [
      escapeHtml(`${arm} less ${baseline}`),
      escapeHtml(`${whoAndWhen(pair)}, within ${years} ${years === 1 ? 'year' : 'years'}`),
      members === same ? own : `${own} and ${beside}`,
      alike,
      ...inCells(differenceParts(difference ?? Number.NaN, { low, high })),
    ];
  });
  const table = htmlRows('Any two arms, by people charged again', header, rows, [false, false, true, true, true]);
  return `<section id="pairs"><h2>Any two arms</h2>
<p>Each pair is compared by the people who enter after the day on which its two arms part, or by those inside on the day that the scenarios name, paired by run.</p>
${table}
</section>`;
}
