/**
 * Eligibility: what a condition of a programme may name, and how a person is told to it.
 *
 * Pure rules only, but for reading the person. Days left are those to the release that is announced; of somebody in remand,
 * what would be left of the sentence to be expected. Risk is the assessed rank, one half before there is any.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import type { ConditionNames } from '../evidence/condition.ts';
import { type ConditionProgram, holds, widthOf } from '../evidence/condition-program.ts';
import { type Row, status } from '../people/person.ts';
import type { World } from '../people/world.ts';

/** What may be named; in this order a person is told. */
export const eligibilityNames: ConditionNames = {
  numbers: ['age', 'sentence_days', 'days_left', 'served_days', 'sanctions', 'risk'],
  facts: ['foreign', 'detained', 'remand'],
  dimensions: ['sex', 'need', 'offence', 'level'],
};

/** Dimensions of which a person may have several members. */
export const severalMembers = ['need'];

/** Days to release: announced, or for somebody in remand those that the sentence to be expected would leave. */
export function daysLeft({ people, today }: World, row: Row): number {
  if (people.status[row] !== status.remand) return people.releaseDay[row] - today;
  return Math.max(0, people.sentenceDays[row] - (today - people.custodyDay[row]));
}

/** Assessed risk as a rank, one half where nobody assessed it. */
export function knownRisk({ people }: World, row: Row): number {
  return people.status[row] === status.remand ? 0.5 : people.assessedRisk[row];
}

/** Whether a condition holds for somebody: they are told as far as it asks. */
export function meetsCondition(world: World, row: Row, condition: ConditionProgram): boolean {
  const { asked } = condition;
  for (let at = 0; at < asked.length; at++) person[asked[at]] = valueOfFact(world, row, asked[at]);
  return holds(condition, person);
}

/** What is named at a place of the list above, as a number. */
function valueOfFact(world: World, row: Row, place: number): number {
  const { people, today } = world;
  switch (place) {
    case 0:
      return Math.floor((today - people.birthDay[row]) / DAYS_PER_YEAR);
    case 1:
      return people.sentenceDays[row];
    case 2:
      return daysLeft(world, row);
    case 3:
      return people.servedDays[row] + today - people.custodyDay[row];
    case 4:
      return people.sanctions[row];
    case 5:
      return knownRisk(world, row);
    case 6:
      return people.foreign[row];
    case 7:
      return people.status[row] === status.detained ? 1 : 0;
    case 8:
      return people.status[row] === status.remand ? 1 : 0;
    case 9:
      return people.sex[row];
    case 10:
      return people.needs[row];
    case 11:
      return people.group[row];
    default:
      return people.level[row];
  }
}

const person = new Float64Array(widthOf(eligibilityNames));
