/**
 * Like insiders: finds, for people of whom a list tells a few facts, those in the simulation who are most like them.
 *
 * A list says what somebody serves, not what led to it: record, needs, homes, ties. These are taken over from whoever is inside
 * at the end of the burn-in with the most similar facts. Each is used once before anybody is used twice. The weights say which fact
 * yields first; they are *assumption*.
 */
import { DAYS_PER_YEAR } from '../../engine/calendar.ts';
import { log } from '../../engine/logarithm.ts';
import { NONE, type Row } from '../../people/person.ts';
import type { World } from '../../people/world.ts';
import type { ListedPerson } from './listed-person.ts';

/** A person of the simulation in the place of a listed one. */
export interface Alike {
  readonly row: Row;
  /** Whether nobody else was given this person's history before. */
  readonly isFirst: boolean;
}

/** How unlike two people are by each fact, in the same unit; ages and logarithms of days count in proportion. */
const WEIGHTS = { status: 100, sex: 20, used: 10, offence: 6, foreign: 4, level: 2, tenYears: 1, doubledDays: 2 };

/** Everybody inside at a level, in order of their keys, which does not depend on rows. */
export function insidersOf(world: World): Row[] {
  const { people, rows } = world;
  const found: Row[] = [];
  for (let row = 0; row < rows.highest; row++) if (world.isPresent(row) && people.level[row] !== NONE) found.push(row);
  return found.sort((a, b) => people.stream[a] - people.stream[b] || people.index[a] - people.index[b]);
}

/** Those inside, to be asked one listed person at a time. */
export class LikeInsiders {
  readonly #world: World;
  readonly #rows: readonly Row[];
  readonly #used: Int32Array;

  constructor(world: World, rows: readonly Row[]) {
    this.#world = world;
    this.#rows = rows;
    this.#used = new Int32Array(rows.length);
  }

  /** The person most like a listed one; the first in order of keys among equals. Undefined if nobody is inside. */
  take(listed: ListedPerson): Alike | undefined {
    let best = -1;
    let least = Infinity;
    for (let at = 0; at < this.#rows.length; at++) {
      const unlike = this.#unlike(this.#rows[at], listed, least) + WEIGHTS.used * this.#used[at];
      if (unlike >= least) continue;
      best = at;
      least = unlike;
    }
    if (best < 0) return undefined;
    return { row: this.#rows[best], isFirst: this.#used[best]++ === 0 };
  }

  /** How unlike a person is; stops adding once beyond `enough`. */
  #unlike(row: Row, listed: ListedPerson, enough: number): number {
    const { people, today } = this.#world;
    let sum = people.status[row] === listed.status ? 0 : WEIGHTS.status;
    if (people.sex[row] !== listed.sex) sum += WEIGHTS.sex;
    if (sum >= enough) return sum;
    if (listed.offence !== undefined && people.group[row] !== listed.offence) sum += WEIGHTS.offence;
    if (listed.foreign !== undefined && (people.foreign[row] === 1) !== listed.foreign) sum += WEIGHTS.foreign;
    if (people.level[row] !== listed.level) sum += WEIGHTS.level;
    if (listed.ageYears !== undefined) {
      const age = (today - people.birthDay[row]) / DAYS_PER_YEAR;
      sum += (WEIGHTS.tenYears * Math.abs(age - listed.ageYears)) / 10;
    }
    if (sum >= enough) return sum;
    const served = people.servedDays[row] + today - people.custodyDay[row];
    sum += WEIGHTS.doubledDays * doublings(served, listed.servedDays);
    if (listed.sentenceDays > 0) sum += WEIGHTS.doubledDays * doublings(people.sentenceDays[row], listed.sentenceDays);
    return sum;
  }
}

/** How often one number of days must be doubled to reach the other, weeks at the least. */
function doublings(one: number, other: number): number {
  return Math.abs(log(Math.max(7, one)) - log(Math.max(7, other))) / LOG_TWO;
}

const LOG_TWO = log(2);
