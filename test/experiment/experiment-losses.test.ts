/** Sweep, attribution and sensitivity go on without what fails, and leave out just what was paired with it. */
import { describe, expect, test } from 'vitest';
import { attribute, attributionPlan } from '../../src/experiment/attribution/attribution.ts';
import { componentsBetween } from '../../src/experiment/attribution/policy-components.ts';
import { parameterFactors } from '../../src/experiment/sensitivity/factors.ts';
import {
  differencesAtPoints,
  screenedFactors,
  screeningPlan,
  sharedOut,
  sharingPlan,
} from '../../src/experiment/sensitivity/sensitivity.ts';
import { resultsOfSweep, sweepPlan } from '../../src/experiment/sensitivity/sweep.ts';
import {
  type BlockKey,
  blocksOf,
  type CellResult,
  type LostBlock,
  type RunBlocks,
} from '../../src/experiment/study.ts';
import { Failure } from '../../src/failure.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { readLeverValues } from '../../src/scenario/lever-values.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { ExperimentLosses } from '../../src/studies/experiment-losses.ts';
import { policy, tinyScenario } from '../tiny.ts';

const scenario = tinyScenario();
const measure = { value: ({ summary }) => summary as unknown as number } as Measure;

/** A model of cells that simulates nothing; a cell without a value fails, and its block with it. */
function running(
  model: (arm: number, block: BlockKey, quantileOf: (path: string) => number) => number | undefined,
): RunBlocks {
  return async function* ({ design }, blocks, _, lose) {
    for (const block of blocks) {
      const { draw, replicate } = block;
      const quantileOf = (path: string) => (draw === 0 ? 0.5 : (design![draw - 1][path] ?? 0.5));
      const values = block.arms.map((arm) => model(arm, block, quantileOf));
      const failed = values.indexOf(undefined);
      const failure = new Failure({ problem: `${block.arms[failed]}/${draw}/${replicate} is lost`, exitCode: 1 });
      if (failed === -1) {
        yield block.arms.map((arm, at) => {
          return { key: { arm, draw, replicate }, summary: values[at] as unknown } as CellResult;
        });
      } else if (lose === undefined) throw failure;
      else lose({ block, arm: block.arms[failed], name: `arm ${block.arms[failed]}`, failure });
    }
  };
}

describe('a sweep', () => {
  const levers = [readLeverValues('court.days_to_verdict: 50, 60, 70', '--lever', catalogue, scenario.dimensions, [])!];
  const plan = sweepPlan(scenario, levers, scenario.start, 4);
  const whole = blocksOf(plan.study);

  test('loses the point that fails, and not its neighbours in the block', async () => {
    const lost: LostBlock[] = [];
    const run = running((arm, { replicate }) => (arm === 2 && replicate !== 1 ? undefined : 10 * arm + replicate));
    const counted = new ExperimentLosses(run);
    const results = await resultsOfSweep(plan, whole, [measure], counted.run, (one) => {
      lost.push(one);
      counted.lose(one);
    });
    expect(results.map(({ difference, replicates }) => [difference, replicates])).toEqual([
      [10, 4],
      [20, 1],
      [30, 4],
    ]);
    expect(lost.map(({ block, arm }) => [block.arms, arm, block.replicate])).toEqual([
      [[2], 2, 0],
      [[2], 2, 2],
      [[2], 2, 3],
    ]);
    expect(counted.losses()).toMatchObject({ of: 'cells', asked: 16, lost: 3, isTooMany: true });
    await expect(resultsOfSweep(plan, whole, [measure], run)).rejects.toThrow('2/0/0 is lost');
  });

  test('that leaves a point no replicate has no number for it', async () => {
    const run = running((arm) => (arm === 2 ? undefined : arm));
    const results = await resultsOfSweep(plan, whole, [measure], run, () => {});
    expect(results.map(({ difference, replicates }) => [difference, replicates])).toEqual([
      [1, 4],
      [Number.NaN, 0],
      [3, 4],
    ]);
  });

  test('ends if the scenario itself fails', async () => {
    const run = running((arm, { replicate }) => (arm === 0 && replicate > 0 ? undefined : 1));
    await expect(resultsOfSweep(plan, whole, [measure], run, () => {})).rejects.toThrow(
      'only one of 4 replicates of the scenario itself is left',
    );
  });
});

