/**
 * Policies as a scenario writes them: read one by one, then checked against each other.
 */
import { formatDay } from '../engine/calendar.ts';
import type { Catalogue } from '../evidence/catalogue.ts';
import { describe, type Entry, type Located, type LocatedMap, type Problems } from '../evidence/document.ts';
import { suggestion } from '../evidence/nearest.ts';
import { readShape } from '../evidence/shape.ts';
import type { Dimensions } from '../evidence/value.ts';
import { readChanges } from './change.ts';
import { type Change, contradictions, inOrder, type Policy, writtenPath } from './policy.ts';
import { policyShape } from './schema.ts';

/** Reads the policies under `node`. `places` learns where each change stands; what is wrong goes to `problems`. */
export function readPolicies(
  node: Located | undefined,
  catalogue: Catalogue,
  dimensions: Dimensions,
  places: Map<Change, string>,
  problems: Problems,
): readonly Policy[] {
  if (node === undefined) return [];
  if (node.kind !== 'map') {
    problems.push({ place: node.place, problem: `policies: expected keys with values, got ${describe(node)}` });
    return [];
  }
  const read = [...node.entries].flatMap(([name, entry]) => {
    const policy = readPolicy(name, entry.node, catalogue, dimensions, places, problems);
    return policy === undefined ? [] : [policy];
  });
  const policies = read.map((policy) => ({ ...policy, after: everythingBefore(policy, read) }));
  for (const policy of policies) complainOfOrder(policy, policies, node, problems);
  for (const { earlier, later, change } of contradictions(inOrder(policies))) {
    problems.push({
      place: places.get(change) ?? node.place,
      problem: `${earlier.name} and ${later.name} both move ${writtenPath(change)} from ${formatDay(later.from)} on`,
      remedy: `end ${earlier.name} before, or write "after: ${earlier.name}" in ${later.name}`,
    });
  }
  return policies;
}

function readPolicy(
  name: string,
  node: Located,
  catalogue: Catalogue,
  dimensions: Dimensions,
  places: Map<Change, string>,
  problems: Problems,
): Policy | undefined {
  const shape = readShape(policyShape, node, `policies.${name}`, problems);
  const set = node.kind === 'map' ? node.entries.get('set')?.node : undefined;
  const located = set?.kind === 'map' ? readChanges(set, catalogue, dimensions, problems) : [];
  for (const { change, place } of located) places.set(change, place);
  if (shape === undefined) return undefined;
  const { from, until = Infinity, label, because, after = [] } = shape;
  if (until <= from) {
    const place = (node as LocatedMap).entries.get('until')?.node.place ?? node.place;
    problems.push({ place, problem: `policies.${name}: it ends on ${formatDay(until)}, before it holds for a day` });
  }
  return { name, from, until, label, because, after, changes: located.map(({ change }) => change) };
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
      problems.push({ place, problem: `policies.${policy.name}: it cannot come after what begins later`, reason });
    }
  }
}
