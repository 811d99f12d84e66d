/** Two lives part at the first event that they do not share, and the way in which they do is told. */
import { describe, expect, test } from 'vitest';
import type { RecordedEvent } from '../../../src/lives/life.ts';
import { firstDivergence, isSameDivergence, wayOf } from '../../../src/lives/twins/divergence.ts';

const [CHARGED, ADMITTED, MOVED] = [1, 2, 3];
const at = (day: number, kind: number, detail = 0): RecordedEvent => ({ kind, day, detail });
const shared = [at(1, CHARGED), at(5, ADMITTED, 0)];
const parting = (first: readonly RecordedEvent[], second: readonly RecordedEvent[]) =>
  firstDivergence([...shared, ...first], [...shared, ...second])!;

test('the same events are one life', () => {
  expect(firstDivergence(shared, [...shared])).toBeUndefined();
  expect(firstDivergence([], [])).toBeUndefined();
});

test.each([
  ['otherwise', [at(9, MOVED, 1)], [at(9, MOVED, 2)], 9],
  ['instead', [at(9, MOVED, 1)], [at(9, CHARGED)], 9],
  ['earlier', [at(12, MOVED, 1)], [at(9, MOVED, 1)], 9],
  ['later', [at(9, MOVED, 1)], [at(12, MOVED, 2)], 9],
  ['only in the first', [at(9, MOVED)], [at(12, CHARGED)], 9],
  ['only in the first', [at(9, MOVED)], [], 9],
  ['only in the second', [at(12, MOVED)], [at(9, CHARGED)], 9],
  ['only in the second', [], [at(9, CHARGED)], 9],
] as const)('%s', (way, first, second, day) => {
  const divergence = parting(first, second);
  expect(wayOf(divergence)).toBe(way);
  expect(divergence).toMatchObject({ day, shared: 2, first: first[0], second: second[0] });
});

test('what follows has no part in it', () => {
  const one = parting([at(9, MOVED, 1), at(20, CHARGED)], [at(9, MOVED, 2)]);
  const other = parting([at(9, MOVED, 1)], [at(9, MOVED, 2), at(10, CHARGED)]);
  expect(one).toEqual(other);
});

describe('two second lives part from one first in the same way', () => {
  const one = parting([at(9, MOVED, 1)], [at(12, CHARGED)]);

  test('when nothing happens in either on that day, whatever comes later', () => {
    expect(isSameDivergence(one, parting([at(9, MOVED, 1)], [at(30, MOVED, 2)]))).toBe(true);
    expect(isSameDivergence(one, parting([at(9, MOVED, 1)], []))).toBe(true);
  });

  test('not when the event of that day is another, or the day is', () => {
    expect(isSameDivergence(one, parting([at(9, MOVED, 1)], [at(9, MOVED, 2)]))).toBe(false);
    expect(isSameDivergence(one, parting([at(9, MOVED, 1)], [at(8, CHARGED)]))).toBe(false);
    const [low, lower] = [1, 2].map((detail) => parting([at(9, MOVED, 0)], [at(9, MOVED, detail)]));
    expect(isSameDivergence(low, lower)).toBe(false);
  });

  test('not when one of them does not part', () => {
    expect(isSameDivergence(one, undefined)).toBe(false);
    expect(isSameDivergence(undefined, undefined)).toBe(true);
  });
});
