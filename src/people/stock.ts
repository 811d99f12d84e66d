/**
 * Stock: the people inside on one day that a scenario names, to be followed whatever happens to them.
 *
 * Who is inside has often been followed for years already, and the window of observation would close on many of them soon. So it is
 * suspended for the members: none departs, in any arm. Beyond the follow-up of a spell nothing more is simulated of their lives at
 * liberty, since the curve would be extrapolated.
 *
 * Writes `stockCase`.
 */
import { isHeld, type People, type Row } from './person.ts';
import type { World } from './world.ts';

/** On the morning of the day: notes who is inside, remand included. */
export function takeStock(world: World): void {
  const { people, rows } = world;
  for (let row = 0; row < rows.highest; row++) {
    if (world.isPresent(row) && isHeld(people.status[row])) people.stockCase[row] = people.episode[row];
  }
}

/** Whether the person was inside on that day; false before it. */
export function isInStock({ stockCase }: Pick<People, 'stockCase'>, row: Row): boolean {
  return stockCase[row] > 0;
}
