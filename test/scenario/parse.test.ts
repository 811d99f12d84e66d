import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/engine/calendar.ts';
import { resolvedText } from '../../src/evidence/document.ts';
import { Failure } from '../../src/failure.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { baseline, catalogue, complaintsAbout, evidence, filesWith, heir, readFrom } from './tiny.ts';

const path = 'scenarios/norway/baseline.yaml';

/** What is said of the baseline after one piece of its text is replaced. */
function complaintAfter(old: string, replacement: string): string {
  expect(baseline).toContain(old);
  return complaintsOf(filesWith({ [path]: baseline.replace(old, replacement) }), path);
}

function complaintsOf(files: ReadonlyMap<string, string>, file: string): string {
  return complaintsAbout(() => parseScenario(file, { read: readFrom(files), catalogue }));
}

test('a scenario is resolved: dates, members, run and evidence', () => {
  const scenario = parseScenario(path, { read: readFrom(filesWith()), catalogue });
  expect(scenario).toMatchObject({
    title: 'Baseline',
    place: 'Norway',
    dimensions: { level: ['high', 'low', 'transitional'], offence: ['violence', 'theft'], record: ['first', 'again'] },
    years: 10,
    burnInYears: 15,
    seed: 'norway',
    replicates: 20,
    policies: [],
  });
  expect([scenario.burnInStart, scenario.start, scenario.end].map(formatDay)).toEqual([
    '1997-01-01',
    '2012-01-01',
    '2022-01-01',
  ]);
  expect(scenario.passports.size).toBe(catalogue.size);
  expect(Object.isFrozen(scenario)).toBe(true);
});

test('a seed may be written as a number', () => {
  expect(heir('seed: 42\n').seed).toBe('42');
});

test('passports may stand in the scenario itself', () => {
  const own = evidence.slice(evidence.indexOf('court.')).replace('theft: 0.5', 'theft: 0.75');
  const files = filesWith({
    'scenarios/evidence/all.yaml': evidence.slice(0, evidence.indexOf('court.')),
    [path]: baseline.replace(
      '[../evidence/all.yaml]',
      `\n  - ../evidence/all.yaml\n  - ${own.trim().replaceAll('\n', '\n    ')}`,
    ),
  });
  const scenario = parseScenario(path, { read: readFrom(files), catalogue });
  expect(scenario.passports.get('court.custody_factor')?.value).toEqual([
    Float64Array.of(1, 2),
    Float64Array.of(0.75, 0.75),
  ]);
});

test('the canonical text is a scenario that stands on its own and says the same', () => {
  const scenario = heir(`description: with a policy
policies:
  more-places:
    from: 2016-01-01
    until: 2018-01-01
    label: invented
    because: to see
    set: {facility.places: {high: {multiply: 1.2}, low: {add: 5}}, facility.open: no}
  fewer-places:
    from: 2017-01-01
    after: more-places
    set: {facility.places.high: 20}
`);
  const again = parseScenario('copy', { read: () => scenario.text, catalogue });
  expect(again.text).toBe(scenario.text);
  expect(again).toEqual(scenario);
  expect(resolvedText(JSON.parse(scenario.text))).toBe(scenario.text);
});

test('scenarios that share evidence share its passports, unless their dimensions differ', () => {
  const passportIn = (scenario: Scenario) => scenario.passports.get('placement.basis');
  const read = (text: string) => parseScenario(path, { read: readFrom(filesWith({ [path]: text })), catalogue });
  const first = passportIn(read(baseline));
  expect(first).toBeDefined();
  expect(passportIn(read(baseline.replace('Baseline', 'Another')))).toBe(first);
  const other = passportIn(read(baseline.replace('[violence, theft]', '[theft, violence]')));
  expect(other).not.toBe(first);
  expect(other).toEqual(first);
});

test('what only looks different has the same canonical text', () => {
  const reordered = `${baseline.split('\n').slice(1).join('\n')}title: 'Baseline' # a remark\n`;
  const [one, other] = [baseline, reordered].map(
    (text) => parseScenario(path, { read: readFrom(filesWith({ [path]: text })), catalogue }).text,
  );
  expect(one).toBe(other);
});

