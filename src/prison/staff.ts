/**
 * Staff: officers, their contact with the people they guard, and the climate of each unit.
 *
 * Officers go with places, not with people: a crowded unit has fewer per person. Officers who are not on sick leave spend
 * part of their hours in contact. Contact, training in dynamic security, turnover and the size of the prison set the
 * equilibrium climate of a unit, between 0 and 1. Each week the climate moves a little towards it, and incidents push it
 * down; a bad climate makes staff ill, which leaves less contact. So a unit with enough staff recovers from a bad week, and
 * one without stays down. By default climate moves incidents and dropping out of programmes only: no study seen shows that
 * it causes less reoffending (`effects` has a row for it, at zero).
 *
 * Writes `climateMet`. Sources: staff of Norwegian prisons and sick leave in the passports; relations are better in prisons
 * of under 50 people (IN0217); the movement of climate is *assumption*.
 */
import { exp, log } from '../engine/mathematics.ts';
import { amount, factor, parametersOf, perYear, share, type ValuesOf } from '../evidence/parameter.ts';
import { NONE, SEXES } from '../people/person.ts';
import { tally } from '../people/tallies.ts';
import type { World } from '../people/world.ts';
import { type FacilityParameters, placesOfUnits } from './facility.ts';

export const parameters = parametersOf('staff', {
  officers: factor('officers in post per place', { by: 'level', bounds: [0, 10] }),
  hours: amount('hours per week', 'working hours of an officer', { bounds: [1, 60] }),
  contactShare: share('working hours spent in contact'),
  training: share('officers trained in dynamic security'),
  sickLeave: share('officers on sick leave in the usual climate'),
  sickClimate: amount('log ratio', 'rise of the logarithm of sick leave from the best climate to the worst', {
    bounds: [0, 10],
  }),
  turnover: perYear('officers who leave', { bounds: [0, 5] }),
  size: amount('persons', 'people in one prison', { by: 'level', bounds: [1, 10_000] }),
  usualContact: amount('hours per week', 'contact per inmate at which the climate settles as usual', {
    by: 'level',
    bounds: [0.01, 100],
  }),
  usualTraining: share('training at which the climate settles as usual'),
  usualTurnover: perYear('turnover at which the climate settles as usual', { bounds: [0, 5] }),
  usualSize: amount('persons', 'size at which the climate settles as usual', { by: 'level', bounds: [1, 10_000] }),
  usualClimate: share('equilibrium climate of a unit when all is as usual'),
  contactWeight: amount('climate', 'rise of the equilibrium climate with twice the contact', { bounds: [0, 1] }),
  trainingWeight: amount('climate', 'rise of it from no training to all officers trained', { bounds: [0, 1] }),
  turnoverWeight: amount('climate', 'fall of it when all officers leave within a year', { bounds: [0, 5] }),
  sizeWeight: amount('climate', 'fall of it in a prison twice as large', { bounds: [0, 1] }),
  pace: share('part of the way to equilibrium that the climate moves per week'),
  wear: amount('climate', 'fall of the climate at one incident per inmate in a week', { bounds: [0, 10] }),
});
export type StaffParameters = ValuesOf<typeof parameters>;

/** The share of officers on sick leave in a climate. */
export function sickShare(climate: number, given: Pick<StaffParameters, 'sickLeave' | 'sickClimate' | 'usualClimate'>) {
  return Math.min(1, given.sickLeave * exp(given.sickClimate * (given.usualClimate - climate)));
}

/** Hours of contact per week and person, from officers at work. */
export function contactHours(
  officersAtWork: number,
  people: number,
  { hours, contactShare }: Pick<StaffParameters, 'hours' | 'contactShare'>,
): number {
  return people === 0 ? 0 : (officersAtWork * hours * contactShare) / people;
}

/** The equilibrium climate of a unit of a level, given the contact there: between 0 and 1. */
export function restingClimate(contact: number, level: number, given: StaffParameters): number {
  const contactRatio = Math.max(LEAST_RATIO, contact / given.usualContact[level]);
  const sizeRatio = given.size[level] / given.usualSize[level];
  return within(
    given.usualClimate +
      (given.contactWeight * log(contactRatio)) / Math.LN2 +
      given.trainingWeight * (given.training - given.usualTraining) -
      given.turnoverWeight * (given.turnover - given.usualTurnover) -
      (given.sizeWeight * log(sizeRatio)) / Math.LN2,
  );
}

/** The climate a week later, after a number of incidents per inmate. */
export function climateAfter(climate: number, rest: number, incidents: number, pace: number, wear: number): number {
  return within(climate + pace * (rest - climate) - wear * incidents);
}

/** Weekly step: moves the climate of every unit, and counts the staff. */
export function step(world: World, given: StaffParameters, facility: FacilityParameters): void {
  const { people, roll, called, climate, unrest, tallies, levels, units, held } = world;
  const planned = placesOfUnits(facility);
  const column = levels + 1;
  for (let level = 0; level < levels; level++) {
    for (let unit = 0; unit < units; unit++) {
      let [beds, inmates] = [0, 0];
      for (let sex = 0; sex < SEXES; sex++) {
        const cell = world.heldAt(level, unit, sex);
        beds += planned[cell] + world.places.added[cell];
        inmates += held[cell];
      }
      const at = level * units + unit;
      const isNew = Number.isNaN(climate[at]);
      const before = isNew ? given.usualClimate : climate[at];
      const officers = given.officers[level] * beds;
      const sick = officers * sickShare(before, given);
      const contact = contactHours(officers - sick, inmates, given);
      const incidents = inmates === 0 ? 0 : unrest[at] / inmates;
      const rest = inmates === 0 ? given.usualClimate : restingClimate(contact, level, given);
      climate[at] = climateAfter(isNew ? rest : before, rest, incidents, given.pace, given.wear);
      unrest[at] = 0;
      tallies[tally['officer-weeks'] * column + level] += Math.round(1000 * officers);
      tallies[tally['sick-weeks'] * column + level] += Math.round(1000 * sick);
      tallies[tally['contact-minutes'] * column + level] += Math.round(60 * contact * inmates);
    }
  }
  for (let at = 0; at < called; at++) {
    const row = roll[at];
    if (people.unit[row] === NONE) continue;
    const level = people.level[row];
    people.climateMet[row] = climate[level * units + people.unit[row]];
    tallies[tally.climate * column + level] += Math.round(1000 * people.climateMet[row]);
    tallies[tally['climate-weeks'] * column + level]++;
  }
}

function within(climate: number): number {
  return Math.min(1, Math.max(0, climate));
}

/** Contact below this part of the usual is no worse. */
const LEAST_RATIO = 1 / 64;
