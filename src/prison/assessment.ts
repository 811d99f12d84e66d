/**
 * Assessment: a person's risk as staff see it, with error.
 *
 * Staff see a rank, not the risk. Its correlation with the true log-odds follows from two AUCs: that of validation studies,
 * and that of the truth itself. Pure rules only. Source: Fazel et al. 2022 (E088).
 */
import { normalCumulative, normalQuantile } from '../engine/mathematics.ts';

/** Correlation of assessed with true log-odds that gives an AUC, if the truth itself reaches `trueAuc`. */
export function assessmentCorrelation(auc: number, trueAuc: number): number {
  return Math.min(1, Math.max(0, normalQuantile(auc) / normalQuantile(trueAuc)));
}

/** Assessed rank, 0 lowest to 1 highest: uniform among people released, correlated with the true log-odds. */
export function assessedRank(logit: number, mean: number, spread: number, correlation: number, u: number): number {
  const error = normalQuantile(u);
  return normalCumulative(correlation * ((logit - mean) / spread) + Math.sqrt(1 - correlation * correlation) * error);
}
