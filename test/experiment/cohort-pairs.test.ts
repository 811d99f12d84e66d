/** Pairs of cohorts: the same people, no difference without a policy, and parts that add up. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAYS_PER_YEAR } from '../../src/engine/calendar.ts';
import { compare } from '../../src/experiment/compare.ts';
import { partNames, partsOf } from '../../src/experiment/decomposition.ts';
import type { Study } from '../../src/experiment/study.ts';
import { countsWithin, longestHorizon, membersIn, windowOf } from '../../src/measures/cohort-counts.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { type Scenario, withRun } from '../../src/scenario/scenario.ts';
import { quarterBegins } from '../../src/simulation/cohorts.ts';
import { cohortCounts, emptySummary } from '../../src/simulation/summary.ts';
import { policy, tinyScenario } from '../tiny.ts';

const YEARS = { years: 4, seed: 'cohort', replicates: 4 };
const crowd = policy('crowd', '1900-01-01', 'arrivals.per_year', '{multiply: 3}');
const plain = withRun(tinyScenario(crowd), YEARS);

function studyOf(...others: readonly Scenario[]): Study {
  const arms = [plain, ...others].map((scenario, arm) => ({ name: `arm ${arm}`, scenario }));
  return { arms, replicates: YEARS.replicates, draws: 0 };
}

const withPolicy = (lever: string, value: string, from = '2012-01-01') =>
  withRun(tinyScenario(crowd + policy('other', from, lever, value)), YEARS);

describe('a comparison of cohorts', () => {
  test('finds exactly nothing where a policy changes nothing', async () => {
    const { differences, cohorts } = await compare(
      studyOf(withPolicy('sentence.length_factor', '{multiply: 1}')),
      inProcess(),
    );
    const own = differences.filter(({ measure }) => measure.startsWith('cohort-'));
    const known = own.filter(({ difference }) => !Number.isNaN(difference));
    expect(known.length).toBeGreaterThan(20);
    for (const { difference, low, high } of known) expect([difference, low, high]).toEqual([0, 0, 0]);
    expect(cohorts[0]!.same).toBe(cohorts[0]!.members);
    for (const { charges } of cohorts[0]!.parts) expect(charges).toBe(0);
  });

  test('where arms part but nobody is charged more or less, does not take that for proof', async () => {
    const { differences, pairs, series } = await compare(
      studyOf(withPolicy('family.phone_minutes', '{multiply: 3}')),
      inProcess(),
    );
    const own = differences.filter(({ measure, horizon }) => measure === 'cohort-charged' && horizon === 3);
    expect(own.length).toBeGreaterThan(2);
    for (const { difference, low, high } of own) {
      expect(difference).toBe(0);
      expect(low).toBeLessThan(0);
      expect(high).toBe(-low);
    }
    const cohort = series.find(({ schema }) => schema.name === 'cohort')!;
    expect(cohort.column('difference-high').at(-1)).toBeCloseTo(own[0]!.high / 100, 9);
    expect(pairs).toEqual([]);
  });

  test('where every cell is the same though numbers differ, finds exactly nothing', async () => {
    const { differences, series, armDigests } = await compare(
      studyOf(withPolicy('cost.officer_year', '700000')),
      inProcess(),
    );
    expect(armDigests.get('arm 1')).toBe(armDigests.get('arm 0'));
    const own = differences.filter(
      ({ measure, difference }) => measure === 'cohort-charged' && !Number.isNaN(difference),
    );
    expect(own.length).toBeGreaterThan(2);
    for (const { difference, low, high } of own) expect([difference, low, high]).toEqual([0, 0, 0]);
    const cohort = series.find(({ schema }) => schema.name === 'cohort')!;
    expect(cohort.column('difference-high').at(-1)).toBe(0);
    // prices differ, and so does the cost of the same lives
    expect(differences.find(({ measure }) => measure === 'cost')!.difference).not.toBe(0);
  });

  test('follows the same people from the verdict, and its parts add up to the difference in charges', async () => {
    const { differences, cohorts } = await compare(studyOf(withPolicy('reoffending.shift', '1.5')), inProcess());
    const [cohort] = cohorts;
    expect(cohort).toMatchObject({ population: 'newly sentenced to prison', years: 3, left: 0 });
    expect(cohort!.same).toBe(cohort!.members);
    expect(cohort!.members).toBeGreaterThan(100);
    const charges = differences.find(
      ({ measure, population, horizon }) =>
        measure === 'cohort-charges' && population === cohort!.population && horizon === cohort!.years,
    )!;
    expect(charges.low).toBeGreaterThan(0);
    expect(cohort!.parts.reduce((sum, part) => sum + part.charges, 0)).toBeCloseTo(charges.difference, 9);
  });

  test('where courts differ, follows the charged, who are the same people', async () => {
    const { cohorts } = await compare(studyOf(withPolicy('court.custody_odds', '5')), inProcess());
    expect(cohorts[0]).toMatchObject({ population: 'newly charged' });
    expect(cohorts[0]!.same).toBe(cohorts[0]!.members);
    expect(cohorts[0]!.coverage).toBeUndefined();
  });

  test('counts who enters from the day on which each pair parts', async () => {
    const study = studyOf(withPolicy('reoffending.shift', '1.5'), withPolicy('reoffending.shift', '1.5', '2014-01-01'));
    const { cohorts, pairs, differences, series } = await compare(study, inProcess());
    // two arms without the baseline part when the later policy is missing in one of them: from the first day
    expect(pairs.map(({ arm, baseline, from, years }) => [arm, baseline, from, years])).toEqual([
      ['arm 1', 'arm 0', '2012-01-01', 3],
      ['arm 2', 'arm 0', '2014-01-01', 1],
      ['arm 2', 'arm 1', '2012-01-01', 3],
    ]);
    for (const { arm, baseline, population, years, difference, low, high, costs } of pairs.slice(0, 2)) {
      const rowOf = (measure: string) =>
        differences.find(
          (row) =>
            row.measure === measure &&
            row.arm === arm &&
            row.population === population &&
            row.horizon === years &&
            row.baseline === baseline,
        )!;
      const ofRow = (measure: string) => [rowOf(measure).difference, rowOf(measure).low, rowOf(measure).high];
      expect([difference, low, high]).toEqual(ofRow('cohort-charged'));
      expect(Object.values(costs.custody)).toEqual(ofRow('cohort-cost'));
      expect(Object.values(costs.crime)).toEqual(ofRow('cohort-crime-cost'));
    }
    expect(pairs[2]!.same).toBe(pairs[2]!.members);
    // fewer crimes under the arm whose policy begins two years later
    expect(pairs[2]!.costs.crime.high).toBeLessThan(0);
    expect(pairs.map(({ begins }) => begins)).toEqual([
      undefined,
      undefined,
      { arm: '2014-01-01', baseline: '2012-01-01' },
    ]);
    // arm 1 is the one in which people are charged more often, from two years earlier on
    expect(pairs[2]!.difference).toBeLessThan(0);
    // arms with people of their own share no chart
    expect(series.find(({ schema }) => schema.name === 'cohort')!.rows).toBe(0);
    expect(cohorts.map(({ from, until, years }) => [from, until, years])).toEqual([
      ['2012-01-01', '2012-12-31', 3],
      ['2014-01-01', '2014-12-31', 1],
    ]);
    // of the four years' people, those of the last two come after the late policy, and one year of them can be followed
    const [early, late] = cohorts;
    expect(early!.entered).toBeUndefined();
    expect(late!.entered!.after).toBeGreaterThan(late!.members);
    expect(late!.entered!.ever).toBeGreaterThan(late!.entered!.after + early!.members);
  });

  test('has no cohort where nobody can be followed for a year', async () => {
    const short = (scenario: Scenario) => withRun(scenario, { years: 1 });
    const arms = [plain, withPolicy('reoffending.shift', '1')].map((scenario, arm) => ({
      name: `${arm}`,
      scenario: short(scenario),
    }));
    expect((await compare({ arms, replicates: 2, draws: 0 }, inProcess())).cohorts).toEqual([]);
  });
});

test('a window holds whole quarters, one to three years of them, all followed to the end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8000 }),
      fc.integer({ min: 0, max: 4000 }),
      fc.constantFrom(1, 2, 3, 5),
      (days, parting, years) => {
        const window = windowOf(days, parting, years);
        if (window === undefined) {
          expect(days - parting).toBeLessThan((years + 1) * DAYS_PER_YEAR + 92);
          return;
        }
        const { first, end } = window;
        expect(quarterBegins(first, 0)).toBeGreaterThanOrEqual(parting);
        expect(quarterBegins(first, 0) - parting).toBeLessThan(92);
        expect(end - first).toBeGreaterThanOrEqual(4);
        expect(end - first).toBeLessThanOrEqual(12);
        expect(quarterBegins(end, 0) - 1 + Math.ceil(years * DAYS_PER_YEAR)).toBeLessThanOrEqual(days);
      },
    ),
  );
  expect([1, 2, 3, 4, 6, 10].map((years) => longestHorizon(Math.floor(years * DAYS_PER_YEAR) + 1, 0))).toEqual([
    undefined,
    1,
    2,
    3,
    5,
    5,
  ]);
});

test('counts and entries are those of the quarters and months asked for', () => {
  const summary = emptySummary({ weeks: 530, years: 10, levels: 2, offences: 1 });
  summary.cohortMembers.fill(1);
  summary.cohortMonths.fill(1);
  expect([...membersIn(summary, 'charged', { first: 2, end: 6 })]).toEqual([8, 8, 8]);
  const counts = countsWithin(summary, 'sentenced', { first: 0, end: 4 }, 2, [1]);
  expect([...counts]).toEqual(Array.from({ length: cohortCounts.length + 2 }, () => 4 * 24));
});

test('the parts of any two arms add up to the difference in charges', () => {
  const days = fc.integer({ min: 1, max: 400 });
  const exposure = fc
    .record({
      charges: fc.double({ min: 0, max: 5, noNaN: true }),
      inside: days,
      monitored: days,
      abroad: days,
      dead: days,
    })
    .map((one) => ({ ...one, liberty: 1826 - one.inside - one.monitored - one.abroad - one.dead }));
  fc.assert(
    fc.property(exposure, exposure, (arm, baseline) => {
      const parts = partsOf(arm, baseline);
      const whole = partNames.reduce((sum, name) => sum + parts[name], 0);
      expect(whole).toBeCloseTo(arm.charges - baseline.charges, 9);
    }),
  );
});
