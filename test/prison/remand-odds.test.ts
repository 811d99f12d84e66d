/** Remand: its odds move all charges alike, and a stay has two parts. */
import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, livesIn, tinyCell, withLevers } from '../tiny.ts';

const cell = { ...tinyCell(), burnInStart: tinyCell().start - 400, end: tinyCell().start };
const begun = { ...cell, start: cell.end - 1 };
const given = cell.parameters[0].values;
const all: Levers['remand'] = {
  share: new Float64Array(6).fill(1),
  shareWithoutPrison: 1,
  meanDays: new Float64Array(6).fill(40),
  daysWithoutPrison: 40,
  foreignFactor: 1,
};
const others: Levers = {
  arrivals: { ...given.arrivals, perYear: 3000 },
  facility: { ...given.facility, places: Float64Array.of(1e6, 1e6, 1e6) },
};
const livesUnder = (remand: NonNullable<Levers['remand']>) => [
  ...livesIn(simulate(withLevers(begun, { ...others, remand: { foreignOdds: 1, ...remand } }), true).world),
];

describe('stays of one mean', () => {
  const stays = (firstPart: number) =>
    livesUnder({ ...all, firstPart }).flatMap(([, life]) =>
      life.flatMap(({ event, day, detail }) => (event === 'remandEnded' && day < begun.end ? [detail] : [])),
    );

  test.each([
    [0, 1, 0.69, 'one part: as spread as their mean, half over 0.69 of it'],
    [0.5, Math.SQRT1_2, 0.84, 'two equal parts: less spread, half over 0.84 of it'],
  ])('with a first part of %f', (firstPart, spread, median) => {
    const found = stays(firstPart).sort((a, b) => a - b);
    const mean = found.reduce((sum, one) => sum + one / found.length, 0);
    const variance = found.reduce((sum, one) => sum + (one - mean) ** 2 / found.length, 0);
    expect(found.length).toBeGreaterThan(2000);
    // the latest stays are cut off by the end, so the mean is a little low
    expect(mean).toBeGreaterThan(35);
    expect(mean).toBeLessThan(42.5);
    expect(Math.sqrt(variance) / mean).toBeCloseTo(spread, 1);
    expect(found[found.length >> 1]! / mean).toBeCloseTo(median, 1);
  });
});

describe('the odds of remand', () => {
  const remanded = (odds: number) =>
    new Set(
      livesUnder({ share: new Float64Array(6).fill(0.2), shareWithoutPrison: 0.2, odds }).flatMap(([key, life]) =>
        life[1]?.event === 'remanded' ? [key] : [],
      ),
    );
  const [fewer, usual, more] = [0.5, 1, 2].map(remanded);

  test('move the share of charges that lead to remand as odds do', () => {
    const charged = livesUnder({ odds: 0 });
    expect(charged.some(([, life]) => life.some(({ event }) => event === 'remanded'))).toBe(false);
    for (const [set, odds] of [
      [fewer, 0.5],
      [usual, 1],
      [more, 2],
    ] as const) {
      const chance = (0.2 * odds) / (0.8 + 0.2 * odds);
      expect(Math.abs(set!.size / charged.length - chance)).toBeLessThan(
        4 * Math.sqrt((chance * (1 - chance)) / charged.length),
      );
    }
  });

  test('higher, remand nobody less', () => {
    for (const key of fewer!) expect(usual!.has(key)).toBe(true);
    for (const key of usual!) expect(more!.has(key)).toBe(true);
  });
});
