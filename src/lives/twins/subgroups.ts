/**
 * Subgroups: the groups of people for the question of who gains and who loses.
 *
 * Every trait but needs puts each person into one group; a need is a trait of its own, with or without it. All are settled
 * before lives diverge, or in the first arm alone, so that the comparison itself defines no group.
 */
import { DAYS_PER_YEAR, type Day } from '../../engine/calendar.ts';
import { needNames } from '../../people/needs.ts';
import type { Traits } from '../traits.ts';

/** One group of people. */
export interface Subgroup {
  readonly trait: string;
  readonly group: string;
}

/** The trait that puts everybody into one group. */
export const EVERYBODY = 'everybody';

const ages = ['under 25', '25 to 34', '35 to 49', '50 and over'];
const AGE_FROM = [25, 35, 50];
const nationalities = ['citizens', 'foreign nationals'];
const lengths = ['no sentence served', 'up to 90 days', '91 days to 1 year', '1 to 3 years', 'over 3 years'];
const LENGTH_TO = [90, 365, 1095];

/** The groups in order: everybody, age, sex, nationality, length of the first sentence, each need. */
export function subgroups(sexes: readonly string[]): readonly Subgroup[] {
  const of = (trait: string, groups: readonly string[]) => groups.map((group) => ({ trait, group }));
  return [
    { trait: EVERYBODY, group: EVERYBODY },
    ...of('age', ages),
    ...of('sex', sexes),
    ...of('nationality', nationalities),
    ...of('first sentence', lengths),
    ...needNames.flatMap((need) => of(`need: ${need}`, ['with', 'without'])),
  ];
}

/** The groups of a person, by number: one per trait. `seenFrom` is the first day observed, or the day of arrival. */
export function subgroupsOf(traits: Traits, seenFrom: Day, sentenceDays: number | undefined, sexes: number): number[] {
  const begins = [1, 1 + ages.length, 1 + ages.length + sexes, 1 + ages.length + sexes + nationalities.length];
  const [age, sex, nationality, length] = begins as [number, number, number, number];
  const years = (seenFrom - traits.birthDay) / DAYS_PER_YEAR;
  const need = length + lengths.length;
  return [
    0,
    age + bandOf(years, AGE_FROM),
    sex + traits.sex,
    nationality + (traits.foreign ? 1 : 0),
    length + (sentenceDays === undefined ? 0 : 1 + bandOf(sentenceDays - 1, LENGTH_TO)),
    ...needNames.map((_, at) => need + 2 * at + (((traits.needs >> at) & 1) === 1 ? 0 : 1)),
  ];
}

/** The number of bounds at or below a value. */
function bandOf(value: number, from: readonly number[]): number {
  return from.filter((bound) => value >= bound).length;
}
