/** A life with more charges than random draws can tell apart goes on, and its record weighs no more than a bound. */
import { expect, test } from 'vitest';
import { MOST_EPISODES } from '../../src/engine/random.ts';
import { caseAfter } from '../../src/prison/court.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type LifeEventRecord, livesIn, tinyCell, withLevers } from '../tiny.ts';

test.each([
  [0, 1, 'the first case'],
  [1, 2, 'the second'],
  [MOST_EPISODES - 1, MOST_EPISODES, 'the last number that draws tell apart'],
  [MOST_EPISODES, 2, 'numbers begin again, but not with that of a first charge'],
])('after case %i comes number %i: %s', (now, next) => {
  expect(caseAfter(now)).toBe(next);
});

const countOf = (life: readonly LifeEventRecord[], kind: string) => life.filter(({ event }) => event === kind).length;

test('somebody who is charged more than 511 times is charged on, and every charge of theirs has its verdict', () => {
  const usual = tinyCell();
  const { shift } = usual.parameters[0].values.reoffending;
  // an arrest would end the charges of those whose sentence waits
  const cell = withLevers(usual, { reoffending: { shift: shift + 9 }, court: { arrestedShare: 0 } });
  const { world } = simulate(cell, true);
  const most = [...livesIn(world).values()].sort((a, b) => countOf(b, 'charged') - countOf(a, 'charged'))[0];
  const charges = countOf(most, 'charged');
  expect(charges).toBeGreaterThan(MOST_EPISODES + 50);
  expect(charges - countOf(most, 'verdict')).toBeLessThanOrEqual(1);
  expect(Math.max(...world.people.episode.subarray(0, world.rows.highest))).toBeLessThanOrEqual(MOST_EPISODES);
}, 120_000);
