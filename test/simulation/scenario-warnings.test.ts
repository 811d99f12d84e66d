/** Building that can open no place in the years simulated is warned of. */
import { expect, test } from 'vitest';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';
import { scenarioWarnings } from '../../src/simulation/scenario-warnings.ts';
import { readOver } from '../tiny.ts';

const warnings = (years: number, policies: string) => {
  const text = `extends: norway/baseline.yaml\nyears: ${years}\npolicies:\n${policies}`;
  return scenarioWarnings(scenarioFrom('scenarios/mine.yaml', { read: readOver({ 'scenarios/mine.yaml': text }) }));
};
const build = '  mine: {from: 2012-01-01, set: {capacity.response: build}}\n';

test('places that could only open after the end are named with both days', () => {
  expect(warnings(5, build)).toEqual([
    'capacity.response is build, but no built place can open in the years simulated: with capacity.build_days 1825, places ordered on 2012-02-09, the first day possible, open on 2017-05-04, after the end on 2016-12-31',
  ]);
});

test('no warning where a place can open, early enough or quickly enough', () => {
  expect(warnings(6, build)).toEqual([]);
  const quick = '  quick: {from: 2014-01-01, set: {capacity.build_days: 365}}\n';
  expect(warnings(5, `${build}${quick}`)).toEqual([]);
  expect(warnings(5, build.replace('2012', '2010'))).toEqual([]);
});

test('a policy that builds for less than a quarter orders nothing, and is left alone', () => {
  expect(warnings(5, build.replace('2012-01-01', '2012-01-01, until: 2012-01-15'))).toEqual([]);
});
