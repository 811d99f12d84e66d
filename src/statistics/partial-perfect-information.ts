/**
 * Partial perfect information: the expected value of perfect information about one group of parameters alone (EVPPI).
 *
 * Net benefit is regressed on the normal scores of the positions of the group's parameters in their distributions, and on the
 * squares of these if there are ten draws per term (M. Strong, J. E. Oakley and A. Brennan, "Estimating multiparameter
 * partial expected value of perfect information from a probabilistic sensitivity analysis sample", Medical Decision
 * Making 34, 2014). The fitted values are the expected net benefit given the group; chance and all other parameters are the
 * residuals.
 *
 * A regression with many terms also fits noise. So the fitted values are shrunk to the spread they would have without it; for two
 * options this multiplies their variance by adjusted R2 over R2, or by 0 if that is negative. A group without influence is then
 * worth nearly nothing. The interval comes from resampling the group and the residuals independently (bootstrap).
 */
import { normalQuantile } from '../engine/mathematics.ts';
import { mean } from './describe.ts';
import { covarianceOf, deviationsOf, product, shrinking } from './shrinkage.ts';
import { around, drawnAgain, gainOfKnowing, type InformationValue, RESAMPLES } from './value-of-information.ts';

/** Draws that a regression needs beyond two per term. */
const SPARE_DRAWS = 10;
/** Draws per term from which squares are included. */
const DRAWS_FOR_SQUARES = 10;

/**
 * The EVPPI of a group for several decisions, or for one at several prices. `gains` holds, per decision, the net benefit over the
 * first option, a mean over replicates, by other option and draw; `positions` the quantile in (0, 1) at which each parameter of
 * the group was drawn, by draw; `most` the EVPI of each decision, which no group exceeds. Undefined if there are too few draws for
 * the number of parameters. `seed` fixes the resampling.
 */
export function partialInformation(
  gains: readonly (readonly ArrayLike<number>[])[],
  positions: readonly ArrayLike<number>[],
  most: readonly InformationValue[],
  seed: string,
): readonly InformationValue[] | undefined {
  const draws = gains[0][0].length;
  if (draws < 2 * positions.length + SPARE_DRAWS) return undefined;
  const terms = termsOf(positions);
  const whole = basisOf(terms);
  const found = gains.map((own) => ({ expected: expectedGiven(whole, own), residuals: residualsOf(whole, own) }));
  const again = found.map((): number[] => []);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const group = drawnAgain(draws, `${seed}/group`, resample);
    const rest = drawnAgain(draws, `${seed}/rest`, resample);
    const basis = basisOf(terms.map((term) => picked(term, group)));
    found.forEach(({ expected, residuals }, at) => {
      const drawn = expected.map((own, option) => {
        const values = picked(own, group);
        for (let draw = 0; draw < draws; draw++) values[draw] += residuals[option][rest[draw]];
        return values;
      });
      again[at].push(gainOfKnowing(expectedGiven(basis, drawn)));
    });
  }
  return found.map(({ expected }, at) => {
    const { value, low, high } = around(gainOfKnowing(expected), again[at]);
    const all = most[at];
    return { value: Math.min(value, all.value), low: Math.min(low, all.value), high: Math.min(high, all.high) };
  });
}

/** Normal scores by parameter, and their squares if there are enough draws. */
function termsOf(positions: readonly ArrayLike<number>[]): readonly Float64Array[] {
  const scores = positions.map((own) => Float64Array.from(own, (position) => normalQuantile(position)));
  if (scores[0].length < DRAWS_FOR_SQUARES * 2 * scores.length) return scores;
  return [...scores, ...scores.map((own) => own.map((score) => score * score))];
}

/** Orthonormal columns, orthogonal to a constant, that span the terms; redundant terms are left out (Gram-Schmidt). */
function basisOf(terms: readonly Float64Array[]): readonly Float64Array[] {
  const basis: Float64Array[] = [];
  for (const term of terms) {
    const column = deviationsOf(term);
    const before = product(column, column);
    // twice is enough for orthogonality to the last bits
    for (let round = 0; round < 2; round++) for (const other of basis) addTimes(column, -product(column, other), other);
    const length = Math.sqrt(product(column, column));
    if (!(length > 1e-9 * Math.sqrt(before))) continue;
    for (let draw = 0; draw < column.length; draw++) column[draw] /= length;
    basis.push(column);
  }
  return basis;
}

/**
 * Expected net benefit given the group, in each draw. The columns are orthogonal, so the covariance of the fitted values is that
 * of their coefficients.
 */
function expectedGiven(basis: readonly Float64Array[], gains: readonly ArrayLike<number>[]): readonly Float64Array[] {
  const degrees = gains[0].length - 1;
  const coefficients = gains.map((own) => Float64Array.from(basis, (column) => product(own, column)));
  const fitted = coefficients.map((own) => coefficients.map((other) => product(own, other) / degrees));
  const noise = covarianceOf(gains).map((row, option) =>
    row.map((all, other) => ((all - fitted[option][other]) * basis.length) / (degrees - basis.length)),
  );
  const matrix = shrinking(fitted, noise);
  return gains.map((own, option) => {
    const values = new Float64Array(own.length).fill(mean(own));
    for (const [term, column] of basis.entries()) {
      const share = matrix[option].reduce((sum, factor, other) => sum + factor * coefficients[other][term], 0);
      addTimes(values, share, column);
    }
    return values;
  });
}

/** The residuals, scaled up to the spread they had before a regression was fitted to them. */
function residualsOf(basis: readonly Float64Array[], gains: readonly ArrayLike<number>[]): readonly Float64Array[] {
  const degrees = gains[0].length - 1;
  const widened = Math.sqrt(degrees / (degrees - basis.length));
  return gains.map((own) => {
    const values = deviationsOf(own);
    for (const column of basis) addTimes(values, -product(values, column), column);
    return values.map((value) => widened * value);
  });
}

function addTimes(values: Float64Array, factor: number, other: Float64Array): void {
  for (let at = 0; at < values.length; at++) values[at] += factor * other[at];
}

function picked(values: Float64Array, chosen: Int32Array): Float64Array {
  const found = new Float64Array(chosen.length);
  for (let at = 0; at < found.length; at++) found[at] = values[chosen[at]];
  return found;
}
