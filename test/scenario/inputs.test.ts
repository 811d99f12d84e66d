/** Dated inputs: what a planner's file means, and how one that is wrong is refused. */
import { describe, expect, test } from 'vitest';
import { formatDay, parseDay } from '../../src/engine/calendar.ts';
import { epochOn, epochsOf } from '../../src/scenario/epoch.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { catalogue, complaintsAbout, filesWith, readFrom } from './tiny.ts';

const HEADER = 'date,lever,change,value,unit,basis,source,note\n';
const row = (from: string | number, value: string | number, rest = 'places,observed,Yearbook,') =>
  `${from},facility.places.high,set,${value},${rest}\n`;
const GOOD = row(2012, 110) + row(2013, 120) + row(2014, 130, 'places,inferred,Yearbook,straight line');

function withInputs(rows: string, policies = '', header = HEADER): Scenario {
  const files = filesWith({
    'scenarios/mine.yaml': `extends: norway/baseline.yaml\ninputs: [mine/places.csv]\n${policies}`,
    'scenarios/mine/places.csv': header + rows,
  });
  return parseScenario('scenarios/mine.yaml', { read: readFrom(files), catalogue });
}

function placesOn(scenario: Scenario, day: string): readonly number[] {
  const { values } = epochOn(epochsOf(scenario, catalogue), parseDay(day));
  return [...(values['facility']['places'] as Float64Array)];
}

describe('a figure', () => {
  test('holds from its day until the next one, and the first before its own day too', () => {
    const scenario = withInputs(GOOD);
    expect(epochsOf(scenario, catalogue).map(({ from }) => formatDay(from))).toEqual([
      '1997-01-01',
      '2013-01-01',
      '2014-01-01',
    ]);
    expect(['1999-06-01', '2012-12-31', '2013-01-01', '2021-12-31'].map((day) => placesOn(scenario, day)[0])).toEqual([
      110, 110, 120, 130,
    ]);
    expect(placesOn(scenario, '2013-01-01').slice(1)).toEqual([50, 10]);
  });

  test('may multiply what the evidence says', () => {
    const rows =
      '2012,facility.places,multiply,1,ratio,observed,Law,\n2013,facility.places,multiply,1.5,ratio,observed,Law,\n';
    const scenario = withInputs(rows);
    expect(placesOn(scenario, '2012-12-31')).toEqual([100, 50, 10]);
    expect(placesOn(scenario, '2013-01-01')).toEqual([150, 75, 15]);
  });

  test('holds by month as by year', () => {
    const scenario = withInputs(row('2012-11', 110) + row('2012-12', 120) + row('2013-01', 130));
    const days = ['1999-06-01', '2012-11-30', '2012-12-01', '2013-01-01'];
    expect(days.map((day) => placesOn(scenario, day)[0])).toEqual([110, 110, 120, 130]);
  });

  test('lies under every policy, whichever begins first', () => {
    const policies = 'policies:\n  more: {from: 2013-06-01, set: {facility.places.high: {add: 7}}}\n';
    const scenario = withInputs(GOOD, policies);
    expect(['2013-05-31', '2013-06-01', '2014-01-01'].map((day) => placesOn(scenario, day)[0])).toEqual([
      120, 127, 137,
    ]);
  });

  test('stands in the canonical text, which reads as the same scenario', () => {
    const scenario = withInputs(GOOD);
    const files = new Map([['own.yaml', scenario.text]]);
    const again = parseScenario('own.yaml', { read: readFrom(files), catalogue });
    expect(again.text).toBe(scenario.text);
    expect(again.inputs).toEqual(scenario.inputs);
    expect(again.inputs.map(({ basis }) => basis)).toEqual(['observed', 'observed', 'inferred']);
  });
});

/** Places at the most closed level on 1 January of these years. */
function highIn(scenario: Scenario, years: readonly number[]): readonly number[] {
  return years.map((year) => placesOn(scenario, `${year}-01-01`)[0]);
}

