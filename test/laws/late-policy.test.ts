/** A policy that begins late does as much to people who enter after it as one that begins at once: it is not diluted. */
import { expect, test } from 'vitest';
import { inProcess } from '../../src/runners/in-process.ts';
import { withRun } from '../../src/scenario/scenario.ts';
import { policy, tinyScenario } from '../tiny.ts';
import { latePolicy } from './late-policy.ts';

const crowd = policy('crowd', '1900-01-01', 'arrivals.per_year', '{multiply: 3}');
const from = (day: string) => crowd + policy('crime', day, 'reoffending.shift', '1.5');
const world = (policies: string) => withRun(tinyScenario(policies), { years: 6, seed: 'late' });

test('the same policy from the first and from the third year, months 1 to 24 since people entered under it', async () => {
  const scenarios = [world(crowd), world(from('2012-01-01')), world(from('2014-01-01'))] as const;
  const { early, late, diluted } = await latePolicy(scenarios, 3, inProcess());
  for (const { low, detectable, difference } of [early, late]) {
    expect(low).toBeGreaterThan(0);
    expect(detectable).toBeLessThan(difference);
  }
  // the two intervals overlap: what differs is who entered
  expect(late.low).toBeLessThan(early.high);
  expect(early.low).toBeLessThan(late.high);
  // counted over people of all years it would look smaller than it is
  expect(diluted.difference).toBeGreaterThan(0);
  expect(diluted.difference).toBeLessThan(0.8 * late.difference);
});
