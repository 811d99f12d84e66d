/**
 * Life inside: the columns of the data dictionary that work, programmes, staff, incidents and family write.
 */
import type { ColumnKind } from '../engine/store.ts';

/** What the data dictionary says of a column. */
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
    meaning: 'work that is done inside, 255 for none',
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
    meaning: 'where that work is: level times units, and the unit',
    writer: 'work',
  },
  programme: {
    kind: 'uint8',
    unit: 'programme',
    meaning: 'programme that is attended, or waited for, 255 for none',
    writer: 'enrolment',
  },
  programmeSince: {
    kind: 'int32',
    unit: 'day',
    meaning: 'day on which that programme began, or from which it is waited for',
    writer: 'enrolment',
  },
  isEnrolled: {
    kind: 'uint8',
    unit: 'yes or no',
    meaning: 'attends that programme, and does not wait for it',
    writer: 'enrolment',
  },
  seatAt: {
    kind: 'uint16',
    unit: 'unit',
    meaning: 'where that seat is: level times units, and the unit',
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
    meaning: 'where in the wish for programmes the person stands in the present case, negative before it is known',
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
    meaning: 'climate of the unit in which the person is, or was held last',
    writer: 'staff',
  },
  weeksInside: {
    kind: 'uint16',
    unit: 'weeks',
    meaning: 'rolls called inside in the present case so far: an occasion of draws',
    writer: 'court, roll',
  },
  standardMet: {
    kind: 'float64',
    unit: 'standard',
    meaning: 'material standard of the level at which the person is, or was held last',
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
    meaning: 'first day after an exclusion from company in answer to an incident',
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
    meaning: 'has children, is one who gets visits: as found in the first week inside in the present case',
    writer: 'family',
  },
  visited: { kind: 'uint8', unit: 'yes or no', meaning: 'had a visit in the present case', writer: 'family' },
} as const satisfies Record<string, Trait>;
