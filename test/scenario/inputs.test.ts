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

function withInputs(rows: string, policies = ''): Scenario {
  const files = filesWith({
    'scenarios/mine.yaml': `extends: norway/baseline.yaml\ninputs: [mine/places.csv]\n${policies}`,
    'scenarios/mine/places.csv': HEADER + rows,
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

  test('may begin on a day, and may multiply what the evidence says', () => {
    const rows =
      '2012-09-01,facility.places,multiply,1,ratio,observed,Law,\n2015-05-01,facility.places,multiply,1.5,ratio,observed,Law,\n';
    const scenario = withInputs(rows);
    expect(placesOn(scenario, '2015-04-30')).toEqual([100, 50, 10]);
    expect(placesOn(scenario, '2015-05-01')).toEqual([150, 75, 15]);
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
