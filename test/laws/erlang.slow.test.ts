/**
 * Erlang: where people only come, wait for a place and stay, the engine and the search for places give the answers of queueing theory.
 *
 * The engine lives by days. Whoever is summoned today has a place tomorrow morning at the earliest, and a place left today is free
 * tomorrow: a stay takes a place for a day more than it lasts, the first day of a wait is no queueing, and formulas in continuous time
 * hold to half a day. Comparisons allow that half day and 3.5 standard errors over independent runs.
 */
import { describe, expect, test } from 'vitest';
import { findCapacity } from '../../src/experiment/places/capacity.ts';
import type { CapacityQuestion } from '../../src/experiment/places/trial.ts';
import { cellOf, type RunBlocks } from '../../src/experiment/study.ts';
import { type Cell, simulate } from '../../src/simulation/simulate.ts';
import { digestOf, LEVEL_WAITS, peakAt, type Summary } from '../../src/simulation/summary.ts';
import { poissonTail } from '../experiment/places/queue.ts';
import { type Levers, tinyCell, tinyScenario, withLevers } from '../tiny.ts';
import { exponentialLengths, oneLevel, remandAlone } from './textbook.ts';

const YEAR = 365.25;
const MARGIN = 3.5;

/** A mean over runs with its standard error. */
function over(values: readonly number[]) {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance, error: Math.sqrt(variance / values.length) };
}

/** The chance of having to wait, M/M/c (A. K. Erlang, 1917). */
function erlangC(places: number, load: number): number {
  let blocked = 1;
  for (let busy = 1; busy <= places; busy++) blocked = (load * blocked) / (busy + load * blocked);
  return blocked / (1 - (load / places) * (1 - blocked));
}

/** The cell after six years of burn-in, so that a queue is as if it had lasted for ever. */
function settled(cell: Cell): Cell {
  const burnInStart = cell.burnInStart - 3 * 365;
  return { ...cell, burnInStart, parameters: [{ ...cell.parameters[0]!, from: burnInStart }] };
}

/** Mean days of queueing, and the share that queues for more than so many days. */
function waitsIn({ shape, levelWaits }: Summary, days: number) {
  let [people, total, late] = [0, 0, 0];
  for (let year = 0; year < shape.years; year++)
    for (let wait = 0; wait < LEVEL_WAITS; wait++) {
      const count = levelWaits[year * shape.levels * LEVEL_WAITS + wait]!;
      people += count;
      total += count * (wait - 1);
      if (wait - 1 > days) late += count;
    }
  return { mean: total / people, late: late / people };
}

describe('a queue for ten places at four fifths of their load', () => {
  const [places, stay, busy, runs, later] = [10, 45, 0.8, 120, 10];
  const perDay = (busy * places) / (stay + 1);
  const clearing = (places / (stay + 1)) * (1 - busy);
  const waits = erlangC(places, busy * places);
  const waited = (more: Levers) =>
    Array.from({ length: runs }, (_, run) => {
      const cell = settled(withLevers(tinyCell(run), oneLevel(perDay * YEAR, stay, places, more)));
      return waitsIn(simulate(cell).summary, later);
    });

  test('waits as Erlang has it if stays are exponential (M/M/c)', () => {
    const found = waited({ sentence: exponentialLengths(stay) });
    const mean = over(found.map((run) => run.mean));
    expect(mean.error / mean.mean).toBeLessThan(0.15);
    expect(Math.abs(mean.mean - waits / clearing)).toBeLessThan(MARGIN * mean.error + 0.5);
    const late = over(found.map((run) => run.late));
    const [most, least] = [later, later + 1].map((days) => waits * Math.exp(-clearing * days)) as [number, number];
    expect(late.mean).toBeLessThan(most + MARGIN * late.error);
    expect(late.mean).toBeGreaterThan(least - MARGIN * late.error);
  });

  test('waits half as long if all stay equally long (M/D/c, Allen and Cunneen; the formula is good to a tenth)', () => {
    const mean = over(waited({}).map((run) => run.mean));
    const expected = waits / clearing / 2;
    expect(Math.abs(mean.mean - expected)).toBeLessThan(MARGIN * mean.error + 0.5 + expected / 10);
    expect(mean.mean + MARGIN * mean.error).toBeLessThan(waits / clearing);
  });
});

