/**
 * Arrivals and remand against theory. With places for all, nobody returning and one mean stay for everybody, arrivals are a
 * Poisson stream and stays are exponential times rounded up to whole days, so that exact tests apply. Each is judged at
 * a level of 0.001; the luck is fixed, so a failure is a defect and not chance.
 */
import { expect, test } from 'vitest';
import { incompleteBeta } from '../../src/engine/beta.ts';
import { randomKey, uniform } from '../../src/engine/random.ts';
import { status } from '../../src/people/person.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { exactBinomialTest } from '../../src/statistics/binomial.ts';
import { livesIn, tinyCell, withLevers } from '../tiny.ts';

const LEVEL = 0.001;
const MEAN_DAYS = 40;
const PER_YEAR = 1200;

const given = tinyCell().parameters[0].values;
const cell = withLevers(tinyCell(), {
  arrivals: { ...given.arrivals, perYear: PER_YEAR },
  facility: { ...given.facility, places: Float64Array.of(1e6, 1e6, 1e6) },
  remand: {
    share: new Float64Array(6).fill(1),
    shareWithoutPrison: 1,
    meanDays: new Float64Array(6).fill(MEAN_DAYS),
    daysWithoutPrison: MEAN_DAYS,
    foreignFactor: 1,
    firstPart: 0,
  },
  mortality: { rate: 0.0001 },
  reoffending: { ...given.reoffending, shift: -60 },
});
const { world, summary } = simulate(cell, true);
const lives = [...livesIn(world).values()];
const days = cell.end - cell.burnInStart;
const stays = lives.flatMap((life) => life.filter(({ event }) => event === 'remandEnded').map(({ detail }) => detail));

test('nobody is charged twice in this world, and everybody charged is remanded', () => {
  expect(lives.filter((life) => life.filter(({ event }) => event === 'charged').length !== 1)).toEqual([]);
  expect(lives.filter((life) => life[1]?.event !== 'remanded')).toEqual([]);
});

test("Little's law by counting: the person-days in remand are the days that people spent there, one by one", () => {
  const perStatus = summary.shape.levels + 1;
  const cells = summary.stock.length / summary.shape.weeks;
  let counted = 0;
  for (let week = 0; week < summary.shape.weeks; week++)
    counted += summary.stock[week * cells + status.remand * perStatus];
  let spent = 0;
  for (const life of lives) {
    const from = life.find(({ event }) => event === 'remanded')!.day;
    const ended = life.find(({ event, day }) => day >= from && (event === 'remandEnded' || event === 'died'));
    spent += Math.max(0, Math.min(ended?.day ?? cell.end, cell.end) - Math.max(from, cell.start));
  }
  expect(counted).toBe(spent);
  expect(counted).toBeGreaterThan(100_000);
});

test('the number of arrivals is that of a Poisson stream of the given rate', () => {
  expect(poissonTest(lives.length, (PER_YEAR * days) / 365.25)).toBeGreaterThan(LEVEL);
});

test('arrivals are spread evenly over the years: half of them in half of the days', () => {
  const middle = cell.burnInStart + Math.floor(days / 2);
  const early = lives.filter((life) => life[0].day < middle).length;
  expect(exactBinomialTest(early, lives.length, Math.floor(days / 2) / days)).toBeGreaterThan(LEVEL);
});

/**
 * Given their number, arrivals of a Poisson stream fall on days independently and evenly. So the dispersion of the counts by
 * ten days has a known distribution, which is drawn here 1,999 times: a Monte Carlo test, exact at its level.
 */
test('arrivals are neither more regular nor more clustered than chance', () => {
  const blocks = Math.floor(days / 10);
  const counts = new Int32Array(blocks);
  for (const life of lives) {
    const block = Math.floor((life[0].day - cell.burnInStart) / 10);
    if (block < blocks) counts[block]++;
  }
  const people = counts.reduce((sum, count) => sum + count, 0);
  const observed = squares(counts);
  const key = randomKey('arrivals are a Poisson stream', 0);
  const trials = 1999;
  let asClustered = 1;
  let asRegular = 1;
  for (let trial = 0; trial < trials; trial++) {
    counts.fill(0);
    for (let person = 0; person < people; person++)
      counts[Math.floor(uniform(key.low, key.high, person, trial) * blocks)]++;
    const drawn = squares(counts);
    if (drawn >= observed) asClustered++;
    if (drawn <= observed) asRegular++;
  }
  expect((2 * Math.min(asClustered, asRegular)) / (trials + 1)).toBeGreaterThan(LEVEL);
});

/** An exponential time rounded up to whole days is geometric, and a sum of n of them is n trials' worth of failures more. */
test('stays have the mean that was asked for, by the exact distribution of their sum', () => {
  const chance = 1 - Math.exp(-1 / MEAN_DAYS);
  const begun = lives.map((life) => life.find(({ event }) => event === 'remanded')!.day);
  // stays that begin long before the end are seen whole, however long they are
  const whole = stays.slice(0, begun.filter((day) => day < cell.end - 40 * MEAN_DAYS).length);
  const sum = whole.reduce((total, stay) => total + stay, 0);
  const upTo = incompleteBeta(whole.length, sum - whole.length + 1, chance);
  expect(whole.length).toBeGreaterThan(1000);
  expect(Math.min(upTo, 1 - upTo) * 2).toBeGreaterThan(LEVEL);
});

test("Little's law in expectation: occupancy is the rate of entries times the mean stay", () => {
  const meanStay = 1 / (1 - Math.exp(-1 / MEAN_DAYS));
  const expected = (PER_YEAR / 365.25) * meanStay;
  // evenings a year apart share hardly anybody, and the number in such a system is Poisson: their sum is Poisson too
  const evenings = [0, 1, 2].map((year) => cell.start + year * 365);
  const present = evenings.map((evening) => {
    const insideThen = lives.filter((life) => {
      const from = life.find(({ event }) => event === 'remanded')!.day;
      const ended = life.find(({ event, day }) => day >= from && (event === 'remandEnded' || event === 'died'));
      return from <= evening && (ended?.day ?? Infinity) > evening;
    });
    return insideThen.length;
  });
  const total = present.reduce((sum, people) => sum + people, 0);
  expect(poissonTest(total, expected * evenings.length)).toBeGreaterThan(LEVEL);
});

function squares(counts: Int32Array): number {
  return counts.reduce((sum, count) => sum + count * count, 0);
}

/** Twice the smaller tail of a Poisson count, summed outwards from the count itself. */
function poissonTest(count: number, mean: number): number {
  let logFactorial = 0;
  for (let k = 2; k <= count; k++) logFactorial += Math.log(k);
  const at = Math.exp(count * Math.log(mean) - mean - logFactorial);
  let below = 0;
  let chance = at;
  for (let k = count; k >= 0 && chance > 0; k--) {
    below += chance;
    chance *= k / mean;
  }
  return Math.min(1, 2 * Math.min(below, 1 - below + at));
}
