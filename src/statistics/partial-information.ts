/**
 * Partial information: what a decision would gain if one group of parameters were known, and the rest were not.
 *
 * Net benefit is regressed on where the parameters of the group lie in their distributions, as normal scores, and on the
 * squares of these where there are ten draws for each term (M. Strong, J. E. Oakley and A. Brennan, "Estimating multiparameter
 * partial expected value of perfect information from a probabilistic sensitivity analysis sample", Medical Decision
 * Making 34, 2014). What the regression says is the expected net benefit given the group; chance and all other parameters
 * are its residuals.
 *
 * A regression of many terms fits noise. The fitted values are brought as near together as they would be without it, which
 * for two options multiplies their variance by adjusted R2 over R2, and by 0 where that is negative: a group that does nothing
 * is then worth nearly nothing. The interval comes from drawing the group and the residuals again, each on its own.
 */
import { normalQuantile } from '../engine/mathematics.ts';
import { mean } from './describe.ts';
import { covarianceOf, withoutNoise } from './shrinkage.ts';
import { around, drawnAgain, gainOfKnowing, type InformationValue, RESAMPLES } from './value-of-information.ts';

/** Draws that a regression needs beyond two for each term. */
const SPARE_DRAWS = 10;
/** Draws for each term from which squares come in. */
const DRAWS_FOR_SQUARES = 10;

/**
 * What a group is worth for several decisions, or one at several prices. `gains` holds for each the net benefit over the
 * first option, a mean over replicates, by other option and draw; `positions` where each parameter of the group was drawn,
 * in (0, 1), by draw; `most` what it is worth to know everything, which no group exceeds. Undefined where the draws are too few
 * for so many parameters. Luck is named by `seed`.
 */
export function partialInformation(
  gains: readonly (readonly ArrayLike<number>[])[],
  positions: readonly ArrayLike<number>[],
  most: readonly InformationValue[],
  seed: string,
): readonly InformationValue[] | undefined {
  const draws = gains[0]![0]!.length;
  if (draws < 2 * positions.length + SPARE_DRAWS) return undefined;
  const terms = termsOf(positions);
  const basis = basisOf(terms);
  const found = gains.map((own) => expectedGiven(basis, own));
  const again = found.map((): number[] => []);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const group = drawnAgain(draws, `${seed}/group`, resample);
    const rest = drawnAgain(draws, `${seed}/rest`, resample);
    const own = basisOf(terms.map((term) => Float64Array.from(group, (draw) => term[draw]!)));
    found.forEach(({ expected, residuals }, at) => {
      const drawn = expected.map((values, option) =>
        Float64Array.from(group, (draw, one) => values[draw]! + residuals[option]![rest[one]!]!),
      );
      again[at]!.push(gainOfKnowing(expectedGiven(own, drawn).expected));
    });
  }
  return found.map(({ expected }, at) => {
    const { value, low, high } = around(gainOfKnowing(expected), again[at]!);
    const all = most[at]!;
    return { value: Math.min(value, all.value), low: Math.min(low, all.value), high: Math.min(high, all.high) };
  });
}

/** Normal scores by parameter, and their squares where draws allow. */
function termsOf(positions: readonly ArrayLike<number>[]): readonly Float64Array[] {
  const scores = positions.map((own) => Float64Array.from(own, (position) => normalQuantile(position)));
  if (scores.length > 0 && scores[0]!.length < DRAWS_FOR_SQUARES * 2 * scores.length) return scores;
  return [...scores, ...scores.map((own) => own.map((score) => score * score))];
}

/** Columns of length 1, at right angles to one another and to a constant, that span the terms; what adds nothing is left out. */
function basisOf(terms: readonly Float64Array[]): readonly Float64Array[] {
  const basis: Float64Array[] = [];
  for (const term of terms) {
    const centre = mean(term);
    const column = term.map((value) => value - centre);
    const before = product(column, column);
    // twice is enough for right angles to the last bits
    for (const other of [...basis, ...basis]) {
      const share = product(column, other);
      for (let draw = 0; draw < column.length; draw++) column[draw]! -= share * other[draw]!;
    }
    const length = Math.sqrt(product(column, column));
    if (length > 1e-9 * Math.sqrt(before)) basis.push(column.map((value) => value / length));
  }
  return basis;
}

/** Expected net benefit given the group, and what is left, as wide as it is before a regression is fitted to it. */
function expectedGiven(
  basis: readonly Float64Array[],
  gains: readonly ArrayLike<number>[],
): { readonly expected: readonly Float64Array[]; readonly residuals: readonly Float64Array[] } {
  const fitted = gains.map((own) => {
    const values = new Float64Array(own.length).fill(mean(own));
    for (const column of basis) {
      const share = product(own, column);
      for (let draw = 0; draw < values.length; draw++) values[draw]! += share * column[draw]!;
    }
    return values;
  });
  const left = gains[0]!.length - 1 - basis.length;
  const widened = Math.sqrt((gains[0]!.length - 1) / left);
  const residuals = gains.map((own, option) => fitted[option]!.map((value, draw) => widened * (own[draw]! - value)));
  const perTerm = 1 / (gains[0]!.length - 1);
  const noise = covarianceOf(residuals).map((row) => row.map((value) => value * basis.length * perTerm));
  return { expected: withoutNoise(fitted, noise), residuals };
}

function product(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += left[at]! * right[at]!;
  return sum;
}
