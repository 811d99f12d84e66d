/**
 * Cohort crime: why the crimes of everybody may cost less where those of the people followed cost more, or the reverse.
 *
 * The people followed are first cases, for some years. Behind the crimes of everybody are also all others, most of
 * whom have a record, and the people followed in later years. So what is said is an account: how much of the
 * difference is theirs, how many of those inside they are, and what custody averts altogether.
 */
import type { CohortAdded } from '../experiment/cohort-pairs.ts';
import { INSIDE } from '../measures/headlines.ts';
import { isSameMeasure } from '../measures/measure-identity.ts';
import { clearSign, type Difference, inFull } from './cohort-cost.ts';

/** What the people followed add to the difference of everybody, as a comparison or a summary lists it. */
export type AddedByCohort = {
  readonly [Name in keyof CohortAdded]: {
    readonly mean: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
};

/** The account; empty unless the crimes of everybody and of these people clearly move in opposite directions: chance has no reasons. */
export function otherCrimesSentence(
  crime: Difference,
  added: AddedByCohort | undefined,
  differences: readonly Difference[],
): readonly string[] {
  const find = (measure: string) => differences.find((row) => isSameMeasure(row, { measure }));
  const [everybody, averted] = [find('crime-cost'), find('offences-averted')];
  const inside = differences.find((row) => isSameMeasure(row, INSIDE));
  if (added === undefined || everybody === undefined || inside === undefined) return [];
  if (clearSign(everybody) * clearSign(crime) >= 0) return [];
  const [theirs, theirDays] = [added.crime, added.inside].map(({ mean, ...ends }) => ({ difference: mean, ...ends }));
  const account =
    `The crimes of everybody cost ${inFull(everybody, 'million kroner', '95 % interval ')} per year. These people, in the years in which they are followed, ` +
    `account for ${inFull(theirs!, 'million kroner')}; the rest is behind charges of others, and of these people in later years.`;
  const isTimeInside =
    averted !== undefined && clearSign(averted) * clearSign(everybody) < 0 && clearSign(inside) !== 0;
  if (!isTimeInside) return [account];
  return [
    `${account} What decides there is time inside: ${inFull(inside, 'people')} are inside on an average day, with ${inFull(theirDays!, 'of these people')} among them, and custody averts an estimated ${inFull(averted, 'offences')} per year.`,
  ];
}
