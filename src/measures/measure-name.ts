/**
 * Measure name: how a measure is typed: `new-charge@2y`, `occupancy`, `occupancy/high`.
 *
 * Behind the id stand the years since release, and behind a slash a level, a status, the evidence let in or who is measured. Recidivism is of
 * all who served; `/institution` is of those released from prison.
 */
import type { Measure } from './measure.ts';
import { ALL_SERVED } from './recidivism.ts';

/** The name of a measure as it is typed. */
export function measureNameOf({ id, horizon, level, status, evidence, population }: Measure): string {
  const years = horizon === undefined ? '' : `@${horizon}y`;
  const whose = population ?? (horizon === undefined ? undefined : 'institution');
  const group = whose === ALL_SERVED ? undefined : whose?.replaceAll(/[^\p{L}\d]+/gu, '-');
  const parts = [level, status, evidence, group].filter((part) => part !== undefined);
  return [`${id}${years}`, ...parts].join('/');
}

/** The measure of a name; undefined if there is none. */
export function measureNamed(name: string, measures: readonly Measure[]): Measure | undefined {
  return measures.find((measure) => measureNameOf(measure) === name);
}
