/**
 * Scenario warnings: everything in a scenario that is allowed but probably not intended, by its settings, its rule of building and the
 * places of its list.
 */
import { formatDay } from '../engine/calendar.ts';
import { nextOrderDay, opensOn } from '../prison/capacity/building.ts';
import { parameters as capacity, isAsNeeded, secondBedsByPlan } from '../prison/capacity.ts';
import { parameters as facility, plannedAt } from '../prison/facility.ts';
import { epochOn, epochsOf, parametersIn } from '../scenario/epoch.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { namesInWords, toldLevels } from '../scenario/told-counts.ts';
import { warningsOf } from '../scenario/warnings.ts';
import { catalogue } from './parameters.ts';

/** One sentence per warning. */
export function scenarioWarnings(scenario: Scenario): readonly string[] {
  return [...warningsOf(scenario, catalogue), ...idleBuilding(scenario), ...crowdedList(scenario)];
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

/** Where places are built, and even those ordered on the first day possible open after the end. */
function idleBuilding(scenario: Scenario): readonly string[] {
  const { end } = scenario;
  const epochs = epochsOf(scenario, catalogue);
  const orders = epochs.flatMap((epoch, at) => {
    const terms = parametersIn(epoch, capacity);
    const ordered = nextOrderDay(epoch.from);
    const isOrdered = terms.response === 'build' && ordered < Math.min(epochs[at + 1]?.from ?? end, end);
    return isOrdered ? [{ ordered, opened: opensOn(ordered, terms), days: terms.buildDays }] : [];
  });
  if (orders.length === 0) return [];
  const first = orders.reduce((one, other) => (other.opened < one.opened ? other : one));
  if (first.opened < end) return [];
  return [
    `capacity.response is build, but no built place can open in the years simulated: with capacity.build_days ${first.days}, places ordered on ${formatDay(first.ordered)}, the first day possible, open on ${formatDay(first.opened)}, after the end on ${formatDay(end - 1)}`,
  ];
}
