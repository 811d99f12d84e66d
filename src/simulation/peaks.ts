/**
 * Peaks: keeps the fullest evening of every calendar quarter and level, since a prison is too small on one night and not on average.
 */
import { SEXES } from '../people/person.ts';
import type { World } from '../people/world.ts';
import { type FacilityParameters, overflow, placesOfUnits, usableNow } from '../prison/facility.ts';
import { queueFor } from './months.ts';
import { peakCounts, type Summary, unitCounts } from './summary.ts';

/** Adds this evening to the peaks of a quarter, counted from January of the first observed year. */
export function notePeaks(
  world: World,
  given: FacilityParameters,
  { peaks, shape }: Pick<Summary, 'peaks' | 'shape'>,
  quarter: number,
): void {
  for (let level = 0; level < shape.levels; level++) {
    const at = (quarter * shape.levels + level) * peakCounts.length;
    const people = world.inside[level];
    const usable = usableNow(world, given, level);
    if (people >= peaks[at]) {
      peaks[at] = people;
      peaks[at + 1] = usable;
    }
    const beyond = overflow(world, given, level);
    peaks[at + 2] = Math.max(peaks[at + 2], beyond);
    if (beyond > 0) peaks[at + 3]++;
    peaks[at + 4] = queueFor(world, level);
    peaks[at + 5] = Math.max(peaks[at + 5], people - usable);
    if (people > usable) peaks[at + 6]++;
  }
}

/** Adds this evening to the evenings of units in a quarter. */
export function noteUnits(
  world: World,
  given: FacilityParameters,
  { unitEvenings }: Pick<Summary, 'unitEvenings'>,
  quarter: number,
): void {
  const planned = placesOfUnits(given);
  const { added, doubled } = world.places;
  const units = world.levels * world.units;
  for (let unit = 0; unit < units; unit++) {
    let [usable, held, beyond] = [0, 0, 0];
    for (let cell = unit * SEXES; cell < (unit + 1) * SEXES; cell++) {
      const places = planned[cell] + added[cell] + doubled[cell];
      usable += places;
      held += world.held[cell];
      beyond += Math.max(0, world.held[cell] - places);
    }
    const at = (quarter * units + unit) * unitCounts.length;
    if (usable > 0 && held >= usable) unitEvenings[at]++;
    unitEvenings[at + 1] += beyond;
  }
}
