/** What was arranged for the time after release is lost: the odds, the day of the charge, and who is left alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EffectsParameters } from '../../src/community/effects.ts';
import { onAtRisk, onRiskChanged } from '../../src/community/reoffending.ts';
import { NEVER } from '../../src/engine/agenda.ts';
import { event } from '../../src/people/life-events.ts';
import { need } from '../../src/people/needs.ts';
import { NONE, NOT_YET, recalls, status } from '../../src/people/person.ts';
import { pauseClock } from '../../src/people/spell.ts';
import type { World } from '../../src/people/world.ts';
import { tinyCell } from '../tiny.ts';
import { somebodyIn } from './somebody.ts';

const cell = tinyCell();
const given = cell.parameters[0].values;
const A_HOME = 1;
const A_JOB = 2;

/** Somebody released today, with this arranged for so many days. */
function released(episode: number, arranged: number, days: number, effects: EffectsParameters = given.effects) {
  const { world, row } = somebodyIn(cell, 'lost', episode);
  const { people } = world;
  people.lastLevel[row] = 0;
  people.needs[row] = need.housing | need.work;
  people.recall[row] = recalls.none;
  people.arranged[row] = arranged;
  people.arrangedUntil[row] = world.today + days;
  onAtRisk(world, row, given.reoffending, effects, given.arrivals);
  return { world, row, effects };
}

/** Lets it be lost; the day on which the charge is due then, NEVER for none. */
function lose({ world, row, effects }: ReturnType<typeof released>): number {
  world.today = world.people.arrangedUntil[row];
  onRiskChanged(world, row, given.reoffending, effects);
  return world.diary.due(row, event.charged);
}

describe('when what was arranged is lost', () => {
  test.each([
    ['a home', A_HOME, 0.6 * 0.1696],
    ['a job', A_JOB, 0.6 * 0.0636],
    ['care, which no effect is about', 4, 0],
    ['nothing', 0, 0],
  ])('%s: the odds are those of release without it', (_, arranged, more) => {
    const person = released(3, arranged, 20);
    const { world, row } = person;
    const before = world.people.logit[row];
    lose(person);
    expect(world.people.logit[row]).toBeCloseTo(before + more, 9);
    const bare = released(3, 0, 0);
    expect(world.people.logit[row]).toBeCloseTo(bare.world.people.logit[bare.row], 9);
  });

  test('nobody is charged later, nor in the past, nor earlier than had nothing been arranged', () => {
    let earlier = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 700 }), (episode, days) => {
        const kept = released(episode, A_HOME | A_JOB, days);
        const before = kept.world.diary.due(kept.row, event.charged);
        const bare = released(episode, 0, 0);
        const without = bare.world.diary.due(bare.row, event.charged);
        expect(without).toBeLessThanOrEqual(before);
        if (before < kept.world.people.arrangedUntil[kept.row]) return;
        const after = lose(kept);
        if (after < before) earlier++;
        expect(after).toBeLessThanOrEqual(before);
        expect(after).toBeGreaterThanOrEqual(kept.world.today);
        expect(after).toBeGreaterThanOrEqual(without);
      }),
      { seed: 1, numRuns: 400 },
    );
    expect(earlier).toBeGreaterThan(100);
  });

  test('nothing changes without evidence', () => {
    const none = { ...given.effects, evidence: 'none' } as const;
    for (let episode = 1; episode < 40; episode++) {
      const person = released(episode, A_HOME | A_JOB, 1, none);
      const before = person.world.diary.due(person.row, event.charged);
      if (before <= person.world.today) continue;
      expect(lose(person)).toBe(before);
    }
  });

  test.each<readonly [string, (world: World, row: number) => unknown]>([
    ['who was charged meanwhile', (world, row) => world.people.lastLevel.fill(NONE, row, row + 1)],
    ['who serves', (world, row) => world.moveTo(row, status.serving, 0)],
    ['who waits to serve', (world, row) => world.moveTo(row, status.waiting, NONE)],
    ['who was recalled', (world, row) => pauseClock(world, row)],
    ['who is no longer followed', (world, row) => world.people.spellDay.fill(NOT_YET, row, row + 1)],
  ])('%s is left alone', (_, change) => {
    const person = released(3, A_HOME, 20);
    const { world, row } = person;
    world.today += 5;
    change(world, row);
    world.diary.clear(row, event.charged);
    const before = world.people.logit[row];
    expect(lose(person)).toBe(NEVER);
    expect(world.people.logit[row]).toBe(before);
  });
});

test('the odds are the own risk and the part that policy moved', () => {
  const { world, row } = released(3, A_HOME, 20);
  const none = released(3, A_HOME, 20, { ...given.effects, evidence: 'none' });
  const { logit, policyLogit } = world.people;
  expect(logit[row] - policyLogit[row]).toBeCloseTo(none.world.people.logit[none.row], 12);
  expect(none.world.people.policyLogit[none.row]).toBe(0);
});
