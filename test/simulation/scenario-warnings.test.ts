/** Warned of: a list with more people at a level than it has usable places, and building that can open no place in the years simulated. */
import { expect, test } from 'vitest';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';
import { scenarioWarnings } from '../../src/simulation/scenario-warnings.ts';
import { readOver } from '../tiny.ts';

const HEADER = 'status,level,sentence_days,served_days,sex,age';

function warned(people: number, more = ''): readonly string[] {
  const rows = Array.from({ length: people }, (_, at) => `serving,closed,${1000 + at},${at},male,30`);
  const text = `title: Mine\nextends: harbour/baseline.yaml\npeople_inside: list.csv\n${more}`;
  const files = { 'scenarios/mine.yaml': text, 'scenarios/list.csv': `${[HEADER, ...rows].join('\n')}\n` };
  return scenarioWarnings(scenarioFrom('scenarios/mine.yaml', { read: readOver(files) }));
}

test('220 people on 130 places are told, and so are second beds; as many as there are places are not', () => {
  const [warning] = warned(220);
  expect(warning).toMatch(
    /^closed: the list puts 220 people there on \d{4}-01-01, and \d+ places are usable, so \d+ begin/,
  );
  const usable = Number(/and (\d+) places/.exec(warning!)![1]);
  expect(usable).toBeGreaterThan(100);
  expect(warned(usable)).toEqual([]);
  const doubled = (response: string) =>
    warned(
      220,
      `policies:\n  p: {from: 2010-01-01, set: {capacity.response: ${response}, capacity.double_share: 0.1}}\n`,
    );
  const beds = Number(/and (\d+) places/.exec(doubled('double')[0]!)![1]);
  expect(beds).toBeGreaterThan(usable);
  expect(beds).toBeLessThanOrEqual(Math.floor(1.1 * usable));
  expect(doubled('enough').filter((one) => one.startsWith('closed:'))).toEqual([]);
});

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
