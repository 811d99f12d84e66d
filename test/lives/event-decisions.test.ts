/** The decisions that are said to stand behind an event were drawn for the person before it; and watching them changes nothing. */
import { describe, expect, test } from 'vitest';
import { decisionsBehind } from '../../src/lives/event-decisions.ts';
import { sentenceOf } from '../../src/lives/event-wording.ts';
import { keyOf, livesOnRecord } from '../../src/lives/record.ts';
import { decisionNames } from '../../src/people/decisions.ts';
import { lifeEventNames } from '../../src/people/life-events.ts';
import { WatchedWorld } from '../../src/people/watched-world.ts';
import { type Cell, liveOn, liveUntil, simulate } from '../../src/simulation/simulate.ts';
import { digestOf } from '../../src/simulation/summary.ts';
import { type Levers, tinyCell, tinyScenario, withLevers } from '../tiny.ts';

/** Every event that can happen happens here. */
const eventful: Levers = {
  fine: { defaultedShare: 0.9, daysToDefault: 30 },
  monitoring: { revokedShare: 0.4, places: 10 },
  absence: { escapesPerYear: new Float64Array(3).fill(0.3), failureShare: 0.005 },
  treatment: { places: 5, suitedShare: 1, dropoutShare: 0.5, leastDays: 10, limitDays: 1000 },
  detention: { leastDays: 60, frameUsual: 1, minimumMaximum: 0.5, share: new Float64Array(9).fill(0.3) },
  court: { restServed: 0.5 },
  release: { transferredShare: 0.5, conditionalGranted: 0.7 },
  mortality: { suicideDayOne: 5, overdoseRate: new Float64Array(4).fill(2) },
  supervision: { recalledShare: 0.5, breachShare: 0.6 },
};
const cell: Cell = withLevers(tinyCell(), eventful);

interface Drawn {
  readonly decision: string;
  readonly day: number;
}

const drawn = new Map<number, Drawn[]>();
const branch = liveUntil(cell, cell.burnInStart + 400);
const watched = liveOn(
  cell,
  liveUntil(cell, cell.burnInStart),
  true,
  (settings) =>
    new WatchedWorld(settings, (stream, index, decision, _, day) => {
      const key = keyOf(stream, index);
      const draws = drawn.get(key) ?? [];
      draws.push({ decision: decisionNames[decision], day });
      drawn.set(key, draws);
    }),
);

describe('watching', () => {
  test('changes no digest', () => {
    expect(digestOf(watched.summary)).toBe(digestOf(simulate(cell).summary));
  });

  test('changes none when it begins in the middle', () => {
    let draws = 0;
    const { summary } = liveOn(cell, branch, false, (settings) => new WatchedWorld(settings, () => draws++));
    expect(digestOf(summary)).toBe(digestOf(simulate(cell).summary));
    expect(draws).toBeGreaterThan(1000);
  });
});

describe('a record', () => {
  const lives = livesOnRecord(watched.world.journal.rows());
  const happened = Array.from(lives.keys).flatMap((key) => lives.of(key).map((happening) => ({ key, ...happening })));
  const kinds = [...new Set(happened.map(({ kind }) => kind))].sort((a, b) => a - b);

  /** The first charge of a life is no decision about it, and who lacks nothing has nothing arranged. */
  const isFromOutside = (name: string, key: number, day: number) => name === 'charged' && lives.of(key)[0].day === day;

  test('holds nearly every kind of event', () => {
    expect(kinds.length).toBeGreaterThan(45);
  });

  test.each(kinds.map((kind) => lifeEventNames[kind]))('of %s follows a draw of what is behind it', (name) => {
    const { decisions } = decisionsBehind(name);
    const missed = happened.filter(
      ({ key, kind, day, detail }) =>
        lifeEventNames[kind] === name &&
        decisions.length > 0 &&
        !isFromOutside(name, key, day) &&
        !(name === 'prepared' && detail === 0) &&
        !drawn.get(key)!.some((draw) => draw.day <= day && decisions.includes(draw.decision as never)),
    );
    expect(missed).toEqual([]);
  });

  test('can be told, event by event, with no place for a detail left open', () => {
    const { level, offence } = tinyScenario().dimensions;
    const names = { levels: [...level!, 'monitoring'], offences: offence! };
    for (const one of happened) expect(sentenceOf(one, names)).toMatch(/^[a-z][^%]*[a-z\d]$/);
  });
});

test('each decision that is behind something is drawn, in such a world or in the usual one', () => {
  const usual = withLevers(tinyCell(), { supervision: { lengthFactor: 10 } });
  const all = new Set([...drawn.values()].flat().map(({ decision }) => decision));
  liveOn(
    usual,
    liveUntil(usual, usual.burnInStart),
    false,
    (settings) => new WatchedWorld(settings, (_, __, decision) => all.add(decisionNames[decision])),
  );
  const named = new Set(lifeEventNames.flatMap((name) => decisionsBehind(name).decisions));
  expect([...named].filter((decision) => !all.has(decision))).toEqual([]);
});
