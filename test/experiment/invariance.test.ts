/** The proofs of `check` hold for the engine, and would fail if lives differed. */
import { expect, test } from 'vitest';
import { parseDay } from '../../src/engine/calendar.ts';
import {
  type InvarianceTest,
  nullPolicyTest,
  prove,
  sameBeforeTest,
  yearsToProve,
} from '../../src/experiment/invariance.ts';
import { simulate, simulateByYear } from '../../src/simulation/simulate.ts';
import { digestOf } from '../../src/simulation/summary.ts';
import { policy, tinyScenario } from '../tiny.ts';

const later = tinyScenario(policy('later', '2012-06-01', 'sentence.length_factor', '0.5'));

function proven(test: InvarianceTest) {
  const steps = prove(test);
  for (let stops = 0; ; stops++) {
    const step = steps.next();
    if (step.done) return { ...step.value, stops };
  }
}

test('a policy that multiplies everything by one changes no life', () => {
  const { withIt, without } = proven(nullPolicyTest(later));
  expect(withIt).toBe(without);
});

test('lives are the same until the first day on which a number differs, here that of the policy that makes the world', () => {
  expect(sameBeforeTest(later)).toBeUndefined();
  const { policies, start } = later;
  const bare = {
    ...later,
    policies: policies.filter(({ name }) => name !== 'tiny'),
    burnInYears: 0,
    burnInStart: start,
  };
  const before = sameBeforeTest(bare)!;
  expect([before.withIt.end, before.without.end]).toEqual([parseDay('2012-06-01'), parseDay('2012-06-01')]);
  const { withIt, without } = proven(before);
  expect(withIt).toBe(without);
});

test('other luck gives another digest, so equal digests say something', () => {
  const other = proven(nullPolicyTest({ ...later, seed: 'other' }));
  expect(other.without).not.toBe(proven(nullPolicyTest(later)).without);
});

test('a cell run year by year stops after each of them and has the results of one run at once', () => {
  const test = nullPolicyTest(later);
  const { burnInStart, end } = test.without;
  expect(proven(test).stops).toBe(yearsToProve(test));
  expect(yearsToProve(test)).toBe(2 * Math.ceil((end - burnInStart) / 366));
  const steps = simulateByYear(test.without);
  let step = steps.next();
  while (!step.done) step = steps.next();
  expect(digestOf(step.value.summary)).toBe(digestOf(simulate(test.without).summary));
  expect(step.value.world.today).toBe(end);
});
