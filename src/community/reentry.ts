/**
 * Reentry: a home, a job and care, arranged before release.
 *
 * Some weeks before release it is asked what somebody will lack. Family gives some of them a home, the more the stronger the
 * ties. For the rest the municipality, the labour and welfare service and voluntary organisations are asked: each region
 * arranges so many of each kind in a week, for those who are released first; what is not used in a week is lost. Where there
 * is a guarantee, nobody waits. Not everybody can be helped or wants to be. A home and a job that were arranged are lost
 * again after some time. The needs themselves stay: what an arrangement does to the odds is in `effects`; continued care
 * acts on overdoses (`health`).
 *
 * Handles `prepared`. Schedules `riskChanged`. Sources: surveys of living conditions and of people released, in the
 * passports; places by region are *assumption*.
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
  capacity: personsPerYear('people for whom a region can arrange it in a year', { by: ['region', 'arrangement'] }),
  guarantee: share('people who need it for whom it is arranged whatever the capacity', { by: 'arrangement' }),
  successShare: share('people asked for whom it can be arranged, and who want it', { by: 'arrangement' }),
  familyHome: share('people without a home, of those with the strongest ties, to whom family gives one'),
  keptYears: years('mean time for which a home or a job that was arranged is kept', { bounds: [0.01, 50] }),
});
export type ReentryParameters = ValuesOf<typeof parameters>;

/** What somebody with these needs lacks, one bit per kind. */
export function lackOf(needs: number): number {
  let lacks = 0;
  for (let kind = 0; kind < arrangementNames.length; kind++) if ((needs & lackedBy[kind]) !== 0) lacks |= 1 << kind;
  return lacks;
}

/** How many a region can arrange in the week that begins on a day: whole ones, that add up to the capacity of years. */
export function capacityOfWeek(day: number, perYear: number): number {
  const week = Math.floor(day / DAYS_BETWEEN);
  const each = (perYear * DAYS_BETWEEN) / DAYS_PER_YEAR;
  return Math.floor((week + 1) * each) - Math.floor(week * each);
}

/** Life event: some weeks before release it is asked what will be lacking. */
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

/** Weekly step: each region arranges as many as it can, for those first who are released first. */
export function step(world: World, given: ReentryParameters): void {
  const { people, roll, called, today } = world;
  for (let kind = 0; kind < arrangementNames.length; kind++) {
    queue.begin(people, roll.length);
    for (let at = 0; at < called; at++) {
      const row = roll[at];
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

/** Home and job of an earlier release in the same case may be lost by now: they are sought again. */
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

/** Room for those who wait, and for what regions can still do in a week. */
const queue = new PriorityQueue();
const left = new Int32Array(255);
