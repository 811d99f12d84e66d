/**
 * Eligibility: the facts that a condition of a programme may name, and how each is read from a person.
 *
 * Days left run to the announced release; in remand they are those that the prospective sentence would leave. Risk is the
 * assessed rank, one half before there is any. Changes nothing.
 */
import { wholeYears } from '../engine/calendar.ts';
import type { ConditionNames } from '../evidence/condition.ts';
import { type ConditionProgram, holds } from '../evidence/condition-program.ts';
import { type Row, status } from '../people/person.ts';
import type { World } from '../people/world.ts';

type Accessor = (world: World, row: Row) => number;

const numbers: Readonly<Record<string, Accessor>> = {
  age: ({ people, today }, row) => wholeYears(people.birthDay[row], today),
  sentence_days: ({ people }, row) => people.sentenceDays[row],
  days_left: daysLeft,
  served_days: ({ people, today }, row) => people.servedDays[row] + today - people.custodyDay[row],
  sanctions: ({ people }, row) => people.sanctions[row],
  risk: knownRisk,
};

const facts: Readonly<Record<string, Accessor>> = {
  foreign: ({ people }, row) => people.foreign[row],
  detained: ({ people }, row) => (people.status[row] === status.detained ? 1 : 0),
  remand: ({ people }, row) => (people.status[row] === status.remand ? 1 : 0),
};

const dimensions: Readonly<Record<string, Accessor>> = {
  sex: ({ people }, row) => people.sex[row],
  need: ({ people }, row) => people.needs[row],
  offence: ({ people }, row) => people.group[row],
  level: ({ people }, row) => people.level[row],
};

/** The names that a condition may use. */
export const eligibilityNames: ConditionNames = {
  numbers: Object.keys(numbers),
  facts: Object.keys(facts),
  dimensions: Object.keys(dimensions),
};

/** Dimensions of which a person may have several members. */
export const severalMembers = ['need'];

/** Days to the announced release, or, in remand, those that the prospective sentence would leave. */
export function daysLeft({ people, today }: World, row: Row): number {
  if (people.status[row] !== status.remand) return people.releaseDay[row] - today;
  return Math.max(0, people.sentenceDays[row] - (today - people.custodyDay[row]));
}

/** Assessed risk as a rank, the middle one if unassessed in the present case. */
export function knownRisk({ people }: World, row: Row): number {
  return people.assessedRisk[row];
}

/** Whether a condition holds for a person. Reads only what it names. */
export function meetsCondition(world: World, row: Row, condition: ConditionProgram): boolean {
  const { asked } = condition;
  for (let at = 0; at < asked.length; at++) person[asked[at]] = accessors[asked[at]](world, row);
  return holds(condition, person);
}

/** In the order in which a condition program counts them: numbers, facts, dimensions. */
const accessors: readonly Accessor[] = [numbers, facts, dimensions].flatMap((group) => Object.values(group));

/** Scratch space for one person, so that a condition allocates nothing. */
const person = new Float64Array(accessors.length);
