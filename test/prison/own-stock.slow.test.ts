/**
 * The program's own stock, written out and read back into another run of the same system: nothing jumps.
 *
 * Twenty pairs at a tenth of Norway: a run goes on from its burn-in, and another run, with other luck, goes on from the list of the
 * first. Person-days by level in weeks 1-13, 14-52 and 53-104 are compared by an exact-order sign-flip test with Holm's correction;
 * the mean gap is under 2 % of all who are inside.
 */
import { expect, test } from 'vitest';
import { cellOf } from '../../src/experiment/study.ts';
import { insideStatuses } from '../../src/people/person.ts';
import { liveOn, liveUntil } from '../../src/simulation/simulate.ts';
import type { Summary } from '../../src/simulation/summary.ts';
import { tenthOfNorway } from '../tiny.ts';
import { stockOf } from './own-stock.ts';

const PAIRS = +(process.env.PAIRS ?? 20);
const PERIODS = [
  [0, 13],
  [13, 52],
  [52, 104],
] as const;

test('own stock out and in again', () => {
  const scenario = tenthOfNorway(2);
  const gaps: number[][] = [];
  const means: number[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    const cell = cellOf(scenario, { draw: 0, replicate: pair });
    const other = cellOf(scenario, { draw: 0, replicate: 100 + pair });
    const onward = liveOn(cell, liveUntil(cell, cell.start)).summary;
    const listed = { ...other, inside: stockOf(cell) };
    const restarted = liveOn(listed, liveUntil(other, cell.start)).summary;
    const [a, b] = [onward, restarted].map((summary) => insideOf(summary, cell.levels));
    gaps.push(b.map((days, at) => days - a[at]));
    a.forEach((days, at) => {
      means[at] = (means[at] ?? 0) + days / PAIRS;
    });
  }
  const levels = means.length / PERIODS.length;
  const report = means.map((mean, at) => {
    const own = gaps.map((pair) => pair[at]);
    const gap = own.reduce((sum, one) => sum + one, 0) / PAIRS;
    return { at, mean, gap, p: signFlip(own) };
  });
  console.log(
    report.map(({ at, mean, gap, p }) => `${at} ${mean.toFixed(1)} ${gap.toFixed(2)} p ${p.toFixed(3)}`).join('\n'),
  );
  const ordered = report.map(({ p }) => p).sort((x, y) => x - y);
  ordered.forEach((p, at) => {
    expect(p * (ordered.length - at)).toBeGreaterThan(0.05);
  });
  for (let period = 0; period < PERIODS.length; period++) {
    const ofPeriod = report.slice(period * levels, (period + 1) * levels);
    const [gap, mean] = [ofPeriod.reduce((s, r) => s + r.gap, 0), ofPeriod.reduce((s, r) => s + r.mean, 0)];
    expect(Math.abs(gap) / mean).toBeLessThan(0.02);
  }
});

/** Mean people inside by period and level. */
function insideOf({ stock }: Summary, levels: number): number[] {
  const perWeek = stock.length / 105 >= 1 ? levels + 1 : levels + 1;
  const statuses = 10;
  return PERIODS.flatMap(([from, to]) =>
    Array.from({ length: levels }, (_, level) => {
      let days = 0;
      for (let week = from; week < to; week++)
        for (const status of insideStatuses) days += stock[(week * statuses + status) * perWeek + level];
      return days / (7 * (to - from));
    }),
  );
}

/** Two-sided chance, under random signs, of a sum as far from zero; by 20,000 keyed sign vectors. */
function signFlip(values: readonly number[]): number {
  const sum = Math.abs(values.reduce((total, one) => total + one, 0));
  let state = 1;
  let beyond = 0;
  for (let trial = 0; trial < 20_000; trial++) {
    let flipped = 0;
    for (const value of values) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      flipped += state >>> 31 === 1 ? value : -value;
    }
    if (Math.abs(flipped) >= sum - 1e-9) beyond++;
  }
  return beyond / 20_000;
}
