/**
 * Life inside: the columns of the data dictionary that work, programmes, staff, incidents and family write.
 */
import type { ColumnKind } from '../engine/store.ts';

/** The entry of a column in the data dictionary. */
export interface Trait {
  readonly kind: ColumnKind;
  readonly unit: string;
  readonly meaning: string;
  /** The nouns that write it. */
  readonly writer: string;
}

/** The columns of life inside, in the form of the dictionary of `person.ts`. */
export const lifeInside = {
  workshop: {
    kind: 'uint8',
    unit: 'workshop',
    meaning: 'work done inside, 255 for none',
    writer: 'work',
  },
  workDays: {
    kind: 'int32',
    unit: 'days',
    meaning: 'days in the present case on which there was work',
    writer: 'work',
  },
  workAt: {
    kind: 'uint16',
    unit: 'unit',
    meaning: 'where that work is: level x units + unit',
    writer: 'work',
  },
  programme: {
    kind: 'uint8',
    unit: 'programme',
    meaning: 'programme attended or waited for, 255 for none',
    writer: 'enrolment',
  },
  programmeSince: {
    kind: 'int32',
    unit: 'day',
    meaning: 'day on which that programme, or the wait for it, began',
    writer: 'enrolment',
  },
  isEnrolled: {
    kind: 'uint8',
    unit: 'yes or no',
    meaning: 'attends that programme rather than waits for it',
    writer: 'enrolment',
  },
  seatAt: {
    kind: 'uint16',
    unit: 'unit',
    meaning: 'where that seat is: level x units + unit',
    writer: 'enrolment',
  },
  willDropOut: {
    kind: 'uint8',
    unit: 'yes or no',
    meaning: 'will leave that programme before its end',
    writer: 'programme',
  },
  motivation: {
    kind: 'float64',
    unit: 'share',
    meaning: 'rank of motivation for programmes in the present case, 0 the keenest; negative before it is drawn',
    writer: 'programme, programme-allocation',
  },
  completed: {
    kind: 'uint16',
    unit: 'programmes',
    meaning: 'programmes completed in the present case, one bit each',
    writer: 'programme',
  },
  attempted: {
    kind: 'uint16',
    unit: 'programmes',
    meaning: 'programmes begun in the present case, one bit each',
    writer: 'programme',
  },
  fidelity: {
    kind: 'float64',
    unit: 'share',
    meaning: 'mean fidelity of the programmes completed in the present case',
    writer: 'programme',
  },
  climateMet: {
    kind: 'float64',
    unit: 'share',
    meaning: 'climate of the present or latest unit',
    writer: 'staff',
  },
  weeksInside: {
    kind: 'uint16',
    unit: 'weeks',
    meaning: 'weekly rolls inside in the present case so far: an occasion of draws',
    writer: 'court, roll',
  },
  standardMet: {
    kind: 'float64',
    unit: 'standard',
    meaning: 'material standard of the present or latest level',
    writer: 'regime',
  },
  incidents: {
    kind: 'uint16',
    unit: 'incidents',
    meaning: 'incidents in the present case',
    writer: 'court, incidents',
  },
  excludedUntil: {
    kind: 'int32',
    unit: 'day',
    meaning: 'first day after the latest exclusion from company',
    writer: 'incidents',
  },
  ties: {
    kind: 'float64',
    unit: 'share',
    meaning: 'strength of the ties to family and friends, between 0 and 1; -1 before the first week inside in a case',
    writer: 'family',
  },
  familyFlags: {
    kind: 'uint8',
    unit: 'bits',
    meaning: 'has children, receives visits: one bit each, drawn in the first week inside in the present case',
    writer: 'family',
  },
  visited: { kind: 'uint8', unit: 'yes or no', meaning: 'had a visit in the present case', writer: 'family' },
} as const satisfies Record<string, Trait>;
