/**
 * Looks: says how many comparisons a reader is shown, and how many of them would look clear by chance alone (multiple comparisons).
 *
 * The looks of a study are counted once, alike for terminal, brief and report, whichever part of them each shows: every arm by the
 * headlines, by what the first sentences say of its cohort and by the parts of its charges, and every two other arms by the people charged again and what
 * they cost.
 */
import type { CohortResult } from '../experiment/cohort-pairs.ts';
import { headlinesIn } from '../measures/headlines.ts';
import { isSameMeasure, type MeasureIdentity } from '../measures/measure-identity.ts';
import { type Ends, isInterval } from '../tables/estimate.ts';

/** The results of a study, as a comparison or a summary lists them. */
export interface Shown {
  /** The baseline first. */
  readonly arms: readonly string[];
  readonly measures: readonly (MeasureIdentity & { readonly arm: string; readonly mean?: number | null })[];
  readonly differences: readonly (MeasureIdentity & Ends & { readonly arm: string })[];
  readonly cohorts?: readonly (Pick<CohortResult, 'arm' | 'population' | 'years' | 'from' | 'until'> & {
    readonly parts: readonly Ends[];
  })[];
  readonly pairs?: readonly (Ends & {
    readonly baseline: string;
    readonly costs?: { readonly custody: Ends; readonly crime: Ends };
  })[];
}

/** The comparisons that the first page of a study rests on, each once. */
export function looksOf({ arms, measures, differences, cohorts = [], pairs = [] }: Shown, levels: readonly string[]) {
  const headlines = measures.length === 0 ? [] : headlinesIn(measures, levels, cohorts);
  const ofArms = differences.filter(
    (row) =>
      headlines.some((one) => isSameMeasure(one, row)) ||
      cohorts.some((cohort) => cohort.arm === row.arm && saidOf(cohort).some((one) => isSameMeasure(one, row))),
  );
  const parts = cohorts.flatMap((cohort) => cohort.parts);
  const others = pairs.filter(({ baseline }) => baseline !== arms[0]);
  const ofPairs = others.flatMap((pair) => [pair, ...(pair.costs ? [pair.costs.custody, pair.costs.crime] : [])]);
  return countOf([...ofArms, ...parts, ...ofPairs]);
}

/** The measures of a cohort that the first sentences state. */
function saidOf({ population, years }: { readonly population: string; readonly years: number }): MeasureIdentity[] {
  const whole = ['cohort-charged', 'cohort-charges', 'cohort-cost', 'cohort-crime-cost'];
  return [
    ...whole.map((measure) => ({ measure, population, horizon: years })),
    { measure: 'cohort-charged', population: `${population}, citizens`, horizon: years },
  ];
}

/** How many of these comparisons have an interval with a width. */
export function countOf(differences: readonly Ends[]): number {
  return differences.filter((ends) => isInterval(ends) && ends.low !== ends.high).length;
}

/** One interval of 95 % in twenty leaves the truth out. */
const ONE_IN = 20;

/** The sentence of so many looks, `where` they are; undefined for fewer than two. */
export function looksSentence(looks: number, where: string): string | undefined {
  if (looks < 2) return undefined;
  const byChance = Number((looks / ONE_IN).toPrecision(looks < 10 * ONE_IN ? 1 : 2));
  return `${looks} comparisons are made ${where}: if none of these arms differed, about ${byChance} of them would look clear by chance alone (one 95 % interval in ${ONE_IN}).`;
}

/** Where the looks of a study are. */
export const FIRST_PAGE = 'in the headlines and the sentences above them';
