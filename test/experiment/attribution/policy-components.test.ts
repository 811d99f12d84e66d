/** Parts: none is on in the first scenario, all are in the second, and what moves the same number is one. */
import { describe, expect, test } from 'vitest';
import {
  componentsBetween,
  policiesThatDiffer,
  policiesUnder,
} from '../../../src/experiment/attribution/policy-components.ts';
import { historyOf } from '../../../src/scenario/history.ts';
import { withPolicies } from '../../../src/scenario/scenario.ts';
import { catalogue } from '../../../src/simulation/parameters.ts';
import { policy, tinyScenario } from '../../tiny.ts';

const fines = policy('fines', '2012-06-01', 'fine.mean_days', '20');
const courts = policy('courts', '2012-06-01', 'court.days_to_verdict', '{multiply: 0.5}');
const quickCourts = policy('courts', '2012-06-01', 'court.days_to_verdict', '{multiply: 0.2}');
const length = policy('length', '2013-01-01', 'sentence.length_factor', '0.8');
const moreFines = 'more-fines:\n  from: 2012-06-01\n  after: [tiny, fines]\n  set:\n    fine.mean_days: {add: 5}\n';
const otherFines = policy('other-fines', '2012-03-01', 'fine.mean_days', '9');

const bare = tinyScenario();
const namesOf = (...scenarios: readonly [typeof bare, typeof bare]) =>
  componentsBetween(...scenarios).map(({ name }) => name);

describe('parts', () => {
  test.each([
    ['policies that only the second has', bare, tinyScenario(fines + courts), ['courts', 'fines']],
    ['policies that only the first has', tinyScenario(fines + courts), bare, ['courts', 'fines']],
    ['none for what both have alike', tinyScenario(fines), tinyScenario(fines + length), ['length']],
    ['a policy that is another in each', tinyScenario(courts + length), tinyScenario(quickCourts + length), ['courts']],
    [
      'one for a policy on top of another',
      bare,
      tinyScenario(fines + moreFines + length),
      ['fines + more-fines', 'length'],
    ],
    [
      'one for policies in the place of each other',
      tinyScenario(fines),
      tinyScenario(otherFines + length),
      ['fines + other-fines', 'length'],
    ],
    ['none between a scenario and itself', tinyScenario(fines), tinyScenario(fines), []],
  ])('%s', (_, first, second, expected) => {
    expect(namesOf(first, second).toSorted()).toEqual(expected.toSorted());
  });

  test('all off lives the life of the first scenario, all on that of the second', () => {
    const [first, second] = [tinyScenario(fines + courts), tinyScenario(otherFines + quickCourts + length)];
    const parts = componentsBetween(first, second);
    const lives = (scenario: typeof bare) => historyOf(scenario, catalogue, scenario.end);
    const under = (coalition: number) => lives(withPolicies(first, policiesUnder(first, parts, coalition)));
    expect(under(0)).toBe(lives(first));
    expect(under((1 << parts.length) - 1)).toBe(lives(second));
    expect(under(1)).not.toBe(lives(first));
  });

  test('a group is one part under its own name, with whatever is tied to it', () => {
    const [first, second] = [bare, tinyScenario(fines + moreFines + courts + length)];
    expect(policiesThatDiffer(first, second)).toHaveLength(4);
    const parts = componentsBetween(first, second, new Map([['courts and fines', ['courts', 'fines']]]));
    expect(parts.map(({ name }) => name).toSorted()).toEqual(['courts and fines + more-fines', 'length']);
  });
});
