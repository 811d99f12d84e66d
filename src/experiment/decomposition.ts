/**
 * Decomposition: splits a difference in charges per person into time at liberty and the rate of charges while there.
 *
 * Charges per person are days at liberty times the rate per day at liberty. So the difference between two arms is the difference
 * in days at the mean rate, plus the difference in rates over the mean days: an exact identity in every replicate (E. M. Kitagawa,
 * "Components of a difference between two rates", Journal of the American Statistical Association 50, 1955). Days at liberty are
 * those that custody, monitoring, expulsion and death leave.
 */
import { cohortCounts } from '../simulation/summary.ts';

/** What a member of a cohort does on average: charges, and days by state; `liberty` is what the others leave. */
export interface Exposure {
  readonly charges: number;
  readonly liberty: number;
  readonly inside: number;
  readonly monitored: number;
  readonly abroad: number;
  readonly dead: number;
}

/** The parts of a difference in charges per person, in the order of tables. */
export const partNames = ['inside', 'monitored', 'abroad', 'dead', 'rate'] as const;
export type PartName = (typeof partNames)[number];

/** Per member, from counts within a number of days. */
export function exposureOf(counts: Float64Array, members: number, days: number): Exposure {
  const per = (name: (typeof cohortCounts)[number]) => counts[cohortCounts.indexOf(name)] / members;
  const inside = heldDays(counts) / members + per('treated');
  const [monitored, abroad, dead] = [per('monitored'), per('abroad'), per('dead')];
  const liberty = days - inside - monitored - abroad - dead - per('elsewhere');
  return { charges: per('charges'), liberty, inside, monitored, abroad, dead };
}

/** Days at all levels. */
export function heldDays(counts: Float64Array): number {
  return counts.subarray(cohortCounts.length).reduce((sum, one) => sum + one, 0);
}

/** The parts of the difference between two arms, which add up to it; NaN if nobody was at liberty in one of them. */
export function partsOf(arm: Exposure, baseline: Exposure): Readonly<Record<PartName, number>> {
  const rates = [arm, baseline].map(({ charges, liberty }) => charges / liberty) as [number, number];
  const meanRate = (rates[0] + rates[1]) / 2;
  const meanDays = (arm.liberty + baseline.liberty) / 2;
  // a day more in such a state is a day less at liberty
  const lost = (name: 'inside' | 'monitored' | 'abroad' | 'dead') => -(arm[name] - baseline[name]) * meanRate;
  return {
    inside: lost('inside'),
    monitored: lost('monitored'),
    abroad: lost('abroad'),
    dead: lost('dead'),
    rate: (rates[0] - rates[1]) * meanDays,
  };
}
