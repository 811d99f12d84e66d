/** A sweep moves its levers and nothing else: each point is what a policy that sets the same would give. */
import { beforeAll, describe, expect, test } from 'vitest';
import { parseDay } from '../../../src/engine/calendar.ts';
import { compare } from '../../../src/experiment/compare.ts';
import {
  complaintsAboutPoints,
  type PointResult,
  resultsOfSweep,
  type SweepPlan,
  sweepPlan,
} from '../../../src/experiment/sensitivity/sweep.ts';
import { type BlockKey, blocksOf, type RunBlocks, runBlock } from '../../../src/experiment/study.ts';
import type { Measure } from '../../../src/measures/measure.ts';
import { identityOf, isSameMeasure } from '../../../src/measures/measure-identity.ts';
import { lookUpMeasure, measureNameOf } from '../../../src/measures/measure-name.ts';
import { measuresOf } from '../../../src/measures/measures.ts';
import { readLeverValues } from '../../../src/scenario/lever-values.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { catalogue } from '../../../src/simulation/parameters.ts';
import { scenarioFrom } from '../../../src/simulation/scenario-from.ts';
import { policy, tinyScenario } from '../../tiny.ts';

const FROM = parseDay('2012-01-01');
const REPLICATES = 3;

const runHere: RunBlocks = async function* (study, blocks) {
  for (const block of blocks) yield runBlock(study, block);
};

function plan(scenario: Scenario, ...typed: readonly string[]): SweepPlan {
  const levers = typed.map((text) => readLeverValues(text, '--lever', catalogue, scenario.dimensions, [])!);
  return sweepPlan(scenario, levers, FROM, REPLICATES);
}

const measures: readonly Measure[] = ['occupancy', 'new-charge@2y', 'placement-moves'].flatMap(
  (name) => lookUpMeasure(name, measuresOf(tinyScenario().dimensions['level'])) ?? [],
);

async function results(of: SweepPlan, blocks: readonly BlockKey[] = blocksOf(of.study)) {
  return resultsOfSweep(of, blocks, measures, runHere);
}

/** Results by measure and point in words, whatever their order. */
function byPoint({ levers }: SweepPlan, found: readonly PointResult[]) {
  return Object.fromEntries(
    found.map(({ point, measure, ...numbers }) => {
      const words = levers.map(({ path, values }, lever) => `${path} ${values[point.at[lever]].text}`).sort();
      return [[measureNameOf(measure), ...words].join(', '), numbers];
    }),
  );
}

const REGION = tinyScenario().dimensions['region'][0];
const LENGTH = 'sentence.length_factor: 0.5, x1';
const REVIEWS = 'placement.review_days.high: 30, 90';

