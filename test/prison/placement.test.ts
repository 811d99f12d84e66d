import { expect, test } from 'vitest';
import { assessedRank, assessmentCorrelation, entryClass, entryLevel, mayMoveOn } from '../../src/prison/placement.ts';

test.each([
  [0.5, 0.8, 0, 'an assessment no better than a coin'],
  [0.77, 0.77, 1, 'as good as the truth itself'],
  [0.77, 0.7, 1, 'better than the truth is not possible'],
  [0.7, 1, 0, 'against a truth that tells all, an AUC is no normal correlation: none'],
  [0.7, 0.78, 0.679, 'quantiles 0.5244 and 0.7722'],
])('an AUC of %f where the truth reaches %f is a correlation of %f: %s', (auc, trueAuc, correlation) => {
  expect(assessmentCorrelation(auc, trueAuc)).toBeCloseTo(correlation, 3);
});

test.each([
  [0, 0, 1.2, 1, 0.3, 0.5, 'a perfect assessment of average risk is the middle, whatever the draw'],
  [1.2, 0, 1.2, 1, 0.9, 0.8413447, 'one s.d. above'],
  [-1.2, 0, 1.2, 1, 0.9, 0.1586553, 'one s.d. below'],
  [9, 0, 1.2, 0, 0.25, 0.25, 'an assessment without worth is the draw itself'],
  [1.2, 0, 1.2, 0.6, 0.5, 0.7257469, 'half-way luck: 0.6 s.d. above'],
])('log-odds %f around %f by %f, correlation %f, draw %f: rank %f, %s', (logit, mean, spread, correlation, u, rank) => {
  expect(assessedRank(logit, mean, spread, correlation, u)).toBeCloseTo(rank, 6);
});

const shares = Float64Array.of(0.5, 0.3, 0.2);
test.each([
  [0, 2, 'the lowest risk begins at the most open level'],
  [0.19, 2, 'within its fifth'],
  [0.21, 1, 'the next three tenths one level up'],
  [0.49, 1, 'within them'],
  [0.51, 0, 'the higher half at the most closed'],
  [1, 0, 'the highest risk'],
])('with shares of 0.5, 0.3 and 0.2, rank %f begins at level %i: %s', (rank, level) => {
  expect(entryLevel(rank, shares)).toBe(level);
});

test('a class that begins at the most closed level begins there whatever the risk', () => {
  for (const rank of [0, 0.5, 1]) expect(entryLevel(rank, Float64Array.of(1, 0, 0))).toBe(0);
});

test.each([
  [90, 0, 'a bound belongs to the class it ends'],
  [91, 1, 'a day longer begins the next'],
  [730, 1, 'the end of the last'],
  [7670, 1, 'beyond the last bound is the last class'],
])('a sentence of %i days enters in class %i: %s', (days, expected) => {
  expect(entryClass(days, Float64Array.of(90, 730))).toBe(expected);
});

test.each([
  [50, 100, 0.4, 0.5, 30, 0.6, true, 'half is served, and the risk is low enough'],
  [49, 100, 0.4, 0.5, 30, 0.6, false, 'not yet half, and not yet near the end'],
  [50, 100, 0.61, 0.5, 30, 0.6, false, 'the risk is too high'],
  [50, 100, 0.6, 0.5, 30, 0.6, true, 'a rank at the ceiling is not above it'],
  [10, 40, 0.4, 0.5, 30, 0.6, true, 'near the end before half is served'],
  [9, 40, 0.4, 0.5, 30, 0.6, false, 'a day too early for either'],
  [95, 100, 0.9, 0.5, 30, 0.6, false, 'nearness does not help against risk'],
  [0, 365, 0.4, 0, 0, 1, true, 'nothing needs to be served'],
  [364, 365, 0.4, 1, 0, 1, false, 'all needs to be served'],
])('served %i of %i, rank %f, share %f, last %i, ceiling %f: %s, because %s', (...facts) => {
  const [served, total, rank, share, last, ceiling, may] = facts;
  expect(mayMoveOn(served, total, rank, share, last, ceiling)).toBe(may);
});
