/**
 * Planned places: refuses a plan that closes more places of a unit than it has, or puts more second beds into it than there are places.
 */
import { formatDay } from '../engine/calendar.ts';
import { Failure, type FailureFacts } from '../failure.ts';
import { bedsBeyondPlaces, parameters as facility, placesClosedBeyond } from '../prison/facility.ts';
import { epochsOf, parametersIn } from '../scenario/epoch.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { catalogue } from './parameters.ts';

/**
 * Throws one Failure with every unit of which more places close than there are, or that gets more second beds than places, by the
 * central values of the evidence.
 */
export function complainOfPlannedPlaces(path: string, scenario: Scenario): void {
  if (!scenario.inputs.some(({ change }) => LEVERS.includes(change.path))) return;
  const { level: levels, unit: units, sex: sexes } = scenario.dimensions;
  const found = new Map<string, FailureFacts>();
  for (const epoch of epochsOf(scenario, catalogue)) {
    const given = parametersIn(epoch, facility);
    for (const { level, unit, sex, has, closed } of placesClosedBeyond(given)) {
      const where = `${levels[level]}, ${units[unit]}, ${sexes[sex]}`;
      if (found.has(where)) continue;
      const problem = `inputs: ${closed} places of ${where} are closed on ${formatDay(epoch.from)}, and there are ${has}`;
      found.set(where, { place: path, problem, remedy: 'close fewer, or close places of the whole level' });
    }
    for (const { level, unit, sex, has, beds } of bedsBeyondPlaces(given)) {
      const where = `${levels[level]}, ${units[unit]}, ${sexes[sex]}`;
      if (found.has(where)) continue;
      const problem = `inputs: ${beds} second beds in ${where} on ${formatDay(epoch.from)}, and there are ${has} places`;
      const reason = 'a second bed stands in a cell of one place, so there are at most as many';
      found.set(where, { place: path, problem, reason, remedy: 'plan fewer, or open places' });
    }
  }
  const facts = [...found.values()];
  if (facts.length > 0) throw new Failure(...(facts as [FailureFacts, ...FailureFacts[]]));
}

const LEVERS = ['added', 'doubled'].flatMap((what) => [`facility.men_${what}`, `facility.women_${what}`]);
