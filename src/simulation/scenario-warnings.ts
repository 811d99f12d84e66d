/**
 * Scenario warnings: everything in a scenario that is allowed but probably not intended, by its settings and by the places of its list.
 */
import { formatDay } from '../engine/calendar.ts';
import { parameters as capacity, isAsNeeded, secondBedsByPlan } from '../prison/capacity.ts';
import { parameters as facility, plannedAt } from '../prison/facility.ts';
import { epochOn, epochsOf, parametersIn } from '../scenario/epoch.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { namesInWords, toldLevels } from '../scenario/told-counts.ts';
import { warningsOf } from '../scenario/warnings.ts';
import { catalogue } from './parameters.ts';

/** One sentence per warning. */
export function scenarioWarnings(scenario: Scenario): readonly string[] {
  return [...warningsOf(scenario, catalogue), ...crowdedList(scenario)];
}

/** Levels at which a list puts more people than there are usable places, by plan and the central values of the evidence. */
function crowdedList(scenario: Scenario): readonly string[] {
  const { inside, start, dimensions } = scenario;
  if (inside.length === 0) return [];
  const epoch = epochOn(epochsOf(scenario, catalogue), start);
  const [response, places] = [parametersIn(epoch, capacity), parametersIn(epoch, facility)];
  if (isAsNeeded(response)) return [];
  const levels = dimensions['level'];
  const usableAt = (name: string) => {
    const level = levels.indexOf(name);
    return plannedAt(places, level) + secondBedsByPlan(response, places, level);
  };
  const people = inside.map(({ level, status }) => ({ level: levels[level], status }));
  return toldLevels(people, levels).flatMap((group) => {
    const usable = group.names.reduce((sum, name) => sum + usableAt(name), 0);
    if (group.people <= usable) return [];
    return [
      `${namesInWords(group)}: the list puts ${group.people} people there on ${formatDay(start)}, and ${usable} places are usable, ` +
        `so ${group.people - usable} begin beyond them; are list and places of the same day and estate?`,
    ];
  });
}
