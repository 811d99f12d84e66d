/**
 * Headlines: the few measures that stand first: what happened to the same people, then people inside, overflow, waiting and cost.
 * Recidivism of those released comes after them, for comparison with published figures only.
 */
import type { Scenario } from '../scenario/scenario.ts';
import { cohortHorizons, longestHorizon, populationOf } from './cohort-counts.ts';
import type { Measure } from './measure.ts';
import { identityOf, isSameMeasure, type MeasureIdentity } from './measure-identity.ts';
import { measuresOf } from './measures.ts';
import { ALL_SERVED } from './recidivism.ts';

/** New charges within two years, among all who served: for comparison with published figures. */
const RELEASED: MeasureIdentity = { measure: 'new-charge', population: ALL_SERVED, horizon: 2 };
/** People inside on an average day. */
export const INSIDE: MeasureIdentity = { measure: 'occupancy' };

/** A headline. Every headline appears in the tables of the terminal and of a report. */
interface Headline {
  readonly identity: MeasureIdentity;
  /** Whether it is also a figure at the top of a report. */
  readonly isKeyFigure?: boolean;
  /** Whether an experiment measures it if no measures are named. */
  readonly isDefault?: boolean;
}

/** The cohort of each arm, as far as headlines need it. */
type Cohorts = readonly {
  readonly population: string;
  readonly years: number;
  readonly from: string;
  readonly until: string;
}[];

/** Whether all arms are compared by the same people: then one row and one chart can show them. */
export function isOneCohort(cohorts: Cohorts): boolean {
  const keys = cohorts.map(({ population, years, from, until }) => [population, years, from, until].join());
  return new Set(keys).size <= 1;
}

/** The measure of the cohort of every arm; undefined if nobody could be followed for a year, or if arms have other people. */
export function cohortHeadline(
  results: readonly (MeasureIdentity & { readonly mean?: number | null })[],
  cohorts: Cohorts = [],
): MeasureIdentity | undefined {
  if (!isOneCohort(cohorts)) return undefined;
  const [first] = cohorts;
  const population = first?.population ?? populationOf.sentenced;
  const horizon =
    first?.years ??
    cohortHorizons.find((years) =>
      results.some((row) => isSameMeasure(row, charged(population, years)) && isKnown(row.mean)),
    );
  return horizon === undefined ? undefined : charged(population, horizon);
}

function charged(population: string, horizon: number): MeasureIdentity {
  return { measure: 'cohort-charged', population, horizon };
}

function isKnown(mean: number | null | undefined): boolean {
  return mean !== null && !Number.isNaN(mean);
}

function listOf(closed: string, cohort: MeasureIdentity | undefined): readonly Headline[] {
  return [
    ...(cohort === undefined
      ? []
      : [
          { identity: cohort, isKeyFigure: true, isDefault: true },
          { identity: { ...cohort, measure: 'cohort-charges' }, isDefault: true },
        ]),
    { identity: INSIDE, isKeyFigure: true, isDefault: true },
    { identity: { measure: 'occupancy', level: closed } },
    { identity: { measure: 'overflow-chance', level: closed }, isKeyFigure: true },
    { identity: { measure: 'queue-length' }, isKeyFigure: true, isDefault: true },
    { identity: { measure: 'cost' }, isKeyFigure: true, isDefault: true },
    ...(cohort === undefined ? [] : [{ identity: { ...cohort, measure: 'cohort-crime-cost' }, isKeyFigure: true }]),
    { identity: { measure: 'crime-cost' }, isKeyFigure: true },
    { identity: RELEASED, isDefault: true },
  ];
}

/** The headlines among results, taken from the first arm; levels from most to least closed. */
export function headlinesIn<Result extends MeasureIdentity & { readonly arm: string; readonly mean?: number | null }>(
  results: readonly Result[],
  [closed]: readonly string[],
  cohorts?: Cohorts,
): readonly Result[] {
  const own = results.filter(({ arm }) => arm === results[0].arm);
  return listOf(closed, cohortHeadline(own, cohorts)).flatMap(
    ({ identity }) => own.find((result) => isSameMeasure(result, identity)) ?? [],
  );
}

/** The headlines about everybody, which are means over all years observed and also exist for each year. */
export function headlinesOfEverybody([closed]: readonly string[]): readonly MeasureIdentity[] {
  return listOf(closed, undefined).flatMap(({ identity }) => (identity === RELEASED ? [] : [identity]));
}

/** The headlines that are figures at the top of a report. */
export function keyMeasures([closed]: readonly string[], cohort?: MeasureIdentity): readonly MeasureIdentity[] {
  return listOf(closed, cohort).flatMap(({ identity, isKeyFigure }) => (isKeyFigure ? [identity] : []));
}

/** The measures of an experiment that names none, as far as its years reach. */
export function defaultMeasures({ dimensions, start, end, years }: Scenario): readonly Measure[] {
  const levels = dimensions['level'];
  const measures = measuresOf(levels);
  const reached = longestHorizon(end - start, 0);
  const cohort = reached === undefined ? undefined : charged(populationOf.sentenced, reached);
  return listOf(levels[0], cohort).flatMap(({ identity, isDefault }) => {
    const wanted = identity === RELEASED ? { ...RELEASED, horizon: Math.min(2, years) } : identity;
    return (isDefault && measures.find((measure) => isSameMeasure(identityOf(measure), wanted))) || [];
  });
}
