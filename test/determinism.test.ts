/** The same key is the same lives, everywhere and however they are lived; and arms differ by nothing but their policy. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Agenda } from '../src/engine/agenda.ts';
import { parseDay } from '../src/engine/calendar.ts';
import { membersOf } from '../src/evidence/value.ts';
import { cellOf, partingDay, runBlock } from '../src/experiment/study.ts';
import { diaryNames } from '../src/people/life-events.ts';
import type { World } from '../src/people/world.ts';
import { epochsOf } from '../src/scenario/epoch.ts';
import type { Scenario } from '../src/scenario/scenario.ts';
import { catalogue } from '../src/simulation/parameters.ts';
import { type Cell, liveOn, liveUntil, simulate } from '../src/simulation/simulate.ts';
import { digestOf } from '../src/simulation/summary.ts';
import { inYaml } from './laws/levers.ts';
import { randomWorld } from './laws/random-world.ts';
import { newWorld, walk } from './laws/walk.ts';
import { livesIn, policy, tinyCell, tinyScenario, withLevers, withSteadyClimate } from './tiny.ts';

const block = { draw: 0, replicate: 0 };
const digest = (cell: Cell) => digestOf(simulate(cell).summary);
const livesOf = (scenario: Scenario) => livesIn(simulate(cellOf(scenario, block), true).world);
const few = { seed: 1, numRuns: 8, endOnFailure: true };

test('the same seed twice is the same digest', () => {
  expect(digest(tinyCell())).toBe(digest(tinyCell()));
});

test('another replicate, and another seed, are other lives', () => {
  const digests = [0, 1, 2].map((replicate) => digest(tinyCell(replicate)));
  digests.push(digest({ ...tinyCell(), seed: 'another' }));
  expect(new Set(digests).size).toBe(4);
});

test('whether lives are kept changes nothing', () => {
  expect(digestOf(simulate(tinyCell(), true).summary)).toBe(digest(tinyCell()));
});

test('a life interrupted on any morning and taken up again is the same life', () => {
  fc.assert(
    fc.property(randomWorld, fc.nat(1000), (cell, after) => {
      const branch = liveUntil(cell, cell.burnInStart + after);
      const whole = digest(cell);
      expect(digestOf(liveOn(cell, branch).summary)).toBe(whole);
      expect(digestOf(liveOn(cell, branch).summary)).toBe(whole);
    }),
    few,
  );
});

test.each([
  ['the first day of the burn-in', -1095],
  ['the last day before observation', -1],
  ['the first day observed', 0],
  ['New Year, when another year begins', 366],
  ['New Year of a year without a leap day', 731],
  ['the day after the last', 1096],
])('also when the interruption is %s', (_, sinceStart) => {
  const cell = tinyCell();
  expect([cell.burnInStart - cell.start, cell.end - cell.start]).toEqual([-1095, 1096]);
  const branch = liveUntil(cell, cell.start + sinceStart);
  expect(digestOf(liveOn(cell, branch).summary)).toBe(digest(cell));
});

test('also when the interruption comes before and after the columns have grown', () => {
  const crowded = withLevers(tinyCell(), { arrivals: { ...tinyCell().parameters[0].values.arrivals, perYear: 4000 } });
  const cell = { ...crowded, burnInStart: crowded.start - 500, end: crowded.start + 20 };
  const whole = digest(cell);
  for (const day of [100, 460]) {
    const branch = liveUntil(cell, cell.burnInStart + day);
    expect(branch.world.capacity > 4096).toBe(day === 460);
    expect(digestOf(liveOn(cell, branch).summary)).toBe(whole);
  }
});

test('before the day of a policy every life is the same, event by event, and afterwards some are not', () => {
  const from = parseDay('2013-06-01');
  const [baseline, arm] = ['', policy('fewer', '2013-06-01', 'facility.places.high', '5')].map(tinyScenario);
  const [before, after] = [livesOf(baseline!), livesOf(arm!)].map((lives) => {
    const parts = [...lives].map(([key, life]) => [key, life.filter(({ day }) => day < from)] as const);
    return new Map(parts.filter(([, life]) => life.length > 0));
  });
  expect(after).toEqual(before);
  expect(before!.size).toBeGreaterThan(100);
  expect(livesOf(arm!)).not.toEqual(livesOf(baseline!));
});

test('a block that lives the common past once gives every arm the digest that it has alone', () => {
  const scenarios = [
    '',
    policy('fewer', '2013-06-01', 'facility.places.high', '5'),
    policy('harsher', '2012-03-01', 'court.custody_odds', '10'),
  ].map(tinyScenario);
  const study = { arms: scenarios.map((scenario, arm) => ({ name: `arm ${arm}`, scenario })), replicates: 1, draws: 0 };
  const all = { draw: 0, replicate: 3, arms: [0, 1, 2] };
  expect(partingDay(study, all)).toBe(parseDay('2012-03-01'));
  const cells = runBlock(study, all);
  const alone = scenarios.map((scenario) => digest(cellOf(scenario, { draw: 0, replicate: 3 })));
  expect(cells.map((cell) => cell.digest)).toEqual(alone);
  expect(new Set(alone).size).toBe(3);
});

test('arms that never part are the same lives', () => {
  const arms = ['', ''].map(tinyScenario).map((scenario, arm) => ({ name: `arm ${arm}`, scenario }));
  const both = { ...block, arms: [0, 1] };
  const study = { arms, replicates: 1, draws: 0 };
  const [one, other] = runBlock(study, both);
  expect(partingDay(study, both)).toBe(Infinity);
  expect(other!.digest).toBe(one!.digest);
  expect(one!.digest).toBe(digest(tinyCell()));
});

test('a policy that sets every lever to the value in force changes nothing', () => {
  const [{ values }] = epochsOf(tinyScenario(), catalogue) as [ReturnType<typeof epochsOf>[number]];
  const set = [...catalogue.values()].map(({ path, noun, name, parameter }) => {
    const unchanged =
      parameter.kind === 'number'
        ? '{multiply: 1}'
        : inYaml(values[noun][name], membersOf(parameter, tinyScenario().dimensions));
    return `    ${path}: ${unchanged}\n`;
  });
  const text = `same:\n  from: 2013-01-01\n  after: tiny\n  set:\n${set.join('')}`;
  const same = tinyScenario(text);
  expect(set.length).toBeGreaterThan(60);
  expect(epochsOf(same, catalogue).length).toBe(epochsOf(tinyScenario(), catalogue).length);
  expect(digest(cellOf(same, block))).toBe(digest(tinyCell()));
});

test('a lever moved on the day after the last changes nothing, and on the last day it is in force', () => {
  const [last, after] = ['2014-12-31', '2015-01-01'].map((from) => {
    const scenario = tinyScenario(policy('many', from, 'arrivals.per_year', '100000'));
    return digest(cellOf(scenario, block));
  });
  expect(after).toBe(digest(tinyCell()));
  expect(last).not.toBe(after);
});

/**
 * An inert person: in a row of the world and counted at liberty, with a key of another stream and an empty diary. All
 * others stand one row further on than without them, so this also says that nothing depends on the number of a row.
 */
