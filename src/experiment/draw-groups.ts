/**
 * Draw groups: groups values by parameter draw. Replicates of one draw share its numbers, so they are not independent, and an
 * interval counts each draw once.
 */
import { mean } from '../statistics/describe.ts';
import type { Study } from './study.ts';

/** The number of values per group: the replicates of a draw, or 1 if there is only one draw or none. */
export function drawSize({ draws, replicates, only }: Study): number {
  return only === undefined && draws > 1 ? replicates : 1;
}

/** Groups of `size` values, which come in order of draw and replicate. */
export function groupedByDraw(values: Float64Array, size: number): Float64Array[] {
  return Array.from({ length: values.length / size }, (_, at) => values.subarray(at * size, (at + 1) * size));
}

/** The groups in which all values are known. */
export function knownGroups(values: Float64Array, size: number): Float64Array[] {
  return groupedByDraw(values, size).filter((group) => !group.some(Number.isNaN));
}

/** The mean of each group in which all values are known. */
export function knownMeans(values: Float64Array, size: number): number[] {
  return knownGroups(values, size).map((group) => mean(group));
}
