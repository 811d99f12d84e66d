/** What is typed for a sweep is read as a policy is read: what a policy may not write may not be typed. */
import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../../src/evidence/catalogue.ts';
import type { Problems } from '../../src/evidence/document.ts';
import { logOdds, parametersOf } from '../../src/evidence/parameter.ts';
import { describeFailure } from '../../src/failure.ts';
import { readLeverValues } from '../../src/scenario/lever-values.ts';
import { catalogue, withPolicy } from './tiny.ts';

const dimensions = withPolicy('none: {from: 2016-01-01, set: {}}').dimensions;

function read(typed: string, levers = catalogue) {
  const problems: Problems = [];
  const found = readLeverValues(typed, '--lever', levers, dimensions, problems);
  return { levers: found, complaint: problems.map(describeFailure).join('\n') };
}

/** The changes of a policy that writes the same. */
function written(path: string, value: string) {
  return withPolicy(`p: {from: 2016-01-01, set: {${path}: ${value}}}`).policies[0].changes;
}

test.each([
  ['placement.review_days: 30, 60', 'placement.review_days', ['30', '60']],
  ['placement.review_days.high: 30,60', 'placement.review_days.high', ['30', '60']],
  ['facility.places: x0.8, x1', 'facility.places', ['{multiply: 0.8}', '{multiply: 1}']],
  ['facility.places.low: +10, +0, +-10', 'facility.places.low', ['{add: -10}', '{add: 0}', '{add: 10}']],
  ['court.custody_factor.violence.again: 2, x2', 'court.custody_factor.violence.again', ['2', '{multiply: 2}']],
  ['facility.single_cells: 0.1..0.5/5', 'facility.single_cells', ['0.1', '0.2', '0.3', '0.4', '0.5']],
  ['facility.places.low: x0.8..1.2/3', 'facility.places.low', ['{multiply: 0.8}', '{multiply: 1}', '{multiply: 1.2}']],
  ['facility.places.low: +-10..+10/2', 'facility.places.low', ['{add: -10}', '{add: 10}']],
  ['placement.basis: offence, risk-and-needs', 'placement.basis', ['offence', 'risk-and-needs']],
  ['facility.open: yes, no', 'facility.open', ['yes', 'no']],
])('%s is what policies would write', (typed, path, values) => {
  const { levers, complaint } = read(typed);
  expect(complaint).toBe('');
  expect(levers!.path).toBe(path);
  expect(levers!.values.map(({ change }) => [change])).toEqual(values.map((value) => written(path, value)));
});

test('numbers stand from low to high, values before factors before amounts, however they are typed', () => {
  const texts = (typed: string) => read(typed).levers!.values.map(({ text }) => text);
  expect(texts('facility.places.low: +10, x1.2, 90, x0.80, 1e2')).toEqual(['90', '100', 'x0.8', 'x1.2', '+10']);
});

test('a range of whole things stays whole', () => {
  expect(read('facility.places.low: 10..20/4').levers!.values.map(({ text }) => text)).toEqual([
    '10',
    '13',
    '17',
    '20',
  ]);
});

describe('what is wrong is told before anything runs', () => {
  test.each([
    [
      'placement.review_dayz.high: 30, 60',
      '--lever: there is no lever "placement.review_dayz.high"\n  did you mean "placement.review_days.high"?',
    ],
    [
      'placement.review_days.hihg: 30, 60',
      '--lever: placement.review_days: there is no level "hihg"\n  did you mean "high"?',
    ],
    [
      'placement.basis.high: offence, risk-and-needs',
      '--lever: there is no lever "placement.basis.high"\n  placement.basis does not vary',
    ],
    [
      'placement.review_days: 30, 60%',
      '--lever: placement.review_days: expected a number, got the text "60%"\n  days: time between two reviews\n  write 0.60',
    ],
    [
      'placement.review_days: 2, many',
      '--lever: placement.review_days: must be from 7 to 3650, got 2\n  days: time between two reviews\n--lever: placement.review_days: expected a number, got the text "many"\n  days: time between two reviews',
    ],
    [
      'facility.places.low: 10, 20.5',
      '--lever: facility.places.low: must be a whole number, got 20.5\n  places: beds that may be used',
    ],
    [
      'facility.places.low: 10..20.5/2',
      '--lever: facility.places.low: must be a whole number, got 20.5\n  places: beds that may be used',
    ],
    ['facility.open: x2, yes', '--lever: facility.open: expected yes or no, got the text "x2"'],
    [
      'placement.basis: offense, offence',
      '--lever: placement.basis: no such choice, got the text "offense"\n  did you mean "offence"?',
    ],
    [
      'facility.single_cells: 0.1..0.5/0',
      '--lever: facility.single_cells: 0.1..0.5/0: a range has 2 to 400 values\n  write the first, the last, and how many in all, as in 0.1..0.5/5 or x0.8..x1.2/5',
    ],
    [
      'facility.single_cells: 0.1..0.5',
      '--lever: facility.single_cells: 0.1..0.5: a range has 2 to 400 values\n  write the first, the last, and how many in all, as in 0.1..0.5/5 or x0.8..x1.2/5',
    ],
    [
      'facility.single_cells: x0.1..+0.5/2',
      '--lever: facility.single_cells: x0.1..+0.5/2: both ends of a range must be of one kind\n  write the first, the last, and how many in all, as in 0.1..0.5/5 or x0.8..x1.2/5',
    ],
    ['facility.single_cells: 0.5, 0.50', '--lever: facility.single_cells: 0.5 is given twice\n  keep one of them'],
    ['facility.places.low: 10..12/5', '--lever: facility.places.low: 11 is given twice\n  keep one of them'],
    [
      'facility.single_cells: 0.5',
      '--lever: facility.single_cells: a sweep needs at least two values\n  write them as in "placement.review_days: 30, 60, 120"',
    ],
    [
      'facility.places: +10, -10',
      '--lever: facility.places: must be 0 or more, got -10\n  places: beds that may be used',
    ],
    [
      'facility.single_cells',
      '--lever: "facility.single_cells": expected a lever and its values\n  write it as in "placement.review_days: 30, 60, 120"',
    ],
    [
      'facility.single_cells: 0.5,',
      '--lever: "facility.single_cells: 0.5,": expected a lever and its values\n  write it as in "placement.review_days: 30, 60, 120"',
    ],
  ])('%s', (typed, complaint) => {
    expect(read(typed)).toEqual({ levers: undefined, complaint });
  });
});

test('a minus is a value of a lever that may be below zero, and is asked about beside amounts to add', () => {
  const levers = catalogueOf([parametersOf('work', { shift: logOdds('of finding work') })]);
  expect(read('work.shift: -1, 0', levers).levers!.values.map(({ text }) => text)).toEqual(['-1', '0']);
  expect(read('work.shift: -1..1/3', levers).levers!.values.map(({ text }) => text)).toEqual(['-1', '0', '1']);
  expect(read('work.shift: -1, +1', levers).complaint).toBe(
    '--lever: work.shift: beside amounts to add, -1 may mean a value or an amount to subtract\n  write +-1 to subtract it',
  );
});
