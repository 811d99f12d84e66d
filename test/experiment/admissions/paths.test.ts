/** Paths of admissions: which run has which, what they do to a scenario, and what is refused. */
import { expect, test } from 'vitest';
import { parseDay } from '../../../src/engine/calendar.ts';
import { chargingFor, futureAdmissions, pathOf, scenarioOfRun } from '../../../src/experiment/admissions/paths.ts';
import { backtestStudy } from '../../../src/experiment/backtest/backtest.ts';
import { addressesOf, blocksOf, runBlock } from '../../../src/experiment/study.ts';
import { readStudy, writtenStudy } from '../../../src/runners/task.ts';
import { epochOn, epochsOf } from '../../../src/scenario/epoch.ts';
import { catalogue } from '../../../src/simulation/parameters.ts';
import { tinyHistory } from '../backtest/tiny-history.ts';

const figures = [90, 110, 95, 120].map((value, at) => ({ year: 2009 + at, value }));
const from = parseDay('2013-01-01');
const span = { from, years: 3, draws: 0, replicates: 8 };
const future = futureAdmissions(figures, span, 'observed.csv');
const question = { scenario: tinyHistory(), origins: [2012], horizon: 2, given: [], replicates: 2, draws: 0 };
const admissions = { figures, place: 'observed.csv' };

test('each run has its own path, by seed and number', () => {
  const paths = Array.from({ length: 8 }, (_, replicate) => pathOf(future, 'seed', { draw: 0, replicate }));
  expect(new Set(paths.map((path) => path.join())).size).toBe(8);
  const again = futureAdmissions(figures, span, 'observed.csv');
  expect(pathOf(again, 'seed', { draw: 0, replicate: 3 })).toEqual(paths[3]);
  expect(pathOf(again, 'other', { draw: 0, replicate: 3 })).not.toEqual(paths[3]);
  expect(() => pathOf(future, 'seed', { draw: 0, replicate: 8 })).toThrow('no path');
  const drawn = futureAdmissions(figures, { ...span, draws: 4, replicates: 2 }, 'observed.csv');
  expect(pathOf(drawn, 'seed', { draw: 2, replicate: 1 })).toEqual(paths[3]);
});

test('later figures are not known', () => {
  expect(futureAdmissions([...figures, { year: 2013, value: 900 }], span, 'x')).toEqual(future);
});

test('charging falls back as those who came more often return', () => {
  const [first, second, third] = chargingFor([1.44, 1.44, 1.44], 0.5);
  expect([first, second, third]).toEqual([
    expect.closeTo(1.44, 10),
    expect.closeTo(1.2, 10),
    expect.closeTo(1.2 ** 0.5, 10),
  ]);
  expect(chargingFor([1.44, 1.44], 1)[1]).toBeCloseTo(1, 10);
  expect(chargingFor([1.44, 1.44], 0)[1]).toBeCloseTo(1.44, 10);
});

test('a run has its factors from each first of January on, and the past of the scenario', () => {
  const scenario = tinyHistory();
  const own = scenarioOfRun({ scenario, admissions: future }, { draw: 0, replicate: 5 });
  const ratio = (day: string) => {
    const [is, was] = [own, scenario].map(
      (one) => epochOn(epochsOf(one, catalogue), parseDay(day)).values['arrivals']!['perYear'] as number,
    );
    return is! / was!;
  };
  const path = pathOf(future, scenario.seed, { draw: 0, replicate: 5 });
  expect(ratio('2012-12-31')).toBe(1);
  for (const [at, day] of ['2013-01-01', '2014-06-01', '2015-12-31'].entries())
    expect(ratio(day)).toBeCloseTo(path[at]!, 10);
  expect(scenarioOfRun({ scenario }, { draw: 0, replicate: 5 })).toBe(scenario);
});

test.each([
  [[], 'observed.csv: there are no figures of admissions before 2013'],
  [figures.slice(0, 1), 'there is 1 figure of admissions before 2013'],
  [[{ year: 2010, value: 0 }, ...figures.slice(2)], 'prison-sentences of 2010: a factor cannot start from none'],
  [figures.map(({ year, value }) => ({ year: year - 30, value })), 'the last figure is of 1982'],
])('refused: %j', (known, problem) => {
  expect(() => futureAdmissions(known, span, 'observed.csv')).toThrow(problem);
});

test('a backtest forecasts admissions in blind arms alone; held, its cells are those of before', () => {
  const [held, forecast] = [backtestStudy(question), backtestStudy({ ...question, admissions })];
  expect(forecast.arms.map((arm) => [arm.mode, arm.admissions !== undefined])).toEqual([
    ['blind', true],
    ['conditional', false],
  ]);
  const [before, now] = [held, forecast].map((study) => addressesOf(study, 'engine'));
  const conditional = { arm: 1, draw: 0, replicate: 1 };
  expect(now!(conditional)).toBe(before!(conditional));
  const addresses = [0, 1].map((replicate) => now!({ arm: 0, draw: 0, replicate }));
  expect(new Set([...addresses, before!({ arm: 0, draw: 0, replicate: 0 })]).size).toBe(3);
});

test('an arm lives alone, in its block and on another thread as the same run', () => {
  const study = backtestStudy({ ...question, admissions });
  const block = blocksOf(study)[1]!;
  const together = runBlock(study, block).map(({ digest }) => digest);
  const alone = study.arms.map((_, arm) => runBlock(study, { ...block, arms: [arm] })[0]!.digest);
  expect(together).toEqual(alone);
  const read = readStudy(structuredClone(writtenStudy(study)));
  expect(runBlock(read, block).map(({ digest }) => digest)).toEqual(together);
});
