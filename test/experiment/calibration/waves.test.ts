/** Waves: a world in formulas whose truth is known, members that hold it, weights that mean something, and what is refused. */
import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../../src/engine/normal.ts';
import { randomKey, uniform } from '../../../src/engine/random.ts';
import type { YearlyFigure } from '../../../src/evidence/observations.ts';
import { judged, targetsOf } from '../../../src/experiment/calibration/implausibility.ts';
import { luckOf, pooledLuck } from '../../../src/experiment/calibration/luck.ts';
import { refilled } from '../../../src/experiment/calibration/possible-points.ts';
import { type Matched, matchedInWaves, type SimulateWave } from '../../../src/experiment/calibration/waves.ts';

const figure = (measure: string, observed: number, use: YearlyFigure['use'] = 'fit'): YearlyFigure => ({
  measure,
  observed,
  use,
  year: 2012,
  unit: 'x',
  tolerance: 0.1,
  source: 'test',
  place: 'observed.csv:2:1',
});
const errors = (measure: string, observation: number, model: number) =>
  ({ measure, observation, model, grade: 'assumption', because: 'test' }) as const;
const luck = (what: string, at: number) => {
  const { low, high } = randomKey(what, at);
  return normalQuantile(uniform(low, high, 0, 0));
};

/** Stock and flow of three factors, of which the third changes nothing; luck has a standard deviation of 1 %. */
const TRUTH = [0.8, -1.1];
const world = (point: ArrayLike<number>) => [
  1000 * Math.exp(0.3 * point[0] + 0.2 * point[1]),
  500 * Math.exp(0.3 * point[0] - 0.3 * point[1]),
];
const simulate: SimulateWave = async (candidates) =>
  candidates.map(({ point, seed }) => {
    if (point[0] > 2.5) return undefined;
    const values = [0, 1].map((replicate) =>
      Float64Array.from(world(point), (value, at) => value * (1 + 0.01 * luck(`${seed} ${at}`, replicate))),
    );
    return { values, digest: seed };
  });
const observed = world(TRUTH);
const targets = targetsOf(
  [figure('stock', observed[0]!), figure('flow', observed[1]!)],
  [errors('stock', 0.01, 0.02), errors('flow', 0.01, 0.02)],
  'plan.yaml',
);
const match = {
  plan: { waves: 3, settings: 60, replicates: 2, cut_off: 3, scale: 1 },
  dimensions: 3,
  targets,
  seed: 'test',
};

async function allWaves(of: typeof match, by = simulate): Promise<readonly Matched[]> {
  const found: Matched[] = [];
  for await (const after of matchedInWaves(of, by)) found.push(after);
  return found;
}

