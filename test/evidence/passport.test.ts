import { describe, expect, test } from 'vitest';
import type { LocatedMap, Problems } from '../../src/evidence/document.ts';
import { sampleValue } from '../../src/evidence/passport.ts';
import { parseText } from '../../src/evidence/read-document.ts';
import { readPassports } from '../../src/evidence/read-passport.ts';
import { describeFailure } from '../../src/failure.ts';
import { catalogue, evidence } from '../scenario/tiny.ts';

const dimensions = {
  level: ['high', 'low', 'transitional'],
  offence: ['violence', 'theft'],
  record: ['first', 'again'],
};

function read(text: string) {
  const problems: Problems = [];
  const document = parseText('e.yaml', text, problems) as LocatedMap;
  const passports = readPassports([document], 's.yaml:7:1', { catalogue, dimensions, problems });
  return { passports, complaint: problems.map(describeFailure).join('\n') };
}

/** The tiny evidence with one piece of text replaced. */
function complaintAfter(old: string, replacement: string): string {
  expect(evidence).toContain(old);
  return read(evidence.replace(old, replacement)).complaint;
}

test('a passport is read with everything it says', () => {
  const { passports, complaint } = read(evidence);
  expect(complaint).toBe('');
  expect(passports.get('placement.review_days')).toMatchObject({
    value: Float64Array.of(90, 60, 30),
    uncertainty: { kind: 'range', low: [60, 30, 15], high: [120, 90, 45] },
    place: 'Norway',
    period: '2002-2014',
    sources: [{ authors: 'Kriminalomsorgen', year: '2013', title: 'Yearbook', page: '12' }],
    design: 'rule',
    causal: false,
    grade: 'A',
  });
  expect(passports.get('facility.places')?.sources).toHaveLength(2);
  expect(passports.get('placement.basis')).toMatchObject({ value: 'risk-and-needs', sources: [], note: 'the law' });
  expect([...passports.keys()]).toEqual([...catalogue.keys()]);
});

test('a map may stop early: a single value in place of the map holds for all', () => {
  expect(read(evidence).passports.get('court.custody_factor')?.value).toEqual([
    Float64Array.of(1, 2),
    Float64Array.of(0.5, 0.5),
  ]);
  const everywhere = evidence.replace('{high: 100, low: 50, transitional: 10}', '40');
  expect(read(everywhere).passports.get('facility.places')?.value).toEqual(Float64Array.of(40, 40, 40));
});

describe('passports and declarations match one for one', () => {
  test('a name that nobody declared, with the nearest', () => {
    expect(read(`${evidence}facility.placs: {unit: places}\n`).complaint).toBe(
      'e.yaml:38:1: no mechanism reads a number called "facility.placs"\n  did you mean "facility.places"?',
    );
  });
  test('a declaration without a passport', () => {
    expect(complaintAfter(evidence.slice(evidence.indexOf('court.')), '')).toBe(
      's.yaml:7:1: court.custody_factor has no passport\n  ratio: odds of custody against the average',
    );
  });
  test('two passports for one number', () => {
    const problems: Problems = [];
    const documents = ['e.yaml', 'f.yaml'].map((file) => parseText(file, evidence, problems) as LocatedMap);
    readPassports(documents, 's.yaml:7:1', { catalogue, dimensions, problems });
    expect(problems).toHaveLength(catalogue.size);
    expect(describeFailure(problems[0])).toBe(
      'f.yaml:1:1: placement.review_days has two passports\n  the other is at e.yaml:1:1; keep one of them',
    );
  });
});

