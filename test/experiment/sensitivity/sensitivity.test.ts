/** Sensitivity: known models come out as they went in, luck is told from effects, and designs mean the same everywhere. */
import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../../src/engine/mathematics.ts';
import { randomKey, uniform } from '../../../src/engine/random.ts';
import { parametersInDraw } from '../../../src/experiment/parameter-draw.ts';
import { mechanismFactors, parameterFactors } from '../../../src/experiment/sensitivity/factors.ts';
import {
  differencesAtPoints,
  type SensitivityPlan,
  screenedFactors,
  screeningPlan,
  sharedOut,
  sharingPlan,
  thoseThatMatter,
} from '../../../src/experiment/sensitivity/sensitivity.ts';
import {
  type Arm,
  blocksOf,
  type CellResult,
  type RunBlocks,
  runBlock,
  type Study,
} from '../../../src/experiment/study.ts';
import type { Measure } from '../../../src/measures/measure.ts';
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

/** A difference at a point, from the quantiles of its factors: a model that simulates nothing. */
type Model = (at: (path: string) => number, replicate: number) => number;

/** A measure that reads what the model left, and a runner of the model. */
const measure = { value: ({ summary }) => summary as unknown as number } as Measure;
function running(model: Model): RunBlocks {
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

/** What the runner of a model gives at every point, without the way there. */
const outcomesOf = ({ study: { design, draws, replicates } }: SensitivityPlan, model: Model) =>
  Array.from({ length: draws + 1 }, (_, draw) => {
    const at = (path: string) => design![draw - 1]?.[path] ?? 0.5;
    return Array.from({ length: replicates }, (_, replicate) => model(at, replicate));
  });

async function screen(model: Model, trajectories = 12) {
  const plan = screeningPlan(arms, factors, trajectories, 2);
  const [outcomes] = await differencesAtPoints(plan, [measure], running(model));
  return { plan, outcomes: outcomes!, found: screenedFactors(plan, outcomes!) };
}

describe('screening', () => {
  test('takes each difference of the arms to its point and replicate', async () => {
    const model: Model = (at, replicate) => at(one) + 10 * at(two) + 100 * replicate;
    const { plan, outcomes } = await screen(model, 2);
    expect(outcomes.length).toBeGreaterThan(2 * factors.length);
    expect(outcomes).toEqual(outcomesOf(plan, model).map((point) => point.map((value) => expect.closeTo(value, 9))));
  });

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

test('luck alone is called an effect in one of a hundred factors', () => {
  const plan = screeningPlan(arms, factors, 6, 2);
  const key = randomKey('noise', 0);
  let [called, all] = [0, 0];
  for (let world = 0; world < 60; world++) {
    let point = 0;
    const outcomes = outcomesOf(plan, () => normalQuantile(uniform(key.low, key.high, point++, world)));
    const found = screenedFactors(plan, outcomes);
    called += found.filter(({ standsOut }) => standsOut).length;
    all += found.length;
  }
  expect(all).toBeGreaterThan(500);
  expect(called).toBeLessThanOrEqual(binomialQuantile(0.9999, all, 0.01));
});

test('shares of the variance are those of the model, also where factors act together', () => {
  const shared = (model: Model) => {
    const plan = sharingPlan(arms, factors.slice(0, 3), 512, 1);
    return sharedOut(plan, outcomesOf(plan, model));
  };
  const [strong, weak, none] = shared((at) => 3 * at(one) + at(two));
  expect([strong!.first.index, weak!.first.index, none!.total.index]).toEqual([
    expect.closeTo(0.9, 1),
    expect.closeTo(0.1, 1),
    expect.closeTo(0, 6),
  ]);
  const [joint] = shared((at) => (at(one) - 0.5) * (at(three) - 0.5));
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
  const study: Study = { arms, replicates: 1, draws: 2, design };

  test('has central values where nothing is said', () => {
    expect(parametersInDraw(scenario, 1, design)).toEqual(parametersInDraw(scenario, 0));
    expect(parametersInDraw(scenario, 2, design)).not.toEqual(parametersInDraw(scenario, 0));
    expect(parametersInDraw(scenario, 2, design)).not.toEqual(parametersInDraw(scenario, 2));
  });

  test('is another life in each arm and draw', () => {
    const digests = blocksOf(study).flatMap((block) => runBlock(study, block).map(({ digest }) => digest));
    expect(new Set(digests).size).toBe(4);
  });
});
