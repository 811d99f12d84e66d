/**
 * Regime: the content of a week at a level, from sleep to locked hours, and its nearness to a week outside.
 *
 * Each level has a timetable that adds up to a week; remand has a stricter one. Work, a class or a programme fills the hours
 * of activity for as long as it lasts; work or school outside by day fills them all; hours of activity without any are spent partly locked in and partly in company. The
 * *normality index* is the overlap of the week as lived with an ordinary week outside: 1 less half the sum of absolute
 * differences between the shares, kind by kind. Beside time stand money (allowance, support for people without activity, the
 * canteen), counts and inspections, mail, and how far rights to faith, diet and counsel are met. The standard of walls and
 * cells is a lever of its own. None of it moves odds by itself.
 *
 * Sources: Norwegian time use survey 2010 for the week outside; hours of activity, allowance in the passports; the division
 * of the rest of the week is *assumption*.
 */
import { amount, krone, parametersOf, share, type ValuesOf } from '../evidence/parameter.ts';
import { type Row, status } from '../people/person.ts';
import { type TallyName, tally } from '../people/tallies.ts';
import type { World } from '../people/world.ts';
import { attends, EDUCATION } from './enrolment.ts';
import type { ProgrammeParameters } from './programme.ts';
import { isOnDayRelease, type WorkParameters, works } from './work.ts';

/** The kinds of hours in a timetable, in the order of the dimension `activity`; `activity` is work, class and programmes. */
export const activityNames = [
  'sleep',
  'care',
  'household',
  'activity',
  'visits',
  'exercise',
  'library',
  'faith',
  'arts',
  'association',
  'locked',
] as const;

/** The kinds of hours in a week as lived: the same, with `activity` split. */
export const livedNames = [
  'sleep',
  'care',
  'household',
  'work',
  'class',
  'programme',
  'visits',
  'exercise',
  'library',
  'faith',
  'arts',
  'association',
  'locked',
] as const;

/** Hours per week. */
export const HOURS_PER_WEEK = 168;

export const parameters = parametersOf('regime', {
  hours: amount('hours per week', 'timetable of a level', {
    by: ['level', 'activity'],
    bounds: [0, HOURS_PER_WEEK],
    addsUpTo: HOURS_PER_WEEK,
  }),
  remandHours: amount('hours per week', 'timetable in remand', {
    by: 'activity',
    bounds: [0, HOURS_PER_WEEK],
    addsUpTo: HOURS_PER_WEEK,
  }),
  outsideHours: amount('hours per week', 'an ordinary week outside', {
    by: 'activity',
    bounds: [0, HOURS_PER_WEEK],
    addsUpTo: HOURS_PER_WEEK,
  }),
  idleLocked: share('hours of activity spent locked in by people without activity', { by: 'level' }),
  idleLockedRemand: share('the same in remand'),
  allowance: krone('pay per day with work, class or programme'),
  support: krone('pay per day without'),
  canteenShare: share('part of that money spent in the canteen; the rest is saved for release'),
  counts: amount('per day', 'counts of each inmate', { by: 'level', bounds: [0, 24] }),
  inspections: amount('per week', 'inspections of a room', { by: 'level', bounds: [0, 21] }),
  findShare: share('inspections that find something forbidden'),
  mail: amount('per week', 'letters and parcels per inmate', { by: 'level', bounds: [0, 50] }),
  singleCells: share('people who have a room of their own', { by: 'level' }),
  right: share('part of a right to daily practicalities that is met', { by: 'right' }),
  materialStandard: amount(
    'standard',
    'of walls and cells: 0 as it is, 1 as good as the best, -1 as bad as the worst',
    {
      by: 'level',
      bounds: [-1, 1],
    },
  ),
});
export type RegimeParameters = ValuesOf<typeof parameters>;

/** Overlap of two weeks, each in the same kinds: 1 for the same week, 0 for no minute in common. */
export function overlapOf(inside: ArrayLike<number>, outside: ArrayLike<number>): number {
  const [all, allOutside] = [sum(inside), sum(outside)];
  let differences = 0;
  for (let kind = 0; kind < inside.length; kind++) {
    differences += Math.abs(inside[kind] / all - outside[kind] / allOutside);
  }
  return 1 - differences / 2;
}

/** The kinds of hours in the normality index. */
export const kindNames = ['sleep', 'meals and care', 'household', 'work and class', 'leisure', 'locked in'] as const;

/** A week as lived, by kind: all leisure is one kind. */
export function kindsOfLived(lived: ArrayLike<number>): Float64Array {
  const at = (name: (typeof livedNames)[number]) => lived[livedNames.indexOf(name)];
  const leisure = at('visits') + at('exercise') + at('library') + at('faith') + at('arts') + at('association');
  return Float64Array.of(
    at('sleep'),
    at('care'),
    at('household'),
    at('work') + at('class') + at('programme'),
    leisure,
    at('locked'),
  );
}

/** The same kinds of a timetable. */
export function kindsOfTimetable(hours: ArrayLike<number>): Float64Array {
  const at = (name: (typeof activityNames)[number]) => hours[activityNames.indexOf(name)];
  const leisure = at('visits') + at('exercise') + at('library') + at('faith') + at('arts') + at('association');
  return Float64Array.of(at('sleep'), at('care'), at('household'), at('activity'), leisure, at('locked'));
}

