/**
 * Arrangement: a home, a job or care for the time after release, one bit each in the columns `asked` and `arranged`.
 *
 * `reentry` makes arrangements and settles when they are lost again.
 */
import { event } from './life-events.ts';
import { need } from './needs.ts';
import { NOT_YET, type Row } from './person.ts';
import type { World } from './world.ts';

/** In the order of the dimension `arrangement`. */
export const arrangementNames = ['home', 'job', 'care'] as const;

/** The bit of each. */
export const arrangement = Object.freeze({ home: 1, job: 2, care: 4 });

/** The needs behind each: a person with any of them lacks a home, a job or care. */
export const lackedBy: readonly number[] = Object.freeze([need.housing, need.work, need.opioids | need.mental]);

/** A new case begins with nothing arranged. */
export function forgetArrangements({ people, diary }: World, row: Row): void {
  people.asked[row] = 0;
  people.arranged[row] = 0;
  people.arrangedUntil[row] = NOT_YET;
  diary.clear(row, event.prepared);
  diary.clear(row, event.riskChanged);
}
