/**
 * Traits: recovers the traits of people at arrival from their keys.
 *
 * Rows of people who left are recycled, so the world no longer holds their traits. But a draw is a pure function of person,
 * decision and occasion: synthesising the same key on the same day gives the same person once more.
 */
import type { Day } from '../engine/calendar.ts';
import { randomKey } from '../engine/random.ts';
import { arrivalDayOf } from '../people/arrivals.ts';
import { drawNeeds } from '../people/needs.ts';
import { NOT_YET } from '../people/person.ts';
import { synthesise } from '../people/synthesise.ts';
import { World } from '../people/world.ts';
import type { Cell } from '../simulation/simulate.ts';

/** A person on the day of arrival. */
export interface Traits {
  readonly arrivalDay: Day;
  readonly birthDay: Day;
  /** Number of the member of the dimension `sex`. */
  readonly sex: number;
  readonly foreign: boolean;
  /** Number of the offence group of the first charge. */
  readonly group: number;
  /** Sanctions received before arrival. */
  readonly sanctions: number;
  readonly firstSanctionDay: Day | undefined;
  /** One bit each, see `needs`. */
  readonly needs: number;
}

/** The people of a cell at arrival, by key. */
export function traitsIn(cell: Cell): (stream: number, index: number) => Traits {
  const { seed, replicate, burnInStart: firstDay, end, levels, units, parameters } = cell;
  const world = new World({ key: randomKey(seed, replicate), firstDay, lastDay: end - 1, levels, units });
  const { people } = world;
  return (stream, index) => {
    const arrivalDay = arrivalDayOf(index);
    const given = parameters.findLast(({ from }) => from <= arrivalDay)!.values;
    world.today = arrivalDay;
    const row = world.enter(stream, index);
    synthesise(world, row, given.synthesise);
    drawNeeds(world, row, given.needs);
    const firstSanctionDay = people.firstSanctionDay[row];
    const traits: Traits = {
      arrivalDay,
      birthDay: people.birthDay[row],
      sex: people.sex[row],
      foreign: people.foreign[row] === 1,
      group: people.group[row],
      sanctions: people.sanctions[row],
      firstSanctionDay: firstSanctionDay === NOT_YET ? undefined : firstSanctionDay,
      needs: people.needs[row],
    };
    world.leave(row);
    return traits;
  };
}
