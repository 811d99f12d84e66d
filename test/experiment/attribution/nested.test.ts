/** Nested runs: parts add up, nothing gives exactly nothing, and what is only places is all in places. */
import { describe, expect, test } from 'vitest';
import { divideNested } from '../../../src/experiment/attribution/nested.ts';
import { nestedPlan } from '../../../src/experiment/attribution/nested-plan.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { policy } from '../../tiny.ts';
import { comparedWith, differences, divided, mustAddUp, run, world } from './nested-parts.ts';

const enough = (from: string) => policy('enough', from, 'capacity.response', 'enough');
const none = (from: string) => policy('none', from, 'effects.evidence', 'none');

describe('the parts', () => {
  test('add up, and are those of runs written by hand', async () => {
    const day = '2012-04-01';
    const other =
      policy('closed', day, 'facility.places', '{multiply: 0.3}') +
      policy('belief', day, 'effects.centre.all', '-1.5') +
      policy('harder', day, 'reoffending.shift', '1');
    const result = await divided(world(), world(other));
    await mustAddUp(result, world(), world(other));
    const by = async (held: string) => (await comparedWith(result, world(held), world(other + held))).difference;
    const [asIs, places, nothing] = [
      result.parts.at(-1)!.difference,
      await by(enough(day)),
      await by(enough(day) + none(day)),
    ];
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

  test('is each part of a policy that changes prices and no life', async () => {
    const { parts } = await divided(world(), world(policy('dear', '2012-01-01', 'cost.officer_year', '700000')));
    for (const { difference, low, high } of parts) expect([difference, low, high]).toEqual([0, 0, 0]);
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
  const { parts, growing } = await divided(world(), world(policy('few', from, 'facility.places', '{multiply: 0.3}')));
  expect(growing.find(({ side }) => side === 'scenario')?.changePerYear).toBeGreaterThan(1);
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
