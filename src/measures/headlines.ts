/**
 * Headlines: the few measures that stand first: recidivism, people inside, overflow, waiting and cost.
 */
import type { Scenario } from '../scenario/scenario.ts';
import type { Measure } from './measure.ts';
import { identityOf, isSameMeasure, type MeasureIdentity } from './measure-identity.ts';
import { measuresOf } from './measures.ts';
import { ALL_SERVED } from './recidivism.ts';

/** New charges within two years, among all who served. */
export const CHARGED: MeasureIdentity = { measure: 'new-charge', population: ALL_SERVED, horizon: 2 };
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

function listOf(closed: string): readonly Headline[] {
  return [
    { identity: CHARGED, isKeyFigure: true, isDefault: true },
    { identity: { measure: 'charges' } },
    { identity: INSIDE, isKeyFigure: true, isDefault: true },
    { identity: { measure: 'occupancy', level: closed } },
    { identity: { measure: 'overflow-chance', level: closed }, isKeyFigure: true },
    { identity: { measure: 'queue-length' }, isKeyFigure: true, isDefault: true },
    { identity: { measure: 'cost' }, isKeyFigure: true, isDefault: true },
  ];
}

/** The headlines among results, taken from the first arm; levels from most to least closed. */
export function headlinesIn<Result extends MeasureIdentity & { readonly arm: string }>(
  results: readonly Result[],
  [closed]: readonly string[],
): readonly Result[] {
  const own = results.filter(({ arm }) => arm === results[0].arm);
  return listOf(closed).flatMap(({ identity }) => own.find((result) => isSameMeasure(result, identity)) ?? []);
}

/** The headlines that are figures at the top of a report. */
export function keyMeasures([closed]: readonly string[]): readonly MeasureIdentity[] {
  return listOf(closed).flatMap(({ identity, isKeyFigure }) => (isKeyFigure ? [identity] : []));
}

/** The measures of an experiment that names none; returns are within two years, or within the study if it is shorter. */
export function defaultMeasures({ dimensions, years }: Scenario): readonly Measure[] {
  const levels = dimensions['level'];
  const measures = measuresOf(levels);
  return listOf(levels[0]).flatMap(({ identity, isDefault }) => {
    const { horizon } = identity;
    const wanted = horizon === undefined ? identity : { ...identity, horizon: Math.min(horizon, years) };
    return (isDefault && measures.find((measure) => isSameMeasure(identityOf(measure), wanted))) || [];
  });
}
