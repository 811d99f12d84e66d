/**
 * Measure results: means of measures, their differences from the baseline and their variance components, with 95 % intervals.
 */
import type { Measure } from '../measures/measure.ts';
import { identityOf } from '../measures/measure-identity.ts';
import { meanInterval } from '../statistics/intervals.ts';
import { layersOf, shareBetween } from '../statistics/variance-components.ts';
import type { DifferenceResult, MeasureResult, VarianceComponents } from './comparison.ts';
import { differenceOf, type Moved } from './difference.ts';
import { knownGroups, knownMeans } from './draw-groups.ts';

function about(measure: Measure) {
  const { label, unit, better } = measure;
  const { measure: id, ...which } = identityOf(measure);
  return { measure: id, label, unit, better, ...which };
}

/** The mean of a measure in an arm; `size` values share a parameter draw. */
export function measureResult(measure: Measure, arm: string, values: Float64Array, size: number): MeasureResult {
  const known = knownMeans(values, size);
  const { mean, low, high } = known.length === 0 ? { mean: NaN, low: NaN, high: NaN } : meanInterval(known);
  const { definition } = measure;
  return { ...about(measure), arm, definition, mean, low, high, replicates: known.length * size };
}

/** The difference of an arm from the baseline in values that are paired by index. */
export function differenceResult(
  measure: Measure,
  arm: string,
  baseline: string,
  values: Float64Array,
  others: Float64Array,
  size: number,
  moved: readonly Moved[],
): DifferenceResult {
  const { known, ...found } = differenceOf(values, others, size, moved);
  const share = shareBetween(
    knownGroups(
      Float64Array.from(known, (at) => values[at] - others[at]),
      size,
    ),
  );
  return {
    ...about(measure),
    arm,
    baseline,
    ...found,
    replicates: known.length,
    ...(share === undefined
      ? {}
      : { fromParameters: share.share, fromParametersLow: share.low, fromParametersHigh: share.high }),
  };
}

/** The variance components of a measure, if several draws were run with several replicates and it is known in all cells. */
export function layersResult(
  measure: Measure,
  byArm: readonly Float64Array[],
  size: number,
): readonly VarianceComponents[] {
  if (size === 1 || byArm.some((values) => values.some(Number.isNaN))) return [];
  const layers = layersOf(byArm.map((values) => knownGroups(values, size)));
  if (layers === undefined) return [];
  const { scenario, parameters, chance } = layers;
  return [
    {
      ...about(measure),
      ...{ scenario: scenario.share, scenarioLow: scenario.low, scenarioHigh: scenario.high },
      ...{ parameters: parameters.share, parametersLow: parameters.low, parametersHigh: parameters.high },
      ...{ chance: chance.share, chanceLow: chance.low, chanceHigh: chance.high },
    },
  ];
}