describe('a grid of two levers', () => {
  const scenario = tinyScenario();
  const both = plan(scenario, LENGTH, REVIEWS);
  let found: readonly PointResult[];
  beforeAll(async () => {
    found = await results(both);
  });

  test('measures what differs', () => {
    expect(measures.length).toBeGreaterThanOrEqual(2);
    expect(new Set(found.map(({ difference }) => difference)).size).toBeGreaterThan(3);
  });

  test('where levers stand as they stand anyway is the scenario: the difference is zero, and so is its interval', () => {
    const still = found.filter(({ point }) => point.at.join() === '1,1');
    expect(still.map(({ difference, low, high }) => [difference, low, high])).toEqual(measures.map(() => [0, 0, 0]));
    expect(still.every(({ point }) => point.arm === 0)).toBe(true);
    expect(both.study.arms).toHaveLength(4);
  });

  test('a point is what compare finds for a policy that sets the same', async () => {
    const moved = tinyScenario(
      'mine:\n  from: 2012-01-01\n  after: tiny\n  set: {sentence.length_factor: 0.5, placement.review_days: {high: 30}}\n',
    );
    const arms = [scenario, moved].map((one, arm) => ({ name: String(arm), scenario: one }));
    const { differences, measures: means } = await compare(
      { arms, replicates: REPLICATES, draws: 0 },
      runHere,
      () => {},
    );
    for (const { point, measure, ...numbers } of found) {
      if (point.at.join() !== '0,0') continue;
      const { difference, low, high, replicates } = differences.find((one) => isSameMeasure(one, identityOf(measure)))!;
      const [baseline, mean] = ['0', '1'].map(
        (arm) => means.find((one) => one.arm === arm && isSameMeasure(one, identityOf(measure)))!.mean,
      );
      expect(numbers).toEqual({ mean, baseline, difference, low, high, replicates });
    }
  });

  test('levers and values may be typed in any order', async () => {
    const turned = plan(scenario, 'placement.review_days.high: 90, 30', 'sentence.length_factor: x1, 0.5');
    expect(byPoint(turned, await results(turned))).toEqual(byPoint(both, found));
  });

  test('more values change no other point', async () => {
    const more = plan(scenario, 'sentence.length_factor: 0.5, 0.8, x1', REVIEWS);
    expect(byPoint(more, await results(more))).toMatchObject(byPoint(both, found));
  });

  test('so does another cut into blocks', async () => {
    const cut = [0, 1, 2, 3].flatMap((arm) => [2, 0, 1].map((replicate) => ({ draw: 0, replicate, arms: [arm] })));
    expect(byPoint(both, await results(both, cut))).toEqual(byPoint(both, found));
  });

  test('every arm can be read again, as a worker or a person may', () => {
    for (const { scenario: arm } of both.study.arms) {
      expect(scenarioFrom('arm', { read: () => arm.text }).text).toBe(arm.text);
    }
  });
});

describe('policies that begin later', () => {
  const later = policy('later', '2013-03-01', 'sentence.length_factor', '2');
  const half = (scenario: Scenario) => plan(scenario, 'sentence.length_factor: 0.5, 0.7').study.arms[1].scenario;

  test('do not take the lever out of the hand of the sweep', async () => {
    const alone = half(tinyScenario());
    const among = half(tinyScenario(later));
    const [one, other] = [alone, among].map((scenario) => {
      const study = { arms: [{ name: 'x', scenario }], replicates: 1, draws: 0 };
      return runBlock(study, { draw: 0, replicate: 0, arms: [0] })[0].digest;
    });
    expect(other).toBe(one);
    expect(scenarioFrom('arm', { read: () => among.text }).text).toBe(among.text);
  });

  test('are what factors then multiply', () => {
    const factor = plan(tinyScenario(later), 'sentence.length_factor: x0.5, x0.7').study.arms[1];
    const written = tinyScenario(
      'first:\n  from: 2012-01-01\n  until: 2013-03-01\n  set: {sentence.length_factor: 0.5}\n' +
        policy('second', '2013-03-01', 'sentence.length_factor', '1'),
    );
    const [one, other] = [factor, { name: 'written', scenario: written }].map(
      (arm) => runBlock({ arms: [arm], replicates: 1, draws: 0 }, { draw: 0, replicate: 0, arms: [0] })[0].digest,
    );
    expect(one).toBe(other);
  });

  test('keep their names, even one that is called as the sweep would be', () => {
    const taken = policy('sweep 1', '2012-01-01', 'work.attendance', '0.5');
    expect(half(tinyScenario(taken)).policies.map(({ name }) => name)).toEqual(['tiny', 'sweep 1', "sweep 1'"]);
  });
});

describe('what values together would break is told before anything runs', () => {
  test.each([
    [
      'a factor out of bounds',
      ['sentence.lapsed_share: x1, x90'],
      [/^sentence\.lapsed_share must be from 0 to 1, got /],
    ],
    [
      'a table that no longer adds up',
      [`synthesise.home_share.${REGION}: 0.9, 0.95`],
      [/: 0\.9: synthesise\.home_share adds up to /, /: 0\.95: synthesise\.home_share adds up to /],
    ],
    ['nothing', [LENGTH], []],
  ])('%s', (_, typed, complaints) => {
    const told = complaintsAboutPoints(plan(tinyScenario(), ...typed));
    expect(told).toHaveLength(complaints.length);
    complaints.forEach((complaint, at) => {
      expect(told[at]).toMatch(complaint);
    });
  });
});
