/**
 * Arrangement: what can be arranged for the time after release, one bit each in the columns `asked` and `arranged`.
 */
import { need } from './needs.ts';

/** In the order of the dimension `arrangement`. */
export const arrangementNames = ['home', 'job', 'care'] as const;

/** The bit of each. */
export const arrangement = Object.freeze({ home: 1, job: 2, care: 4 });

/** Needs of which one must be there for somebody to lack a home, a job or care. */
export const lackedBy: readonly number[] = Object.freeze([need.housing, need.work, need.opioids | need.mental]);
