/**
 * Policy: an intervention, as dated changes of levers.
 *
 * A policy holds from its first day until the day it ends; then the levers return to their values without it. Two policies
 * that move the same number at the same time contradict each other, unless one is declared `after` the other; then it works on
 * the values that the other leaves.
 */
import { type Day, formatDay } from '../engine/calendar.ts';
import { describe, type Entry, type Located, type LocatedMap, type Problems } from '../evidence/document.ts';
import { suggestion } from '../evidence/nearest.ts';
import type { LeverReading } from '../evidence/reading.ts';
import { readShape } from '../evidence/shape.ts';
import { type Change, overlap, readChanges, writtenPath } from './change.ts';
import { policyShape } from './schema.ts';

/** A named, dated bundle of changes. */
export interface Policy {
  readonly name: string;
  readonly from: Day;
  /** The first day on which it no longer holds; Infinity if it stays. */
  readonly until: Day;
  /** Its origin in words: history, law elsewhere, or invented. */
  readonly label: string | undefined;
  readonly because: string | undefined;
  /** All policies on top of which it works, directly or through others. */
  readonly after: readonly string[];
  readonly changes: readonly Change[];
}

/** Reads the policies of a scenario one by one, then checks them against each other. */
export function readPolicies({ entries }: LocatedMap, reading: LeverReading): readonly Policy[] {
  const { places, problems } = reading;
  const node = entries.get('policies')?.node;
  if (node === undefined) return [];
  if (node.kind !== 'map') {
    problems.push({ place: node.place, problem: `policies: expected keys with values, got ${describe(node)}` });
    return [];
  }
  const read = [...node.entries].flatMap(([name, entry]) => readPolicy(name, entry.node, reading) ?? []);
  const policies = read.map((policy) => ({ ...policy, after: everythingBefore(policy, read) }));
  for (const policy of policies) complainOfOrder(policy, policies, node, problems);
  for (const { earlier, later, change } of contradictions(inOrder(policies))) {
    problems.push({
      place: places.get(change) ?? node.place,
      problem: `${earlier.name} and ${later.name} both move ${writtenPath(change)} from ${formatDay(later.from)} on`,
      remedy: `end ${earlier.name} before that day, or write "after: ${earlier.name}" in ${later.name}`,
    });
  }
  return policies;
}

/** Policies in order of application: by first day, then each policy after those it works on, then by name. */
export function inOrder(policies: readonly Policy[]): readonly Policy[] {
  const named = new Set(policies.map((policy) => policy.name));
  const depth = (policy: Policy) => policy.after.filter((name) => named.has(name)).length;
  return [...policies].sort((a, b) => a.from - b.from || depth(a) - depth(b) || (a.name < b.name ? -1 : 1));
}

/** The policies in force on `day`, in order of application. */
export function inForce(policies: readonly Policy[], day: Day): readonly Policy[] {
  return policies.filter((policy) => policy.from <= day && day < policy.until);
}

/** Two changes of the same number at the same time without a declared order. */
export interface Contradiction {
  readonly earlier: Policy;
  readonly later: Policy;
  readonly change: Change;
}

/** Every contradiction among policies that are in order, one per pair and lever. */
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

function readPolicy(name: string, node: Located, reading: LeverReading): Policy | undefined {
  const { problems } = reading;
  const shape = readShape(policyShape, node, `policies.${name}`, problems);
  const set = node.kind === 'map' ? node.entries.get('set')?.node : undefined;
  const changes = set?.kind === 'map' ? readChanges(set, reading) : [];
  if (shape === undefined) return undefined;
  const { from, until = Infinity, label, because, after = [] } = shape;
  if (until <= from) {
    const place = (node as LocatedMap).entries.get('until')?.node.place ?? node.place;
    problems.push({ place, problem: `policies.${name}: it ends on ${formatDay(until)}, before its first day is over` });
  }
  return { name, from, until, label, because, after, changes };
}

function everythingBefore(policy: Policy, all: readonly Policy[]): readonly string[] {
  const found = new Set<string>();
  const follow = (names: readonly string[]) => {
    for (const name of names) {
      if (found.has(name)) continue;
      found.add(name);
      follow(all.find((other) => other.name === name)?.after ?? []);
    }
  };
  follow(policy.after);
  return [...found].sort();
}

function complainOfOrder(policy: Policy, all: readonly Policy[], node: LocatedMap, problems: Problems): void {
  const own = (node.entries.get(policy.name) as Entry).node as LocatedMap;
  const place = own.entries.get('after')?.node.place ?? own.place;
  for (const name of policy.after) {
    const other = all.find((one) => one.name === name);
    if (name === policy.name) {
      problems.push({ place, problem: `policies.${policy.name}: it comes after itself` });
    } else if (other === undefined) {
      if (node.entries.has(name)) continue;
      const names = [...node.entries.keys()].filter((one) => one !== policy.name);
      const problem = `policies.${policy.name}: there is no policy "${name}" to come after`;
      problems.push({ place, problem, remedy: suggestion(name, names) });
    } else if (other.from > policy.from) {
      const reason = `${name} begins on ${formatDay(other.from)}, ${policy.name} on ${formatDay(policy.from)}`;
      problems.push({
        place,
        problem: `policies.${policy.name}: it cannot come after a policy that begins later`,
        reason,
      });
    }
  }
}
