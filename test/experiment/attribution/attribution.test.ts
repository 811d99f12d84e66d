/** Attribution: parts add up to the whole, in every replicate, and nothing is shared out that cannot be. */
import { describe, expect, test } from 'vitest';
import { type Added, addedIn, attribute, attributionPlan } from '../../../src/experiment/attribution/attribution.ts';
import { componentsBetween, policiesThatDiffer } from '../../../src/experiment/attribution/policy-components.ts';
import { compare } from '../../../src/experiment/compare.ts';
import { identityOf } from '../../../src/measures/measure-identity.ts';
import { measuresOf } from '../../../src/measures/measures.ts';
import { inProcess } from '../../../src/runners/in-process.ts';
import { withRun } from '../../../src/scenario/scenario.ts';
import { policy, tinyScenario } from '../../tiny.ts';

const baseline = tinyScenario();
const bundle = (count: number) =>
  Array.from({ length: count }, (_, at) => policy(`p${at}`, '2012-06-01', LEVERS[at], '{multiply: 0.9}')).join('');
const LEVERS = [
  'fine.mean_days',
  'sentence.days_to_start',
  'court.days_to_verdict',
  'remand.days_without_prison',
  'placement.review_days',
  'release.prepare_days',
  'work.attendance',
  'mortality.rate',
];

/** A measure of an arm in which policies help each other: all of an arm's bits, and each pair once more. */
const joint = (coalition: number, replicate: number) => {
  const on = Array.from({ length: 8 }, (_, at) => at).filter((at) => (coalition & (1 << at)) !== 0);
  return on.reduce((sum, at) => sum + at + 1, 0) + (on.length * (on.length - 1)) / 2 + replicate;
};

describe.each([
  [3, 8],
  [8, undefined],
])('of %i policies', (count, arms) => {
  const plan = attributionPlan(baseline, componentsBetween(baseline, tinyScenario(bundle(count))), 4);

  test('every arm has the policies of its coalition and of the baseline', () => {
    if (arms !== undefined) expect(plan.study.arms.length).toBe(arms);
    plan.coalitions.forEach((coalition, arm) => {
      const own = policiesThatDiffer(baseline, plan.study.arms[arm].scenario);
      expect(own).toEqual(plan.names.filter((_, at) => (coalition & (1 << at)) !== 0));
    });
  });

  test('in each replicate the parts add up to what all do together', () => {
    for (const { replicate } of plan.blocks) {
      const added = addedIn(plan, replicate, (arm) => joint(plan.coalitions[arm], replicate));
      const all = (1 << count) - 1;
      expect(added.reduce((sum, one) => sum + one, 0)).toBeCloseTo(joint(all, 0) - joint(0, 0), 9);
    }
  });

  test('each gets its own part and half of what it does with every other', () => {
    const values = plan.blocks.map(({ replicate }) =>
      addedIn(plan, replicate, (arm) => joint(plan.coalitions[arm], replicate)),
    );
    for (const added of values) {
      added.forEach((value, at) => {
        expect(value).toBeCloseTo(at + 1 + (count - 1) / 2, 9);
      });
    }
  });

  test('replicates ask for the arms they need and no other', () => {
    for (const { arms: asked, replicate } of plan.blocks) {
      const used = new Set<number>();
      addedIn(plan, replicate, (arm) => {
        used.add(arm);
        return 0;
      });
      expect([...used].sort((a, b) => a - b)).toEqual([...asked]);
    }
  });
});

test.each([
  ['calls', 'family.phone_minutes', '{multiply: 1.01}', true],
  ['officers', 'cost.officer_year', '{multiply: 2}', false],
])(
  'where nobody is charged more or less, %s are no proof unless no life moves, and the whole is as sure as in a comparison',
  async (name, lever, change, moves) => {
    const run = { years: 4, seed: 'parts', replicates: 2 };
    const crowd = policy('crowd', '1900-01-01', 'arrivals.per_year', '{multiply: 3}');
    const few = policy(name, '2012-01-01', lever, change);
    const never = policy('never', '2030-01-01', 'reoffending.shift', '1.5');
    const plain = withRun(tinyScenario(crowd), run);
    const scenario = withRun(tinyScenario(crowd + few + never), run);
    const plan = attributionPlan(plain, componentsBetween(plain, scenario), run.replicates);
    const isCharged = (one: { measure: string; population?: string; horizon?: number }) =>
      one.measure === 'cohort-charged' && one.population === 'newly sentenced to prison' && one.horizon === 3;
    const measures = measuresOf(plain.dimensions['level']).filter((one) => isCharged(identityOf(one)));
    expect(measures).toHaveLength(1);
    const added = await attribute(plan, measures, inProcess());
    expect(added.map(({ part, mean, replicates }) => [part, mean, replicates])).toEqual([
      [name, 0, 2],
      ['never', 0, 2],
      [undefined, 0, 2],
    ]);
    const [own, later, whole] = added as [Added, Added, Added];
    expect(own.low < 0).toBe(moves);
    expect(own.high).toBe(0 - own.low);
    expect([later.low, later.high]).toEqual([0, 0]);
    const arms = [plain, scenario].map((one, arm) => ({ name: `arm ${arm}`, scenario: one }));
    const { differences } = await compare({ arms, replicates: run.replicates, draws: 0 }, inProcess());
    const compared = differences.find(isCharged)!;
    expect([whole.low, whole.high]).toEqual([compared.low, compared.high]);
  },
);
