/**
 * Effects: what published studies of policy do to the odds of reoffending.
 *
 * A study reports a risk difference, a relative reduction or a hazard ratio at its own base rate; each becomes a shift of
 * log-odds there. Shifts shrink by grade of evidence (A 1, B 0.6, C 0.3). Of the protective ones the largest enters
 * whole; what comes on top saturates, so that no bundle goes below a floor. One effect stands for each group of
 * mechanisms: for the prison environment, a year at a more open level rather than the most closed; for serving at home,
 * electronic monitoring instead of prison. Neither holds for people at high risk. The centre, the mean shift in the
 * calibrated baseline, is subtracted in every arm and never computed again, which would erase the effects.
 *
 * Reads `openDays`, `lastLevel`. Pure rules, called by `reoffending`. Sources: Mastrobuoni and Terlizzese 2022 (E040);
 * Andersen and Telle 2022 (E036); shrinkage and floor are judgement.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { exp, log } from '../engine/mathematics.ts';
import { amount, choice, logOdds, parametersOf, ratio, share, type ValuesOf, years } from '../evidence/parameter.ts';

export const parameters = parametersOf('effects', {
  evidence: choice('which evidence may move the odds', ['all', 'A', 'none']),
  shrinkage: share('part of a published effect that is believed, by grade', { by: 'grade' }),
  floor: ratio('least odds ratio that a bundle of protective effects can reach', { bounds: [0.01, 1] }),
  centre: logOdds('mean shift in the calibrated baseline, by evidence mode', { by: 'evidence_mode' }),
  highRisk: logOdds('log-odds above which neither effect holds'),
  openYearDifference: amount('risk difference', 'risk difference of a year at a more open level', { bounds: [-1, 1] }),
  openYearBase: share('risk without it in the study'),
  openYearCap: years('longest exposure observed in the study'),
  openYearGrade: choice('grade of that study', ['A', 'B', 'C']),
  monitoringReduction: share('relative reduction by electronic monitoring instead of prison'),
  monitoringBase: share('risk without it in the study'),
  monitoringGrade: choice('grade of that study', ['A', 'B', 'C']),
});
export type EffectsParameters = ValuesOf<typeof parameters>;

/** Shift of log-odds that takes a base risk to another risk. */
export function shiftBetween(baseRisk: number, risk: number): number {
  return log((risk * (1 - baseRisk)) / (baseRisk * (1 - risk)));
}

/** Shift for a risk difference found at a base risk. */
export function shiftOfDifference(baseRisk: number, difference: number): number {
  return shiftBetween(baseRisk, baseRisk + difference);
}

/** Shift for "d lower": a relative reduction found at a base risk. */
export function shiftOfReduction(baseRisk: number, reduction: number): number {
  return shiftBetween(baseRisk, baseRisk * (1 - reduction));
}

/** Shift for a hazard ratio over a follow-up with that base risk. */
export function shiftOfHazardRatio(baseRisk: number, hazardRatio: number): number {
  return shiftBetween(baseRisk, 1 - exp(hazardRatio * log(1 - baseRisk)));
}

/**
 * Two shifts of one direction together, both as positive sizes: the larger whole, the other saturating towards the
 * size of the floor. A larger one beyond the floor stands alone.
 */
export function together(a: number, b: number, floorSize: number): number {
  const largest = Math.max(a, b);
  const rest = Math.min(a, b);
  const room = Math.max(floorSize - largest, 0);
  return room === 0 ? largest : largest + room * (1 - exp(-rest / room));
}

/** Part of an effect that is believed, given its grade and which evidence may move the odds. */
export function belief(grade: 'A' | 'B' | 'C', evidence: 'all' | 'A' | 'none', shrinkage: Float64Array): number {
  if (evidence === 'none' || (evidence === 'A' && grade !== 'A')) return 0;
  return shrinkage[GRADES.indexOf(grade)]!;
}

/** Shift of somebody's log-odds by the policy that they have met, less the centre. `openDays` at more open levels. */
export function policyShift(logit: number, openDays: number, servedAtHome: boolean, given: EffectsParameters): number {
  const centre = given.centre[MODES.indexOf(given.evidence)]!;
  if (logit > given.highRisk) return -centre;
  const dose = Math.min(openDays / DAYS_PER_YEAR, given.openYearCap);
  const open =
    belief(given.openYearGrade, given.evidence, given.shrinkage) *
    shiftOfDifference(given.openYearBase, given.openYearDifference) *
    dose;
  const home = servedAtHome
    ? belief(given.monitoringGrade, given.evidence, given.shrinkage) *
      shiftOfReduction(given.monitoringBase, given.monitoringReduction)
    : 0;
  const floorSize = -log(given.floor);
  const protective = together(Math.max(0, -open), Math.max(0, -home), floorSize);
  const harmful = together(Math.max(0, open), Math.max(0, home), floorSize);
  return harmful - protective - centre;
}

const GRADES = ['A', 'B', 'C'];
const MODES = ['all', 'A', 'none'];
