/**
 * The answer keeps its promise: over 400 searches in a world whose risk is known, its true risk is within the limit as often as the
 * confidence says, and not far below it on average. And places found for a queue agree with Erlang's formula of waiting.
 *
 * The known world: a level that everybody enters at once, by a Poisson process, and leaves after a stay of any distribution. The
 * number held on an evening is then Poisson (M/G/infinity, the limit of Erlang's loss formula).
 */
import { expect, test } from 'vitest';
import { pooledShare, riskBounds, runsToShow } from '../../../src/experiment/places/bounds.ts';
import { searchPlaces } from '../../../src/experiment/places/search.ts';
import { exactBinomialTest } from '../../../src/statistics/binomial.ts';
import { poissonTail, poissonValue, seeded } from './queue.ts';

const CONFIDENCE = 0.8;
const TRIALS = 400;

test.each([
  [0.05, 32, 60],
  [0.05, 120, 60],
  [0.2, 8, 15],
])('the true risk is within %d as often as the confidence says: %i runs, %i people', async (risk, runs, load) => {
  expect(runs).toBeGreaterThanOrEqual(runsToShow(risk, CONFIDENCE));
  const draw = seeded(7 + runs);
  let kept = 0;
  let total = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const needed = Array.from({ length: runs }, () => poissonValue(draw(), load));
    const { answer, low } = await searchPlaces({ start: load, step: 1, most: 10 * load }, async (places) => {
      const bounds = riskBounds(needed.filter((people) => people > places).length, runs, CONFIDENCE);
      return { surely: bounds.high <= risk, possibly: bounds.low <= risk };
    });
    expect(low).toBeLessThanOrEqual(answer!);
    const truth = poissonTail(answer!, load);
    if (truth <= risk) kept++;
    total += truth;
  }
  const isEnough = kept / TRIALS >= CONFIDENCE || exactBinomialTest(kept, TRIALS, CONFIDENCE) > 0.01;
  expect([kept, isEnough]).toEqual([kept, true]);
  expect(total / TRIALS).toBeGreaterThan(risk / 3);
});

test.each([
  [0.05, 32, 60],
  [0.2, 8, 60],
])('it is also where every number of places has luck of its own: %d, %i runs, %i people', async (risk, runs, load) => {
  const draw = seeded(11 + runs);
  let kept = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const { answer } = await searchPlaces({ start: load, step: 1, most: 10 * load }, async (places) => {
      const needed = Array.from({ length: runs }, () => poissonValue(draw(), load));
      const bounds = riskBounds(needed.filter((people) => people > places).length, runs, CONFIDENCE);
      return { surely: bounds.high <= risk, possibly: bounds.low <= risk };
    });
    if (poissonTail(answer!, load) <= risk) kept++;
  }
  const isEnough = kept / TRIALS >= CONFIDENCE || exactBinomialTest(kept, TRIALS, CONFIDENCE) > 0.01;
  expect([kept, isEnough]).toEqual([kept, true]);
});

test('places found for a queue with exponential stays are those of Erlang, to within one', async () => {
  const [arrivals, stay, wait, share] = [0.8, 10, 5, 0.9];
  const load = arrivals * stay;
  const late = (places: number) =>
    places <= load ? 1 : erlangC(places, load) * Math.exp((-(places - load) * wait) / stay);
  let exact = Math.ceil(load);
  while (1 - late(exact) < share) exact++;
  const { answer, low } = await searchPlaces({ start: 20, step: 1, most: 60 }, async (places) => {
    const runs = Array.from({ length: 30 }, (_, run) => inTime(places, arrivals, stay, wait, run));
    const pooled = pooledShare(
      runs.map((one) => one.inTime),
      runs.map((one) => one.begun),
      CONFIDENCE,
    );
    return { surely: pooled.low >= share, possibly: pooled.high >= share };
  });
  expect(low).toBeLessThanOrEqual(exact);
  expect(Math.abs(answer! - exact)).toBeLessThanOrEqual(1);
});

/** The chance of having to wait, M/M/c. */
function erlangC(places: number, load: number): number {
  let blocking = 1;
  for (let c = 1; c <= places; c++) blocking = (load * blocking) / (c + load * blocking);
  return blocking / (1 - (load / places) * (1 - blocking));
}

/** A year of a queue with first come, first served, after two years of warming up: who begins, and who of them within the wait. */
function inTime(places: number, arrivals: number, stay: number, wait: number, run: number) {
  const draw = seeded(1000 + run);
  const free = new Float64Array(places);
  let [begun, within] = [0, 0];
  const next = () => -Math.log(draw()) / arrivals;
  for (let now = next(); now < 1095; now += next()) {
    const first = free.indexOf(Math.min(...free));
    const begins = Math.max(now, free[first]!);
    free[first] = begins - Math.log(draw()) * stay;
    if (begins < 730 || begins >= 1095) continue;
    begun++;
    if (begins - now <= wait) within++;
  }
  return { begun, inTime: within };
}
