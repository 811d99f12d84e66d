/**
 * Incapacitation: charges averted by custody, as person-days inside times the risk per day.
 *
 * Every four weeks everybody held stands for the days of these weeks: on remand, serving, in detention, in place of a fine, in
 * treatment. Each day averts what a day at liberty would bring at the risk that the person has now, whether or not and
 * whenever they get out. Serving at home is not custody, and being at large is not either.
 */
import { chargesAverted } from '../community/victims.ts';
import { isHeld } from '../people/person.ts';
import { type RiskParameters, riskOf } from '../people/risk.ts';
import type { World } from '../people/world.ts';

/** Days that one count of everybody held stands for: a month, since the number held hardly moves within it. */
export const DAYS_STOOD_FOR = 28;

/** Charges averted are kept in such parts, whole ones, so that the order of people never matters. */
export const PARTS = 1e6;

/** Adds what these days of everybody held now avert, by offence group of the present case. */
export function addAverted(world: World, days: number, risk: RiskParameters, into: Float64Array): void {
  const { people, rows } = world;
  for (let row = 0; row < rows.highest; row++) {
    if (!isHeld(people.status[row])) continue;
    into[people.group[row]] += Math.round(PARTS * chargesAverted(days, riskOf(world, row, risk)));
  }
}
