/** Nested runs: parts add up, nothing gives exactly nothing, and what is only places is all in places. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideNested, type NestedResult } from '../../../src/experiment/attribution/nested.ts';
import { nestedPlan } from '../../../src/experiment/attribution/nested-plan.ts';
import { compare } from '../../../src/experiment/compare.ts';
import { inProcess } from '../../../src/runners/in-process.ts';
import { type Scenario, withRun } from '../../../src/scenario/scenario.ts';
import { policy, tinyScenario } from '../../tiny.ts';

const run = inProcess();
const REPLICATES = 2;
const world = (policies = '', years = 3) =>
  withRun(tinyScenario(policy('crowd', '1900-01-01', 'arrivals.per_year', '{multiply: 3}') + policies), {
    years,
    seed: 'nested',
  });
const enough = (from: string) => policy('enough', from, 'capacity.response', 'enough');
const none = (from: string) => policy('none', from, 'effects.evidence', 'none');
const divided = (a: Scenario, b: Scenario) => divideNested(nestedPlan(a, b, REPLICATES), run);

const differences = ({ parts }: NestedResult) => parts.map(({ difference }) => difference);
const names = ['places', 'effects with evidence', 'rest', undefined];

/** Scenario less baseline in people charged, by run and replicate: whole numbers. */
function counted({ counts }: NestedResult): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const { run: name, replicate, side, charged } of counts) {
    const own = found.get(name) ?? new Array(REPLICATES).fill(0);
    own[replicate] += side === 'scenario' ? charged : -charged;
    found.set(name, own);
  }
  return found;
}

const levers = fc.constantFrom(
  ['sentence.length_factor', '0.5'],
  ['facility.places', '{multiply: 0.5}'],
  ['release.conditional_granted', '0.99'],
  ['programme.places', '{multiply: 4}'],
  ['placement.review_days', '20'],
  ['monitoring.places', '40'],
  ['reentry.guarantee', '1'],
  ['reoffending.shift', '0.5'],
  ['capacity.response', 'double'],
);

describe('the parts', () => {
  test('of any policies add up in every replicate to the difference that compare finds', async () => {
    const days = fc.constantFrom('2010-06-01', '2012-01-01', '2012-08-01');
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(levers, { minLength: 1, maxLength: 3 }), days, async (moved, from) => {
        const plain = world();
        const other = world(moved.map(([lever, value], at) => policy(`p${at}`, from, lever!, value!)).join(''));
        const result = await divided(plain, other);
        expect(result.parts.map(({ part }) => part?.name)).toEqual(names);
        expect(result.same).toBe(result.members);
        const [places, effects, rest, whole] = differences(result) as [number, number, number, number];
        expect(places + effects + rest).toBeCloseTo(whole, 9);
        // every part again, from whole people
        const d = counted(result);
        const mean = (first: string, second?: string) => {
          const perReplicate = d.get(first)!.map((people, replicate) => {
            const { members } = result.counts.find((one) => one.replicate === replicate)!;
            return (100 * (people - (second === undefined ? 0 : d.get(second)![replicate]!))) / members;
          });
          return perReplicate.reduce((sum, one) => sum + one, 0) / REPLICATES;
        };
        expect(places).toBeCloseTo(mean('as is', 'places enough'), 9);
        expect(effects).toBeCloseTo(mean('places enough', 'places enough, no evidence'), 9);
        expect(rest).toBeCloseTo(mean('places enough, no evidence'), 9);
        expect(result.grades.map(({ difference }) => difference).reduce((sum, one) => sum + one, 0)).toBeCloseTo(
          2 * effects,
          9,
        );
        const arms = [plain, other].map((scenario, at) => ({ name: `${at}`, scenario }));
        const compared = await compare({ arms, replicates: REPLICATES, draws: 0 }, run);
        const headline = compared.differences.find(
          (row) =>
            row.measure === 'cohort-charged' && row.population === result.population && row.horizon === result.years,
        )!;
        const { difference, low, high } = result.parts.at(-1)!;
        expect(difference).toBeCloseTo(headline.difference, 9);
        expect(low).toBeCloseTo(headline.low, 9);
        expect(high).toBeCloseTo(headline.high, 9);
      }),
      { numRuns: 3 },
    );
  }, 120_000);

  test('are those of runs written by hand', async () => {
    const day = '2012-04-01';
    const other =
      policy('closed', day, 'facility.places', '{multiply: 0.3}') +
      policy('belief', day, 'effects.centre.all', '-1.5') +
      policy('harder', day, 'reoffending.shift', '1');
    const result = await divided(world(), world(other));
    const by = async (held: string) => {
      const both = [world(held), world(other + held)];
      const arms = both.map((scenario, at) => ({ name: `${at}`, scenario }));
      const { differences: all } = await compare({ arms, replicates: REPLICATES, draws: 0 }, run);
      return all.find(
        (row) =>
          row.measure === 'cohort-charged' && row.population === result.population && row.horizon === result.years,
      )!.difference;
    };
    const [asIs, places, nothing] = [await by(''), await by(enough(day)), await by(enough(day) + none(day))];
    const expected = [asIs - places, places - nothing, nothing, asIs];
    for (const [at, one] of differences(result).entries()) expect(one).toBeCloseTo(expected[at]!, 9);
    for (const one of expected) expect(Math.abs(one)).toBeGreaterThan(0);
    // only where all grades are admitted is the level moved, so that grade A carries next to nothing
    const [others, best] = result.grades.map(({ difference }) => Math.abs(difference)) as [number, number];
    expect(others).toBeGreaterThan(20 * best);
  });
});

