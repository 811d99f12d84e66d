/**
 * Headline measures: the few that an experiment is about if no others are named: return within two years, people inside, the
 * queue and money.
 */
import type { Scenario } from '../scenario/scenario.ts';
import type { Measure } from './measure.ts';
import { measuresOf } from './measures.ts';
import { ALL_SERVED } from './recidivism.ts';

/** Return within two years, or as many as there are, people inside, people waiting to begin, and cost. */
export function headlineMeasures({ dimensions, years }: Scenario): readonly Measure[] {
  const measures = measuresOf(dimensions['level']);
  const wanted: readonly ((measure: Measure) => boolean)[] = [
    ({ id, horizon, population }) => id === 'new-charge' && horizon === Math.min(2, years) && population === ALL_SERVED,
    ({ id, status, level }) => id === 'occupancy' && status === undefined && level === undefined,
    ({ id }) => id === 'queue-length',
    ({ id }) => id === 'cost',
  ];
  return wanted.flatMap((isWanted) => measures.find(isWanted) ?? []);
}
