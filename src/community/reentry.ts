/**
 * Reentry: a home, a job and care, arranged before release.
 *
 * Some weeks before release a person is asked what they will lack. Family gives some of them a home, the more the stronger
 * the ties. The municipality, the labour and welfare service and voluntary organisations are asked for the rest: each region
 * arranges a limited number of each kind per week, for the earliest releases first; capacity unused in a week is lost. Under
 * a guarantee nobody waits. Not everybody can be helped or wants to be. An arranged home or job is lost again after some
 * time. The needs themselves stay: arrangements move the odds in `effects`, and continued care lowers overdoses (`health`).
 *
 * Handles `prepared`. Schedules `riskChanged`. Sources: surveys of living conditions and of people released, in the
 * passports; capacities by region are *assumption*.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { exponential } from '../engine/distribution.ts';
import { occasionOf } from '../engine/random.ts';
import { parametersOf, personsPerYear, share, type ValuesOf, years } from '../evidence/parameter.ts';
import { arrangement, arrangementNames, lackedBy } from '../people/arrangement.ts';
import { decisions } from '../people/decisions.ts';
import { event } from '../people/life-events.ts';
import { isHeld, type Row } from '../people/person.ts';
import { PriorityQueue } from '../people/priority-queue.ts';
import { DAYS_BETWEEN } from '../people/roll.ts';
import { type TallyName, tally } from '../people/tallies.ts';
import type { World } from '../people/world.ts';
import { type FamilyParameters, tiesNow } from '../prison/family.ts';

export const parameters = parametersOf('reentry', {
  capacity: personsPerYear('people for whom a region can make the arrangement', { by: ['region', 'arrangement'] }),
  guarantee: share('people in need for whom the arrangement is made whatever the capacity', { by: 'arrangement' }),
  successShare: share('people in need who want the arrangement and for whom it can be made', { by: 'arrangement' }),
  familyHome: share('people without a home and with the strongest ties to whom family gives one'),
  keptYears: years('mean time for which an arranged home or job is kept', { bounds: [0.01, 50] }),
});
export type ReentryParameters = ValuesOf<typeof parameters>;

/** What a person with these needs lacks, one bit per kind. */
export function lackOf(needs: number): number {
  let lacks = 0;
  for (let kind = 0; kind < arrangementNames.length; kind++) if ((needs & lackedBy[kind]) !== 0) lacks |= 1 << kind;
  return lacks;
}

/** A region's capacity in the week that begins on a day: whole numbers that add up to the capacity per year. */
export function capacityOfWeek(day: number, perYear: number): number {
  const week = Math.floor(day / DAYS_BETWEEN);
  const each = (perYear * DAYS_BETWEEN) / DAYS_PER_YEAR;
  return Math.floor((week + 1) * each) - Math.floor(week * each);
}

/** Life event: some weeks before release, the person is asked what they will lack. */
export function onPrepared(world: World, row: Row, given: ReentryParameters, family: FamilyParameters): void {
  const { people } = world;
  if (!isHeld(people.status[row])) return;
  forgetLost(world, row);
  let asks = lackOf(people.needs[row]) & ~people.arranged[row];
  const occasion = people.episode[row];
  for (let kind = 0; kind < arrangementNames.length; kind++) if ((asks & (1 << kind)) !== 0) count(world, asked[kind]);
  if ((asks & arrangement.home) !== 0) {
    const draw = world.draw(decisions.arrangement, row, occasionOf(occasion, FROM_FAMILY));
    if (draw < given.familyHome * tiesNow(world, row, family)) {
      asks &= ~arrangement.home;
      arrange(world, row, 0, given);
    }
  }
  for (let kind = 0; kind < arrangementNames.length; kind++) {
    const bit = 1 << kind;
    if ((asks & bit) === 0) continue;
    const draw = world.draw(decisions.arrangement, row, occasionOf(occasion, kind));
    if (draw >= given.successShare[kind]) asks &= ~bit;
    else if (world.draw(decisions.guarantee, row, occasionOf(occasion, kind)) < given.guarantee[kind]) {
      asks &= ~bit;
      arrange(world, row, kind, given);
    }
  }
  people.asked[row] = asks;
  world.record(event.prepared, row, people.arranged[row]);
}

/** Weekly step: each region arranges as many as it can, earliest releases first. */
export function step(world: World, given: ReentryParameters): void {
  const { people, roll, called, today } = world;
  queue.begin(people, roll.length);
  for (let at = 0; at < called; at++) if (people.asked[roll[at]] !== 0) queue.note(roll[at]);
  for (let kind = 0; kind < arrangementNames.length; kind++) {
    queue.length = 0;
    for (let at = 0; at < queue.waiting; at++) {
      const row = queue.noted[at];
      if ((people.asked[row] & (1 << kind)) !== 0) queue.call(row, people.releaseDay[row]);
    }
    queue.settle();
    for (let region = 0; region < given.capacity.length; region++) {
      left[region] = capacityOfWeek(today, given.capacity[region][kind]);
    }
    for (let at = 0; at < queue.length; at++) {
      const row = queue.rows[at];
      const region = people.home[row];
      if (left[region] <= 0) continue;
      left[region]--;
      people.asked[row] = people.asked[row] & ~(1 << kind);
      arrange(world, row, kind, given);
    }
  }
}

/** Forgets a home and job of an earlier release in the same case that are lost by now, so that they are sought again. */
function forgetLost({ people, today }: World, row: Row): void {
  if (today >= people.arrangedUntil[row]) people.arranged[row] = people.arranged[row] & arrangement.care;
}

function arrange(world: World, row: Row, kind: number, { keptYears }: ReentryParameters): void {
  const { people, diary } = world;
  people.arranged[row] = people.arranged[row] | (1 << kind);
  count(world, arranged[kind]);
  if (1 << kind === arrangement.care) return;
  const draw = world.draw(decisions.arrangementLoss, row, people.episode[row]);
  const kept = Math.ceil(exponential(draw, keptYears * DAYS_PER_YEAR));
  people.arrangedUntil[row] = Math.max(people.releaseDay[row], world.today) + kept;
  diary.set(row, event.riskChanged, people.arrangedUntil[row]);
}

function count({ tallies, levels }: World, name: TallyName): void {
  tallies[tally[name] * (levels + 1) + levels]++;
}

/** Among the draws of a kind, that of a home from family. */
const FROM_FAMILY = arrangementNames.length;

const asked: readonly TallyName[] = ['home-asked', 'job-asked', 'care-asked'];
const arranged: readonly TallyName[] = ['home-arranged', 'job-arranged', 'care-arranged'];

/** People who wait; emptied every week. */
const queue = new PriorityQueue();
const left = new Int32Array(255);