test.each<[string, Levers]>([
  ['exponential', { sentence: exponentialLengths(60) }],
  ['equal', {}],
])('with enough places the number inside is Poisson, whatever the stays: %s (M/G/infinity)', (_, more) => {
  const [load, stay, runs] = [20, 60, 200];
  const inside = Array.from({ length: runs }, (_, run) => {
    const levers = oneLevel((load / stay) * YEAR, stay, 0, { ...more, capacity: { response: 'enough' } });
    const cell = withLevers(tinyCell(run), levers);
    return simulate({ ...cell, burnInStart: cell.start - 2 * 365, parameters: [cell.parameters[0]!] }).world.inside[0]!;
  });
  const { mean, variance } = over(inside);
  expect(Math.abs(mean - load)).toBeLessThan(MARGIN * Math.sqrt(load / runs));
  expect(Math.abs(variance / mean - 1)).toBeLessThan(MARGIN * Math.sqrt(2 / (runs - 1)));
  for (const people of [20, 25, 30]) {
    const chance = poissonTail(people, load);
    const share = inside.filter((count) => count > people).length / runs;
    expect(Math.abs(share - chance)).toBeLessThan(MARGIN * Math.sqrt((chance * (1 - chance)) / runs));
  }
});

test('evenings beyond the places are those of a Poisson number of people, where nobody can wait', () => {
  const [load, stay, places, runs] = [20, 20, 25, 100];
  const nights = Array.from({ length: runs }, (_, run) => {
    const { summary } = simulate(withLevers(tinyCell(run), remandAlone((load / stay) * YEAR, stay, places)));
    let all = 0;
    for (let quarter = 0; quarter < 12; quarter++)
      all += summary.peaks[peakAt(summary.shape, quarter, 0, 'shortNights')]!;
    return all / (3 * YEAR);
  });
  const { mean, error } = over(nights);
  expect(error / mean).toBeLessThan(0.1);
  expect(Math.abs(mean - poissonTail(places, load))).toBeLessThan(MARGIN * error);
});

test('the search on the engine finds the places that Erlang says keep the wait, to within one', async () => {
  const [perDay, stay, wait, share] = [0.16, 45, 8, 0.9];
  const load = perDay * (stay + 1);
  const inTime = (places: number) =>
    places <= load ? 0 : 1 - erlangC(places, load) * Math.exp(-((places - load) / (stay + 1)) * (wait - 1));
  let exact = Math.ceil(load);
  while (inTime(exact) < share) exact++;
  const scenario = tinyScenario();
  const run: RunBlocks = async function* (study, blocks) {
    for (const { draw, replicate, arms } of blocks)
      yield arms.map((arm) => {
        const cell = cellOf(study.arms[arm]!.scenario, { draw, replicate });
        const places = cell.parameters.at(-1)!.values.facility.places[0]!;
        const levers = oneLevel(perDay * YEAR, stay, places, { sentence: exponentialLengths(stay) });
        const { summary } = simulate(settled(withLevers(cell, levers)));
        return { key: { arm, draw, replicate }, summary, digest: digestOf(summary) };
      });
  };
  const asked = { level: 0, anyQuarter: false, risk: 0.05, confidence: 0.8, wait, replicates: 40 };
  const question: CapacityQuestion = { ...asked, scenario, from: scenario.start, by: scenario.end - 100 };
  const { answer, low } = await findCapacity(question, 1, run);
  expect(low).toBeLessThanOrEqual(exact);
  expect(Math.abs(answer! - exact)).toBeLessThanOrEqual(1);
});
