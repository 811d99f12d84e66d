/**
 * Victims: the offences and victims behind charges, and the charges averted by incapacitation.
 *
 * The model simulates charges. Behind each stand offences, most of them never reported or never solved: the offences per
 * charge, over the share reported and the share of these cleared up. Some offences have a person as victim. An offence has a
 * cost to victims and society, as a median. Custody averts charges: those that everybody held would meet day by day at
 * liberty, at their risk of that day over two years. Nobody replaces the person inside, and nobody is
 * deterred. Support for victims lies outside the prison system and is a fixed service that no policy here moves.
 *
 * Pure rules only. Sources: Statistics Norway, surveys of victims 2001 and victims of reported offences 2018; clearance
 * 1997-2014; costs of Heeks and colleagues 2018, England and Wales.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { exp, log } from '../engine/mathematics.ts';
import { amount, krone, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';

export const parameters = parametersOf('victims', {
  offencesPerCharge: amount('offences', 'offences per charge', { by: 'offence', bounds: [1, 100] }),
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

/** Victims of a number of offences per group: one victim per offence. */
export function victimsOf(offences: ArrayLike<number>, { victimShare }: VictimsParameters): number {
  let victims = 0;
  for (let group = 0; group < offences.length; group++) victims += offences[group] * victimShare[group];
  return victims;
}

/** The cost in kroner to victims and society of a number of offences per group. */
export function costOfOffences(offences: ArrayLike<number>, { offenceCost }: VictimsParameters): number {
  let krone = 0;
  for (let group = 0; group < offences.length; group++) krone += offences[group] * offenceCost[group];
  return krone;
}

/**
 * Charges averted by days inside, from the log-odds of a charge within two years: a constant hazard with the same chance
 * over two years. ln(1 + e^z) is minus the logarithm of the chance of none.
 */
export function chargesAverted(daysInside: number, logOdds: number): number {
  return (daysInside / DAYS_PER_YEAR) * (log(1 + exp(logOdds)) / 2);
}
