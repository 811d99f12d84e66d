/** Victims: what stands behind a charge is reckoned as its page says, and nothing else moves. */
import { describe, expect, test } from 'vitest';
import {
  chargesAverted,
  costOfOffences,
  offencesBehind,
  type VictimsParameters,
  victimsOf,
} from '../../src/community/victims.ts';
import { victimisationMeasures } from '../../src/measures/victimisation.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, tinyCell, withLevers } from '../tiny.ts';

const given: VictimsParameters = {
  offencesPerCharge: Float64Array.of(1, 3),
  reportedShare: Float64Array.of(1, 0.5),
  clearedShare: Float64Array.of(1, 0.2),
  victimShare: Float64Array.of(1, 0.5),
  offenceCost: Float64Array.of(100, 10),
};

test.each([
  [[0, 0], [0, 0], 0, 0],
  [[1, 0], [1, 0], 1, 100],
  [[0, 1], [0, 30], 15, 300],
  [[10, 2], [10, 60], 40, 1600],
])('charges %j stand for offences %j, %d victims and %d kroner', (charges, offences, victims, krone) => {
  const behind = offencesBehind(charges, given);
  expect([...behind].map((count) => Number(count.toFixed(9)))).toEqual(offences);
  expect(victimsOf(behind, given)).toBeCloseTo(victims, 9);
  expect(costOfOffences(behind, given)).toBeCloseTo(krone, 9);
});

test.each([
  [365.25, 0, Math.LN2 / 2, 'even odds: half the hazard of two years'],
  [730.5, 0, Math.LN2, 'two years: all of it'],
  [365.25, Math.log(3), Math.log(4) / 2, 'three to one'],
  [0, 2, 0, 'no time inside averts nothing'],
  [365.25, -40, 0, 'nor does the custody of somebody without risk'],
])('%d days at log-odds %d avert %d charges: %s', (days, logOdds, charges) => {
  expect(chargesAverted(days, logOdds)).toBeCloseTo(charges, 12);
});

describe('each lever moves its measures and nobody', () => {
  const cell = tinyCell();
  const lived = simulate(cell);
  const { parameters } = cell;
  const values = (levers: Levers) => {
    const after = withLevers(cell, levers).parameters.at(-1)!.values;
    const reading = { summary: lived.summary, days: cell.end - cell.start, parameters: after };
    return Object.fromEntries(victimisationMeasures().map(({ id, value }) => [id, value(reading)]));
  };
  const { victims } = parameters.at(-1)!.values;
  const before = values({});
  const half = (row: Float64Array) => row.map((share) => share / 2);

  test('something is committed and something averted', () => {
    expect(before['offences']).toBeGreaterThan(before['offences-averted']);
    expect(before['offences-averted']).toBeGreaterThan(0);
  });

  test.each([
    ['offences_per_charge', { offencesPerCharge: half(victims.offencesPerCharge) }, 0.5],
    ['reported_share', { reportedShare: half(victims.reportedShare) }, 2],
    ['cleared_share', { clearedShare: half(victims.clearedShare) }, 2],
  ])('%s moves them all in proportion', (_, levers, factor) => {
    const after = values({ victims: levers });
    for (const [id, value] of Object.entries(before)) expect(after[id]).toBeCloseTo(factor * value, 6);
  });

  test('victim_share moves victims, offence_cost the cost', () => {
    expect(values({ victims: { victimShare: half(victims.victimShare) } })).toEqual({
      ...before,
      victims: expect.closeTo(before['victims'] / 2, 6),
      'victims-averted': expect.closeTo(before['victims-averted'] / 2, 6),
    });
    expect(values({ victims: { offenceCost: half(victims.offenceCost) } })).toEqual({
      ...before,
      'crime-cost': expect.closeTo(before['crime-cost'] / 2, 6),
    });
  });
});
