/**
 * Told counts: how many people of a list are told, so that nobody finds out a number under five.
 *
 * A small number that is left out comes back as the total less all others. So the small ones are joined, smallest first, until
 * they are five or more together, and nothing but their sum is told (statistical offices call it secondary suppression; A. Hundepool
 * and others, Statistical Disclosure Control, 2012, chapter 4). Levels are joined first, then statuses within each. Every number told
 * anywhere is a sum of these groups, so no two tables give more away than one.
 */
import { listedStatuses } from './inside.ts';

/** Fewer people of a list than this are not told apart. */
const FEWEST_TOLD = 5;

/** The people of one or several members of a dimension, together. */
export interface ToldGroup {
  readonly names: readonly string[];
  readonly people: number;
}

/** The people of one or several levels, and their legal statuses. */
export interface ToldLevel extends ToldGroup {
  readonly statuses: readonly ToldGroup[];
}

/**
 * Counts by name in groups that may be told, in their own order: a count of five or more alone, smaller ones joined with the next
 * larger. Names without people are left out, unless there are too few people to tell which names have any.
 */
export function toldGroups(counts: ReadonlyMap<string, number>): readonly ToldGroup[] {
  const ascending = [...counts].filter(([, people]) => people > 0).sort(([, a], [, b]) => a - b);
  const joined: string[] = [];
  let people = 0;
  // as many people as names would mean one of each
  const isEnough = () => people >= FEWEST_TOLD && people > joined.length;
  for (const [name, count] of ascending) {
    if (count >= FEWEST_TOLD && (joined.length === 0 || isEnough())) break;
    joined.push(name);
    people += count;
  }
  const hidden = joined.length === 0 || isEnough() ? joined : [...counts.keys()];
  const alone = ascending.filter(([name]) => !hidden.includes(name));
  const groups = [
    ...alone.map(([name, count]) => ({ names: [name], people: count })),
    ...(hidden.length === 0 ? [] : [{ names: inOrder(hidden, counts), people }]),
  ];
  const order = inOrder(
    groups.map(({ names }) => names[0]),
    counts,
  );
  return groups.sort((a, b) => order.indexOf(a.names[0]) - order.indexOf(b.names[0]));
}

function inOrder(names: readonly string[], counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts.keys()].filter((name) => names.includes(name));
}

/** The people of a list by level and by status within it. */
export function toldLevels(
  people: readonly { readonly level: string; readonly status: string }[],
  levels: readonly string[],
): readonly ToldLevel[] {
  const countsOf = (names: readonly string[], key: 'level' | 'status', some: typeof people) =>
    new Map(names.map((name) => [name, some.filter((one) => one[key] === name).length]));
  return toldGroups(countsOf(levels, 'level', people)).map((group) => {
    const own = people.filter(({ level }) => group.names.includes(level));
    return { ...group, statuses: toldGroups(countsOf(listedStatuses, 'status', own)) };
  });
}

/** The names of a group: `remand`, `remand or detained`. */
export function namesInWords({ names }: ToldGroup): string {
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

/** Groups with their people: `59 serving, 38 remand or defaulting`. */
export function groupsInWords(groups: readonly ToldGroup[]): string {
  return groups.map((group) => `${group.people} ${namesInWords(group)}`).join(', ');
}
