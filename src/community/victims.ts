/**
 * Victims: what stands behind a charge, and what did not happen because somebody was inside.
 *
 * The model lives through charges. Behind each stand offences, most of them never reported or never solved: the offences of
 * a charge, over the share that is reported and the share of those that is cleared up. Part of them has a person as victim.
 * An offence has a cost to victims and society, as a median. Against the offences of those at liberty stand those that
 * custody averts: the charges that somebody released now would have met in the time inside, had the risk been that of the
 * first two years after release. Nobody replaces the one inside, and nobody is deterred. Support for victims lies outside
 * the prison system and is a fixed service that no policy here moves.
 *
 * Pure rules only. Sources: Statistics Norway, surveys of victims 2001 and victims of reported offences 2018; clearance
 * 1997-2014; costs of Heeks and colleagues 2018, England and Wales.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { exp, log } from '../engine/mathematics.ts';
import { amount, krone, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';

export const parameters = parametersOf('victims', {
  offencesPerCharge: amount('offences', 'offences that one charge stands for', { by: 'offence', bounds: [1, 100] }),
  reportedShare: share('offences that are reported', { by: 'offence', bounds: [0.01, 1] }),
  clearedShare: share('reported offences for which somebody is charged', { by: 'offence', bounds: [0.01, 1] }),
  victimShare: share('offences with a person as victim', { by: 'offence' }),
  offenceCost: krone('cost of an offence to victims and society, as a median', { by: 'offence' }),
});
export type VictimsParameters = ValuesOf<typeof parameters>;

/** Offences committed, known or not, behind charges of each offence group. */
export function offencesBehind(
  charges: ArrayLike<number>,
  { offencesPerCharge, reportedShare, clearedShare }: VictimsParameters,
): Float64Array {
  return Float64Array.from(
    charges,
    (count, group) => (count * offencesPerCharge[group]) / (reportedShare[group] * clearedShare[group]),
  );
}

/** People who are victims of so many offences of each group: one victim an offence. */
export function victimsOf(offences: ArrayLike<number>, { victimShare }: VictimsParameters): number {
  let victims = 0;
  for (let group = 0; group < offences.length; group++) victims += offences[group] * victimShare[group];
  return victims;
}

/** Kroner that so many offences of each group cost victims and society. */
export function costOfOffences(offences: ArrayLike<number>, { offenceCost }: VictimsParameters): number {
  let krone = 0;
  for (let group = 0; group < offences.length; group++) krone += offences[group] * offenceCost[group];
  return krone;
}

/**
 * Charges that so many days inside avert of somebody with these log-odds of a charge within two years: a steady hazard
 * that gives the same chance over two years. ln(1 + e^z) is minus the logarithm of the chance of none.
 */
export function chargesAverted(daysInside: number, logOdds: number): number {
  return (daysInside / DAYS_PER_YEAR) * (log(1 + exp(logOdds)) / 2);
}