/** Minutes of a timetable: whole ones that add up to a week; sleep takes what rounding leaves. */
export function minutesOf(hours: ArrayLike<number>): Int32Array {
  const minutes = Int32Array.from({ length: hours.length }, (_, index) => Math.round(60 * hours[index]));
  minutes[0] = 60 * HOURS_PER_WEEK - (sum(minutes) - minutes[0]);
  return minutes;
}

/** Weekly step: counts the week of everybody on the roll, and the money. Remand is counted in the last column. */
export function step(
  world: World,
  given: RegimeParameters,
  programmes: ProgrammeParameters,
  workplaces: WorkParameters,
): void {
  const { people, roll, called, levels, tallies } = world;
  const week = weekOf(given, levels);
  const column = levels + 1;
  week.people.fill(0);
  week.atLevel.fill(0);
  week.active.fill(0);
  for (let at = 0; at < called; at++) {
    const row = roll[at];
    const level = people.level[row];
    const table = people.status[row] === status.remand ? levels : level;
    week.people[table]++;
    week.atLevel[level]++;
    people.standardMet[row] = given.materialStandard[level];
    const block = week.minutes[table][ACTIVITY];
    const taught = Math.min(block, attends(people, row) ? Math.round(60 * programmes.hours[people.programme[row]]) : 0);
    const worked = Math.min(block - taught, minutesOfWork(world, row, workplaces));
    const idle = block - taught - worked;
    const locked = Math.round(idle * (table === levels ? given.idleLockedRemand : given.idleLocked[table]));
    tallies[WORK * column + table] += worked;
    if (taught > 0) tallies[(people.programme[row] < EDUCATION ? CLASS : PROGRAMME) * column + table] += taught;
    tallies[LOCKED * column + table] += locked;
    tallies[ASSOCIATION * column + table] += idle - locked;
    tallies[IDLE * column + table] += locked;
    if (taught + worked === 0) continue;
    tallies[ACTIVE * column + table]++;
    week.active[level]++;
  }
  for (let level = 0; level < levels; level++) countLevel(world, level, week, given);
  for (let table = 0; table <= levels; table++) {
    const [count, minutes] = [week.people[table], week.minutes[table]];
    tallies[tally['regime-weeks'] * column + table] += count;
    for (let index = 0; index < minutes.length; index++) {
      if (index !== ACTIVITY) tallies[livedTallies[index] * column + table] += count * minutes[index];
    }
  }
}

/** Counts what is the same for everybody at a level, and the money. */
function countLevel(
  { tallies, levels }: World,
  level: number,
  { atLevel, active }: Week,
  given: RegimeParameters,
): void {
  const people = atLevel[level];
  const pay = (each: number, number: number) => {
    const paid = Math.round(7 * each);
    const spent = Math.round(paid * given.canteenShare);
    add('money-paid', number * paid);
    add('money-spent', number * spent);
    add('money-saved', number * (paid - spent));
  };
  pay(given.allowance, active[level]);
  pay(given.support, people - active[level]);
  add('inspections', people * Math.round(1000 * given.inspections[level]));
  add('finds', people * Math.round(1000 * given.inspections[level] * given.findShare));
  add('mail', people * Math.round(1000 * given.mail[level]));
  add('counts', people * Math.round(7000 * given.counts[level]));
  add('single-weeks', people * Math.round(1000 * given.singleCells[level]));

  function add(name: TallyName, amount: number): void {
    tallies[tally[name] * (levels + 1) + level] += amount;
  }
}

/** Minutes of work this week: without end on day release, and none while excluded from company. */
function minutesOfWork({ people, today }: World, row: Row, { hours, attendance }: WorkParameters): number {
  if (isOnDayRelease(people, row)) return Infinity;
  if (!works(people, row) || people.excludedUntil[row] > today) return 0;
  return Math.round(60 * hours[people.workshop[row]] * attendance[people.level[row]]);
}

/** The timetables in minutes, of the levels and then of remand, computed once per set of parameters. */
function weekOf(given: RegimeParameters, levels: number): Week {
  let week = weeks.get(given);
  if (week === undefined) {
    const counts = () => new Int32Array(levels + 1);
    const tables = Array.from({ length: levels }, (_, level) => minutesOf(given.hours[level]));
    week = {
      minutes: [...tables, minutesOf(given.remandHours)],
      people: counts(),
      atLevel: counts(),
      active: counts(),
    };
    weeks.set(given, week);
  }
  return week;
}

interface Week {
  readonly minutes: readonly Int32Array[];
  /** People by timetable this week. */
  readonly people: Int32Array;
  /** People by level, and those of them with work, class or programme. */
  readonly atLevel: Int32Array;
  readonly active: Int32Array;
}

const weeks = new WeakMap<RegimeParameters, Week>();

function sum(numbers: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < numbers.length; index++) total += numbers[index];
  return total;
}

const ACTIVITY = activityNames.indexOf('activity');
const lived = (name: (typeof livedNames)[number]) => tally[`minutes-${name}` satisfies TallyName];
const [WORK, CLASS, PROGRAMME] = [lived('work'), lived('class'), lived('programme')];
const [LOCKED, ASSOCIATION] = [lived('locked'), lived('association')];
const [IDLE, ACTIVE] = [tally['idle-locked-minutes'], tally['active-weeks']];
const livedTallies = activityNames.map((name) => (name === 'activity' ? -1 : lived(name)));