describe('what is wrong in a passport is named with place, value and what is allowed', () => {
  test.each([
    [
      'unit: days',
      'unit: weeks',
      'e.yaml:2:9: placement.review_days: the unit is days, not weeks\n  time between two reviews',
    ],
    ['  unit: days\n', '', 'e.yaml:2:3: placement.review_days.unit is missing'],
    ['  value: 0.9\n', '', 'e.yaml:20:3: facility.single_cells.value is missing'],
    [
      'causal: no',
      'causal: perhaps',
      'e.yaml:9:11: placement.review_days.causal: expected yes or no, got the text "perhaps"',
    ],
    ['grade: B', 'grade: D', 'e.yaml:18:10: facility.places.grade: expected A, B, C or assumption, got the text "D"'],
    [
      'grade: B',
      'grade: asumption',
      'e.yaml:18:10: facility.places.grade: expected A, B, C or assumption, got the text "asumption"\n  did you mean "assumption"?',
    ],
    [
      'page: 12',
      'pages: 12',
      'e.yaml:7:68: placement.review_days.source: there is no key "pages" here\n  did you mean "page"?',
    ],
    [
      'source: {year: 2012, title: Courts}',
      'source: somebody',
      'e.yaml:36:11: court.custody_factor.source: expected {authors, year, title, page, url}, a list of these, or the word assumption, got the text "somebody"',
    ],
    ['{year: 2012, title: Courts}', '{year: 2012}', 'e.yaml:36:11: court.custody_factor.source.title is missing'],
    [
      'grade: C',
      'garde: C',
      'e.yaml:29:3: court.custody_factor.grade is missing\ne.yaml:37:3: court.custody_factor: there is no key "garde" here\n  did you mean "grade"?',
    ],
    [
      'high: 100',
      'high: "100"',
      'e.yaml:14:17: facility.places.high: expected a number, got the text "100"\n  places: beds that may be used\n  take off the quotation marks',
    ],
    [
      'high: 100',
      'high: 1_000',
      'e.yaml:14:17: facility.places.high: expected a number, got the text "1_000"\n  places: beds that may be used\n  write 1000',
    ],
    [
      'high: 100',
      'high: .inf',
      'e.yaml:14:17: facility.places.high: expected a number, got .inf, which is infinite\n  places: beds that may be used\n  write a finite number',
    ],
    [
      'high: 100',
      'high: [100]',
      'e.yaml:14:17: facility.places.high: expected a number, got a list\n  places: beds that may be used',
    ],
    [
      'high: 100',
      'high:',
      'e.yaml:14:16: facility.places.high: expected a number, got nothing\n  places: beds that may be used',
    ],
    [
      'high: 100',
      'high: 99.5',
      'e.yaml:14:17: facility.places.high: must be a whole number, got 99.5\n  places: beds that may be used',
    ],
    [
      'high: 100',
      'high: -1',
      'e.yaml:14:17: facility.places.high: must be 0 or more, got -1\n  places: beds that may be used',
    ],
    [
      '{high: 90,',
      '{high: 3651,',
      'e.yaml:3:17: placement.review_days.high: must be from 7 to 3650, got 3651\n  days: time between two reviews',
    ],
    [
      'value: 0.9',
      'value: 90%',
      'e.yaml:21:10: facility.single_cells: expected a number, got the text "90%"\n  share: part of the places in single cells\n  write 0.90',
    ],
    [
      'value: 0.9',
      'value: 12.5 %',
      'e.yaml:21:10: facility.single_cells: expected a number, got the text "12.5 %"\n  share: part of the places in single cells\n  write 0.125',
    ],
    [
      'value: 0.9',
      'value: 0,9',
      'e.yaml:21:10: facility.single_cells: expected a number, got the text "0,9"\n  share: part of the places in single cells\n  write 0.9',
    ],
    [
      'value: 0.9',
      'value: {high: 1}',
      'e.yaml:21:10: facility.single_cells: expected a number, got a map\n  share: part of the places in single cells',
    ],
    ['value: yes', 'value: maybe', 'e.yaml:27:41: facility.open: expected yes or no, got the text "maybe"'],
    [
      'value: risk-and-needs',
      'value: risk-or-needs',
      'e.yaml:11:40: placement.basis: no such choice, got the text "risk-or-needs"\n  did you mean "risk-and-needs"?',
    ],
    [
      '{high: 100, low: 50',
      '{hihg: 100, low: 50',
      'e.yaml:14:11: facility.places: there is no level "hihg"\n  did you mean "high"?\ne.yaml:14:10: facility.places: high missing\n  every level needs a value; a single value in place of the map holds for all',
    ],
    [
      '{first: 1, again: 2}',
      '{first: 1}',
      'e.yaml:31:15: court.custody_factor.violence: again missing\n  every record needs a value; a single value in place of the map holds for all',
    ],
    [
      '  source: assumption\n  grade: assumption',
      '  source: assumption\n  grade: A',
      'e.yaml:26:10: facility.single_cells: grade A needs a source; an assumption has the grade assumption',
    ],
    [', note: the law', '', 'e.yaml:11:112: placement.basis: an assumption needs a range, a distribution or a note'],
  ])('%j -> %j', (old, replacement, complaint) => {
    expect(complaintAfter(old, replacement)).toBe(complaint);
  });
});

