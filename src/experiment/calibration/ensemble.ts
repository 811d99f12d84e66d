/**
 * Ensemble: parameter settings that the observed figures leave possible, so that a forecast carries the remaining uncertainty.
 *
 * Candidates are drawn from the normal distribution that a fit leaves: its most probable point and covariance. History matching
 * (Craig, Goldstein, Seheult and Smith 1997) keeps a simulated candidate if no fitted figure is further away than three standard
 * deviations of tolerance and luck together. A tolerance counts as two standard deviations.
 */
import { choleskyFactor } from '../../engine/cholesky.ts';
import { normalQuantile } from '../../engine/normal.ts';
import { randomKey, uniform } from '../../engine/random.ts';
import type { CalibrationPlan } from '../../evidence/calibration-plan.ts';
import type { YearlyFigure } from '../../evidence/observations.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Calibrated, type Setting, scenarioAt } from './calibration.ts';

/** A simulated setting. */
export interface Member {
  readonly setting: Setting;
  /** Implausibility: the largest distance from a fitted figure, in standard deviations. */
  readonly implausibility: number;
  readonly isKept: boolean;
}

/** Draws settings from the distribution that a fit leaves. */
export function ensembleMembersOf(
  { free }: CalibrationPlan,
  { setting, covariance }: Calibrated,
  count: number,
  seed: string,
): readonly Setting[] {
  const factor = choleskyFactor(covariance);
  if (factor === undefined) return [];
  return Array.from({ length: count }, (_, member) => {
    const { low, high } = randomKey(`${seed} ensemble`, member);
    const normal = free.map((_, at) => normalQuantile(uniform(low, high, at, 0)));
    const point = setting.point.map((value, row) =>
      factor[row].reduce((sum, weight, column) => sum + weight * normal[column], value),
    );
    return { ...setting, point };
  });
}

/** Simulates settings and judges which of them the figures leave possible. */
export async function tried(
  plan: CalibrationPlan,
  history: Scenario,
  observations: readonly YearlyFigure[],
  settings: readonly Setting[],
  simulate: (scenarios: readonly Scenario[]) => Promise<readonly (readonly number[])[]>,
): Promise<readonly Member[]> {
  if (settings.length === 0) return [];
  const simulated = await simulate(settings.map((setting) => scenarioAt(plan, history, setting)));
  return settings.map((setting, at) => {
    const implausibility = implausibilityOf(observations, simulated[at]);
    return { setting, implausibility, isKept: implausibility <= MOST };
  });
}

/** The largest distance from a fitted figure, in standard deviations; a tolerance is two of them. */
export function implausibilityOf(observations: readonly YearlyFigure[], simulated: readonly number[]): number {
  return observations.reduce((most, { observed, tolerance, use }, at) => {
    if (use !== 'fit') return most;
    return Math.max(most, (2 * Math.abs(simulated[at] - observed)) / (tolerance * observed));
  }, 0);
}

const MOST = 3;
