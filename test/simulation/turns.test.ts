import { expect, test } from 'vitest';
import { Turns } from '../../src/simulation/turns.ts';

test('the lowest kind comes first, with all of its people', () => {
  const turns = new Turns(3);
  turns.begin();
  for (const [kind, row] of [
    [2, 7],
    [1, 5],
    [1, 6],
  ]) {
    turns.add(kind, row);
  }
  const taken: [number, number][] = [];
  for (let kind = turns.lowest(); kind >= 0; kind = turns.lowest()) taken.push([kind, turns.take(kind)]);
  expect(taken.map(([kind]) => kind)).toEqual([1, 1, 2]);
  expect(new Set(taken.map(([, row]) => row))).toEqual(new Set([5, 6, 7]));
});

test('who is added under a lower kind comes before those who are left', () => {
  const turns = new Turns(3);
  turns.begin();
  turns.add(2, 1);
  turns.add(2, 2);
  turns.take(turns.lowest());
  turns.add(0, 9);
  expect(turns.lowest()).toBe(0);
});

test('there is room for any number of people, and a new day begins with nobody', () => {
  const turns = new Turns(1);
  turns.begin();
  for (let row = 0; row < 1000; row++) turns.add(0, row);
  expect(new Set(Array.from({ length: 1000 }, () => turns.take(0))).size).toBe(1000);
  turns.add(0, 1);
  turns.begin();
  expect(turns.lowest()).toBe(-1);
});
