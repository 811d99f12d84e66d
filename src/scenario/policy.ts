/**
 * Policy: dated changes of levers.
 *
 * A policy holds from its first day until the day it ends, and then the levers stand as if it had never been. Two policies
 * that move the same number at the same time contradict each other, unless one says that it comes `after` the other; then
 * it works on what the other leaves.
 */
import type { Day } from '../engine/calendar.ts';
import type { Scalar } from '../evidence/value.ts';

/** One change of one lever, in one or more of its cells. */
export interface Change {
  /** The lever, as YAML writes it: `placement.review_days`. */
  readonly path: string;
  readonly noun: string;
  /** As TypeScript writes it: `reviewDays`. */
  readonly name: string;
  /** The members it names, outer first; empty for the whole lever. */
  readonly members: readonly string[];
  /** The flat places of the cells that change. */
  readonly cells: readonly number[];
  readonly operation: 'set' | 'multiply' | 'add';
  readonly value: Scalar;
}

/** A named, dated bundle of changes. */
export interface Policy {
  readonly name: string;
  readonly from: Day;
  /** The first day it no longer holds; Infinity when it stays. */
  readonly until: Day;
  /** History, law elsewhere, or invented: in words. */
  readonly label: string | undefined;
  readonly because: string | undefined;
  /** Every policy that it works on top of, directly or through others. */
  readonly after: readonly string[];
  readonly changes: readonly Change[];
}

/** Policies in the order they are applied: by first day, then a policy after those it works on, then by name. */
export function inOrder(policies: readonly Policy[]): readonly Policy[] {
  const named = new Set(policies.map((policy) => policy.name));
  const depth = (policy: Policy) => policy.after.filter((name) => named.has(name)).length;
  return [...policies].sort((a, b) => a.from - b.from || depth(a) - depth(b) || (a.name < b.name ? -1 : 1));
}

/** The policies, of those in force on `day`, in the order they are applied. */
export function inForce(policies: readonly Policy[], day: Day): readonly Policy[] {
  return policies.filter((policy) => policy.from <= day && day < policy.until);
}

/** Two changes of the same number at the same time with nothing said about which comes last. */
export interface Contradiction {
  readonly earlier: Policy;
  readonly later: Policy;
  readonly change: Change;
}

/** Every contradiction among policies that stand in order, one for each pair and lever. */
export function contradictions(policies: readonly Policy[]): readonly Contradiction[] {
  return policies.flatMap((later, index) =>
    policies
      .slice(0, index)
      .filter((earlier) => later.from < earlier.until && !later.after.includes(earlier.name))
      .flatMap((earlier) =>
        later.changes
          .filter((change) => earlier.changes.some((other) => overlap(change, other)))
          .map((change) => ({ earlier, later, change })),
      ),
  );
}

/** Whether two changes touch the same number. */
export function overlap(a: Change, b: Change): boolean {
  return a.path === b.path && a.cells.some((cell) => b.cells.includes(cell));
}

/** The change as it is written: `placement.review_days.high`. */
export function writtenPath({ path, members }: Change): string {
  return [path, ...members].join('.');
}
