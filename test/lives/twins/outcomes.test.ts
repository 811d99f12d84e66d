/** What a life comes to: sentences, days apart, and what counts as gone. */
import { describe, expect, test } from 'vitest';
import type { RecordedEvent } from '../../../src/lives/life.ts';
import { outside } from '../../../src/lives/trajectory.ts';
import {
  daysApart,
  firstSentence,
  isGoneBefore,
  outcomesIn,
  twinOutcomesOf,
} from '../../../src/lives/twins/outcomes.ts';
import { event, type LifeEventName } from '../../../src/people/life-events.ts';

const at = (day: number, name: LifeEventName, detail = 0): RecordedEvent => ({ kind: event[name], day, detail });
const window = { start: 100, end: 200, levels: 2 };

describe('the first sentence served', () => {
  const served = [at(10, 'charged'), at(20, 'sentenced', 60), at(40, 'admitted'), at(90, 'fullTime')];

  test.each<[string, readonly RecordedEvent[], number | undefined]>([
    ['is none where it is over before', served, undefined],
    ['is the one that runs on the first day', served.slice(0, 3), 60],
    ['is the next where that is over', [...served, at(120, 'sentenced', 300), at(130, 'admitted')], 300],
    [
      'is the first of two',
      [...served.slice(0, 3), at(110, 'fullTime'), at(120, 'sentenced', 9), at(130, 'admitted')],
      60,
    ],
    ['counts what was merged into it', [at(90, 'sentenced', 60), at(95, 'merged', 30), at(110, 'monitored', 90)], 90],
    ['is none while it is only waited for', [at(90, 'sentenced', 60)], undefined],
    ['is no fine', [at(90, 'defaulted', 5), at(110, 'fineBegun', 5)], undefined],
  ])('%s', (_, life, days) => {
    expect(firstSentence(life, 100)).toBe(days);
  });
});

test('days apart are those on which both are followed and in different states', () => {
  const [remand, gone] = [outside('remand', 2), outside('gone', 2)];
  const first = [
    { from: 50, state: 0 },
    { from: 120, state: 1 },
    { from: 190, state: gone },
  ];
  const second = [
    { from: 90, state: 0 },
    { from: 110, state: remand },
    { from: 150, state: 1 },
  ];
  expect(daysApart(first, second, window)).toEqual({ apart: 40, followed: 90 });
  expect(daysApart(first, first, window)).toEqual({ apart: 0, followed: 90 });
  expect(daysApart([{ from: 150, state: 0 }], [{ from: 160, state: 1 }], window)).toEqual({ apart: 40, followed: 40 });
});

test('outcomes are counted within the window, by state, and without the first charge', () => {
  const names = twinOutcomesOf(['closed', 'open']).map(({ label }) => label);
  const spans = [
    { from: 50, state: outside('remand', 2) },
    { from: 110, state: 0 },
    { from: 130, state: 1 },
    { from: 160, state: outside('electronic monitoring', 2) },
    { from: 170, state: outside('treatment', 2) },
    { from: 190, state: outside('liberty', 2) },
  ];
  const life = [at(105, 'charged'), at(120, 'charged'), at(195, 'charged'), at(199, 'died')];
  const counts = outcomesIn(life, spans, window);
  expect(Object.fromEntries(names.map((name, place) => [name, counts[place]]))).toEqual({
    'days in custody': 10 + 20 + 30 + 20,
    'days on remand': 10,
    'days serving: closed': 20,
    'days serving: open': 30,
    'days serving: monitoring': 10,
    'new charges': 2,
    deaths: 1,
  });
});

test('gone is who has left before a day, whatever the last event was otherwise', () => {
  expect(isGoneBefore([at(90, 'died')], 100)).toBe(true);
  expect(isGoneBefore([at(100, 'died')], 100)).toBe(false);
  expect(isGoneBefore([at(90, 'fullTime')], 100)).toBe(false);
  expect(isGoneBefore([], 100)).toBe(false);
});
