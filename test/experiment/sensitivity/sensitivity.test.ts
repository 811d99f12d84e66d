/** Sensitivity: known models come out as they went in, luck is told from effects, and designs mean the same everywhere. */
import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../../src/engine/mathematics.ts';
import { randomKey, uniform } from '../../../src/engine/random.ts';
import { parametersInDraw } from '../../../src/experiment/parameter-draw.ts';
import { mechanismFactors, parameterFactors } from '../../../src/experiment/sensitivity/factors.ts';
import {
  differencesAtPoints,
  screenedFactors,
  screeningPlan,
  sharedOut,
  sharingPlan,
  thoseThatMatter,
} from '../../../src/experiment/sensitivity/sensitivity.ts';
import { type Arm, blocksOf, type CellResult, type RunBlocks, type Study } from '../../../src/experiment/study.ts';
import type { Measure } from '../../../src/measures/measure.ts';
import { inProcess } from '../../../src/runners/in-process.ts';
import { workerThreads } from '../../../src/runners/worker-threads.ts';
import { catalogue } from '../../../src/simulation/parameters.ts';
import { binomialQuantile } from '../../../src/statistics/binomial.ts';
import { policy, tinyScenario } from '../../tiny.ts';

const scenario = tinyScenario();
const arms: readonly [Arm, Arm] = [
  { name: 'as it is', scenario },
  { name: 'shorter', scenario: tinyScenario(policy('shorter', '2012-06-01', 'sentence.length_factor', '0.8')) },
];
const factors = parameterFactors(scenario, ['placement', 'court']);
const [one, two, three] = factors.map(({ name }) => name) as [string, string, string];

/** A measure that reads what the model below left, and a runner of a model of quantiles that simulates nothing. */
const measure = { value: ({ summary }) => summary as unknown as number } as Measure;
function running(model: (at: (path: string) => number, replicate: number) => number): RunBlocks {
  return async function* ({ design }, blocks) {
    for (const { draw, replicate, arms: asked } of blocks) {
      const at = (path: string) => (draw === 0 ? 0.5 : (design![draw - 1][path] ?? 0.5));
      yield asked.map((arm) => {
        const summary = arm === 0 ? 7 : 7 + model(at, replicate);
        return { key: { arm, draw, replicate }, summary: summary as unknown } as CellResult;
      });
    }
  };
}

async function screen(model: Parameters<typeof running>[0], trajectories = 12) {
  const plan = screeningPlan(arms, factors, trajectories, 2);
  const [outcomes] = await differencesAtPoints(plan, [measure], running(model));
  return { outcomes: outcomes!, found: screenedFactors(plan, outcomes!) };
}

describe('screening', () => {
  test('gives each factor its slope over nine tenths of its doubt, and the difference at the centre', async () => {
    const { outcomes, found } = await screen((at) => 4 * at(one) - at(two));
    expect(outcomes[0]).toEqual([1.5, 1.5]);
    expect(found.slice(0, 3).map(({ muStar }) => muStar)).toEqual([
      expect.closeTo(3.6, 9),
      expect.closeTo(0.9, 9),
      expect.closeTo(0, 9),
    ]);
    expect(found[1].mu).toBeCloseTo(-0.9, 9);
    expect(found.slice(0, 3).map(({ standsOut }) => standsOut)).toEqual([true, true, false]);
    expect(thoseThatMatter(factors, [found], 5).map(({ name }) => name)).toEqual([one, two]);
    expect(thoseThatMatter(factors, [found], 1).map(({ name }) => name)).toEqual([one]);
  });

  test('luck that all points share is no effect', async () => {
    const { found } = await screen((at, replicate) => at(one) + 100 * replicate);
    expect(found[0].muStar).toBeCloseTo(0.9, 9);
    expect(found[0].byLuck).toBeCloseTo(0, 9);
  });

  test('an effect of luck alone does not stand out', async () => {
    const { found } = await screen((at, replicate) => (at(one) + 1) * (replicate === 0 ? 5 : -5));
    expect(found[0].byLuck).toBeGreaterThan(1);
    expect(found[0].standsOut).toBe(false);
  });
});

test('luck alone is called an effect in one of a hundred factors', async () => {
  const plan = screeningPlan(arms, factors, 6, 2);
  const key = randomKey('noise', 0);
  let [called, all] = [0, 0];
  for (let world = 0; world < 60; world++) {
    let point = 0;
    const run = running(() => normalQuantile(uniform(key.low, key.high, point++, world)));
    const [outcomes] = await differencesAtPoints(plan, [measure], run);
    const found = screenedFactors(plan, outcomes!);
    called += found.filter(({ standsOut }) => standsOut).length;
    all += found.length;
  }
  expect(all).toBeGreaterThan(500);
  expect(called).toBeLessThanOrEqual(binomialQuantile(0.9999, all, 0.01));
});

test('shares of the variance are those of the model, also where factors act together', async () => {
  const shared = async (model: Parameters<typeof running>[0]) => {
    const plan = sharingPlan(arms, factors.slice(0, 3), 512, 1);
    const [outcomes] = await differencesAtPoints(plan, [measure], running(model));
    return sharedOut(plan, outcomes!);
  };
  const [strong, weak, none] = await shared((at) => 3 * at(one) + at(two));
  expect([strong!.first.index, weak!.first.index, none!.total.index]).toEqual([
    expect.closeTo(0.9, 1),
    expect.closeTo(0.1, 1),
    expect.closeTo(0, 6),
  ]);
  const [joint] = await shared((at) => (at(one) - 0.5) * (at(three) - 0.5));
  expect(joint!.first.index).toBeCloseTo(0, 1);
  expect(joint!.total.index).toBeCloseTo(1, 1);
});

describe('factors', () => {
  test('are every mechanism with a doubt, and all its doubtful numbers once', () => {
    const mechanisms = mechanismFactors(scenario);
    const paths = mechanisms.flatMap((factor) => factor.paths);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(scenario.passports.get(path)!.uncertainty).toBeDefined();
    for (const { name, paths: own } of mechanisms) {
      for (const path of own) expect(catalogue.get(path)!.noun).toBe(name);
    }
    expect(
      parameterFactors(
        scenario,
        mechanisms.map(({ name }) => name),
      )
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(paths.toSorted());
  });
});

describe('a draw that is laid out', () => {
  const design = [{}, { [one]: 0.9, [two]: 0.1 }];
  const study: Study = { arms, replicates: 2, draws: 2, design };
  const digestsOf = async (run: RunBlocks) => {
    const digests: string[] = [];
    for await (const cells of run(study, blocksOf(study), () => {})) digests.push(...cells.map(({ digest }) => digest));
    return digests;
  };

  test('has central values where nothing is said', () => {
    expect(parametersInDraw(scenario, 1, design)).toEqual(parametersInDraw(scenario, 0));
    expect(parametersInDraw(scenario, 2, design)).not.toEqual(parametersInDraw(scenario, 0));
    expect(parametersInDraw(scenario, 2, design)).not.toEqual(parametersInDraw(scenario, 2));
  });

  test('is lived alike in this thread and in others', async () => {
    const here = await digestsOf(inProcess());
    expect(await digestsOf(workerThreads({ workers: 2 }))).toEqual(here);
    expect(new Set(here).size).toBe(here.length);
  });
});
