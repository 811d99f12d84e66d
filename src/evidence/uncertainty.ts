/**
 * Uncertainty: the uncertainty of a number as its passport states it, and how a parameter draw samples it.
 *
 * One uniform number moves a whole parameter, as the quantile of its distribution, so the cells of a table move together
 * (comonotone). A table has one distribution, of a common `factor` or a common `shift`; a scalar may have one of its own value. If
 * there is only a range, every value in it is equally likely. Bounds must rise, and the central value must lie within them.
 */
import { z } from 'zod';
import { lognormal, normal, triangular, uniformBetween } from '../engine/distribution.ts';
import { log } from '../engine/mathematics.ts';
import { describe, type Located, type LocatedMap } from './document.ts';
import type { Parameter, ParameterValue } from './parameter.ts';
import { readCell, readCells, type ValueContext } from './read-value.ts';
import { oneOf, strict } from './shape.ts';
import { cellsOf, mapNumbers, type Scalar } from './value.ts';

/** A distribution ready for use. */
export type Spread =
  | { readonly kind: 'lognormal'; readonly median: number; readonly sigma: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number };

/** The quantity that a draw moves: the value itself, a factor or shift common to all cells, or each cell within its own range. */
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

/** `central` moved to quantile `u` of its uncertainty, rounded if the parameter is whole, and kept within its bounds. */
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

const pair = z.tuple([z.number(), z.number()]);
const spreads = {
  lognormal: strict({ median: z.number().positive(), interval95: pair }),
  normal: strict({ mean: z.number(), sd: z.number().positive() }),
  uniform: pair,
  triangular: z.tuple([z.number(), z.number(), z.number()]),
};

/** The `distribution` of a passport: of the value itself, or of a factor or shift common to all cells. */
export const distributionShape = oneOf({ ...spreads, factor: oneOf(spreads), shift: oneOf(spreads) });

type WrittenDistribution = z.output<typeof distributionShape>;

/**
 * Reads `distribution` and `range` of the passport `node`, and checks that both contain the central value. A distribution takes
 * precedence over a range; a number with neither counts as certain.
 */
export function readUncertainty(
  node: LocatedMap,
  path: string,
  distribution: WrittenDistribution | undefined,
  central: ParameterValue,
  reading: ValueContext,
): Uncertainty | undefined {
  const range = node.entries.get('range')?.node;
  const first = node.entries.get('distribution')?.node ?? range;
  if (first !== undefined && reading.parameter.kind !== 'number') {
    const problem = `${path}: only a number can have a distribution or a range`;
    reading.problems.push({ place: first.place, problem });
    return undefined;
  }
  const spanned = range && readRange(range, central, `${path}.range`, reading);
  if (distribution === undefined || first === undefined) return spanned;
  return readDistribution(distribution, first, central, `${path}.distribution`, reading);
}

function readDistribution(
  written: WrittenDistribution,
  { place }: Located,
  central: ParameterValue,
  name: string,
  { problems }: ValueContext,
): Uncertainty | undefined {
  const { factor, shift, ...own } = written;
  const kind = factor ? 'factor' : shift ? 'shift' : 'value';
  if (kind === 'value' && typeof central !== 'number') {
    const remedy = 'write {factor: ...}, which multiplies every cell, or {shift: ...}, which is added to every cell';
    problems.push({ place, problem: `${name}: a table cannot have the distribution of a single value`, remedy });
    return undefined;
  }
  const spread = spreadOf(factor ?? shift ?? own);
  if (spread === undefined) {
    problems.push({ place, problem: `${name}: the numbers must rise from lowest to highest` });
    return undefined;
  }
  const centre = kind === 'factor' ? 1 : kind === 'shift' ? 0 : (central as number);
  const [low, high] = supportOf(spread);
  if (centre >= low && centre <= high) return { kind, spread };
  const which = kind === 'value' ? `the value ${centre}` : `a ${kind} of ${centre}, which is the central value,`;
  const problem = `${name}: ${which} is hardly possible; 99.9 % of values lie from ${rounded(low)} to ${rounded(high)}`;
  problems.push({ place, problem });
  return undefined;
}

function readRange(
  node: Located,
  central: ParameterValue,
  name: string,
  reading: ValueContext,
): Uncertainty | undefined {
  const { problems } = reading;
  const before = problems.length;
  const pairs = readCells(node, name, reading, (inner, at) => readPair(inner, at, reading));
  if (problems.length > before) return undefined;
  const ranges = pairs as (readonly [number, number])[];
  const outside = cellsOf(central).findIndex((cell, index) => isOutside(cell, ranges[index]));
  if (outside < 0) return { kind: 'range', low: ranges.map(([low]) => low), high: ranges.map(([, high]) => high) };
  const [low, high] = ranges[outside];
  const problem = `${name}: the value ${cellsOf(central)[outside]} is not in its range, ${low} to ${high}`;
  problems.push({ place: node.place, problem });
  return undefined;
}

function readPair(node: Located, name: string, reading: ValueContext): readonly [number, number] | undefined {
  if (node.kind !== 'list' || node.items.length !== 2) {
    const problem = `${name}: expected [lowest, highest], got ${describe(node)}`;
    reading.problems.push({ place: node.place, problem });
    return undefined;
  }
  const [low, high] = node.items.map((item) => readCell(item, name, reading));
  if (typeof low !== 'number' || typeof high !== 'number') return undefined;
  if (low <= high) return [low, high];
  const problem = `${name}: the lowest, ${low}, is above the highest, ${high}`;
  reading.problems.push({ place: node.place, problem });
  return undefined;
}

function spreadOf(written: Omit<WrittenDistribution, 'factor' | 'shift'>): Spread | undefined {
  if (written.lognormal) {
    const { median, interval95 } = written.lognormal;
    const [low, high] = interval95;
    if (!(low > 0 && low < median && median < high)) return undefined;
    return { kind: 'lognormal', median, sigma: log(high / low) / (2 * NORMAL_975) };
  }
  if (written.normal) return { kind: 'normal', ...written.normal };
  if (written.uniform) {
    const [low, high] = written.uniform;
    return low < high ? { kind: 'uniform', low, high } : undefined;
  }
  const [low, mode, high] = written.triangular ?? [NaN, NaN, NaN];
  return low <= mode && mode <= high && low < high ? { kind: 'triangular', low, mode, high } : undefined;
}

function supportOf(spread: Spread): readonly [number, number] {
  if (spread.kind === 'uniform' || spread.kind === 'triangular') return [spread.low, spread.high];
  return [quantile(spread, 0.0005), quantile(spread, 0.9995)];
}

function isOutside(cell: Scalar, [low, high]: readonly [number, number]): boolean {
  return (cell as number) < low || (cell as number) > high;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** The 97.5th percentile of the standard normal distribution: half the width of a 95 % interval, in standard deviations. */
const NORMAL_975 = 1.959963984540054;
