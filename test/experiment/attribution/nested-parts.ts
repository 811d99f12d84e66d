/** Nested runs of a tiny world, with more people than places, and what their parts must add up to. */
import { expect } from 'vitest';
import { divideNested, type NestedResult } from '../../../src/experiment/attribution/nested.ts';
import { nestedPlan } from '../../../src/experiment/attribution/nested-plan.ts';
import { compare } from '../../../src/experiment/compare.ts';
import { inProcess } from '../../../src/runners/in-process.ts';
import { type Scenario, withRun } from '../../../src/scenario/scenario.ts';
import { policy, tinyScenario } from '../../tiny.ts';

export const run = inProcess();
const REPLICATES = 2;
export const world = (policies = '', years = 3, people = 1.5) =>
  withRun(tinyScenario(policy('crowd', '1900-01-01', 'arrivals.per_year', `{multiply: ${people}}`) + policies), {
    years,
    seed: 'nested',
  });
export const divided = (a: Scenario, b: Scenario) => divideNested(nestedPlan(a, b, REPLICATES), run);

export const differences = ({ parts }: NestedResult) => parts.map(({ difference }) => difference);
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

/** What compare finds for the people that nested runs follow. */
export async function comparedWith({ population, years }: NestedResult, plain: Scenario, other: Scenario) {
  const arms = [plain, other].map((scenario, at) => ({ name: `${at}`, scenario }));
  const { differences } = await compare({ arms, replicates: REPLICATES, draws: 0 }, run);
  return differences.find(
    (row) => row.measure === 'cohort-charged' && row.population === population && row.horizon === years,
  )!;
}

/** The parts add up in every replicate to the difference that compare finds, with its interval; each again from whole people. */
export async function mustAddUp(result: NestedResult, plain: Scenario, other: Scenario): Promise<void> {
  expect(result.parts.map(({ part }) => part?.name)).toEqual(names);
  expect(result.same).toBe(result.members);
  const [places, effects, rest, whole] = differences(result) as [number, number, number, number];
  expect(places + effects + rest).toBeCloseTo(whole, 9);
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
  const byGrade = result.grades.reduce((sum, { difference }) => sum + difference, 0);
  expect(byGrade).toBeCloseTo(2 * effects, 9);
  const headline = await comparedWith(result, plain, other);
  const { difference, low, high } = result.parts.at(-1)!;
  expect(difference).toBeCloseTo(headline.difference, 9);
  expect(low).toBeCloseTo(headline.low, 9);
  expect(high).toBeCloseTo(headline.high, 9);
}
