/**
 * Switches: groups the levers in which two scenarios differ, to switch them on and off one by one.
 *
 * If the scenarios differ only in several policies, a group is a part (`policy-components.ts`). Otherwise it is a noun: all numbers of court,
 * placement or release at once. Each group is added alone to the first scenario, and left out of the second.
 */

import { componentsBetween, policiesUnder } from '../../experiment/attribution/policy-components.ts';
import { cellOf } from '../../experiment/study.ts';
import { isSame } from '../../scenario/epoch.ts';
import { differInPoliciesAlone, firstDifference } from '../../scenario/history.ts';
import { type Scenario, withPolicies } from '../../scenario/scenario.ts';
import { catalogue, type Parameters } from '../../simulation/parameters.ts';
import type { Cell, DatedParameters } from '../../simulation/simulate.ts';

/** One group of levers. */
export interface Switch {
  readonly name: string;
  /** The first scenario, with this group taken from the second. */
  readonly alone: (replicate: number) => Cell;
  /** The second scenario, with this group taken from the first. */
  readonly without: (replicate: number) => Cell;
}

/** The groups, and their kind. */
export interface Switches {
  readonly by: 'policy' | 'noun';
  readonly groups: readonly Switch[];
}

/** The most parts to switch one by one; more are grouped by noun. */
const MOST = 20;

/** The groups of levers in which two scenarios differ within the simulated time. */
export function switchesBetween(first: Scenario, second: Scenario): Switches {
  const policies = byPolicy(first, second);
  if (policies.length > 1) return { by: 'policy', groups: policies };
  const nouns = byNoun(first, second);
  return nouns.length > 1 || policies.length === 0 ? { by: 'noun', groups: nouns } : { by: 'policy', groups: policies };
}

/** The first cell, with the numbers of some nouns taken day by day from the second. */
export function blend(first: Cell, second: Cell, nouns: readonly string[]): Cell {
  const dates = [...new Set([...first.parameters, ...second.parameters].map(({ from }) => from))];
  const parameters = dates
    .sort((a, b) => a - b)
    .map((from): DatedParameters => {
      const [own, other] = [first, second].map((cell) => cell.parameters.findLast((dated) => dated.from <= from)!);
      const taken = Object.fromEntries(nouns.map((noun) => [noun, other!.values[noun as keyof Parameters]]));
      return { from, values: { ...own!.values, ...taken } };
    });
  return { ...first, parameters };
}

function byPolicy(first: Scenario, second: Scenario): readonly Switch[] {
  if (!differInPoliciesAlone(first, second)) return [];
  const parts = componentsBetween(first, second);
  if (parts.length > MOST) return [];
  const all = (1 << parts.length) - 1;
  const under = (coalition: number) => withPolicies(first, policiesUnder(first, parts, coalition));
  return parts.flatMap(({ name }, at) => {
    const [alone, without] = [under(1 << at), under(all & ~(1 << at))];
    if (!differ(first, alone) && !differ(without, second)) return [];
    return [
      {
        name,
        alone: (replicate) => cellOf(alone, { draw: 0, replicate }),
        without: (replicate) => cellOf(without, { draw: 0, replicate }),
      } satisfies Switch,
    ];
  });
}

function byNoun(first: Scenario, second: Scenario): readonly Switch[] {
  const cells = (replicate: number) =>
    [first, second].map((one) => cellOf(one, { draw: 0, replicate })) as [Cell, Cell];
  const apart = nounsApart(...cells(0));
  return apart.map((name) => ({
    name,
    alone: (replicate) => blend(...cells(replicate), [name]),
    without: (replicate) => {
      const others = apart.filter((other) => other !== name);
      return blend(...cells(replicate), others);
    },
  }));
}

/** The nouns with a number that differs on some day. */
function nounsApart(first: Cell, second: Cell): readonly string[] {
  const dates = [...first.parameters, ...second.parameters].map(({ from }) => from);
  const valuesOn = (cell: Cell, day: number) => cell.parameters.findLast(({ from }) => from <= day)!.values;
  return Object.keys(first.parameters[0].values).filter((noun) =>
    dates.some((day) => {
      const [one, other] = [first, second].map((cell) => Object.values(valuesOn(cell, day)[noun as keyof Parameters]));
      return one!.some((value, at) => !isSame(value, other![at]));
    }),
  );
}

function differ(first: Scenario, second: Scenario): boolean {
  return firstDifference(first, second, catalogue) !== Infinity;
}
