/**
 * Incidents: violence between people inside, assaults on staff, threats, and contraband.
 *
 * One draw per person and week decides whether there is an incident, and a second, on a hit, its kind. The rates depend on
 * the level, the climate of the unit (staff who are present hear of things before they happen), idle time, age, drug use,
 * and the first weeks inside; crowding acts through contact with staff alone. Some incidents lead to exclusion from company;
 * far more exclusions are ordered without one: for order and security, to prevent harm, by own wish, for want of staff or rooms. These
 * have one rate by level, whoever the person is, and lengths that are mostly short. Only long ones count as isolation in `effects`.
 * Incidents wear the climate down (`staff`). Self-harm is in `health`, escapes and failures to return in `absence`, isolation
 * in remand in `remand`, returns to a more closed level in `placement`, finds at inspections in `regime`.
 *
 * Writes `incidents`, `excludedUntil`, `isolatedUntil`. Sources: reports of the correctional service and of England and Wales in the
 * passports; crowding E115; the factors on the rates are *assumption*.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { lognormal } from '../engine/distribution.ts';
import { exp } from '../engine/mathematics.ts';
import { occasionOf } from '../engine/random.ts';
import { age, amount, days, factor, parametersOf, perYear, share, type ValuesOf } from '../evidence/parameter.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { need } from '../people/needs.ts';
import { NONE, type Row } from '../people/person.ts';
import { DAYS_BETWEEN } from '../people/roll.ts';
import { type TallyName, tally } from '../people/tallies.ts';
import type { World } from '../people/world.ts';
import { attends } from './enrolment.ts';
import type { StaffParameters } from './staff.ts';
import { isOnDayRelease, works } from './work.ts';

/** The kinds, in the order of the dimension `incident`. */
export const incidentNames = ['violence', 'assault', 'threats', 'contraband'] as const;

export const parameters = parametersOf('incidents', {
  rate: perYear('incidents per person aged 30 and active, in the usual climate, after the first weeks', {
    by: 'incident',
    bounds: [0, 20],
  }),
  levelRatio: factor('incidents at a level, relative to the most closed', { by: 'level', bounds: [0, 10] }),
  climateWeight: amount('log ratio', 'fall of the logarithm of the rate from the worst climate to the best', {
    bounds: [0, 20],
  }),
  idleRatio: factor('incidents of people without work or class, relative to others', { bounds: [0, 10] }),
  ageSlope: amount('per year', 'fall of the logarithm of the rate per year of age', { bounds: [0, 0.3] }),
  drugRatio: factor('incidents of people who use drugs, relative to others', { by: 'incident', bounds: [0, 20] }),
  earlyWeeks: amount('weeks', 'first weeks inside', { bounds: [0, 52] }),
  earlyRatio: factor('incidents in the first weeks, relative to later', { bounds: [0, 10] }),
  excludedShare: share('incidents that lead to exclusion from company', { by: 'incident' }),
  excludedDays: days('length of such an exclusion', { bounds: [0, 365] }),
  orderedRate: perYear('exclusions ordered without an incident per person at the most closed level', {
    bounds: [0, 50],
  }),
  orderedDays: days('mean length of these', { bounds: [1, 365] }),
  orderedSpread: amount('log ratio', 's.d. of the logarithm of their length', { bounds: [0, 3] }),
  isolationDays: days('shortest exclusion that counts as isolation in the effects', { bounds: [1, 10000] }),
  usualAge: age('age at which the rates hold as given'),
});
export type IncidentsParameters = ValuesOf<typeof parameters>;

/** The chance of at least one incident in a week, from a rate per year. */
export function chanceInWeek(rateAYear: number): number {
  return 1 - exp((-rateAYear * DAYS_BETWEEN) / DAYS_PER_YEAR);
}

/** Whole days of an ordered exclusion, at least 1: lognormal, with a mean and an s.d. of logarithms. */
export function orderedLength(
  u: number,
  { orderedDays, orderedSpread }: Pick<IncidentsParameters, 'orderedDays' | 'orderedSpread'>,
): number {
  const median = orderedDays * exp((-orderedSpread * orderedSpread) / 2);
  return Math.max(1, Math.round(lognormal(u, median, orderedSpread)));
}

