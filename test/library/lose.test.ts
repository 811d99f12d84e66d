/** By the public door an experiment goes on without blocks that fail, if it is given `lose`, and stops at the first otherwise. */
import { describe, expect, test } from 'vitest';
import * as door from '../../src/index.ts';
import { policy, tinyScenario } from '../tiny.ts';

const base = door.withRun(tinyScenario(), { years: 1 });
const arms = [{ name: 'as it is', scenario: base }];
const measures = door.defaultMeasures(base).slice(0, 1);
const run = door.inProcess();

/** A runner that loses the second replicate. */
const losing: door.RunBlocks = async function* (study, blocks, progress, lose) {
  const kept = blocks.filter(({ replicate }) => replicate !== 1);
  for (const block of blocks.filter((one) => !kept.includes(one))) {
    const failure = new door.Failure({ problem: 'replicate 1 is lost', exitCode: 1 });
    if (lose === undefined) throw failure;
    lose({ block, arm: block.arms[0]!, name: study.arms[block.arms[0]!]!.name, failure });
  }
  yield* run(study, kept, progress, lose);
};

describe('with lose an experiment goes on, and without it ends', () => {
  const study = { arms, replicates: 3 };
  const changed = door.withPolicies(base, [
    ...base.policies,
    ...tinyScenario(policy('reviews', '1900-01-01', 'placement.review_days', '30')).policies.slice(-1),
  ]);
  const experiments: Readonly<Record<string, (lose?: door.Lose) => Promise<unknown>>> = {
    allCells: (lose) => door.allCells(study, losing, lose),
    measureValues: (lose) => door.measureValues(study, measures, losing, lose),
    sweep: (lose) => door.sweep(base, ['placement.review_days: 30, 60'], { replicates: 3 }, measures, losing, lose),
    attribute: (lose) =>
      door.attribute(door.attributionPlan(base, door.componentsBetween(base, changed), 3), measures, losing, lose),
  };

  test.each(Object.keys(experiments))('%s', async (name) => {
    const lost: door.LostBlock[] = [];
    const found = await experiments[name]!((one) => lost.push(one));
    expect(lost.length).toBeGreaterThan(0);
    expect(new Set(lost.map(({ block }) => block.replicate))).toEqual(new Set([1]));
    if (name === 'allCells') expect(found).toHaveLength(2);
    if (name === 'measureValues') {
      const [[values]] = found as [[Float64Array]];
      expect([...values].map(Number.isNaN)).toEqual([false, true, false]);
    }
    await expect(experiments[name]!()).rejects.toThrow('replicate 1 is lost');
  });
});