describe('exactly nothing', () => {
  test('is each part of a policy that changes nothing, and no run is lived for it', async () => {
    const plan = nestedPlan(world(), world(policy('idle', '2012-05-01', 'placement.review_days', '{multiply: 1}')), 2);
    expect(plan.study.arms.map(({ name }) => name)).toEqual([
      'baseline, as is',
      'baseline, places enough',
      'baseline, places enough, evidence of grade A',
      'baseline, places enough, no evidence',
    ]);
    const { parts, grades } = await divideNested(plan, run);
    for (const { difference, low, high } of [...parts, ...grades]) expect([difference, low, high]).toEqual([0, 0, 0]);
  });

  test('is each part of a policy that changes nobody, but that is no proof', async () => {
    const { parts } = await divided(world(), world(policy('dear', '2012-01-01', 'cost.officer_year', '700000')));
    for (const { difference, low, high } of parts) {
      expect(difference).toBe(0);
      expect(low).toBeLessThan(0);
      expect(high).toBe(-low);
    }
  });

  test('is the part of places where both have enough, and nothing is lived twice', async () => {
    const from = '2012-01-01';
    const other = policy('other', from, 'programme.places', '{multiply: 4}');
    const plan = nestedPlan(world(enough(from)), world(enough(from) + other), 2);
    expect(plan.study.arms.length).toBe(6);
    const [places] = (await divideNested(plan, run)).parts;
    expect([places!.difference, places!.low, places!.high]).toEqual([0, 0, 0]);
  });
});

test('a scenario that has other places and nothing else has all of it in places', async () => {
  const from = '2012-01-01';
  const { parts } = await divided(world(), world(policy('few', from, 'facility.places', '{multiply: 0.3}')));
  const [places, effects, rest, whole] = parts.map(({ difference }) => difference) as number[];
  expect(whole).not.toBe(0);
  expect([effects, rest]).toEqual([0, 0]);
  expect(places!).toBeCloseTo(whole!, 9);
  const more = (await divided(world(), world(enough(from)))).parts.map(({ difference }) => difference);
  expect(more.slice(1, 3)).toEqual([0, 0]);
  expect(more[0]!).toBeCloseTo(more[3]!, 9);
});

test('effects are divided by grade only where both scenarios admit all evidence', async () => {
  const { parts, grades } = await divided(world(), world(none('2012-01-01')));
  expect(grades).toEqual([]);
  const [places, effects, rest, whole] = parts.map(({ difference }) => difference) as number[];
  // without evidence in both, nothing is left between them
  expect(rest).toBe(0);
  expect(places! + effects!).toBeCloseTo(whole!, 9);
});

test('people inside on a day that scenarios name are followed instead, the same in all runs', async () => {
  const stock = (scenario: Scenario) => ({ ...scenario, stockDay: scenario.start });
  const other = world(policy('short', '2012-01-01', 'sentence.length_factor', '0.5'));
  const result = await divided(stock(world()), stock(other));
  expect(result).toMatchObject({ population: 'inside on one day', from: '2012-01-01', until: '2012-01-01' });
  expect(result.same).toBe(result.members);
  expect(result.members).toBeGreaterThan(20);
});

test('where nobody can be followed for a year there is nothing to divide', () => {
  const late = policy('late', '2012-06-01', 'sentence.length_factor', '0.5');
  expect(() => nestedPlan(world('', 1), world(late, 1), 2)).toThrow(
    /nobody who enters after 2012-06-01.*can be followed for a year/s,
  );
});