describe('waves over a world in formulas', () => {
  const whole = allWaves(match);

  test('keep settings around the truth, and nothing far from it', async () => {
    const { kept } = (await whole).at(-1)!;
    expect(kept.length).toBeGreaterThan(40);
    for (const { point, implausibility } of kept) {
      expect(implausibility).toBeLessThanOrEqual(3);
      expect(Math.abs(point[0]! - TRUTH[0]!)).toBeLessThan(0.5);
      expect(Math.abs(point[1]! - TRUTH[1]!)).toBeLessThan(0.6);
    }
    const [middle] = [0].map((at) => kept.reduce((sum, { point }) => sum + point[at]! / kept.length, 0));
    expect(middle).toBeCloseTo(TRUTH[0]!, 0);
  });

  test('learn nothing of a factor that changes nothing: it stays as spread as before the fit', async () => {
    const { kept } = (await whole).at(-1)!;
    const squares = kept.reduce((sum, { point }) => sum + point[2]! * point[2]!, 0) / kept.length;
    expect(squares).toBeGreaterThan(0.5);
    expect(squares).toBeLessThan(1.6);
  });

  test('leave less and less, and keep most of what the last one simulates', async () => {
    const after = await whole;
    const lefts = after.at(-1)!.waves.map(({ left }) => left);
    expect(lefts[0]).toBeLessThan(0.3);
    expect(lefts[1]).toBeLessThanOrEqual(lefts[0]!);
    const own = after.at(-1)!.kept.filter(({ wave }) => wave === 3);
    expect(own.length).toBeGreaterThan(40);
    expect(after.map(({ waves }) => waves.length)).toEqual([1, 2, 3]);
  });

  test('emulate what they simulate, and say so', async () => {
    for (const { emulators } of (await whole).at(-1)!.waves) {
      expect(emulators.every(({ isUsed }) => isUsed)).toBe(true);
    }
    expect((await whole)[0]!.waves[0]!.emulators[0]!.emulator.explained).toBeGreaterThan(0.95);
  });

  test('weigh a member by how seldom the waves come by it, and count its worth', async () => {
    const { kept, effectiveSize, waves } = (await whole).at(-1)!;
    const weightOf = (wave: number) => Math.max(...kept.filter((one) => one.wave === wave).map(({ weight }) => weight));
    expect(Math.max(...kept.map(({ weight }) => weight))).toBe(1);
    expect(effectiveSize).toBeLessThanOrEqual(kept.length + 1e-9);
    // a member that every wave could have come by: 60 settings each over the space left before it
    const lefts = [1, waves[0]!.left, waves[1]!.left];
    const everywhere = 1 / lefts.reduce((sum, left) => sum + 60 / left, 0);
    const smallest = Math.min(...kept.map(({ weight }) => weight));
    const firstAlone = 1 / 60;
    expect(smallest).toBeGreaterThanOrEqual(0.999 * (everywhere / firstAlone));
    expect(weightOf(3)).toBeLessThanOrEqual(1);
  });

  test('are the same again, and begin the same with more of them', async () => {
    const [first, second] = await allWaves({ ...match, plan: { ...match.plan, waves: 2 } });
    const before = await whole;
    expect(first!.tried).toEqual(before[0]!.tried);
    expect(second!.kept).toEqual(before[1]!.kept);
  });

  test('find the same truth by one run of each setting, with the nugget as luck', async () => {
    const once: SimulateWave = async (candidates, wave) =>
      (await simulate(candidates, wave)).map((runs) => runs && { ...runs, values: runs.values.slice(0, 1) });
    const after = (await allWaves({ ...match, plan: { ...match.plan, waves: 2, replicates: 1 } }, once)).at(-1)!;
    for (const [at, whole] of observed.entries()) {
      const ratio = Math.sqrt(after.waves[0]!.emulators[at]!.luck) / (0.01 * whole);
      expect(ratio).toBeGreaterThan(0.5);
      expect(ratio).toBeLessThan(3);
    }
    expect(after.kept.length).toBeGreaterThan(20);
    for (const { point } of after.kept) expect(Math.abs(point[0]! - TRUTH[0]!)).toBeLessThan(0.5);
  });

  test('rule out what cannot be simulated', async () => {
    const found = await allWaves({ ...match, plan: { ...match.plan, waves: 1 } });
    expect(found[0]!.waves[0]!.lost).toBe(60 - found[0]!.tried.length);
  });
});

test('figures that no setting meets are named', async () => {
  const far = targetsOf([figure('stock', 9000)], [errors('stock', 0.001, 0.001)], 'plan.yaml');
  const noWorld: SimulateWave = async (candidates) =>
    (await simulate(candidates, 1)).map((runs) => runs && { ...runs, values: runs.values.map((v) => v.slice(0, 1)) });
  await expect(allWaves({ ...match, targets: far }, noWorld)).rejects.toThrow(
    'wave 1 rules out every setting; stock of 2012 alone rules out 100 %',
  );
});

test('too few settings are refused before anything is simulated', async () => {
  const few = { ...match, plan: { ...match.plan, settings: 7 } };
  await expect(allWaves(few)).rejects.toThrow('7 settings are too few for 3 levers');
});

