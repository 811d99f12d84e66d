/**
 * Partial perfect information (EVPPI): what a decision would gain if one group of parameters were known, and the rest were not.
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
import { covarianceOf, deviationsOf, product, shrinking } from './shrinkage.ts';
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

/** Normal scores by parameter, and their squares where draws allow. */
function termsOf(positions: readonly ArrayLike<number>[]): readonly Float64Array[] {
  const scores = positions.map((own) => Float64Array.from(own, (position) => normalQuantile(position)));
  if (scores[0].length < DRAWS_FOR_SQUARES * 2 * scores.length) return scores;
  return [...scores, ...scores.map((own) => own.map((score) => score * score))];
}

/** Columns of length 1, at right angles to one another and to a constant, that span the terms; what adds nothing is left out. */
function basisOf(terms: readonly Float64Array[]): readonly Float64Array[] {
  const basis: Float64Array[] = [];
  for (const term of terms) {
    const column = deviationsOf(term);
    const before = product(column, column);
    // twice is enough for right angles to the last bits
    for (let round = 0; round < 2; round++) for (const other of basis) addTimes(column, -product(column, other), other);
    const length = Math.sqrt(product(column, column));
    if (!(length > 1e-9 * Math.sqrt(before))) continue;
    for (let draw = 0; draw < column.length; draw++) column[draw] /= length;
    basis.push(column);
  }
  return basis;
}

/**
 * Expected net benefit given the group, in each draw. The columns being at right angles, the covariance of what is fitted is
 * that of its coefficients.
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

/** What the group does not tell, as wide as it was before a regression was fitted to it. */
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
