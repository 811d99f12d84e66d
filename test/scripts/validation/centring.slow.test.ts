/** The constants that hold mean risk in place are those of the baseline as it is now. `npx tsx scripts/centre.ts` prints new ones. */
import { expect, test } from 'vitest';
import { centreOf } from '../../../scripts/validation/centring.ts';
import { cellOf } from '../../../src/experiment/study.ts';
import { norway } from '../../tiny.ts';

/** Log-odds: by so much a risk of one half moves by 0.15 points. */
const MOST = 0.006;
const scenario = norway();
const written = (path: string) => [scenario.passports.get(path)!.value].flat() as unknown;
const found = centreOf(cellOf(scenario, { draw: 0, replicate: 0 }));

test('need_mean is the share of spells after serving with each need', () => {
  const [means] = written('reoffending.need_mean') as [Float64Array];
  for (const [index, mean] of means.entries()) expect(Math.abs(mean - found.needMean[index])).toBeLessThan(0.015);
});

test('so needs leave the mean log-odds where they were', () => {
  const [weights] = written('reoffending.need_weight') as [Float64Array];
  const [means] = written('reoffending.need_mean') as [Float64Array];
  const shift = weights.reduce((sum, weight, index) => sum + weight * (found.needMean[index] - means[index]), 0);
  expect(Math.abs(shift)).toBeLessThan(MOST);
});

test('effects.centre is the mean shift by policy in every mode', () => {
  const [centres] = written('effects.centre') as [Float64Array];
  for (const [mode, centre] of centres.entries()) {
    expect(Math.abs(centre - found.effectsCentre[mode])).toBeLessThan(MOST);
  }
  expect(centres[2]).toBe(0);
});

test('effects.spread is the s.d. of log-odds up to the ceiling of each effect, of those with the need; 0 for a weight', () => {
  const [spreads] = written('effects.spread') as [Float64Array];
  const [ceilings] = written('effects.ceiling') as [Float64Array];
  const needs = scenario.passports.get('effects.need')!.value as readonly Float64Array[];
  for (const [index, spread] of spreads.entries()) {
    const asked = needs[index].reduce((bits, needed, bit) => (needed > 0 ? bits | (1 << bit) : bits), 0);
    if (spread > 0) expect(Math.abs(spread - found.spread(ceilings[index], asked))).toBeLessThan(0.03);
  }
});

test('the record by which drugs are drawn is that of those who arrive', () => {
  expect(written('needs.record_mean')).toEqual([expect.closeTo(found.record.mean, 2)]);
  expect(written('needs.record_spread')).toEqual([expect.closeTo(found.record.spread, 2)]);
});
