/** Rooms: which rooms the house of a scenario has: the queue at the door, a room per level, and the ways out. */
import type { LivesFound } from '../messages.ts';
import { type Plan, planOf, type RoomWanted } from './layout.ts';

/** The plan on a day, large enough for all arms: `most` has the most people by state in any of them. */
export function roomsOf(lives: LivesFound, day: number, most: readonly number[], width: number): Plan {
  const { levels, statesOutside, places } = lives;
  const now = places.findLast(({ from }) => from <= day) ?? places[0];
  const state = (name: string) => levels.length + statesOutside.indexOf(name);
  const room = (name: string, states: readonly number[], limit?: number): RoomWanted => ({
    name,
    states,
    places: limit,
    most: states.reduce((sum, one) => sum + most[one], 0),
  });
  const levelRooms = levels.map((level, at) => room(level, at === 0 ? [at, state('remand')] : [at], now.byLevel[at]));
  const elsewhere = ['treatment', 'absent'].filter((name) => most[state(name)] > 0);
  const isNarrow = width < 520;
  return planOf(
    [
      {
        height: isNarrow ? 132 : 190,
        rooms: [room(isNarrow ? 'waiting' : 'waiting to serve', [state('waiting for a place')]), ...levelRooms],
      },
      {
        height: isNarrow ? 60 : 70,
        rooms: [
          room('monitoring', [state('electronic monitoring')], now.monitoring),
          ...elsewhere.map((name) => room(name, [state(name)])),
          room(isNarrow ? 'on conditions' : 'released on conditions', [state('conditional release')]),
        ],
      },
      { height: isNarrow ? 80 : 64, rooms: [room('at liberty', [state('liberty')])] },
    ],
    width,
  );
}
