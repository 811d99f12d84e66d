/** The proofs of `check` hold for the engine, and would fail if lives differed. */
import { expect, test } from 'vitest';
import { parseDay } from '../../src/engine/calendar.ts';
import { nullPolicyProof, sameBeforeProof } from '../../src/experiment/invariance.ts';
import { policy, tinyScenario } from '../tiny.ts';

const later = tinyScenario(policy('later', '2012-06-01', 'sentence.length_factor', '0.5'));

test('a policy that multiplies everything by one changes no life', () => {
  const { withIt, without } = nullPolicyProof(later);
  expect(withIt).toBe(without);
});

test('lives are the same until the first day on which a number differs, here that of the policy that makes the world', () => {
  expect(sameBeforeProof(later)).toBeUndefined();
  const bare = { ...later, policies: later.policies.filter(({ name }) => name !== 'tiny') };
  const { withIt, without, until } = sameBeforeProof(bare)!;
  expect(until).toBe(parseDay('2012-06-01'));
  expect(withIt).toBe(without);
});

test('other luck gives another digest, so equal digests say something', () => {
  expect(nullPolicyProof({ ...later, seed: 'other' }).without).not.toBe(nullPolicyProof(later).without);
});
