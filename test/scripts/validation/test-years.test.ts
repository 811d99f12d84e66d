/** Test years: a small world forecast beside figures made of itself, criteria of known answers, and fits without later figures. */
import { beforeAll, describe, expect, test } from 'vitest';
import { blindAfter } from '../../../scripts/validation/blind.ts';
import { criteriaOf } from '../../../scripts/validation/criteria.ts';
import { lastYearOfFit, sectionOf, type TestedSection, within } from '../../../scripts/validation/test-years.ts';
import type { Use, YearlyFigure } from '../../../src/evidence/observations.ts';
import { measuresBeside, valuesBeside } from '../../../src/experiment/calibration/observed-fit.ts';
import { blocksOf, runBlock, type Study } from '../../../src/experiment/study.ts';
import { policy, tinyScenario } from '../../tiny.ts';

const scenario = tinyScenario(
  policy('larger', '1900-01-01', 'arrivals.per_year', '{multiply: 3}') +
    policy('pandemic-courts', '2014-01-01', 'court.custody_odds', '0.2'),
);
const figureOf = (measure: string, year: number, observed: number, use: Use = 'test'): YearlyFigure => ({
  measure,
  year,
  observed,
  unit: 'persons',
  tolerance: 0.1,
  use,
  source: 'itself',
  place: 'here',
});

/** Means of two replicates of the world itself. */
function itself(figures: readonly YearlyFigure[]): readonly number[] {
  const study: Study = { arms: [{ name: 'itself', scenario }], replicates: 2, draws: 0 };
  const measures = measuresBeside(figures, scenario);
  const cells = blocksOf(study).flatMap((block) => runBlock(study, block));
  const values = cells.map((cell) => valuesBeside(figures, measures, scenario, cell));
  return figures.map((_, at) => (values[0]![at]! + values[1]![at]!) / 2);
}

const wanted = [
  figureOf('occupancy', 2012, 1),
  figureOf('occupancy', 2013, 1),
  figureOf('occupancy', 2014, 1),
  figureOf('remand-stock', 2013, 1, 'follow'),
  figureOf('sentence-stock', 2014, 1),
];

describe('a forecast beside figures made of itself', () => {
  let observations: readonly YearlyFigure[];
  let section: TestedSection;
  beforeAll(async () => {
    const values = itself(wanted);
    // the sentences served of 2014 are a third higher than the world says
    observations = wanted.map((one, at) => ({
      ...one,
      observed: values[at]! * (one.measure === 'sentence-stock' ? 4 / 3 : 1),
    }));
    section = await sectionOf(
      { title: 'Fit to 2012', scenario, lastKnown: 2012, draws: 0, replicates: 2, beside: {} },
      observations,
    );
  }, 60_000);

  test('meets the criteria of what is right, misses that of what is not, and says what was not observed', () => {
    expect(section.text).toMatch(/people inside, mean absolute error \| 3 % \| 0\.0 % \| met/);
    expect(section.text).toMatch(
      /people serving a prison sentence, every year \| 8 % \| 0 of 1: 2014 -25\.0 % \| \*\*missed\*\*/,
    );
    expect(section.text).toMatch(/preventive detention.*no figure of these years is a test \| not testable/);
    expect(section.short[0]).toMatch(/2 of 3 criteria met; mean error of the total 0\.0 %, of the last value [\d.]+ %/);
  });

  test('leaves followed figures out of every score, and the known year out of the table', () => {
    expect(section.text).toMatch(/\| remand-stock \| 2013 \| follows \|/);
    expect(section.text).not.toMatch(/\| occupancy \| 2012 \|/);
    expect(section.text).toMatch(/\| all \| 3 \| 2 \| \d \|/);
    expect(section.text).toMatch(/\| 1 ahead \| 1 \|/);
  });

  test('judges followed figures by no criterion', () => {
    expect(section.text).toMatch(
      /people on remand, every year \| 8 % \| no figure of these years is a test \| not testable/,
    );
  });

  test('knows no members yet, so that none plays the truth, and says that mechanisms are not tested', () => {
    expect(section.text).toContain('Intervals hold chance alone.');
    expect(section.text).toContain('this tests parameters, not mechanisms');
  });
});

test('people inside are told by what the run is given, blind ones first', async () => {
  const late = tinyScenario(policy('pandemic-courts', '2020-03-01', 'court.custody_odds', '0.05'));
  const long = { ...late, start: late.start + 2922, burnInStart: late.burnInStart + 2922, end: late.end + 2922 };
  const observations = [figureOf('occupancy', 2020, 30), figureOf('occupancy', 2021, 25)];
  const blind = blindAfter(2019, long);
  const tested = {
    title: 'Fit to 2019',
    scenario: blind,
    lastKnown: 2019,
    draws: 0,
    replicates: 2,
    beside: { all: long },
  };
  const { text } = await sectionOf(tested, observations);
  expect(text).toContain('| year | observed | places as published | all |');
  const [, blindly, knowingly] = /\| 2021 \| 25\.0 \| ([\d.]+) \([^)]*\) \| ([\d.]+)/.exec(text)!;
  expect(Number(knowingly)).toBeLessThan(Number(blindly));
});

test('the rival of the total has its past: the sum of its parts where all were not counted together', async () => {
  const parts = ['remand-stock', 'sentence-stock', 'detention-stock', 'fine-default-stock'];
  const observations = [
    ...parts.flatMap((measure, at) => [figureOf(measure, 2011, 100 + at), figureOf(measure, 2012, 200 + at)]),
    figureOf('occupancy', 2013, 806),
  ];
  const { text } = await sectionOf(
    { title: 'Fit to 2012', scenario, lastKnown: 2012, draws: 0, replicates: 2, beside: {} },
    observations,
  );
  // 406 in 2011 and 806 in 2012: the last value is right, the line says 1206
  expect(text).toMatch(/\| occupancy \| 2013 \|.*\| 0\.0 % \| 49\.6 % \|/);
});

test('a fit that has seen every figure is not testable, and says why', async () => {
  const tested = { title: 'Fit to 2014', scenario, lastKnown: 2014, draws: 0, replicates: 2, beside: {} };
  const { text, short } = await sectionOf(tested, wanted);
  expect(text).toContain('Fit to 2014: not testable, since no figure after 2014');
  expect(short).toHaveLength(1);
});

test('the last year of a fit is that of its plan, or of the last figure that is no test', () => {
  expect(lastYearOfFit('scenario: history.yaml\nfit_until: 2016\n', wanted)).toBe(2016);
  expect(lastYearOfFit('scenario: history.yaml\n', wanted)).toBe(2013);
  expect(within(scenario, [...wanted, figureOf('occupancy', 2015, 1), figureOf('occupancy', 2011, 1)])).toEqual(wanted);
});

test('a small stock may miss by two standard deviations of chance, a large one by its per cent', () => {
  const verdictOf = (measure: string, observed: number, simulated: number) =>
    criteriaOf([{ measure, year: 2020, observed, values: [simulated] }]).find(({ isMet, name }) =>
      measure === 'occupancy' ? name.includes('every year') : isMet !== undefined,
    )!.isMet;
  expect(verdictOf('detention-stock', 100, 119)).toBe(true);
  expect(verdictOf('detention-stock', 100, 121)).toBe(false);
  expect(verdictOf('detention-stock', 1000, 1140)).toBe(true);
  expect(verdictOf('remand-stock', 100, 109)).toBe(false);
  expect(verdictOf('occupancy', 1000, 1049)).toBe(true);
});
