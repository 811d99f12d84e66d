/**
 * Held choice: the same scenario with one choice held at a word from a day on, whatever its policies say of it.
 */
import type { Day } from '../engine/calendar.ts';
import type { Change } from './change.ts';
import type { Policy } from './policy.ts';
import { type Scenario, withPolicies } from './scenario.ts';

/** A choice that does not vary, and the word at which it is held. */
export interface Held {
  readonly noun: string;
  /** As YAML and TypeScript write it: one word. */
  readonly name: string;
  readonly value: string;
}

/** The change that sets a choice. */
export function choiceChange({ noun, name, value }: Held): Change {
  return { path: `${noun}.${name}`, noun, name, members: [], cells: [0], operation: 'set', value };
}

/**
 * The scenario with a choice held from a day on: one more policy, and no change of this choice in those that begin on that day or
 * later. Earlier ones still hold before it.
 */
export function withHeld(scenario: Scenario, held: Held, from: Day): Scenario {
  const change = choiceChange(held);
  const moves = ({ changes }: Policy) => changes.some(({ path }) => path === change.path);
  const kept = scenario.policies
    .map((policy) =>
      policy.from < from ? policy : { ...policy, changes: policy.changes.filter(({ path }) => path !== change.path) },
    )
    .filter(({ changes }, at) => changes.length > 0 || scenario.policies[at].changes.length === 0);
  const names = kept.map(({ name }) => name);
  const others = kept.map((policy) => ({ ...policy, after: policy.after.filter((name) => names.includes(name)) }));
  const policy: Policy = {
    name: `${change.path} held: ${held.value}`,
    from,
    until: Infinity,
    label: 'held',
    because: 'Held in every arm, so that what it carries can be taken out of a difference.',
    after: kept.filter(moves).map(({ name }) => name),
    changes: [change],
  };
  return withPolicies(scenario, [...others, policy]);
}
