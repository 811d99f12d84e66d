/**
 * Measure name: the typed form of a measure: `new-charge@2y`, `occupancy`, `occupancy/high`.
 *
 * The id is followed by the years since release, and after a slash by a level, a status, an evidence mode or a population.
 * Recidivism refers to all who served; `/institution` to those released from prison.
 */
import type { Measure } from './measure.ts';
import { ALL_SERVED } from './recidivism.ts';

/** The typed name of a measure. */
export function measureNameOf({
  id,
  horizon,
  level,
  status,
  evidence,
  population,
}: Pick<Measure, 'id' | 'horizon' | 'level' | 'status' | 'evidence' | 'population'>): string {
  const years = horizon === undefined ? '' : `@${horizon}y`;
  const whose = population ?? (horizon === undefined ? undefined : 'institution');
  const group = whose === ALL_SERVED ? undefined : whose && slugOf(whose);
  const parts = [level, status, evidence, group].filter((part) => part !== undefined);
  return [`${id}${years}`, ...parts].join('/');
}

/** A population in a name: `first-charged`. */
export function slugOf(population: string): string {
  return population.replaceAll(/[^\p{L}\d]+/gu, '-');
}

/** The measure of a name; undefined if there is none. */
export function lookUpMeasure(name: string, measures: readonly Measure[]): Measure | undefined {
  return measures.find((measure) => measureNameOf(measure) === name);
}
