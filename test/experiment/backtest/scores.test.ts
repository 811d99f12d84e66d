import { expect, test } from 'vitest';
import { parseDay } from '../../../src/engine/calendar.ts';
import type { YearlyFigure } from '../../../src/evidence/observations.ts';
import { type Pair, scorable } from '../../../src/experiment/backtest/backtest.ts';
import { observedSeries } from '../../../src/experiment/backtest/observed-series.ts';
import { checkOrigins, originsInWords, readOrigins, wholeYearsOf } from '../../../src/experiment/backtest/origins.ts';
import { scoresByHorizon } from '../../../src/experiment/backtest/scores.ts';
import { addressesOf, type Study } from '../../../src/experiment/study.ts';
import { readStudy, writtenStudy } from '../../../src/runners/task.ts';
import { tinyHistory } from './tiny-history.ts';

const LEVELS = ['high', 'low', 'transitional'];

function figure(measure: string, year: number, observed: number): YearlyFigure {
  const rest = {
    unit: 'persons',
    tolerance: 0.1,
    use: 'test',
    source: 'nobody',
    place: `observed.csv:${year}`,
  } as const;
  return { measure, year, observed, ...rest };
}

const stock = (values: Readonly<Record<number, number>>) =>
  Object.entries(values).map(([year, value]) => figure('sentence-stock', Number(year), value));

function pair(of: Partial<Pair>): Pair {
  const [series] = observedSeries(stock({ 2000: 100, 2001: 110, 2002: 120, 2003: 120 }), LEVELS);
  return {
    mode: 'blind',
    origin: 2001,
    series: series!,
    year: 2002,
    horizon: 1,
    observed: 120,
    values: [114, 126],
    factor: 1,
    past: series!.figures.filter(({ year }) => year <= (of.origin ?? 2001)),
    ...of,
  };
}

test('errors known by hand: a mean of 108 and one of 126 for 120 miss by 10 and 5 %, with a bias of -2.5 %', () => {
  const [scores] = scoresByHorizon([
    pair({ values: [102, 114] }),
    pair({ origin: 2002, year: 2003, values: [126, 126] }),
  ]);
  expect(scores!.pairs).toBe(2);
  expect(scores!.error).toBeCloseTo(9, 10);
  expect(scores!.model).toBeCloseTo(7.5, 10);
  expect(scores!.bias).toBeCloseTo(-2.5, 10);
  // Student's t with one degree of freedom: 12.706 standard errors of 2.5
  expect(scores!.range.high - 7.5).toBeCloseTo(12.7062 * 2.5, 3);
  // 18 and 6 away: a mean distance of 12, less a quarter of the 12 between them; twice the same value: its distance of 6
  expect(scores!.modelCrps).toBeCloseTo((100 * (12 - 3 + 6)) / 2 / 120, 10);
});

test('naive forecasts known by hand, from the figures up to the origin alone', () => {
  const [scores] = scoresByHorizon([pair({})]);
  expect(scores!['last value']).toBeCloseTo((100 * 10) / 120, 10);
  expect(scores!['linear trend']).toBeCloseTo(0, 10);
  expect(scores!['damped trend']).toBeCloseTo((100 * 1.5) / 120, 10);
});

test('a straight line runs on where figures stop rising', () => {
  const [scores] = scoresByHorizon([pair({ origin: 2002, year: 2003 })]);
  expect(scores!['linear trend']).toBeCloseTo((100 * 10) / 120, 10);
  expect(scores!['last value']).toBe(0);
});

test('figures inside bands are counted, with the exact interval of their share', () => {
  const inside = pair({ values: [118, 119, 120, 121, 122] });
  const far = pair({ values: [18, 19, 20, 21, 22] });
  const [{ held }] = scoresByHorizon([inside, inside, far]) as [ReturnType<typeof scoresByHorizon>[number]];
  expect(held.map(({ level, inside: count }) => [level, count])).toEqual([
    [0.5, 2],
    [0.8, 2],
    [0.95, 2],
  ]);
  // Clopper and Pearson for 2 of 3
  expect(held[0]!.share.low).toBeCloseTo(0.0943, 4);
  expect(held[0]!.share.high).toBeCloseTo(0.9916, 4);
});

