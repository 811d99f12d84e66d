/**
 * The draw as a simulation uses it. Every test here gives an exact or asymptotic p-value under fixed keys; together they are
 * judged at the level 0.001, each at 0.001 divided by their number (Bonferroni).
 */
import { describe, expect, test } from 'vitest';
import { exp, normalCumulative } from '../../src/engine/mathematics.ts';
import { occasionOf, packOccasion, randomKey, uniform } from '../../src/engine/random.ts';

const DRAWS = 60_000;

/** A neighbouring pair of draws: number `pair` of the pairs along an axis. */
type Pair = (pair: number) => readonly [number, number];

const keys = Array.from({ length: 64 }, (_, replicate) => randomKey('independence', replicate));
const draw = (replicate: number, person: number, stream: number, decision: number, occasion: number) =>
  uniform(keys[replicate].low, keys[replicate].high, person, packOccasion(stream, decision, occasion));

const axes: readonly (readonly [string, Pair])[] = [
  ['people', (i) => [draw(0, 2 * i, 1, 3, 0), draw(0, 2 * i + 1, 1, 3, 0)]],
  ['people far apart', (i) => [draw(0, i, 1, 4, 0), draw(0, i + 2 ** 31, 1, 4, 0)]],
  ['streams', (i) => [draw(0, i, i % 15, 5, 0), draw(0, i, (i % 15) + 1, 5, 0)]],
  ['decisions', (i) => [draw(0, i, 1, i % 255, 1), draw(0, i, 1, (i % 255) + 1, 1)]],
  ['episodes', (i) => [draw(0, i, 2, 6, occasionOf(i % 511, 0)), draw(0, i, 2, 6, occasionOf((i % 511) + 1, 0))]],
  ['counts', (i) => [draw(0, i, 2, 7, occasionOf(1, i % 2047)), draw(0, i, 2, 7, occasionOf(1, (i % 2047) + 1))]],
  ['replicates', (i) => [draw(i % 63, i, 1, 8, 0), draw((i % 63) + 1, i, 1, 8, 0)]],
  ['seeds one bit apart', (i) => [uniform(i, 77, 5, 9), uniform(i ^ (1 << (i % 32)), 77, 5, 9)]],
  ['person and decision exchanged', (i) => [uniform(1, 2, i, i + 1), uniform(1, 2, i + 1, i)]],
];

/** Two tests an axis (correlation, joint uniformity), and three of uniformity under eight keys. */
const level = 0.001 / (axes.length * 2 + 8 * 3);

describe.each(axes)('draws of neighbouring %s', (_axis, pairOf) => {
  const pairs = Array.from({ length: DRAWS }, (_, pair) => pairOf(pair));

  test('are uncorrelated', () => {
    const covariance = pairs.reduce((sum, [a, b]) => sum + (a - 0.5) * (b - 0.5), 0);
    const z = (12 * covariance) / Math.sqrt(DRAWS);
    expect(2 * normalCumulative(-Math.abs(z))).toBeGreaterThan(level);
  });

  test('fill the square evenly', () => {
    const cells = new Int32Array(17 * 17);
    for (const [a, b] of pairs) cells[Math.floor(a * 17) * 17 + Math.floor(b * 17)]++;
    expect(evenness(cells)).toBeGreaterThan(level);
  });
});

describe.each([0, 1, 2, 3, 4, 5, 6, 7])('draws under key %d', (replicate) => {
  const draws = Array.from({ length: DRAWS }, (_, person) => draw(replicate, person, 1, 1, 0));

  test('fill the unit interval evenly', () => {
    const cells = new Int32Array(257);
    for (const u of draws) cells[Math.floor(u * 257)]++;
    expect(evenness(cells)).toBeGreaterThan(level);
  });

  test('have even lower bits', () => {
    const cells = new Int32Array(257);
    for (const u of draws) cells[Math.floor(u * 2 ** 52) % 257]++;
    expect(evenness(cells)).toBeGreaterThan(level);
  });

  test('have the mean one half', () => {
    const z = draws.reduce((sum, u) => sum + u - 0.5, 0) / Math.sqrt(DRAWS / 12);
    expect(2 * normalCumulative(-Math.abs(z))).toBeGreaterThan(level);
  });
});

test('the judge itself rejects a counter that is not mixed', () => {
  const cells = new Int32Array(257);
  for (let person = 0; person < DRAWS; person++) cells[Math.floor((person / 2 ** 17) * 257)]++;
  expect(evenness(cells)).toBeLessThan(level);
});

/** The smaller of two chances, doubled: cells as uneven, or as even, as these. An odd number of cells, alike in expectation. */
function evenness(cells: Int32Array): number {
  const expected = cells.reduce((sum, count) => sum + count, 0) / cells.length;
  const statistic = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const above = chiSquareAbove(statistic, cells.length - 1);
  return 2 * Math.min(above, 1 - above);
}

/** The chi-square tail for an even number of degrees of freedom: a Poisson sum in closed form. */
function chiSquareAbove(statistic: number, degrees: number): number {
  const mean = statistic / 2;
  if (mean > 700) return 0;
  let term = exp(-mean);
  let sum = term;
  for (let count = 1; count < degrees / 2; count++) {
    term *= mean / count;
    sum += term;
  }
  return Math.min(1, sum);
}
