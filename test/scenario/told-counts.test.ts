/** No number of under five people can be found out from those told, even by somebody who knows the rule. */
import { expect, test } from 'vitest';
import { listedStatuses } from '../../src/scenario/inside.ts';
import { groupsInWords, toldGroups, toldLevels } from '../../src/scenario/told-counts.ts';

const groups = (...counts: readonly number[]) =>
  groupsInWords(toldGroups(new Map(counts.map((count, at) => ['abcdefgh'[at]!, count]))));

test.each([
  [[109, 34, 0, 5], '109 a, 34 b, 5 d'],
  [[109, 34, 0, 4], '109 a, 38 b or d'],
  [[109, 3, 4, 0], '109 a, 7 b or c'],
  [[1, 1, 1, 1, 1, 9], '14 a, b, c, d, e or f'],
  [[1, 1, 1, 1, 1, 1, 9], '15 a, b, c, d, e, f or g'],
  [[1, 1, 1, 1, 1, 0], '5 a, b, c, d, e or f'],
  [[4, 4], '8 a or b'],
  [[3, 0], '3 a or b'],
  [[0, 7], '7 b'],
  [[0, 0], ''],
])('%j people are told as "%s"', (counts, told) => {
  expect(groups(...counts)).toBe(told);
});

/** Every way to put so many people into so many cells. */
function* ways(people: number, cells: number): Generator<readonly number[]> {
  if (cells === 1) yield [people];
  else
    for (let first = 0; first <= people; first++)
      for (const rest of ways(people - first, cells - 1)) yield [first, ...rest];
}

const LEVELS = ['closed', 'open'];

test.each([4, 5, 7, 9])(
  'of %i people at two levels, every small number may be another as far as one can tell',
  (people) => {
    const cells = LEVELS.flatMap((level) => listedStatuses.map((status) => ({ level, status })));
    const sameText = new Map<string, (readonly number[])[]>();
    for (const counts of ways(people, cells.length)) {
      const list = counts.flatMap((count, cell) => Array.from({ length: count }, () => cells[cell]!));
      const text = JSON.stringify(toldLevels(list, LEVELS));
      sameText.set(text, [...(sameText.get(text) ?? []), counts]);
    }
    const found: string[] = [];
    for (const [text, tables] of sameText) {
      const sums = (counts: readonly number[]) => [
        ...counts,
        ...LEVELS.map((_, level) => counts.slice(level * 4, level * 4 + 4).reduce((a, b) => a + b, 0)),
        ...listedStatuses.map((_, status) => counts[status]! + counts[4 + status]!),
      ];
      const all = tables.map(sums);
      all[0]!.forEach((count, at) => {
        const isKnown = all.every((other) => other[at] === count);
        if (isKnown && count > 0 && count < 5) found.push(`${text}: ${count}`);
      });
    }
    expect(found.slice(0, 3)).toEqual([]);
  },
);