test('modes, measures and horizons are scored apart, in their order', () => {
  const scores = scoresByHorizon([
    pair({ horizon: 2 }),
    pair({ horizon: 1 }),
    pair({ horizon: 1 }),
    pair({ mode: 'conditional' }),
  ]);
  expect(scores.map(({ mode, horizon, pairs }) => [mode, horizon, pairs])).toEqual([
    ['blind', 1, 2],
    ['blind', 2, 1],
    ['conditional', 1, 1],
  ]);
});

test('all people inside come first, added up in years with every status and no figure of their own', () => {
  const series = observedSeries(
    [
      figure('releases', 2000, 900),
      ...['remand', 'sentence', 'detention', 'fine-default'].map((part, at) => figure(`${part}-stock`, 2001, 10 ** at)),
      figure('sentence-stock', 2000, 99),
      figure('occupancy', 2002, 1200),
      ...['remand', 'sentence', 'detention', 'fine-default'].map((part) => figure(`${part}-stock`, 2002, 1)),
    ],
    LEVELS,
  );
  expect(series.map(({ name }) => name)).toEqual([
    'occupancy',
    'remand-stock',
    'sentence-stock',
    'detention-stock',
    'fine-default-stock',
    'releases',
  ]);
  expect(series[0]!.figures).toEqual([
    { year: 2001, value: 1111 },
    { year: 2002, value: 1200 },
  ]);
});

test('a figure that nothing simulates is named with its place', () => {
  expect(() => observedSeries([figure('sunshine', 2001, 3)], LEVELS)).toThrow(
    'observed.csv:2001: no measure corresponds to "sunshine"',
  );
});

test('only figures after the origin, within the horizon and the years simulated, can be scored', () => {
  const [series] = observedSeries(stock({ 2011: 9, 2012: 8, 2013: 7, 2015: 6, 2016: 5 }), LEVELS);
  const aheadOf = (origin: number, horizon: number) =>
    scorable(series!, tinyHistory(), origin, horizon).ahead.map(({ year }) => year);
  expect(aheadOf(2011, 2)).toEqual([2012, 2013]);
  expect(aheadOf(2013, 5)).toEqual([2015]);
  const [early] = observedSeries(stock({ 2009: 9, 2013: 7 }), LEVELS);
  expect(scorable(early!, tinyHistory(), 2012, 3).ahead).toEqual([]);
});

test('origins are years and ranges of years', () => {
  expect(readOrigins('1998..2001, 2012,2005')).toEqual([1998, 1999, 2000, 2001, 2005, 2012]);
  expect(originsInWords([1998, 1999, 2000, 2005, 2012, 2013])).toBe('1998-2000, 2005, 2012-2013');
});

test.each([
  ['', 'got ""'],
  ['1998..', 'got "1998.."'],
  ['2001..1998', 'got "2001..1998"'],
  ['1998-2001', 'got "1998-2001"'],
  ['98', 'got "98"'],
  ['2001,1999..2003', '2001 is named twice'],
])('origins written as "%s" are refused', (text, problem) => {
  expect(() => readOrigins(text)).toThrow(problem);
});

test('origins need a simulated year up to them, and one after them', () => {
  expect(() => checkOrigins([2011, 2014], tinyHistory())).not.toThrow();
  expect(() => checkOrigins([2010, 2012, 2015], tinyHistory())).toThrow(
    /2010, 2015: outside .*\n.*2011 to 2015.*\n.*2011 to 2014/,
  );
});

test('a scenario that begins within a year has whole years from the next one on', () => {
  expect(wholeYearsOf(tinyHistory())).toEqual({ first: 2011, last: 2015 });
  const later = { ...tinyHistory(), start: parseDay('2011-03-01'), end: parseDay('2015-03-01') };
  expect(wholeYearsOf(later)).toEqual({ first: 2012, last: 2014 });
});

test('an arm that ends early has its own address, and ends early on another thread', () => {
  const arm = { name: 'whole', scenario: tinyHistory() };
  const study: Study = {
    arms: [arm, { ...arm, name: 'early', until: parseDay('2013-01-01') }],
    replicates: 1,
    draws: 0,
  };
  const addresses = (of: Study) => [0, 1].map((at) => addressesOf(of, 'engine')({ arm: at, draw: 0, replicate: 0 }));
  expect(new Set(addresses(study)).size).toBe(2);
  const read = readStudy(structuredClone(writtenStudy(study)));
  expect(read.arms.map(({ until }) => until)).toEqual([undefined, parseDay('2013-01-01')]);
  expect(addresses(read)).toEqual(addresses(study));
});
