/** Waiting: processing and the queue are two states, and waits have a middle and an end. */
import { expect, test } from 'vitest';
import { waitingMeasures, waitWithin } from '../../src/measures/waiting.ts';
import { readingsByYear } from '../../src/measures/year.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { sums, WAITS } from '../../src/simulation/summary.ts';
import { livesIn, tinyCell, withLevers } from '../tiny.ts';

function waits(...days: readonly number[]) {
  const counted = new Int32Array(2 * WAITS);
  for (const [at, day] of days.entries()) counted[(at % 2) * WAITS + Math.min(day, WAITS - 1)]++;
  return { waits: counted, shape: { weeks: 1, years: 2, levels: 1, offences: 1 } };
}

test.each([
  [[3], 0.5, 3, 'one wait is all of them'],
  [[1, 2, 3, 40], 0.5, 2, 'two of four'],
  [[1, 2, 3, 40, 50], 0.5, 3, 'the third of five'],
  [[1, 1, 1, 1, 1, 1, 1, 1, 1, 90], 0.9, 1, 'nine of ten'],
  [[1, 1, 1, 1, 1, 1, 1, 1, 90, 90], 0.9, 90, 'and not eight'],
  [[0, 0], 0.9, 0, 'no wait at all'],
  [[1826, 4000, 1], 0.5, Number.NaN, 'longer than is counted'],
  [[1825, 1825, 1], 0.9, 1825, 'the longest that is counted'],
  [[], 0.5, Number.NaN, 'nobody begins'],
])('of waits %j, a share %f is within %f days: %s', (days, share, within, _) => {
  expect(waitWithin(waits(...days), share)).toBe(within);
});

const cell = tinyCell();
const measured = (given = cell) => {
  const { summary } = simulate(given);
  const reading = { summary, days: given.end - given.start, parameters: given.parameters[0].values };
  return Object.fromEntries(waitingMeasures().map(({ id, value }) => [id, value(reading)]));
};

test('longer processing lengthens no queue, and fewer places do', () => {
  const { facility, sentence } = cell.parameters[0].values;
  const roomy = { ...facility, places: facility.places.map((places) => 4 * places) };
  const spacious = withLevers(cell, { facility: roomy });
  const now = measured(spacious);
  const slow = measured(withLevers(spacious, { sentence: { daysToStart: 3 * sentence.daysToStart } }));
  const crowded = measured(
    withLevers(cell, { facility: { ...facility, places: facility.places.map((places) => places / 2) } }),
  );
  expect(slow['processing']).toBeGreaterThan(2 * now['processing']);
  expect(slow['queue-length']).toBeLessThan(1.2 * now['queue-length']);
  expect(now['queue-length']).toBeLessThan(0.2 * now['processing']);
  expect(crowded['queue-length']).toBeGreaterThan(5 * now['queue-length']);
  expect(crowded['waiting-days-90']).toBeGreaterThan(now['waiting-days-90']);
  expect(crowded['waiting-days-90']).toBeGreaterThan(crowded['waiting-days-median']);
});

test('every wait is counted once, in its year, by its days', () => {
  const { summary, world } = simulate(cell, true);
  const days: number[] = [];
  for (const life of livesIn(world).values()) {
    let since: number | undefined;
    for (const { event, day } of life) {
      if (event === 'summoned') since = day;
      if (event === 'passedStraight' || event === 'detained') since = undefined;
      const begins = event === 'admitted' || event === 'monitored' || event === 'fineBegun';
      if (begins && since !== undefined && day >= cell.start) days.push(day - since);
      if (begins) since = undefined;
    }
  }
  const counted = [...summary.waits].flatMap((count, at) => new Array<number>(count).fill(at % WAITS));
  const ascending = (values: number[]) => values.sort((a, b) => a - b);
  expect(ascending(counted)).toEqual(ascending(days));
  const mean = summary.sums.filter((_, at) => at % sums.length === sums.indexOf('waiting-days'));
  expect(mean.reduce((sum, one) => sum + one, 0)).toBe(days.reduce((sum, one) => sum + one, 0));
  const byYear = [...readingsByYear(cell, summary).values()];
  const total = byYear.reduce((sum, { summary: one }) => sum + one.waits.reduce((all, count) => all + count, 0), 0);
  expect(total).toBe(days.length);
});
