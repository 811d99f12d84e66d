/**
 * Scenario warnings: everything in a scenario that is allowed but probably not intended, its rules of building included.
 */
import { formatDay } from '../engine/calendar.ts';
import { nextOrderDay, opensOn } from '../prison/capacity/building.ts';
import { parameters as capacity } from '../prison/capacity.ts';
import { epochsOf, parametersIn } from '../scenario/epoch.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { warningsOf } from '../scenario/warnings.ts';
import { catalogue } from './parameters.ts';

/** One sentence per warning. */
export function scenarioWarnings(scenario: Scenario): readonly string[] {
  return [...warningsOf(scenario, catalogue), ...idleBuilding(scenario)];
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
