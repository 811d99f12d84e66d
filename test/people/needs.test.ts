import { expect, test } from 'vitest';
import { normalCumulative } from '../../src/engine/mathematics.ts';
import { Failure } from '../../src/failure.ts';
import { type NeedsParameters, need, needNames, needsBelow, needsFactor, needsFor } from '../../src/people/needs.ts';
import { norway } from '../tiny.ts';

const prevalence = Float64Array.of(0.3, 0.6, 0.5, 0.2, 0.25, 0.5, 0.4);
const table = (cells: Readonly<Record<string, number>>) =>
  needNames.map((a) => Float64Array.from(needNames, (b) => cells[`${a} ${b}`] ?? 0));
const none = { correlation: table({}), recordCorrelation: new Float64Array(needNames.length) };
const unrelated = needsFactor(none);

/** Uniform numbers of housing, work, drugs, opioids (never read), alcohol, thinking and mental health. */
test.each([
  [[0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9], 0, 'high numbers: no need'],
  [[0.29, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9], need.housing, 'just below the share'],
  [[0.31, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9], 0, 'just above the share'],
  [[0.9, 0.59, 0.9, 0.9, 0.9, 0.9, 0.9], need.work, 'work'],
  [[0.9, 0.61, 0.9, 0.9, 0.9, 0.9, 0.9], 0, 'no work'],
  [[0.9, 0.9, 0.49, 0.9, 0.9, 0.9, 0.9], need.drugs, 'drugs without opioids'],
  [[0.9, 0.9, 0.21, 0.9, 0.9, 0.9, 0.9], need.drugs, 'drugs, opioids just missed'],
  [[0.9, 0.9, 0.19, 0.9, 0.9, 0.9, 0.9], need.drugs | need.opioids, 'the gravest part of drugs are opioids'],
  [[0.9, 0.9, 0.51, 0.001, 0.9, 0.9, 0.9], 0, 'no opioids without drugs'],
  [[0.9, 0.9, 0.9, 0.9, 0.24, 0.9, 0.9], need.alcohol, 'alcohol'],
  [[0.9, 0.9, 0.9, 0.9, 0.26, 0.9, 0.9], 0, 'no alcohol'],
  [[0.9, 0.9, 0.9, 0.9, 0.9, 0.49, 0.9], need.thinking, 'thinking'],
  [[0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.39], need.mental, 'mental health'],
  [[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 127, 'low numbers: every need'],
])('luck %j without correlations gives needs %i: %s', (luck, needs) => {
  expect(needsFor(luck, 0, needsBelow(prevalence), unrelated)).toBe(needs);
});

test('without correlations the record says nothing', () => {
  for (const record of [-3, 0, 3])
    expect(needsFor([0.29, 0.61, 0.49, 0.5, 0.5, 0.5, 0.5], record, needsBelow(prevalence), unrelated)).toBe(
      need.housing | need.drugs,
    );
});

test.each([
  [0.25, 0, 0.5],
  [0.25, 1, 0.6019],
  [0.25, -2, 0.3028],
  [-0.25, 1, 0.3981],
])('correlated %f with a record %f s.d. from the mean, drugs have the chance %f', (r, record, chance) => {
  const recordCorrelation = Float64Array.from(needNames, (name) => (name === 'drugs' ? r : 0));
  const factor = needsFactor({ ...none, recordCorrelation });
  const needs = (u: number) =>
    needsFor([0.9, 0.9, u, 0.9, 0.9, 0.9, 0.9], record, needsBelow(prevalence), factor) & need.drugs;
  expect(chance).toBeCloseTo(normalCumulative((r * record) / Math.sqrt(1 - r * r)), 3);
  expect(needs(chance - 0.001)).toBe(need.drugs);
  expect(needs(chance + 0.001)).toBe(0);
});

test('either cell of a pair counts for half, and cells of opioids and of the diagonal not at all', () => {
  const both = needsFactor({ ...none, correlation: table({ 'work drugs': 0.3, 'drugs work': 0.3 }) });
  const one = needsFactor({
    ...none,
    correlation: table({ 'work drugs': 0.6, 'work work': 5, 'opioids mental': 0.9 }),
  });
  expect(one).toEqual(both);
});

test('the baseline can hold its correlations together, at both ends of their ranges', () => {
  const { passports } = norway();
  const [correlation, record] = ['needs.correlation', 'needs.record_correlation'].map((path) => passports.get(path)!);
  const given = { correlation: correlation!.value, recordCorrelation: record!.value } as NeedsParameters;
  expect(() => needsFactor(given)).not.toThrow();
  for (const end of ['low', 'high'] as const) {
    const cells = (correlation!.uncertainty as { low: readonly number[]; high: readonly number[] })[end];
    const rows = needNames.map((_, row) => Float64Array.from(cells.slice(7 * row, 7 * row + 7)));
    expect(() => needsFactor({ ...given, correlation: rows })).not.toThrow();
  }
});

test('correlations that contradict one another are told', () => {
  const cells = {
    'housing work': 0.9,
    'work housing': 0.9,
    'housing drugs': 0.9,
    'drugs housing': 0.9,
    'work drugs': -0.9,
    'drugs work': -0.9,
  };
  expect(() => needsFactor({ ...none, correlation: table(cells) })).toThrow(Failure);
});

test('the baseline names needs in the order of their bits', () => {
  expect(norway().dimensions['need']).toEqual([...needNames]);
  needNames.forEach((name, index) => {
    expect(need[name]).toBe(1 << index);
  });
});
