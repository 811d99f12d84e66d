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
import { simulate } from '../simulation/simulate.ts';
import { digestOf } from '../simulation/summary.ts';
import { type BlockKey, cellOf } from './study.ts';

/** Two digests that must be equal. */
export interface InvarianceProof {
  readonly withIt: string;
  readonly without: string;
  /** The day up to which lives were compared. */
  readonly until: Day;
}

const FIRST: Pick<BlockKey, 'draw' | 'replicate'> = { draw: 0, replicate: 0 };

/** Compares one year with and without a policy that multiplies every number by one from the hundredth day on. */
export function nullPolicyProof(scenario: Scenario): InvarianceProof {
  const until = Math.min(scenario.end, addYears(scenario.start, 1));
  const idle = withPolicies(scenario, [...scenario.policies, nullPolicy(scenario)]);
  return { withIt: digestUntil(idle, until), without: digestUntil(scenario, until), until };
}

/** Compares all lives before the day on which a policy first changes a number; undefined if none does, or no day lies before. */
export function sameBeforeProof(scenario: Scenario): InvarianceProof | undefined {
  const bare = withPolicies(scenario, []);
  const until = firstDifference(bare, scenario, catalogue);
  if (!Number.isFinite(until) || until - DAYS_PER_WEEK < scenario.burnInStart) return undefined;
  return { withIt: digestUntil(scenario, until), without: digestUntil(bare, until), until };
}

/** The digest of everything observed in the last year before a day, in whole weeks from the start of observation. */
function digestUntil(scenario: Scenario, until: Day): string {
  const cell = cellOf(scenario, FIRST);
  const wanted = Math.max(cell.burnInStart, addYears(until, -1));
  const weeks = Math.floor(Math.max(0, cell.start - wanted) / DAYS_PER_WEEK);
  return digestOf(simulate({ ...cell, start: cell.start - DAYS_PER_WEEK * weeks, end: until }).summary);
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
