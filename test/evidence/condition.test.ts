/** Conditions as analysts write them: what they mean, and what is said of those that mean nothing. */
import { describe, expect, test } from 'vitest';
import {
  byPlace,
  type Condition,
  type ConditionNames,
  LONGEST,
  parseCondition,
  writeCondition,
} from '../../src/evidence/condition.ts';
import { compileCondition, holds } from '../../src/evidence/condition-program.ts';

const names: ConditionNames = {
  numbers: ['days_left', 'sanctions', 'risk'],
  facts: ['foreign', 'remand'],
  dimensions: ['need', 'level'],
};
const members = { need: ['housing', 'work', 'drugs'], level: ['high', 'low', 'transitional'] };

function parsed(text: string): Condition {
  const condition = parseCondition(text, names, members);
  if ('complaint' in condition) throw new Error(condition.complaint.problem);
  return condition;
}

/** Somebody with 100 days left, 3 sanctions, risk 0.5, foreign, not in remand, in need of work and drugs, at level low. */
const somebody = Float64Array.of(100, 3, 0.5, 1, 0, 0b110, 1);

describe('a condition holds for somebody', () => {
  test.each<[string, boolean]>([
    ['everybody', true],
    ['nobody', false],
    ['not nobody', true],
    ['days_left >= 100', true],
    ['days_left > 100', false],
    ['days_left <= 100', true],
    ['days_left < 100', false],
    ['days_left = 100', true],
    ['days_left != 100', false],
    ['90 < days_left', true],
    ['sanctions > risk', true],
    ['risk >= 0.5', true],
    ['risk > -1', true],
    ['days_left < 1e3', true],
    ['foreign', true],
    ['remand', false],
    ['not remand', true],
    ['not not remand', false],
    ['need.drugs', true],
    ['need.housing', false],
    ['need.3', true],
    ['level.low', true],
    ['level.2', true],
    ['level.high', false],
    ['foreign and remand', false],
    ['foreign or remand', true],
    ['remand or remand and foreign', false],
    ['foreign or foreign and remand', true],
    ['(foreign or foreign) and remand', false],
    ['not remand and foreign', true],
    ['not (remand or foreign)', false],
    ['days_left >= 90 and (need.work or sanctions > 9) and not level.transitional', true],
    ['days_left>=90and(need.housing or sanctions>2)and not level.low', false],
  ])('%s: %s', (text, expected) => {
    const program = compileCondition(writeCondition(byPlace(parsed(text), members)), names, ['need']);
    expect(holds(program, somebody)).toBe(expected);
  });
});

describe('what is wrong is told with its place and a remedy', () => {
  test.each<[string, number, string, string]>([
    ['', 1, 'it ends too early', 'write a comparison or a fact here'],
    ['days_lft > 3', 1, 'there is no "days_lft"', 'did you mean "days_left"?'],
    ['foreign and level.lwo', 13, 'there is no "level.lwo"', 'did you mean "level.low"?'],
    ['level.4', 1, 'there is no "level.4"', 'allowed: level.high, level.low, level.transitional'],
    ['foreign and', 12, 'it ends too early', 'write a comparison or a fact here'],
    ['(foreign', 9, 'a bracket is not closed', 'close it with )'],
    ['foreign)', 8, '")" is not expected here', 'join conditions by "and" or "or"'],
    ['foreign remand', 9, '"remand" is not expected here', 'join conditions by "and" or "or"'],
    ['days_left', 10, 'days_left is a number, which must be compared', 'write something such as "days_left >= 90"'],
    [
      'days_left and foreign',
      11,
      'days_left is a number, which must be compared',
      'write something such as "days_left >= 90"',
    ],
    ['foreign > 3', 9, 'foreign is true or false', 'write "foreign" or "not foreign"'],
    ['days_left > foreign', 13, 'foreign is not a number', 'compare numbers only'],
    ['days_left >', 12, 'it ends too early', 'write a comparison or a fact here'],
    ['days_left => 3', 12, '">" is not expected here', 'write a comparison or a fact here'],
    ['days_left > 3;', 14, '";" means nothing here', 'write names, numbers, < <= = != >= >, and, or, not, ( )'],
    [
      'process.exit()',
      1,
      'there is no "process.exit"',
      'allowed: days_left, sanctions, risk, foreign, remand, need.housing, need.work, need.drugs, level.high, level.low, level.transitional, and, and 4 more',
    ],
    ['days_left > 1e999', 13, '1e999 is too large', 'write a smaller number'],
  ])('%s', (text, at, problem, remedy) => {
    expect(parseCondition(text, names, members)).toEqual({ complaint: { at, problem, remedy } });
  });
});

test('a text of endless brackets is refused, not followed', () => {
  const outcome = parseCondition('('.repeat(LONGEST + 1), names, members);
  expect(outcome).toMatchObject({ complaint: { problem: `longer than ${LONGEST} characters` } });
  expect(parseCondition('('.repeat(LONGEST), names, members)).toMatchObject({
    complaint: { problem: 'it ends too early' },
  });
});

test('brackets are written only where they are needed', () => {
  expect(writeCondition(parsed('((foreign) and (remand)) or (not (foreign))'))).toBe(
    'foreign and remand or not foreign',
  );
  expect(writeCondition(parsed('foreign and (remand or foreign)'))).toBe('foreign and (remand or foreign)');
  expect(writeCondition(parsed('foreign or (remand or foreign)'))).toBe('foreign or (remand or foreign)');
});

test('a condition asks only for what it names', () => {
  expect([...compileCondition('risk > 0 and need.2 or level.1', names, ['need']).asked]).toEqual([2, 5, 6]);
});
