/** A stock cohort: the people inside on a named day are the headline, the same in every arm, and nothing else changes before it. */
import { describe, expect, test } from 'vitest';
import { formatDay, parseDay } from '../../src/engine/calendar.ts';
import { compare } from '../../src/experiment/compare.ts';
import { Failure } from '../../src/failure.ts';
import { cohortFinding } from '../../src/report/cohort-finding.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { firstDifference } from '../../src/scenario/history.ts';
import { type Scenario, scenarioOf, withRun } from '../../src/scenario/scenario.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';
import { policy, readOver, tinyScenario } from '../tiny.ts';

const stockDay = parseDay('2012-07-01');
const stocked = (scenario: Scenario) => scenarioOf({ ...scenario, stockDay });
const plain = stocked(tinyScenario());
const crime = (from: string) => stocked(tinyScenario(policy('crime', from, 'reoffending.shift', '1.5')));

describe('a comparison of arms that part on or after the day', () => {
  test('follows the people inside on it, who are the same, and its parts add up', async () => {
    const arms = [plain, crime('2012-07-01')].map((scenario, arm) => ({ name: `arm ${arm}`, scenario }));
    const { cohorts, differences } = await compare({ arms, draws: 0, replicates: 4 }, inProcess());
    const [cohort] = cohorts;
    expect(cohort).toMatchObject({ population: 'inside on one day', from: '2012-07-01', years: 2, left: 0 });
    expect(cohort!.members).toBeGreaterThan(20);
    expect(cohort!.same).toBe(cohort!.members);
    const charges = differences.find(
      ({ measure, population, horizon }) =>
        measure === 'cohort-charges' && population === 'inside on one day' && horizon === 2,
    )!;
    expect(charges.difference).toBeGreaterThan(0);
    expect(cohort!.parts.reduce((sum, part) => sum + part.charges, 0)).toBeCloseTo(charges.difference, 9);
    const finding = cohortFinding(cohort!, differences, [])!;
    expect(finding.of).toBe('people inside on 2012-07-01');
    expect(finding.account![0]).toContain('followed from that day');
    expect(
      differences.find((one) => one.population === 'inside on one day' && one.horizon === 3)!.difference,
    ).toBeNaN();
  });
});

test('where nobody is charged more or less, every table has the same interval, as wide as so few people leave it', async () => {
  const calls = (times: number) =>
    stocked(tinyScenario(policy('calls', '2013-01-01', 'family.phone_minutes', `{multiply: ${times}}`)));
  const arms = [plain, calls(2), calls(3)].map((scenario, arm) => ({ name: `arm ${arm}`, scenario }));
  const { cohorts, pairs, differences } = await compare({ arms, draws: 0, replicates: 4 }, inProcess());
  const own = differences.filter(
    ({ measure, population, horizon }) =>
      measure === 'cohort-charged' && population === 'inside on one day' && horizon === 2,
  );
  expect(own.length).toBe(2);
  const { account } = cohortFinding(cohorts[0]!, differences, [])!;
  expect(account).toContain(
    'The policy begins on 2013-01-01: 6 of the 24 months followed lie before it, where both are alike.',
  );
  for (const { arm, difference, low, high } of own) {
    const pair = pairs.find((one) => one.arm === arm && one.baseline === 'arm 0')!;
    expect(pair.population).toBe('inside on one day');
    expect(high).toBeGreaterThan(0.1);
    expect([difference, low, high]).toEqual([0, pair.low, pair.high]);
  }
});

test('without a day, no measure of a stock is listed', async () => {
  const arms = [{ name: 'one', scenario: withRun(tinyScenario(), { years: 1 }) }];
  const { measures } = await compare({ arms, draws: 0, replicates: 2 }, inProcess());
  expect(measures.filter(({ population }) => population?.startsWith('inside on one day'))).toEqual([]);
});

test('scenarios that differ in it part on that day', () => {
  expect(formatDay(firstDifference(tinyScenario(), plain, catalogue))).toBe('2012-07-01');
  expect(firstDifference(plain, plain, catalogue)).toBe(Infinity);
});

test('its text is a scenario with the same day', () => {
  const again = scenarioFrom('again.yaml', { read: readOver({ 'again.yaml': plain.text }) });
  expect([again.stockDay, again.text]).toEqual([stockDay, plain.text]);
});

test('a day that is not observed is refused', () => {
  const read = (day: string) =>
    scenarioFrom('scenarios/mine.yaml', {
      read: readOver({ 'scenarios/mine.yaml': `extends: norway/baseline.yaml\nstock_cohort: ${day}\n` }),
    });
  expect(formatDay(read('2014-01-01').stockDay!)).toBe('2014-01-01');
  expect(() => read('2031-01-01')).toThrow('stock_cohort: 2031-01-01 is not observed');
  expect(() => withRun(scenarioOf({ ...plain, stockDay: parseDay('2014-01-01') }), { years: 1 })).toThrow(Failure);
});
