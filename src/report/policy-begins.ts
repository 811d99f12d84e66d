/**
 * Policy begins: when the policies of two arms begin, in words.
 */
import type { CohortResult } from '../experiment/cohort-pairs.ts';
import { populationOf } from '../measures/cohort-counts.ts';

/** The days and names of two arms whose people are followed. */
export type Beginning = Pick<CohortResult, 'arm' | 'baseline' | 'population' | 'until' | 'parted' | 'begins'>;

/** `The policy begins on 2012-01-01`, or both days, with their arms, where both have a policy of their own. */
export function beginsInWords({ arm, baseline, population, until, parted, begins }: Beginning): string {
  if (begins === undefined) return `The policy begins on ${parted}`;
  if (begins.arm === undefined) return `${baseline} has a policy from ${begins.baseline} on that ${arm} does not have`;
  const own = [arm, begins.arm] as const;
  const other = [baseline, begins.baseline] as const;
  const [[first, day], [second, later]] = own[1] < other[1] ? [own, other] : [other, own];
  const isAfter = population !== populationOf.stock && later > until;
  const whom = population === populationOf.sentenced ? 'was sentenced' : 'was charged';
  const when = isAfter ? `, after the last of the people followed ${whom}` : '';
  return `The policy of ${first} begins on ${day}, that of ${second} on ${later}${when}`;
}

/** What the arms part by: `the policy begins`, or `the first policy begins`. */
export function partingInWords({ begins }: { readonly begins?: Beginning['begins'] | undefined }): string {
  return begins?.arm === undefined ? 'the policy begins' : 'the first policy begins';
}
