/** A policy that does nothing differs by exactly nothing: in every measure, under the same luck. */
import { expect, test } from 'vitest';
import { compare } from '../../src/experiment/compare.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { policy, tinyScenario } from '../tiny.ts';

const runner = inProcess({ signal: new AbortController().signal, reproduce: () => '' });

test('of a lever that is multiplied by one', async () => {
  const idle = tinyScenario(policy('idle', '2012-05-01', 'placement.review_days', '{multiply: 1}'));
  const arms = [tinyScenario(), idle].map((scenario, at) => ({ name: `arm ${at}`, scenario }));
  const { differences } = await compare({ arms, draws: 0, replicates: 4 }, runner, () => {});
  const known = differences.filter(({ replicates }) => replicates > 1);
  expect(known.length).toBeGreaterThan(100);
  for (const { difference, low, high } of known) expect([difference, low, high]).toEqual([0, 0, 0]);
});

test('and one that does something does not', async () => {
  const real = tinyScenario(policy('real', '2012-05-01', 'sentence.length_factor', '0.5'));
  const arms = [tinyScenario(), real].map((scenario, at) => ({ name: `arm ${at}`, scenario }));
  const { differences } = await compare({ arms, draws: 0, replicates: 4 }, runner, () => {});
  expect(differences.some(({ difference }) => Math.abs(difference) > 0)).toBe(true);
});
