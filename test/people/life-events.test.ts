import { expect, test } from 'vitest';
import { MOST_KINDS } from '../../src/engine/agenda-record.ts';
import { diaryNames, event, lifeEventNames, lifeEvents } from '../../src/people/life-events.ts';
import { handlers } from '../../src/simulation/day.ts';

test('an event is its place in the list', () => {
  expect(lifeEventNames.map((name) => event[name])).toEqual([...lifeEventNames.keys()]);
});

test('events that stand in diaries come first, so that a kind of the agenda is the number of an event', () => {
  expect(diaryNames).toEqual(lifeEventNames.slice(0, diaryNames.length));
  expect(diaryNames.length).toBeLessThanOrEqual(MOST_KINDS);
});

test('every event in a diary has one handler, and nothing else has', () => {
  expect(Object.keys(handlers)).toEqual([...diaryNames]);
  for (const name of diaryNames) expect(lifeEvents[name].due!.handledBy).toMatch(/^[a-z]+$/);
});

test('on one day death comes before everything that a person would have lived to see', () => {
  for (const name of diaryNames) if (name !== 'arrived') expect(event[name]).toBeGreaterThanOrEqual(event.died);
});