describe('what is wrong with an uncertainty', () => {
  test.each([
    [
      'triangular: [',
      'trianglar: [',
      'e.yaml:22:18: facility.single_cells.distribution: there is no key "trianglar" here\n  did you mean "triangular"?',
    ],
    [
      '{triangular: [0.8, 0.9, 1]}',
      '{}',
      'e.yaml:22:17: facility.single_cells.distribution: write exactly one of lognormal, normal, uniform, triangular, factor, shift',
    ],
    [
      '{triangular: [0.8, 0.9, 1]}',
      '{uniform: [1, 0.5]}',
      'e.yaml:22:17: facility.single_cells.distribution: the numbers must rise from lowest to highest',
    ],
    [
      '{triangular: [0.8, 0.9, 1]}',
      '{uniform: [0.5]}',
      'e.yaml:22:27: facility.single_cells.distribution.uniform: needs at least 2 in the list',
    ],
    [
      '{triangular: [0.8, 0.9, 1]}',
      '{normal: {mean: 0.1, sd: 0.01}}',
      'e.yaml:22:17: facility.single_cells.distribution: the value 0.9 is hardly possible; 99.9 % of values lie from 0.0671 to 0.133',
    ],
    [
      '{triangular: [0.8, 0.9, 1]}',
      '{normal: {mean: 0.9, sd: 0}}',
      'e.yaml:22:42: facility.single_cells.distribution.normal.sd: expected more than 0, got the number 0',
    ],
    [
      '{factor: {lognormal: {median: 1, interval95: [0.8, 1.25]}}}',
      '{lognormal: {median: 1, interval95: [0.8, 1.25]}}',
      'e.yaml:33:17: court.custody_factor.distribution: a table cannot have the distribution of a single value\n  write {factor: ...}, which multiplies every cell, or {shift: ...}, which is added to every cell',
    ],
    [
      '{median: 1, interval95: [0.8, 1.25]}',
      '{median: 4, interval95: [3, 5]}',
      'e.yaml:33:17: court.custody_factor.distribution: a factor of 1, which is the central value, is hardly possible; 99.9 % of values lie from 2.61 to 6.14',
    ],
    [
      'range: {high: [60, 120]',
      'range: {high: [95, 120]',
      'e.yaml:4:10: placement.review_days.range: the value 90 is not in its range, 95 to 120',
    ],
    [
      'range: {high: [60, 120]',
      'range: {high: [120, 60]',
      'e.yaml:4:17: placement.review_days.range.high: the lowest, 120, is above the highest, 60',
    ],
    [
      'range: {high: [60, 120]',
      'range: {high: [60]',
      'e.yaml:4:17: placement.review_days.range.high: expected [lowest, highest], got a list',
    ],
    [
      'range: {high: [60, 120]',
      'range: {high: [1, 120]',
      'e.yaml:4:18: placement.review_days.range.high: must be from 7 to 3650, got 1\n  days: time between two reviews',
    ],
    [
      'note: the law',
      'range: [0, 1]',
      'e.yaml:11:131: placement.basis: only a number can have a distribution or a range',
    ],
  ])('%j -> %j', (old, replacement, complaint) => {
    expect(complaintAfter(old, replacement)).toBe(complaint);
  });
});

test('draw 0 is the central value; other draws follow the uncertainty', () => {
  const { passports } = read(evidence);
  const reviewDays = passports.get('placement.review_days') as NonNullable<ReturnType<typeof passports.get>>;
  expect(sampleValue(reviewDays, undefined)).toBe(reviewDays.value);
  expect(sampleValue(reviewDays, 0.5)).toEqual(Float64Array.of(90, 60, 30));
  expect(sampleValue(reviewDays, 0.25)).toEqual(Float64Array.of(75, 45, 22.5));
  const certain = passports.get('facility.places') as typeof reviewDays;
  expect(sampleValue(certain, 0.01)).toBe(certain.value);
});
