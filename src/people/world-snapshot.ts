/** World snapshot: a copy of a world's state, from which arms branch. */
import type { Agenda } from '../engine/agenda.ts';
import type { Day } from '../engine/calendar.ts';
import type { Journal } from '../engine/journal.ts';
import type { RowAllocator } from '../engine/store.ts';
import type { WaitingLists } from '../engine/waiting-lists.ts';
import type { People } from './person.ts';
import type { PlacesSnapshot } from './places.ts';

/** A copy of a world's state on one morning. */
export interface WorldSnapshot {
  readonly today: Day;
  readonly capacity: number;
  readonly people: ReturnType<People['snapshot']>;
  readonly diary: ReturnType<Agenda['snapshot']>;
  readonly waiting: ReturnType<WaitingLists['snapshot']>;
  readonly journal: ReturnType<Journal['snapshot']>;
  readonly rows: ReturnType<RowAllocator['snapshot']>;
  readonly stock: Int32Array;
  readonly inside: Int32Array;
  readonly held: Int32Array;
  readonly places: PlacesSnapshot;
  readonly climate: Float64Array;
  readonly unrest: Int32Array;
  readonly tallies: Float64Array;
}