describe('implausibility', () => {
  const [target] = targetsOf([figure('stock', 100)], [errors('stock', 0.03, 0.04)], 'plan.yaml');

  test('is the distance over the root of all variances: observation, model, and luck twice', () => {
    // 3^2 + 4^2 + 50 (1 + 1/2) = 100
    expect(judged([target!], [120], [50], 2, 1)).toEqual({ implausibility: 2, worst: 0 });
    expect(judged([target!], [90], [0], 2, 1).implausibility).toBeCloseTo(2, 12);
    // a fifth of the country, run once: 3^2 + 4^2 + 62.5 (1/5 + 1) = 100
    expect(judged([target!], [120], [62.5], 1, 0.2).implausibility).toBeCloseTo(2, 12);
  });

  test('takes luck from replicates of one setting, not from settings', () => {
    const runs = [
      [[1], [3]],
      [[101], [103]],
    ].map((replicates) => replicates.map((values) => Float64Array.from(values)));
    expect(luckOf(runs, 1)).toEqual(Float64Array.of(2));
  });

  test('pools luck by measure where each setting ran once, events no less than a Poisson count', () => {
    const of = (measure: string, observed: number, unit: string) => ({ ...figure(measure, observed), unit });
    const pooledOf = (figures: readonly YearlyFigure[], nuggets: readonly number[], scale: number) =>
      Array.from(pooledLuck(targetsOf(figures, [errors(figures[0]!.measure, 0, 0.1)], 'plan.yaml'), nuggets, scale));
    const flow = [of('flow', 3000, 'per year'), of('flow', 1000, 'per year')];
    // 4000 a year, variance 8000: twice a Poisson count, also of the year whose own nugget is near 0
    expect(pooledOf(flow, [7990, 10], 1)).toEqual([6000, 2000]);
    expect(pooledOf(flow, [0, 10], 1)).toEqual([3000, 1000]);
    // a fifth of the country, made whole: Poisson with five times the variance
    expect(pooledOf(flow, [0, 10], 0.2)).toEqual([15_000, 5000]);
    // people inside, whom places bind, may vary less than a Poisson count
    expect(pooledOf([of('stock', 3000, 'persons'), of('stock', 1000, 'persons')], [400, 0], 1)).toEqual([300, 100]);
    // shares and days have no Poisson count of their own: variance in proportion to the square
    expect(pooledOf([of('days', 100, 'days'), of('days', 200, 'days')], [500, 0], 1)).toEqual([100, 400]);
  });

  test.each([
    [[errors('flow', 0, 0.1)], 'stock is fitted, but has no errors'],
    [[errors('stock', 0, 0.1), errors('stock', 0, 0.2)], 'stock is given twice'],
    [[errors('stock', 0, 0.1), errors('tock', 0, 0.2)], 'no figure for a fit is called tock'],
    [[errors('stock', 0, 0)], 'stock of 2012: a share of 100 allows no error'],
  ])('%#: errors that do not fit the figures are refused', (given, complaint) => {
    expect(() => targetsOf([figure('stock', 100), figure('tested', 5, 'test')], given, 'plan.yaml')).toThrow(complaint);
  });
});

test('a small part is filled as the normal distribution fills it', () => {
  const isPossible = (point: ArrayLike<number>) => point[0]! > 1.5 && point[1]! < 0;
  const points = refilled([Float64Array.of(2, -1)], 600, (point) => isPossible(point), 'seed');
  expect(points.every((point) => isPossible(point))).toBe(true);
  const mean = (at: number) => points.reduce((sum, point) => sum + point[at]!, 0) / points.length;
  // means of a normal beyond 1.5, and of a half normal
  expect(mean(0)).toBeCloseTo(1.9387, 1);
  expect(Math.abs(mean(1) + 0.7979)).toBeLessThan(0.09);
});