describe('attribution', () => {
  const bundle =
    policy('p0', '2012-06-01', 'court.days_to_verdict', '60') + policy('p1', '2012-06-01', 'work.attendance', '0.5');
  const plan = attributionPlan(scenario, componentsBetween(scenario, tinyScenario(bundle)), 4);

  test('leaves out the replicate in which a combination fails', async () => {
    const run = running((arm, { replicate }) =>
      arm === 3 && replicate === 1 ? undefined : arm * [1, 9, 3, 5][replicate],
    );
    const lost: LostBlock[] = [];
    const [first, second, both] = await attribute(plan, [measure], run, (one) => lost.push(one));
    expect([first!.mean, second!.mean, both!.mean]).toEqual([3, 6, 9]);
    expect(lost.map(({ block }) => block.replicate)).toEqual([1]);
    await expect(attribute(plan, [measure], run)).rejects.toThrow('3/0/1 is lost');
  });

  test('ends with fewer than two replicates', async () => {
    const run = running((_, { replicate }) => (replicate > 0 ? undefined : 1));
    await expect(attribute(plan, [measure], run, () => {})).rejects.toThrow('only one of 4 replicates is left');
  });
});

describe('sensitivity', () => {
  const arms = [
    { name: 'as it is', scenario },
    { name: 'shorter', scenario: tinyScenario(policy('shorter', '2012-06-01', 'sentence.length_factor', '0.8')) },
  ] as const;
  const factors = parameterFactors(scenario, ['placement']);
  const [one] = factors.map(({ name }) => name) as [string];

  test('screens by the trajectories that are whole', async () => {
    const plan = screeningPlan(arms, factors, 6, 2);
    const size = factors.length + 1;
    const model = (isLost: (block: BlockKey) => boolean) =>
      running((arm, block, at) => (isLost(block) ? undefined : arm * (4 * at(one) + block.replicate)));
    const lost: LostBlock[] = [];
    const run = model(({ draw, replicate }) => draw === 1 + 2 * size && replicate === 1);
    const [outcomes] = await differencesAtPoints(plan, [measure], run, (each) => lost.push(each));
    expect(outcomes![1 + 2 * size]).toEqual([expect.any(Number), Number.NaN]);
    const found = screenedFactors(plan, outcomes!);
    expect(found[0].muStar).toBeCloseTo(3.6, 9);
    expect(found[0].standsOut).toBe(true);
    expect(lost).toHaveLength(1);
    const few = differencesAtPoints(
      plan,
      [measure],
      model(({ draw }) => draw > size),
      () => {},
    );
    await expect(few).rejects.toThrow('only one of 6 trajectories is left');
    const central = differencesAtPoints(
      plan,
      [measure],
      model(({ draw }) => draw === 0),
      () => {},
    );
    await expect(central).rejects.toThrow('all 2 replicates of the central values failed');
  });

  test('divides the variance among the points that are known in every sample', async () => {
    const plan = sharingPlan(arms, factors.slice(0, 2), 256, 1);
    const model = (most: number) => running((arm, _, at) => (at(one) > most ? undefined : arm * 3 * at(one)));
    const [outcomes] = await differencesAtPoints(plan, [measure], model(0.95), () => {});
    const [strong, none] = sharedOut(plan, outcomes!);
    expect(strong!.first.index).toBeCloseTo(1, 1);
    expect(none!.total.index).toBeCloseTo(0, 6);
    await expect(differencesAtPoints(plan, [measure], model(0.95))).rejects.toThrow(/is lost$/);
  });
});