/** Weekly step: draws incidents, their kinds and exclusions. */
export function step(world: World, given: IncidentsParameters, staff: StaffParameters): void {
  const { roll, called } = world;
  const most = highestChance(world, given, staff);
  const ordered = Float64Array.from(given.levelRatio, (ratio) => chanceInWeek(given.orderedRate * ratio));
  for (let at = 0; at < called; at++) {
    const row = roll[at];
    const occasion = occasionOf(world.people.episode[row], world.people.weeksInside[row]);
    orderExclusion(world, row, occasion, ordered[world.people.level[row]], given);
    const draw = world.draw(decisions.incident, row, occasion);
    if (draw >= most) continue;
    const common = circumstances(world, row, given, staff);
    let total = 0;
    for (let kind = 0; kind < incidentNames.length; kind++) total += common * ownRate(world, row, kind, given);
    if (draw >= chanceInWeek(total)) continue;
    let left = world.draw(decisions.incidentKind, row, occasion) * total;
    let kind = 0;
    for (; kind < incidentNames.length - 1; kind++) {
      left -= common * ownRate(world, row, kind, given);
      if (left < 0) break;
    }
    happen(world, row, kind, occasion, given);
  }
}

/** A bound on the chance of anybody this week, of whatever age, so that most draws are settled without their circumstances. */
function highestChance({ climate }: World, given: IncidentsParameters, { usualClimate }: StaffParameters): number {
  let worst = usualClimate;
  for (let unit = 0; unit < climate.length; unit++) if (climate[unit] < worst) worst = climate[unit];
  let rates = 0;
  for (let kind = 0; kind < incidentNames.length; kind++)
    rates += given.rate[kind] * Math.max(1, given.drugRatio[kind]);
  let factor = Math.max(1, given.idleRatio) * Math.max(1, given.earlyRatio);
  let level = 0;
  for (const ratio of given.levelRatio) level = Math.max(level, ratio);
  factor *= level * exp(-given.climateWeight * (worst - usualClimate) + given.ageSlope * given.usualAge);
  return chanceInWeek(factor * rates * ROUNDING);
}

/** The factor on the rates of all kinds for a person this week. */
function circumstances(world: World, row: Row, given: IncidentsParameters, staff: StaffParameters): number {
  const { people, climate, units, today } = world;
  const level = people.level[row];
  const unit = people.unit[row];
  const better = unit === NONE ? 0 : climate[level * units + unit] - staff.usualClimate;
  const years = (today - people.birthDay[row]) / DAYS_PER_YEAR - given.usualAge;
  const isIdle = !works(people, row) && !attends(people, row) && !isOnDayRelease(people, row);
  const isEarly = people.weeksInside[row] < given.earlyWeeks;
  const factor = given.levelRatio[level] * (isIdle ? given.idleRatio : 1) * (isEarly ? given.earlyRatio : 1);
  return factor * exp(-given.climateWeight * better - given.ageSlope * years);
}

function ownRate({ people }: World, row: Row, kind: number, { rate, drugRatio }: IncidentsParameters): number {
  return rate[kind] * ((people.needs[row] & need.drugs) !== 0 ? drugRatio[kind] : 1);
}

function happen(world: World, row: Row, kind: number, occasion: number, given: IncidentsParameters): void {
  const { people, unrest, units, tallies, levels } = world;
  const level = people.level[row];
  people.incidents[row]++;
  if (people.unit[row] !== NONE) unrest[level * units + people.unit[row]]++;
  tallies[tally[kinds[kind]] * (levels + 1) + level]++;
  world.record(event.incident, row, kind);
  if (world.draw(decisions.exclusion, row, occasion) >= given.excludedShare[kind]) return;
  exclude(world, row, Math.ceil(given.excludedDays), 'exclusions-incident', 'excluded-days', given);
}

/** Orders an exclusion without an incident, by a draw; nobody is excluded anew who is excluded already. */
function orderExclusion(world: World, row: Row, occasion: number, chance: number, given: IncidentsParameters): void {
  if (world.people.excludedUntil[row] > world.today) return;
  if (world.draw(decisions.orderedExclusion, row, occasion) >= chance) return;
  const length = orderedLength(world.draw(decisions.orderedExclusionDays, row, occasion), given);
  exclude(world, row, length, 'exclusions-ordered', 'ordered-days', given);
}

/** Excludes from company for some days from today, and does not shorten an exclusion that lasts. */
function exclude(
  world: World,
  row: Row,
  length: number,
  counts: TallyName,
  days: TallyName,
  given: IncidentsParameters,
) {
  if (length === 0) return;
  const { people, tallies, levels, today } = world;
  const until = today + length;
  const column = people.level[row];
  const isLong = length >= given.isolationDays;
  people.excludedUntil[row] = Math.max(people.excludedUntil[row], until);
  if (isLong) people.isolatedUntil[row] = Math.max(people.isolatedUntil[row], until);
  tallies[tally[counts] * (levels + 1) + column]++;
  tallies[tally[days] * (levels + 1) + column] += length;
  if (isLong) tallies[tally['exclusions-long'] * (levels + 1) + column]++;
  world.record(event.excluded, row, length);
}

/** More than what rounding can add to a product. */
const ROUNDING = 1 + 1e-9;

const kinds: readonly TallyName[] = incidentNames.map((name): TallyName => `incidents-${name}`);
