/** A world that is its own truth: each replicate in turn is what happened, and the others forecast it. */
import { beforeAll, expect, test } from 'vitest';
import type { YearlyFigure } from '../../../src/evidence/observations.ts';
import { backtestStudy, type JumpOff, pairsOf } from '../../../src/experiment/backtest/backtest.ts';
import { observedSeries } from '../../../src/experiment/backtest/observed-series.ts';
import { bandOf, scoresByHorizon } from '../../../src/experiment/backtest/scores.ts';
import { allCells, type CellResult, cellOf, type RunBlocks } from '../../../src/experiment/study.ts';
import { readingsByYear } from '../../../src/measures/year.ts';
import { inProcess } from '../../../src/runners/in-process.ts';
import { tinyHistory } from './tiny-history.ts';

const REPLICATES = 12;
const MEASURES = ['remand-stock', 'sentence-stock'];
const scenario = tinyHistory();
const given = [
  'reoffending.charging',
  'facility.places',
  'monitoring.limit_days',
  'fine.defaulted_share',
  'remand.odds',
  'remand.mean_days',
];
const question = { scenario, origins: [2012], horizon: 3, given, replicates: REPLICATES, draws: 0 };
const both = backtestStudy(question);
const study = { ...both, arms: both.arms.filter(({ mode }) => mode === 'conditional') };
let cells: readonly CellResult[];

beforeAll(async () => {
  cells = await allCells(study, inProcess());
}, 240_000);

/** What happened in a replicate, in the arm in which everything later is given. */
function truthOf(replicate: number, factor: number): readonly YearlyFigure[] {
  const cell = cells.find(({ key }) => key.replicate === replicate)!;
  const readings = readingsByYear(cellOf(study.arms[cell.key.arm]!.scenario, cell.key), cell.summary);
  const names = MEASURES.map(
    (measure) => ({ measure, unit: 'persons', tolerance: 0.1, use: 'test', source: 'truth', place: '' }) as const,
  );
  const years = [2011, 2012, 2013, 2014, 2015];
  return observedSeries(
    names.map((one) => ({ ...one, year: 2011, observed: 0 })),
    scenario.dimensions['level'],
  ).flatMap(({ name, measure }) =>
    years.map((year) => ({
      ...names.find((one) => one.measure === name)!,
      year,
      observed: factor * measure.value(readings.get(year)!),
    })),
  );
}

/** Every forecast by the others of what happened in each replicate, times a factor. */
async function pairsOfAll(jumpOff: JumpOff, factor = 1) {
  const all = [];
  for (let truth = 0; truth < REPLICATES; truth++) {
    const others: RunBlocks = async function* () {
      for (let one = 0; one < REPLICATES; one++) {
        if (one !== truth) yield cells.filter(({ key }) => key.replicate === one);
      }
    };
    const series = observedSeries(truthOf(truth, factor), scenario.dimensions['level']);
    const pairs = await pairsOf(question, study, series, jumpOff, others);
    all.push(...pairs);
  }
  return all;
}

function heldBy(pairs: Awaited<ReturnType<typeof pairsOfAll>>, level: number): number {
  const inside = pairs.filter(
    (pair) => bandOf(pair, level).low <= pair.observed && pair.observed <= bandOf(pair, level).high,
  );
  return inside.length / pairs.length;
}

const biasOf = (pairs: Awaited<ReturnType<typeof pairsOfAll>>) => {
  const signed = pairs.map(
    ({ values, observed }) => values.reduce((sum, value) => sum + value, 0) / values.length - observed,
  );
  const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  return mean(signed) / mean(pairs.map(({ observed }) => observed));
};

test('forecasts have nearly no bias, and bands hold what they claim', async () => {
  const pairs = await pairsOfAll('simulated');
  expect(pairs).toHaveLength(REPLICATES * MEASURES.length * 3);
  // none at all by symmetry, unless a forecast is read from another year or arm than the truth
  expect(Math.abs(biasOf(pairs))).toBeLessThan(1e-9);
  expect(heldBy(pairs, 0.5)).toBeGreaterThan(0.35);
  expect(heldBy(pairs, 0.5)).toBeLessThan(0.65);
  expect(heldBy(pairs, 0.8)).toBeGreaterThan(0.68);
  expect(heldBy(pairs, 0.8)).toBeLessThan(0.92);
  expect(heldBy(pairs, 0.95)).toBeGreaterThan(0.88);
  expect(new Set(scoresByHorizon(pairs).map(({ pairs: count }) => count))).toEqual(new Set([REPLICATES]));
});

test('against a world twice as large, forecasts as simulated are half too low, and from the observed level they are not', async () => {
  const simulated = await pairsOfAll('simulated', 2);
  expect(biasOf(simulated)).toBeCloseTo(-0.5, 9);
  expect(heldBy(simulated, 0.8)).toBeLessThan(0.3);
  const observed = await pairsOfAll('observed', 2);
  expect(Math.abs(biasOf(observed))).toBeLessThan(0.1);
  expect(observed[0]!.factor).toBeGreaterThan(1);
});
