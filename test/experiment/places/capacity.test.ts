/** Of the numbers tried, risk never grows with places, and a number passes only if all larger ones do. */
import { expect, test } from 'vitest';
import { riskBounds } from '../../../src/experiment/places/bounds.ts';
import { neverGrowing } from '../../../src/experiment/places/capacity.ts';
import type { Trial } from '../../../src/experiment/places/trial.ts';

const RUNS = 16;

/** A trial with so many runs in grief, and a share in time that passes from 0.9 on. */
function trial(places: number, breaches: number, share: number): Trial {
  const risk = { share: breaches / RUNS, ...riskBounds(breaches, RUNS, 0.8) };
  const [passesRisk, passesWait] = [breaches === 0, share >= 0.9];
  const inTime = { share, low: share - 0.01, high: share + 0.01 };
  const surely = passesRisk && passesWait;
  return { places, runs: [], breaches, risk, inTime, passesRisk, passesWait, surely, possibly: breaches < 3 };
}

test('the risk of a number is that of the worst from there up, with its upper bound; what was counted stays', () => {
  const trials = [
    trial(140, 2, 0.8),
    trial(141, 0, 0.95),
    trial(142, 1, 0.9),
    trial(144, 0, 0.94),
    trial(150, 0, 0.92),
  ];
  const told = neverGrowing(trials);
  expect(told.map(({ breaches }) => breaches)).toEqual([2, 0, 1, 0, 0]);
  expect(told.map(({ risk }) => risk.share * RUNS)).toEqual([2, 1, 1, 0, 0]);
  expect(told.map(({ risk }) => risk.high)).toEqual([2, 1, 1, 0, 0].map((count) => riskBounds(count, RUNS, 0.8).high));
  expect(told.map(({ risk }) => risk.low)).toEqual(trials.map(({ risk }) => risk.low));
  expect(told.map(({ inTime }) => inTime.share)).toEqual([0.8, 0.9, 0.9, 0.92, 0.92]);
  expect(told.map(({ inTime }) => inTime.low)).toEqual([0.8, 0.9, 0.9, 0.92, 0.92].map((share) => share - 0.01));
  expect(told.map(({ passesRisk }) => passesRisk)).toEqual([false, false, false, true, true]);
  expect(told.map(({ passesWait }) => passesWait)).toEqual([false, true, true, true, true]);
  expect(told.map(({ surely }) => surely)).toEqual([false, false, false, true, true]);
  expect(told.map(({ possibly }) => possibly)).toEqual(trials.map(({ possibly }) => possibly));
});

test('where nobody begins to serve, the share of another number does not stand in', () => {
  const told = neverGrowing([trial(10, 1, 0.8), trial(11, 0, Number.NaN)]);
  expect(told.map(({ inTime }) => inTime.share)).toEqual([0.8, Number.NaN]);
});
