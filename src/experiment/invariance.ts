/**
 * Invariance: proves that a comparison of this scenario shows its policies and nothing else.
 *
 * A policy that changes nothing must change no life, and until the first day on which a number differs, lives with and without
 * the policies must be the same. Both are tested on the engine itself: every day is simulated twice, and no stored cell is used.
 */
import { addYears, DAYS_PER_WEEK, type Day } from '../engine/calendar.ts';
import { multiplied } from '../scenario/change.ts';
import { firstDifference } from '../scenario/history.ts';
import type { Policy } from '../scenario/policy.ts';
import { type Scenario, withPolicies } from '../scenario/scenario.ts';
import { catalogue } from '../simulation/parameters.ts';
import { type Cell, simulateByYear } from '../simulation/simulate.ts';
import { digestOf } from '../simulation/summary.ts';
import { type BlockKey, cellOf } from './study.ts';

/** Two cells that must have equal results. */
export interface InvarianceTest {
  readonly withIt: Cell;
  readonly without: Cell;
}

/** The digests of two cells, which must be equal. */
export interface InvarianceProof {
  readonly withIt: string;
  readonly without: string;
}

const FIRST: Pick<BlockKey, 'draw' | 'replicate'> = { draw: 0, replicate: 0 };

/** One year with and without a policy that multiplies every number by one from the hundredth day on. */
export function nullPolicyTest(scenario: Scenario): InvarianceTest {
  const until = Math.min(scenario.end, addYears(scenario.start, 1));
  const idle = withPolicies(scenario, [...scenario.policies, nullPolicy(scenario)]);
  return { withIt: cellUntil(idle, until), without: cellUntil(scenario, until) };
}

/** All lives before the day on which a policy first changes a number; undefined if none does, or no day lies before. */
export function sameBeforeTest(scenario: Scenario): InvarianceTest | undefined {
  const bare = withPolicies(scenario, []);
  const until = firstDifference(bare, scenario, catalogue);
  if (!Number.isFinite(until) || until - DAYS_PER_WEEK < scenario.burnInStart) return undefined;
  return { withIt: cellUntil(scenario, until), without: cellUntil(bare, until) };
}

/** Runs both cells of a test, and stops after each simulated year. */
export function* prove({ withIt, without }: InvarianceTest): Generator<void, InvarianceProof> {
  return { withIt: yield* digestByYear(withIt), without: yield* digestByYear(without) };
}

/** How often `prove` stops. */
export function yearsToProve({ withIt, without }: InvarianceTest): number {
  const yearsIn = ({ burnInStart, end }: Cell) => {
    let years = 0;
    for (let from = burnInStart; from < end; from = addYears(from, 1)) years++;
    return years;
  };
  return yearsIn(withIt) + yearsIn(without);
}

function* digestByYear(cell: Cell): Generator<void, string> {
  return digestOf((yield* simulateByYear(cell)).summary);
}

/** The cell that observes the last year before a day, in whole weeks from the start of observation. */
function cellUntil(scenario: Scenario, until: Day): Cell {
  const cell = cellOf(scenario, FIRST);
  const wanted = Math.max(cell.burnInStart, addYears(until, -1));
  const weeks = Math.floor(Math.max(0, cell.start - wanted) / DAYS_PER_WEEK);
  return { ...cell, start: cell.start - DAYS_PER_WEEK * weeks, end: until };
}

function nullPolicy({ start, policies, dimensions }: Scenario): Policy {
  const numbers = [...catalogue.values()].filter(({ parameter }) => parameter.kind === 'number');
  return {
    name: 'changes-nothing',
    from: start + 100,
    until: Infinity,
    label: undefined,
    because: undefined,
    after: policies.map(({ name }) => name),
    changes: numbers.map((lever) => multiplied(lever, dimensions, 1)),
  };
}
