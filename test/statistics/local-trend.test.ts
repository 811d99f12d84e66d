/** The level of a short yearly series: known answers, and how often its bands hold what comes. */
import { expect, test } from 'vitest';
import { exp, normalQuantile } from '../../src/engine/mathematics.ts';
import { randomKey, uniform } from '../../src/engine/random.ts';
import { levelForecast } from '../../src/statistics/local-trend.ts';
import { studentQuantile } from '../../src/statistics/student.ts';
import { studentPaths } from '../../src/statistics/student-paths.ts';

const seriesOf = (logs: readonly number[]) => logs.map((one, at) => ({ year: 2000 + at, value: exp(one) }));

test('equal figures stay, and doubt grows every year: the walk and the slope add up', () => {
  const { level, means, scale, lastYear } = levelForecast(seriesOf([5, 5, 5, 5, 5, 5]), 5);
  expect(lastYear).toBe(2005);
  expect(level).toBeCloseTo(5, 10);
  for (const mean of means) expect(mean).toBeCloseTo(0, 10);
  for (let year = 1; year < 5; year++) expect(scale[year]![year]).toBeGreaterThan(scale[year - 1]![year - 1]!);
  expect(scale[1]![3]).toBe(scale[3]![1]);
});

test('a steady rise goes on, and fades', () => {
  const { means } = levelForecast(seriesOf(Array.from({ length: 20 }, (_, at) => 5 + 0.1 * at)), 6);
  const steps = means.map((mean, at) => mean - (means[at - 1] ?? 0));
  expect(steps[0]).toBeGreaterThan(0.03);
  for (let at = 2; at < 6; at++) expect(steps[at]! / steps[at - 1]!).toBeCloseTo(0.85, 8);
});

test('the prior weighs as three figures: with one error it leaves four degrees of freedom', () => {
  expect(levelForecast(seriesOf([5, 5.1]), 1).degrees).toBe(4);
});

test('a year without a figure widens the doubt of the next', () => {
  const whole = levelForecast(seriesOf([5, 5, 5, 5]), 1);
  const gap = levelForecast(
    seriesOf([5, 5, 5, 5, 5]).filter(({ year }) => year !== 2003),
    1,
  );
  expect(gap.lastYear).toBe(2004);
  expect(gap.scale[0]![0]).toBeGreaterThan(whole.scale[0]![0]! * 1.001);
});

test.each([
  [[{ year: 2000, value: 5 }], 'figures are needed'],
  [[1, 0].map((value, year) => ({ year, value })), 'above zero'],
  [[1, 2].map((value) => ({ year: 2000, value })), 'two figures'],
])('refused: %j', (past, problem) => {
  expect(() => levelForecast(past, 3)).toThrow(problem);
});

test('of levels that walk, with irregular figures, bands of 80 % hold about 80 % three years ahead', () => {
  let held = 0;
  const series = 400;
  for (let one = 0; one < series; one++) {
    const key = randomKey('series', one);
    const normal = (at: number) => normalQuantile(uniform(key.low, key.high, at, 0));
    const levels = [7];
    for (let year = 1; year < 13; year++) levels.push(levels[year - 1]! + 0.05 * normal(year));
    const figures = seriesOf(levels.slice(0, 10).map((level, at) => level + 0.05 * normal(100 + at)));
    const { level, means, scale, degrees } = levelForecast(figures, 3);
    const margin = studentQuantile(0.9, degrees) * Math.sqrt(scale[2]![2]!);
    if (Math.abs(levels[12]! - level - means[2]!) <= margin) held++;
  }
  expect(held / series).toBeGreaterThan(0.74);
  expect(held / series).toBeLessThan(0.92);
});

test('paths have the mean and the variance of Student, are determined by their key, and eight span the doubt', () => {
  const scale = [
    [0.04, 0.04],
    [0.04, 0.08],
  ];
  const paths = studentPaths([0.1, 0.2], scale, 12, 4000, randomKey('paths', 0));
  const meanOf = (of: (path: readonly number[]) => number) => paths.reduce((sum, path) => sum + of(path), 0) / 4000;
  expect(meanOf(([first]) => first!)).toBeCloseTo(0.1, 2);
  expect(meanOf(([, second]) => second!)).toBeCloseTo(0.2, 2);
  expect(meanOf(([first]) => (first! - 0.1) ** 2) / ((0.04 * 12) / 10)).toBeCloseTo(1, 1);
  expect(meanOf(([first, second]) => (first! - 0.1) * (second! - 0.2)) / ((0.04 * 12) / 10)).toBeCloseTo(1, 1);
  const eight = () => studentPaths([0, 0], scale, 12, 8, randomKey('paths', 1));
  expect(eight()).toEqual(eight());
  const last = eight().map(([, second]) => second!);
  expect(last.filter((one) => one > 0).length).toBeGreaterThanOrEqual(3);
  expect(last.filter((one) => one < 0).length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...last) - Math.min(...last)).toBeGreaterThan(2 * Math.sqrt(0.08));
});
