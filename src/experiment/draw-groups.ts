/**
 * Draw groups: values that share a parameter draw, together. Its replicates share its numbers, so they are no independent
 * evidence about it, and an interval counts a draw once.
 */
import { mean } from '../statistics/describe.ts';
import type { Study } from './study.ts';

/** How many values share a draw: the replicates of each, or one each where only one is drawn or none. */
export function drawSize({ draws, replicates, only }: Study): number {
  return only === undefined && draws > 1 ? replicates : 1;
}

/** The groups of so many values, which come in order of draw and replicate. */
export function groupedByDraw(values: Float64Array, size: number): Float64Array[] {
  return Array.from({ length: values.length / size }, (_, at) => values.subarray(at * size, (at + 1) * size));
}

/** The groups of so many values in which all are known. */
export function knownGroups(values: Float64Array, size: number): Float64Array[] {
  return groupedByDraw(values, size).filter((group) => !group.some(Number.isNaN));
}

/** The mean of each group in which all values are known. */
export function knownMeans(values: Float64Array, size: number): number[] {
  return knownGroups(values, size).map((group) => mean(group));
}