test('one inert person more changes nobody else, to the last event', () => {
  fc.assert(
    fc.property(randomWorld, fc.integer({ min: 1, max: 3 }), (cell, extra) => {
      const without = walk(cell, () => {});
      const world = newWorld(cell);
      for (let index = 0; index < extra; index++) world.enter(2, index);
      const crowded = walk(cell, () => {}, world);
      expect(crowded.rows.count).toBe(without.rows.count + extra);
      expect(crowded.journal.hash).toBe(without.journal.hash);
      expect(livesIn(crowded)).toEqual(livesIn(without));
    }),
    few,
  );
});

/** Places are all that people can take from each other: with enough of them, others are no part of anybody's life. */
test('with places for all, more arrivals leave the lives of those who come anyway as they are', () => {
  const cell = tinyCell();
  const { arrivals, facility, monitoring } = cell.parameters[0].values;
  const roomy = withLevers(withSteadyClimate(cell), {
    facility: { ...facility, places: Float64Array.of(1e6, 1e6, 1e6) },
    monitoring: { ...monitoring, places: 1e6 },
  });
  const fewer = livesIn(simulate(roomy, true).world);
  const busier = withLevers(roomy, { arrivals: { ...arrivals, perYear: arrivals.perYear * 1.5 } });
  const more = livesIn(simulate(busier, true).world);
  expect(more.size).toBeGreaterThan(fewer.size * 1.3);
  for (const [key, life] of fewer) expect(more.get(key)).toEqual(life);
});

/** Hands out the day's rows last first. What is due is known when the day opens: handlers write in their own diary only. */
class LastFirst extends Agenda {
  #today: number[] = [];

  override open(day: number): void {
    super.open(day);
    for (let row = super.next(); row >= 0; row = super.next()) this.#today.push(row);
  }

  override next(): number {
    return this.#today.pop() ?? -1;
  }
}

test('the order in which a day reaches people does not matter', () => {
  let reordered = 0;
  fc.assert(
    fc.property(randomWorld, (cell) => {
      const world: World = newWorld(cell);
      const diary = new LastFirst(diaryNames.length, 4096, cell.burnInStart, cell.end - 1);
      Object.assign(world, { diary });
      const reversed = walk(cell, () => {}, world);
      const straight = walk(cell, () => {});
      expect(reversed.journal.hash).toBe(straight.journal.hash);
      expect(livesIn(reversed)).toEqual(livesIn(straight));
      if (String(reversed.journal.rows().index) !== String(straight.journal.rows().index)) reordered++;
    }),
    few,
  );
  expect(reordered).toBeGreaterThan(0);
});