describe('a series', () => {
  test('grows beyond its last figure, compound, until a figure follows', () => {
    const rows = row(2012, 100) + row(2013, '10 %', 'per year,assumed,What if,').replace('set', 'grow') + row(2016, 90);
    expect(highIn(withInputs(rows), [2012, 2013, 2014, 2015, 2016, 2020])).toEqual([100, 110, 121, 133, 90, 90]);
  });

  test('grows from what the evidence says', () => {
    const scenario = withInputs('2014,facility.places,grow,-50 %,per year,assumed,What if,\n');
    expect(placesOn(scenario, '2013-12-31')).toEqual([100, 50, 10]);
    expect(placesOn(scenario, '2014-01-01')).toEqual([50, 25, 5]);
    expect(placesOn(scenario, '2015-01-01')).toEqual([25, 13, 3]);
  });

  test('grows by months where it is written by month', () => {
    const rows = row('2012-01', 1000) + row('2012-02', '26 %', 'per year,assumed,What if,').replace('set', 'grow');
    expect(placesOn(withInputs(rows), '2012-07-15')[0]).toBe(Math.round(1000 * 1.26 ** 0.5));
    expect(placesOn(withInputs(rows), '2013-01-15')[0]).toBe(1260);
  });

  test('fills a gap by a straight line, or by the figure before', () => {
    const filled = (rule: string) =>
      withInputs(`${row(2012, 100)}2013,facility.places.high,${rule},,,inferred,Planner,\n${row(2016, 140)}`);
    expect(highIn(filled('line'), [2012, 2013, 2014, 2015, 2016])).toEqual([100, 110, 120, 130, 140]);
    expect(highIn(filled('hold'), [2012, 2013, 2014, 2015, 2016])).toEqual([100, 100, 100, 100, 140]);
  });

  test('has seasons, whose mean is the figure', () => {
    const factors = '0.4 1.6 1 1 1 1 1 1 1 1 1 1';
    const rows =
      row(2012, 100) + row(2013, 200) + row(2012, factors, 'ratio,observed,Agency,').replace('set', 'season');
    const scenario = withInputs(rows);
    const days = ['2000-01-31', '2012-01-01', '2012-02-29', '2012-03-01', '2013-01-01', '2013-02-01'];
    expect(days.map((day) => placesOn(scenario, day)[0])).toEqual([40, 40, 160, 100, 80, 320]);
  });
});

describe('an event', () => {
  const event = (from: string, change: string, value: string | number, unit = 'places', until = '') =>
    `${from},facility.places.high,${change},${value},${unit},planned,Agency,,${until}\n`;
  const withEvents = (rows: string, policies = '') => withInputs(rows, policies, HEADER.replace('\n', ',until\n'));
  const highOn = (scenario: Scenario, days: readonly string[]) => days.map((day) => placesOn(scenario, day)[0]);

  test('holds from its day on, and what held before stands', () => {
    const scenario = withEvents(event('2015-07-01', 'set', 230));
    expect(highOn(scenario, ['1997-01-01', '2015-06-30', '2015-07-01', '2021-12-31'])).toEqual([100, 100, 230, 230]);
  });

  test('works on what the series and earlier events leave, and ends on its last day', () => {
    const plain = (year: number, value: number) => row(year, value).replace('\n', ',\n');
    const rows =
      plain(2012, 110) +
      plain(2013, 120) +
      event('2012-07-01', 'add', '+30') +
      event('2012-10-01', 'multiply', 2, 'ratio', '2013-02-01') +
      event('2014-01-01', 'set', 50);
    const days = ['2012-06-30', '2012-07-01', '2012-10-01', '2013-01-01', '2013-01-31', '2013-02-01', '2014-01-01'];
    expect(highOn(withEvents(rows), days)).toEqual([110, 140, 280, 300, 300, 150, 50]);
  });

  test('may let a lever grow by months from its day on', () => {
    const scenario = withEvents(event('2015-07-01', 'grow', '20 %', 'per year'));
    const half = Math.round(100 * 1.2 ** 0.5);
    const days = ['2015-06-30', '2015-07-01', '2016-01-01', '2016-07-01', '2017-07-01'];
    expect(highOn(scenario, days)).toEqual([100, 100, half, 120, 144]);
  });

  test('lies under every policy', () => {
    const policies = 'policies:\n  more: {from: 2012-01-01, set: {facility.places.high: {add: 7}}}\n';
    const scenario = withEvents(event('2015-07-01', 'set', 230), policies);
    expect(highOn(scenario, ['2015-06-30', '2015-07-01'])).toEqual([107, 237]);
  });

  test.each([
    [
      'on one day with another',
      event('2015-07-01', 'add', 5) + event('2015-07-01', 'add', 6),
      'two rows move it on 2015-07-01',
    ],
    [
      'that sets what a later figure sets',
      row(2012, 110).replace('\n', ',\n') + row(2013, 120).replace('\n', ',\n') + event('2012-07-01', 'set', 5),
      'a row sets it on 2012-07-01, but the series goes on in 2013',
    ],
    [
      'that ends before it begins',
      event('2015-07-01', 'add', 5, 'places', '2015-07-01'),
      'until: it ends on 2015-07-01',
    ],
    [
      'that takes away more than there is',
      event('2015-07-01', 'add', -101),
      'inputs: facility.places.high must be 0 or more',
    ],
    ['with a year for an addition', event('2015', 'add', 5), 'add is for figures by day'],
    ['with a day for a rule', event('2015-07-01', 'hold', ''), 'hold is for figures by year or month'],
    [
      'with a sign that would mean an addition',
      event('2015-07-01', 'set', '+230'),
      'a sign would mean an amount to add',
    ],
    [
      'with growth beyond its bound',
      event('2015-07-01', 'grow', '900 %', 'per year'),
      'value: growth lies between -50 % and 50 % per year, got "900 %"',
    ],
    ['with growth that is no percentage', event('2015-07-01', 'grow', 0.02, 'per year'), 'write it as in "2 %"'],
    ['with a number in another base', event('2015-07-01', 'set', '0x1AE'), 'expected a number, got "0x1AE"'],
  ])('is refused: one %s', (_, rows, complaint) => {
    expect(complaintsAbout(() => withEvents(rows))).toContain(complaint);
  });
});

