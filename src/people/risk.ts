/**
 * Risk: log-odds that a person is charged within two years, were they released today.
 *
 * The scale is OGRS3 (Howard, Francis, Soothill and Humphreys 2009): record, age, sex and offence. Needs move it by the
 * dynamic items of the All Reoffending Predictor. `reoffending` declares the parameters and turns log-odds into days; staff
 * assess the same log-odds with error (`placement`). Pure rules, but for reading the person.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { log } from '../engine/mathematics.ts';
import { NOT_YET, type Row } from './person.ts';
import type { World } from './world.ts';

/** The parameters of `reoffending` that make up the scale, explained there. */
export interface RiskParameters extends RecordWeights, NeedWeights {
  readonly interceptTwoYears: number;
  readonly shift: number;
  /** Youngest age of each band, in years. */
  readonly riskAgeFrom: Float64Array;
  /** By sex and age band. */
  readonly ageWeight: readonly Float64Array[];
  /** By category of the latest offence. */
  readonly categoryWeight: Float64Array;
}

/** The weights of a record. */
export interface RecordWeights {
  readonly recordWeight: number;
  readonly recordNone: number;
  readonly recordSome: number;
  /** Previous sanctions beyond which a record weighs no more. */
  readonly recordMost: number;
}

/** The weights of needs, and their prevalence in the calibrated baseline. */
export interface NeedWeights {
  readonly needWeight: Float64Array;
  readonly needMean: Float64Array;
}

/** The score s of the scale, without an intercept. Ages in years; `previous` sanctions before the present one. */
export function score(
  previous: number,
  ageAtConviction: number,
  ageAtFirst: number,
  ageWeight: number,
  categoryWeight: number,
  given: RecordWeights,
): number {
  const career = 10 + Math.max(0, ageAtConviction - ageAtFirst);
  const record = given.recordWeight * log((1 + Math.min(previous, given.recordMost)) / career);
  return record + (previous > 0 ? given.recordSome : given.recordNone) + ageWeight + categoryWeight;
}

/** Shift of log-odds by needs (bits), relative to the mean of the calibrated baseline. */
export function needsShift(needs: number, { needWeight, needMean }: NeedWeights): number {
  let shift = 0;
  for (let index = 0; index < needWeight.length; index++) {
    shift += needWeight[index] * (((needs >> index) & 1) - needMean[index]);
  }
  return shift;
}

/** The band of an age in completed years. */
export function riskAge(ageYears: number, from: Float64Array): number {
  let band = 0;
  while (band + 1 < from.length && ageYears >= from[band + 1]) band++;
  return band;
}

/** Log-odds of a charge within two years, were the person released today. */
export function riskOf(world: World, row: Row, given: RiskParameters): number {
  const { birthDay, sex, category, sanctions, firstSanctionDay, convictionDay, needs } = world.people;
  const born = birthDay[row];
  const ageYears = (world.today - born) / DAYS_PER_YEAR;
  const convicted = convictionDay[row] === NOT_YET ? ageYears : (convictionDay[row] - born) / DAYS_PER_YEAR;
  const first = firstSanctionDay[row] === NOT_YET ? convicted : (firstSanctionDay[row] - born) / DAYS_PER_YEAR;
  const ageWeight = given.ageWeight[sex[row]][riskAge(Math.floor(ageYears), given.riskAgeFrom)];
  const previous = Math.max(0, sanctions[row] - 1);
  const s = score(previous, convicted, first, ageWeight, given.categoryWeight[category[row]], given);
  return given.interceptTwoYears + s + given.shift + needsShift(needs[row], given);
}
