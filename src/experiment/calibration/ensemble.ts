/**
 * Ensemble: settings that the figures leave possible, so that a forecast carries what is not known.
 *
 * Candidates are drawn from the normal distribution that a fit leaves: its most probable point and its covariance. Each is
 * simulated, and kept when no figure that was fitted is further away than three standard deviations of tolerance and luck
 * would let it be (history matching; Craig, Goldstein, Seheult and Smith 1997). A tolerance counts as two of them.
 */
import { choleskyFactor } from '../../engine/cholesky.ts';
import { normalQuantile } from '../../engine/normal.ts';
import { randomKey, uniform } from '../../engine/random.ts';
import type { CalibrationPlan } from '../../evidence/calibration-plan.ts';
import type { YearlyFigure } from '../../evidence/observations.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Calibrated, type Setting, scenarioAt } from './calibration.ts';

/** A setting that was simulated. */
export interface Member {
  readonly setting: Setting;
  /** The largest distance from a figure that was fitted, in standard deviations. */
  readonly implausibility: number;
  readonly isKept: boolean;
}

/** So many settings drawn from what a fit leaves. */
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

/** Simulates settings, and says which of them the figures leave possible. */
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

/** The largest distance from a figure that was fitted; a tolerance is two standard deviations. */
export function implausibilityOf(observations: readonly YearlyFigure[], simulated: readonly number[]): number {
  return observations.reduce((most, { observed, tolerance, use }, at) => {
    if (use !== 'fit') return most;
    return Math.max(most, (2 * Math.abs(simulated[at] - observed)) / (tolerance * observed));
  }, 0);
}

const MOST = 3;
