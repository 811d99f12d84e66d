/** Needs against theory: shares and pairs of a large crowd, each judged by an exact test at a level of 0.001; the luck is fixed. */
import { expect, test } from 'vitest';
import { randomKey, uniform } from '../../src/engine/random.ts';
import { type NeedsParameters, need, needNames, needsBelow, needsFactor, needsFor } from '../../src/people/needs.ts';
import { exactBinomialTest } from '../../src/statistics/binomial.ts';
import { norway } from '../tiny.ts';

const LEVEL = 0.001;
const PEOPLE = 40_000;
const { passports } = norway();
const valueFor = (name: string) => passports.get(`needs.${name}`)!.value;
const given = {
  correlation: valueFor('correlation'),
  recordCorrelation: valueFor('record_correlation'),
} as NeedsParameters;
const factor = needsFactor(given);
const key = randomKey('needs', 0);

/** How many of a crowd have all the needs of a mask, where the record is left out. */
function withAll(masks: readonly number[], prevalence: Float64Array): readonly number[] {
  const counts = masks.map(() => 0);
  for (let person = 0; person < PEOPLE; person++) {
    const luck = needNames.map((_, index) => uniform(key.low, key.high, person, index));
    const needs = needsFor(luck, 0, needsBelow(prevalence), unrelatedToRecord);
    masks.forEach((mask, at) => {
      if ((needs & mask) === mask) counts[at]++;
    });
  }
  return counts;
}

const unrelatedToRecord = needsFactor({ ...given, recordCorrelation: new Float64Array(needNames.length) });

test('every need is as common as its share says, for men and for women', () => {
  for (const prevalence of valueFor('prevalence') as readonly Float64Array[]) {
    const counts = withAll(
      needNames.map((name) => need[name]),
      prevalence,
    );
    counts.forEach((count, index) => {
      expect(exactBinomialTest(count, PEOPLE, prevalence[index]), needNames[index]).toBeGreaterThan(LEVEL);
    });
  }
});

/** With shares of one half, two normal numbers correlated by r lie on one side with chance 1/4 + asin(r) / (2 pi). */
test.each([
  ['housing', 'work', 0.3],
  ['housing', 'drugs', 0.3],
  ['work', 'drugs', 0.3],
  ['drugs', 'mental', 0.35],
  ['housing', 'mental', 0.2],
  ['drugs', 'alcohol', 0.1],
  ['work', 'alcohol', 0],
  ['housing', 'thinking', 0],
] as const)('%s and %s go together as a correlation of %f has it', (a, b, r) => {
  const [count] = withAll([need[a] | need[b]], new Float64Array(needNames.length).fill(0.5));
  expect(exactBinomialTest(count!, PEOPLE, 0.25 + Math.asin(r) / (2 * Math.PI))).toBeGreaterThan(LEVEL);
});

test('a longer record makes no need but drugs commoner, and drugs never rarer', () => {
  const prevalence = new Float64Array(needNames.length).fill(0.5);
  let more = 0;
  for (let person = 0; person < 2000; person++) {
    const luck = needNames.map((_, index) => uniform(key.low, key.high, person, index));
    const [short, long] = [-1, 2].map((record) => needsFor(luck, record, needsBelow(prevalence), factor)) as [
      number,
      number,
    ];
    expect((short & need.drugs) <= (long & need.drugs)).toBe(true);
    expect(short & (need.housing | need.work | need.thinking)).toBe(long & (need.housing | need.work | need.thinking));
    if ((short & need.drugs) < (long & need.drugs)) more++;
  }
  expect(more).toBeGreaterThan(100);
});

test('a larger share takes a need from nobody', () => {
  const few = Float64Array.of(0.2, 0.4, 0.4, 0.1, 0.2, 0.4, 0.3);
  const many = few.map((share) => share + 0.2);
  for (let person = 0; person < 2000; person++) {
    const luck = needNames.map((_, index) => uniform(key.low, key.high, person, index));
    const [before, after] = [few, many].map((prevalence) => needsFor(luck, 0.5, needsBelow(prevalence), factor)) as [
      number,
      number,
    ];
    expect(before & after).toBe(before);
  }
});
