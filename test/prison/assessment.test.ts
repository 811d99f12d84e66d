import { expect, test } from 'vitest';
import { assessedRank, assessmentCorrelation } from '../../src/prison/assessment.ts';

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
