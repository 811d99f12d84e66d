/** What a scenario is likely not to mean is said, and what it must not say is refused. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parameters as placement } from '../../src/prison/placement.ts';
import { epochsOf, parametersIn } from '../../src/scenario/epoch.ts';
import { warningsOf } from '../../src/scenario/warnings.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';
import { readOver } from '../tiny.ts';

const read = (lines: string) => {
  const text = `extends: norway/baseline.yaml\n${lines}`;
  return scenarioFrom('scenarios/mine.yaml', { read: readOver({ 'scenarios/mine.yaml': text }) });
};
const policy = (from: string, set: string) => `policies:\n  mine:\n    from: ${from}\n    set: ${set}\n`;

test('the baseline needs no warning', () => {
  expect(warningsOf(read(''), catalogue)).toEqual([]);
});

test.each([
  [
    'burn_in_years: 2\n',
    'burn_in_years is 2: people inside and returns have not settled (that takes 15 years or more)',
  ],
  [policy('2014-01-01', '{}'), 'policy mine changes nothing: its values are in force already'],
  [
    policy('2014-01-01', '{release.conditional_rest: 14}'),
    'policy mine changes nothing: its values are in force already',
  ],
  [policy('2040-01-01', '{release.conditional_rest: 20}'), 'policy mine begins on 2040-01-01, after the end'],
])('%j is warned of', (lines, warning) => {
  expect(warningsOf(read(lines), catalogue)).toEqual([warning]);
});

test('years far from the evidence are warned of', () => {
  const [warning] = warningsOf(read('start: 2100-01-01\n'), catalogue);
  expect(warning).toMatch(/^2100 to 2109 is far from the years of the evidence on Norway, \d{4} to \d{4}$/);
});

test('shares that a policy leaves with another sum are refused where the policy stands', () => {
  const set = '{placement.entry_share: {to-90-days: {high: 0.9}}}';
  expect(() => read(policy('2014-01-01', set))).toThrow(
    'scenarios/mine.yaml:5:54: policies.mine: placement.entry_share to-90-days adds up to 1.65, not to 1\n' +
      '  set the other members too',
  );
});

test('shares of a whole still add up in a draw, also where a policy sets only some of them', () => {
  const set = '{placement.entry_share: {to-90-days: {high: 0.2, transitional: 0.05}}}';
  for (const u of [0.05, 0.95]) {
    for (const epoch of epochsOf(read(policy('2014-01-01', set)), catalogue, () => u)) {
      for (const row of parametersIn(epoch, placement).entryShare) {
        expect(row.reduce((total, one) => total + one, 0)).toBeCloseTo(1, 12);
      }
    }
  }
});

test('a start centuries ago is refused like any other before 1900', () => {
  expect(() => read('start: 0100-01-01\nburn_in_years: 200\n')).toThrow('before 1900-01-01');
});

test('a passport whose shares do not add up is refused', () => {
  const file = 'scenarios/evidence/placement.yaml';
  const wrong = readFileSync(file, 'utf8').replace('to-90-days: {high: 0.25,', 'to-90-days: {high: 0.35,');
  const reading = () => scenarioFrom('scenarios/norway/baseline.yaml', { read: readOver({ [file]: wrong }) });
  expect(reading).toThrow('placement.entry_share: to-90-days adds up to 1.1, not to 1');
});

test('a burn-in before 1900 is refused', () => {
  expect(() => read('start: 1905-01-01\n')).toThrow(
    'scenarios/mine.yaml:2:1: the burn-in would begin 20 years before 1905-01-01\n  before 1900-01-01\n' +
      '  choose a later start or a shorter burn_in_years',
  );
});