describe('refused with line and column:', () => {
  const file = 'scenarios/mine/places.csv';
  test.each([
    ['a hole', row(2012, 1) + row(2014, 2), `${file}:3:1: facility.places.high: 2013 is missing`],
    ['a longer hole', row(2012, 1) + row(2016, 2), `${file}:3:1: facility.places.high: 2013 to 2015 is missing`],
    ['a negative number', row(2012, -1), `${file}:2:31: value: -1 is negative`],
    ['no number', row(2012, 'many'), `${file}:2:31: value: expected a number, got "many"`],
    ['an empty cell', row(2012, ''), `${file}:2:31: value: expected a number, got ""`],
    ['a duplicate year', row(2012, 1) + row(2012, 2), `${file}:3:1: facility.places.high: 2012 is given twice`],
    ['a wrong unit', row(2012, 1, 'cells,observed,Yearbook,'), `${file}:2:33: unit: expected "places", got "cells"`],
    [
      'a wrong basis',
      row(2012, 1, 'places,guessed,Yearbook,'),
      `${file}:2:40: basis: expected one of observed, inferred`,
    ],
    [
      'no rule',
      row(2012, 1, 'places,inferred,Yearbook,'),
      `${file}:2:58: an inferred figure needs its rule, under note`,
    ],
    ['no source', row(2012, 1, 'places,observed,,'), `${file}:2:49: source is empty`],
    [
      'no date',
      row('soon', 1),
      `${file}:2:1: date: expected a year such as 2005, a month such as 2005-07 or a day such as 2008-09-01, got "soon"`,
    ],
    ['a cell too many', '2012,a,b\n', `${file}:2:1: 3 cells, but the header has 8`],
    [
      'an unknown lever',
      '2012,facility.plcaes,set,1,places,observed,Y,\n',
      `${file}:2:6: there is no lever "facility.plcaes"`,
    ],
    [
      'a lever out of bounds',
      '2012,facility.single_cells,set,2,share,observed,Y,\n',
      `${file}:2:32: facility.single_cells`,
    ],
    ['no rows', '', `${file}:1:1: the file has no rows`],
    [
      'a gap that an event does not fill',
      row(2012, 1) + row('2013-06-01', 2) + row(2014, 2),
      `${file}:4:1: facility.places.high: 2013 is missing`,
    ],
    [
      'a month within a year',
      row(2012, 1) + row('2012-07', 2),
      `${file}:3:1: facility.places.high: 2012-07 lies within 2012`,
    ],
    [
      'a rule without a figure before it',
      '2012,facility.places.high,hold,,,inferred,Y,\n',
      `${file}:2:1: facility.places.high: nothing comes before 2012`,
    ],
    [
      'a line without a figure after it',
      `${row(2012, 1)}2013,facility.places.high,line,,,inferred,Y,\n`,
      `${file}:3:1: facility.places.high: line needs a figure of its own kind before and after 2013`,
    ],
    [
      'seasons of another mean',
      row(2012, '1 1 1 1 1 1 1 1 1 1 1 2', 'ratio,observed,Y,').replace('set', 'season'),
      `${file}:2:34: value: the mean of the factors must be 1, and is 1.0833`,
    ],
    [
      'two series of one number',
      `${row(2012, 1)}2012,facility.places,multiply,2,ratio,observed,Y,\n`,
      'two series give the same number',
    ],
    ['a quote out of place', '2012,"a"b\n', 'a quote or line end is out of place'],
  ])('%s', (_, rows, complaint) => {
    expect(complaintsAbout(() => withInputs(rows))).toContain(complaint);
  });

  test('another header', () => {
    const files = filesWith({
      'scenarios/mine.yaml': 'extends: norway/baseline.yaml\ninputs: [places.csv]\n',
      'scenarios/places.csv': 'year,lever\n2012,x\n',
    });
    const reading = () => parseScenario('scenarios/mine.yaml', { read: readFrom(files), catalogue });
    expect(complaintsAbout(reading)).toContain('scenarios/places.csv:1:1: there is no column "year"');
  });

  test('a file that is not there, at the place that names it', () => {
    const files = filesWith({ 'scenarios/mine.yaml': 'extends: norway/baseline.yaml\ninputs: [gone.csv]\n' });
    const reading = () => parseScenario('scenarios/mine.yaml', { read: readFrom(files), catalogue });
    expect(complaintsAbout(reading)).toContain('scenarios/mine.yaml:2:10: cannot read scenarios/gone.csv');
  });
});
