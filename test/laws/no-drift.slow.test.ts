/** Under constant inputs the Norwegian baseline stays where it is: neither stocks nor returns drift over ten years. */
import { describe, expect, test } from 'vitest';
import { runBlock } from '../../src/experiment/study.ts';
import { event, lifeEventNames } from '../../src/people/life-events.ts';
import { status, statuses } from '../../src/people/person.ts';
import type { Summary } from '../../src/simulation/summary.ts';
import { meanInterval } from '../../src/statistics/intervals.ts';
import { norway } from '../tiny.ts';

const REPLICATES = 10;
const YEARS = 3;

const study = { arms: [{ name: 'baseline', scenario: norway() }], replicates: REPLICATES, draws: 0 };
const summaries = Array.from(
  { length: REPLICATES },
  (_, replicate) => runBlock(study, { draw: 0, replicate, arms: [0] })[0].summary,
);

const flow =
  (...kinds: readonly number[]) =>
  (summary: Summary, year: number) =>
    kinds.reduce((total, kind) => total + summary.flow[year * lifeEventNames.length + kind], 0);

const stock = (at: number) => (summary: Summary, year: number) => {
  const perStatus = summary.shape.levels + 1;
  let total = 0;
  for (let week = 52 * year; week < 52 * (year + 1); week++) {
    for (let level = 0; level < perStatus; level++) {
      total += summary.stock[(week * statuses.length + at) * perStatus + level];
    }
  }
  return total;
};

describe('from the first three years to the last three', () => {
  test.each([
    ['people on remand', stock(status.remand)],
    ['people serving', stock(status.serving)],
    ['people on conditional release', stock(status.conditional)],
    ['charges, most of them returns', flow(event.charged)],
    ['prison sentences', flow(event.sentenced, event.merged)],
    ['spells of liberty', flow(event.atRisk)],
    ['releases', flow(event.fullTime, event.conditional)],
  ])('%s neither grow nor shrink', (_, measure) => {
    const changes = summaries.map((summary) => {
      const sum = (from: number) => [0, 1, 2].reduce((total, year) => total + measure(summary, from + year), 0);
      return sum(summary.shape.years - YEARS) / sum(0) - 1;
    });
    const { mean, low, high } = meanInterval(changes, 0.999);
    expect(low).toBeLessThanOrEqual(0);
    expect(high).toBeGreaterThanOrEqual(0);
    expect(Math.abs(mean)).toBeLessThan(0.03);
  });
});
