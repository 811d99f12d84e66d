/**
 * Uncertainty: what is not known about a number, and how one draw of it is made.
 *
 * One uniform number moves a whole parameter through the quantile of its distribution, so a table moves together
 * (comonotone) and a better draw is better everywhere. A table carries one distribution as a common `factor` or a common
 * `shift`; a scalar may carry its own. Where there is only a range, every value in it is taken as equally likely.
 */
import { lognormal, normal, triangular, uniformBetween } from '../engine/distribution.ts';
import type { Parameter, ParameterValue } from './parameter.ts';
import { mapNumbers } from './value.ts';

/** A distribution ready for use. */
export type Spread =
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number };

/** What a draw moves: the value itself, a factor or shift common to all cells, or each cell within its own range. */
export type Uncertainty =
  | { readonly kind: 'value' | 'factor' | 'shift'; readonly spread: Spread }
  | { readonly kind: 'range'; readonly low: readonly number[]; readonly high: readonly number[] };

/** The quantile at `u`, in (0, 1), of a distribution. */
export function quantile(spread: Spread, u: number): number {
  switch (spread.kind) {
    case 'lognormal':
      return lognormal(u, spread.median, spread.sigma);
    case 'normal':
      return normal(u, spread.mean, spread.sd);
    case 'uniform':
      return uniformBetween(u, spread.low, spread.high);
    case 'triangular':
      return triangular(u, spread.low, spread.mode, spread.high);
  }
}

/** `central` moved by its uncertainty at `u`, whole where the parameter is, kept within its bounds. */
export function moved(
  central: ParameterValue,
  uncertainty: Uncertainty,
  parameter: Parameter,
  u: number,
): ParameterValue {
  const [low, high] = parameter.bounds;
  return mapNumbers(central, (number, cell) => {
    const drawn = movedNumber(number, cell, uncertainty, u);
    return Math.min(high, Math.max(low, parameter.whole ? Math.round(drawn) : drawn));
  });
}

function movedNumber(number: number, cell: number, uncertainty: Uncertainty, u: number): number {
  if (uncertainty.kind === 'range') return uniformBetween(u, uncertainty.low[cell], uncertainty.high[cell]);
  const drawn = quantile(uncertainty.spread, u);
  if (uncertainty.kind === 'factor') return number * drawn;
  return uncertainty.kind === 'shift' ? number + drawn : drawn;
}
