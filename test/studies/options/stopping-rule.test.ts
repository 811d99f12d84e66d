/** What ends a study: the options of the stopping rule, what holds without them, and a complaint for what may not be. */
import { describe, expect, test } from 'vitest';
import { studyRequest } from '../../../src/commands/study-options.ts';
import { withRun } from '../../../src/scenario/scenario.ts';
import { ruleTypedAgain, secondsIn, stoppingRuleOf } from '../../../src/studies/options/stopping-rule.ts';
import { tinyScenario } from '../../tiny.ts';

const scenario = tinyScenario();
const ruleWith = (given: Readonly<Record<string, string>>, { years = 3, replicates = 2 } = {}) => {
  const rule = stoppingRuleOf(studyRequest(given), withRun(scenario, { years, replicates }));
  return rule && { ...rule, wanted: rule.wanted.map(({ name, margin }) => `${name} ${margin}`) };
};

describe('the rule', () => {
  const usual = { wanted: ['cohort-charged@2y/newly-sentenced-to-prison 0.1'], budget: 20, most: 200 };
  test.each([
    ['without options', {}, usual],
    [
      'with a precision, which has no limit of time',
      { precision: 'occupancy: 3' },
      { wanted: ['occupancy 3'], budget: Number.POSITIVE_INFINITY, most: 200 },
    ],
    ['with a time', { budget: '2min' }, { ...usual, budget: 120 }],
    ['with both', { precision: 'occupancy: 3', budget: '2min' }, { wanted: ['occupancy 3'], budget: 120, most: 200 }],
    ['with the most', { 'most-replicates': '8' }, { ...usual, most: 8 }],
    ['at central values', { draws: '0' }, usual],
  ])('%s', (_, given, rule) => {
    expect(ruleWith(given)).toEqual(rule);
  });

  test('counts people inside where nobody can be followed for a year, and allows what the scenario states', () => {
    expect(ruleWith({}, { years: 2 })?.wanted).toEqual(['cohort-charged@1y/newly-sentenced-to-prison 0.1']);
    expect(ruleWith({}, { years: 1 })?.wanted).toEqual(['occupancy 0.01']);
    expect(ruleWith({}, { replicates: 500 })?.most).toBe(500);
  });

  test.each([{ replicates: '5' }, { draws: '40' }, { replicate: '7' }])('is none with %j', (given) => {
    expect(ruleWith(given)).toBeUndefined();
  });

  test.each([
    [{}, ''],
    [{ budget: '30 s' }, " --budget '30 s'"],
    [
      { precision: 'occupancy:1%', budget: '1h', 'most-replicates': '50' },
      ' --precision occupancy:1% --budget 1h --most-replicates 50',
    ],
  ])('%j is typed again as "%s"', (given, again) => {
    expect(ruleTypedAgain(studyRequest(given))).toBe(again);
  });
});

test.each([
  ['30s', 30],
  ['0.5 s', 0.5],
  ['5min', 300],
  [' 1.5h ', 5400],
  ['1000h', 3_600_000],
])('a budget of "%s" is %d seconds', (text, seconds) => {
  expect(secondsIn(text)).toBe(seconds);
});

describe('what may not be', () => {
  const unit = 'expected a time with its unit\n  as in 30s, 5min or 1.5h';
  const bounds = 'a budget is above 0 and at most a thousand hours\n  as in 30s, 5min or 1.5h';
  test.each([
    ...['30', 'soon', 's', '-5s', '1e3s', '5 minutes', '1h30min', '30S', 'Infinity s'].map((text) => [text, unit]),
    ...['0s', '0.0h', '1001h', `${'9'.repeat(400)}s`].map((text) => [text, bounds]),
  ])('--budget %s', (text, complaint) => {
    expect(() => ruleWith({ budget: text! })).toThrow(`--budget ${text}: ${complaint}`);
  });

  test('--most-replicates below eight', () => {
    expect(() => ruleWith({ 'most-replicates': '7' })).toThrow(
      '--most-replicates 7: fewer than 8\n' +
        '  intervals of fewer than 8 replicates hold the truth less often than they say\n' +
        '  --replicates 7 runs exactly that many all the same',
    );
  });

  test.each([
    [
      { budget: '30s', replicates: '5' },
      '--budget does not go with --replicates\n  it decides how many replicates there are, and --replicates fixes that\n  keep one',
    ],
    [{ precision: 'occupancy: 1', replicate: '0' }, '--precision does not go with --replicate\n'],
    [{ 'most-replicates': '50', replicates: '5' }, '--most-replicates does not go with --replicates\n'],
    [{ budget: '30s', draws: '5' }, '--budget does not go with --draws\n  it adds replicates at central values'],
    [{ budget: '' }, '--budget is empty'],
  ])('%j', (given, complaint) => {
    expect(() => ruleWith(given)).toThrow(complaint);
  });
});
