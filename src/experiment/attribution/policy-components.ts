/**
 * Policy components: the parts that can be switched separately between two scenarios that differ only in their policies.
 *
 * A policy that the two scenarios do not share is a part: off means as in the first scenario, on as in the second. Policies that
 * move the same number at the same time depend on each other, so they form one part; so do policies put into one group by the user.
 */
import { contradictions, inOrder, type Policy } from '../../scenario/policy.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** Policies that are switched together; `name` joins their names, or is that of their group. */
export interface PolicyComponent {
  readonly name: string;
  /** As in the first scenario, and as in the second. */
  readonly off: readonly Policy[];
  readonly on: readonly Policy[];
}

/** The names of the policies in which two scenarios differ: first those of the first scenario, then those only in the second. */
export function policiesThatDiffer(baseline: Scenario, scenario: Scenario): readonly string[] {
  const names = new Set([...baseline.policies, ...scenario.policies].map(({ name }) => name));
  return [...names].filter((name) => textOf(baseline, name) !== textOf(scenario, name));
}

/** The parts between two scenarios; `groups` holds the policies of each group by its name, all of which must differ. */
export function componentsBetween(
  baseline: Scenario,
  scenario: Scenario,
  groups: ReadonlyMap<string, readonly string[]> = new Map(),
): readonly PolicyComponent[] {
  const names = policiesThatDiffer(baseline, scenario);
  const differs = ({ name }: Policy) => names.includes(name);
  const [off, on] = [baseline.policies.filter(differs), scenario.policies.filter(differs)];
  const alone = inOrder([...off, ...on].map((policy) => ({ ...policy, after: [] })));
  const ties = contradictions(alone).map(({ earlier, later }) => [earlier.name, later.name]);
  const sets = joined(names, [...ties, ...groups.values()]);
  return sets.map((set) => {
    const called = [...groups].filter(([, members]) => set.includes(members[0])).map(([name]) => name);
    const rest = set.filter((name) => ![...groups.values()].some((members) => members.includes(name)));
    const within = ({ name }: Policy) => set.includes(name);
    return { name: [...called, ...rest].join(' + '), off: off.filter(within), on: on.filter(within) };
  });
}

/** The policies in force when the parts of a coalition, one bit per part, are on. */
export function policiesUnder(
  baseline: Scenario,
  parts: readonly PolicyComponent[],
  coalition: number,
): readonly Policy[] {
  const switched = new Set(parts.flatMap(({ off, on }) => [...off, ...on].map(({ name }) => name)));
  const shared = baseline.policies.filter(({ name }) => !switched.has(name));
  return [...shared, ...parts.flatMap(({ off, on }, at) => ((coalition & (1 << at)) === 0 ? off : on))];
}

/** The part of a policy that affects results, as text; undefined if a scenario has no policy of this name. */
function textOf({ policies }: Scenario, name: string): string | undefined {
  const policy = policies.find((one) => one.name === name);
  if (policy === undefined) return undefined;
  const { from, until, after, changes } = policy;
  return JSON.stringify({ from, until: String(until), after, changes });
}

/** Groups names that are tied to each other; groups in the order of their first names. */
function joined(names: readonly string[], ties: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let sets: readonly (readonly string[])[] = names.map((name) => [name]);
  for (const tie of ties) {
    const touched = sets.filter((set) => set.some((name) => tie.includes(name)));
    const together = touched.flat().sort((a, b) => names.indexOf(a) - names.indexOf(b));
    const others = sets.filter((set) => !touched.includes(set));
    sets = [...others, together].sort((a, b) => names.indexOf(a[0]) - names.indexOf(b[0]));
  }
  return sets;
}