describe('what is wrong with a scenario is named with place, value and what is allowed', () => {
  test.each([
    ['years: 10', 'years: ten', `${path}:9:8: years: expected a number, got the text "ten"`],
    [
      'years: 10',
      'years: "10"',
      `${path}:9:8: years: expected a number, got the text "10"\n  take off the quotation marks`,
    ],
    ['years: 10', 'years: 1.5', `${path}:9:8: years: expected a whole number, got the number 1.5`],
    ['years: 10', 'years: 0', `${path}:9:8: years: expected 1 or more, got the number 0`],
    ['years: 10', 'years: 1000', `${path}:9:8: years: expected 200 or less, got the number 1000`],
    ['years: 10\n', '', `${path}:1:1: years is missing`],
    [
      'years: 10',
      'year: 10',
      `${path}:9:1: there is no key "year" in a scenario\n  did you mean "years"?\n${path}:1:1: years is missing`,
    ],
    ['title: Baseline', 'title: [a]', `${path}:1:8: title: expected text, got a list`],
    ['title: Baseline', 'title:', `${path}:1:7: title: expected text, got nothing`],
    [
      'start: 2012-01-01',
      'start: 2012',
      `${path}:8:8: start: expected a day of the calendar such as 2016-01-31, got the number 2012`,
    ],
    [
      'start: 2012-01-01',
      'start: 2012-02-30',
      `${path}:8:8: start: expected a day of the calendar such as 2016-01-31, got the text "2012-02-30"`,
    ],
    [
      'start: 2012-01-01',
      'start: 1.1.2012',
      `${path}:8:8: start: expected a day of the calendar such as 2016-01-31, got the text "1.1.2012"`,
    ],
    ['replicates: 20', 'replicates: -1', `${path}:12:13: replicates: expected 1 or more, got the number -1`],
    [
      'evidence: [../evidence/all.yaml]',
      'evidence: all.yaml',
      `${path}:7:11: evidence: expected a list, got the text "all.yaml"`,
    ],
    [
      '../evidence/all.yaml',
      '4',
      `${path}:7:12: evidence.0: expected the path of a file, or passports, got the number 4`,
    ],
    ['../evidence/all.yaml', '../all.yaml', `${path}:7:12: cannot read scenarios/all.yaml\n  there is no such file`],
    [
      '  level: [high, low, transitional]',
      '  level: high',
      `${path}:4:10: dimensions.level: expected a list, got the text "high"`,
    ],
    ['[high, low, transitional]', '[]', `${path}:4:10: dimensions.level: needs at least 1 in the list`],
    ['[high, low, transitional]', '[high, low, low]', `${path}:4:22: dimensions.level: "low" is listed twice`],
    [
      '[high, low, transitional]',
      '[high, low.er]',
      `${path}:4:17: dimensions.level: "low.er" is not a valid name\n  a member has no dot, no space at its ends, and is not one of multiply, add, __proto__`,
    ],
    [
      '[high, low, transitional]',
      '[high, multiply]',
      `${path}:4:17: dimensions.level: "multiply" is not a valid name\n  a member has no dot, no space at its ends, and is not one of multiply, add, __proto__`,
    ],
    [
      '  record:',
      '  recrod:',
      `${path}:4:3: dimensions.record is missing\n  court.custody_factor varies by it\n${path}:6:3: no lever varies by "recrod"\n  did you mean "record"?`,
    ],
    [
      'dimensions:\n',
      'dimensions: 3\nx:\n',
      `${path}:4:1: there is no key "x" in a scenario\n  allowed: title, description, extends, place, dimensions, evidence, inputs, people_inside, stock_cohort, members, start, years, and 4 more\n${path}:3:13: dimensions: expected keys with values, got the number 3`,
    ],
    [
      'seed: norway',
      'seed: norway\npolicies: 3',
      `${path}:12:11: policies: expected keys with values, got the number 3`,
    ],
    ['place: Norway', '\tplace: Norway', `${path}:2:1: a tab is used to indent; YAML needs spaces`],
  ])('%j -> %j', (old, replacement, complaint) => {
    expect(complaintAfter(old, replacement)).toBe(complaint);
  });
});

test('everything that is wrong is said at once, each where it really stands', () => {
  const files = filesWith({
    'scenarios/evidence/all.yaml': evidence.replace('{high: 90,', '{high: 40%,'),
    [path]: baseline.replace('years: 10', 'years: ten'),
    'scenarios/heir.yaml':
      'extends: norway/baseline.yaml\nreplicates: many\npolicies:\n  a: {from: 2016-01-01, set: {placement.review_days.hihg: 3}}\n',
  });
  expect(complaintsOf(files, 'scenarios/heir.yaml').split('\n')).toEqual([
    'scenarios/norway/baseline.yaml:9:8: years: expected a number, got the text "ten"',
    'scenarios/heir.yaml:2:13: replicates: expected a number, got the text "many"',
    'scenarios/evidence/all.yaml:3:17: placement.review_days.high: expected a number, got the text "40%"',
    '  days: time between two reviews',
    '  write 0.40',
    'scenarios/heir.yaml:4:31: placement.review_days: there is no level "hihg"',
    '  did you mean "high"?',
  ]);
});

test('a scenario that is not there fails as its reader does', () => {
  expect(() => parseScenario('none.yaml', { read: readFrom(filesWith()), catalogue })).toThrow(Failure);
  expect(complaintsOf(filesWith(), 'none.yaml')).toBe('none.yaml: there is no such file');
});

test('a wrong scenario is the fault of what was typed: exit code 2', () => {
  try {
    heir('years: ten\n');
  } catch (error) {
    expect((error as Failure).exitCode).toBe(2);
  }
  expect.assertions(1);
});

describe('one mistake does not hide another', () => {
  const policy = 'policies:\n  p: {from: 2014-01-01, set: {facility.places: {multiply: -2}}}\n';

  test.each([
    ['replicates: 2000000\n', 'replicates: expected 1000000 or less, got the number 2000000'],
    ['seed: [1]\n', 'seed: expected text, got a list'],
    ['title: A\ntitle: B\n', 'the key "title" is written twice'],
    ['years: .inf\n', 'years: expected a number, got .inf, which is infinite\n  write a finite number'],
    ['nonsense: 1\n', 'there is no key "nonsense" in a scenario'],
  ])('%j', (wrong, complaint) => {
    const told = complaintsAbout(() => heir(`${wrong}${policy}`));
    expect(told).toContain(complaint);
    if (!wrong.startsWith('years')) expect(told).toContain('facility.places must be 0 or more, got -');
  });

  test('not a number is called so, where it is written', () => {
    expect(complaintsAbout(() => heir(policy.replace('-2', '.nan')))).toContain(
      'facility.places.multiply: expected a number, got .nan, which is not a number\n  write a finite number',
    );
  });
});
