/**
 * Planned places: refuses a plan that closes more places of a unit than it has.
 */
import { formatDay } from '../engine/calendar.ts';
import { Failure, type FailureFacts } from '../failure.ts';
import { parameters as facility, placesClosedBeyond } from '../prison/facility.ts';
import { epochsOf, parametersIn } from '../scenario/epoch.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { catalogue } from './parameters.ts';

/** Throws one Failure with every unit of which more places close than there are, by the central values of the evidence. */
export function complainOfClosures(path: string, scenario: Scenario): void {
  if (!scenario.inputs.some(({ change }) => LEVERS.includes(change.path))) return;
  const { level: levels, unit: units, sex: sexes } = scenario.dimensions;
  const found = new Map<string, FailureFacts>();
  for (const epoch of epochsOf(scenario, catalogue)) {
    for (const { level, unit, sex, has, closed } of placesClosedBeyond(parametersIn(epoch, facility))) {
      const where = `${levels[level]}, ${units[unit]}, ${sexes[sex]}`;
      if (found.has(where)) continue;
      const problem = `inputs: ${closed} places of ${where} are closed on ${formatDay(epoch.from)}, and there are ${has}`;
      found.set(where, { place: path, problem, remedy: 'close fewer, or close places of the whole level' });
    }
  }
  const facts = [...found.values()];
  if (facts.length > 0) throw new Failure(...(facts as [FailureFacts, ...FailureFacts[]]));
}

const LEVERS = ['facility.men_added', 'facility.women_added'];
