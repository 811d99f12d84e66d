/** What a scenario is likely not to mean is said, and what it must not say is refused. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatDay } from '../../src/engine/calendar.ts';
import { parameters as placement } from '../../src/prison/placement.ts';
import { accountOf } from '../../src/report/content/scenario-account.ts';
import { epochsOf, parametersIn } from '../../src/scenario/epoch.ts';
import { withRun } from '../../src/scenario/scenario.ts';
import { warningsOf } from '../../src/scenario/warnings.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';
import { readOver } from '../tiny.ts';

const read = (lines: string) => {
  const text = `extends: norway/baseline.yaml\n${lines}`;
  return scenarioFrom('scenarios/mine.yaml', { read: readOver({ 'scenarios/mine.yaml': text }) });
};
const policy = (from: string, set: string) => `policies:\n  mine:\n    from: ${from}\n    set: ${set}\n`;

test('growth steeper than any observed, and a factor that may be a number, are warned of with both numbers', () => {
  const files = {
    'scenarios/mine.yaml': 'extends: norway/baseline.yaml\ninputs: [mine.csv]\n',
    'scenarios/mine.csv':
      'date,lever,change,value,unit,basis,source,note\n' +
      '2013-01-01,arrivals.per_year,grow,20 %,per year,assumed,what if,\n' +
      '2014-01-01,facility.places,multiply,11,ratio,assumed,what if,\n' +
      '2015-01-01,sentence.length_factor,grow,19 %,per year,assumed,what if,\n',
  };
  expect(warningsOf(scenarioFrom('scenarios/mine.yaml', { read: readOver(files) }), catalogue)).toEqual([
    'mine.csv: arrivals.per_year grows by 20 % per year from 2013-01-01 on; the steepest change observed from one year to the next was 19.7 % (prison sentences in Norway, 1997 to 2017)',
    'mine.csv: facility.places is multiplied by 11 from 2014-01-01 on, more than 10 times: a factor is meant, and not a number?',
  ]);
});

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
  [
    'policies:\n  mine:\n    from: 1970-01-01\n    until: 1975-01-01\n    set: {facility.places.high: 50}\n',
    'policy mine ends on 1974-12-31, before the burn-in begins',
  ],
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

test.each([
  ['start: 9900-01-01\nyears: 150\n', 2],
  ['years: 3\nstart: 9899-01-01\n', 3],
  ['start: 9898-01-01\nstock_cohort: 9898-01-01\nyears: 4\n', 2],
])('%j is refused, since years beyond it are not written', (lines, line) => {
  expect(() => read(lines)).toThrow(
    `scenarios/mine.yaml:${line}:1: the years simulated would end after 9899-12-31\n` +
      '  dates after the end, such as those of sentences, need years of four digits too\n' +
      '  choose an earlier start or fewer years',
  );
});

test('the last years that can be written are read, and more of them asked for by hand are refused', () => {
  const last = read('start: 9890-01-01\nyears: 10\n');
  expect(formatDay(last.end - 1)).toBe('9899-12-31');
  expect(() => withRun(last, { years: 11 })).toThrow('the years simulated would end after 9899-12-31');
});

test('a policy that is never in force is said to be so, and moves no lever', () => {
  const set = 'set: {facility.places.high: 50}';
  const scenario = read(
    `policies:\n  long-ago: {from: 1970-01-01, until: 1975-01-01, ${set}}\n  too-late: {from: 2099-01-01, after: now, ${set}}\n  now: {from: 2014-01-01, ${set}}\n`,
  );
  const said = accountOf(scenario).join('\n');
  expect(said).toContain('until 1974-12-31: never in force, since it ends on 1974-12-31, before the burn-in begins');
  expect(said).toContain('too-late, from 2099-01-01: never in force, since it begins on 2099-01-01, after the end');
  expect(said).not.toContain('levers moved by more than one policy');
  expect(said).not.toContain('as before');
  expect(said.match(/facility\.places\.high: /g)).toHaveLength(1);
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
