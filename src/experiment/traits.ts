/**
 * Traits: what somebody was when they arrived, found again from their key.
 *
 * The rows of people who left are used again, so their traits are no longer in the world. But a draw is a pure function of
 * who, which decision and which occasion: synthesising the same key on the same day gives the same person once more.
 */
import type { Day } from '../engine/calendar.ts';
import { randomKey } from '../engine/random.ts';
import { NOT_YET } from '../people/person.ts';
import { synthesise } from '../people/synthesise.ts';
import { World } from '../people/world.ts';
import type { Cell } from '../simulation/simulate.ts';

/** A person on the day of arrival. */
export interface Traits {
  readonly birthDay: Day;
  /** Number of the member of the dimension `sex`. */
  readonly sex: number;
  readonly foreign: boolean;
  /** Number of the offence group of the first charge. */
  readonly group: number;
  /** Sanctions received before. */
  readonly sanctions: number;
  readonly firstSanctionDay: Day | undefined;
}

/** Who the people of a cell were, by key and day of arrival. */
export function traitsIn(cell: Cell): (stream: number, index: number, arrivalDay: Day) => Traits {
  const { seed, replicate, burnInStart: firstDay, end, levels, units, parameters } = cell;
  const world = new World({ key: randomKey(seed, replicate), firstDay, lastDay: end - 1, levels, units });
  const { people } = world;
  return (stream, index, arrivalDay) => {
    world.today = arrivalDay;
    const row = world.enter(stream, index);
    synthesise(world, row, parameters.findLast(({ from }) => from <= arrivalDay)!.values.synthesise);
    const firstSanctionDay = people.firstSanctionDay[row]!;
    const traits: Traits = {
      birthDay: people.birthDay[row]!,
      sex: people.sex[row]!,
      foreign: people.foreign[row] === 1,
      group: people.group[row]!,
      sanctions: people.sanctions[row]!,
      firstSanctionDay: firstSanctionDay === NOT_YET ? undefined : firstSanctionDay,
    };
    world.leave(row);
    return traits;
  };
}
