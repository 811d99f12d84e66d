/**
 * Life inside: the columns of the data dictionary that the plan, work, programmes, staff, incidents and family write.
 */
import { NONE, NOT_YET, type Trait } from './trait.ts';

/** The columns of life inside, in the form of the dictionary of `person.ts`. */
export const lifeInside = {
  planDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day on which the sentence plan of the present stay was made',
    writer: 'plan',
  },
  matched: {
    kind: 'uint8',
    unit: 'needs',
    meaning: 'needs that the sentence plan meets, one bit each',
    writer: 'court, plan',
  },
  planReviews: {
    kind: 'uint8',
    unit: 'reviews',
    meaning: 'reviews of the sentence plan that came up in the present case, up to 255',
    writer: 'plan',
  },
  isolatedDays: {
    kind: 'uint16',
    unit: 'days',
    meaning: 'days in full isolation in the present case, on remand',
    writer: 'court, remand',
  },
  workshop: {
    kind: 'uint8',
    atFirst: NONE,
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
    atFirst: NONE,
    unit: 'programme',
    meaning: 'programme attended or waited for, 255 for none',
    writer: 'enrolment',
  },
  programmeSince: {
    kind: 'int32',
    atFirst: NOT_YET,
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
  programmeLeft: {
    kind: 'int32',
    unit: 'days',
    meaning: 'days to its end when the seat was lost, while the person waits to go on; 0 otherwise',
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
    atFirst: -1,
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
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'first day after the latest exclusion from company',
    writer: 'incidents',
  },
  isolatedUntil: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'first day after the latest exclusion that was long enough to count as isolation in the effects',
    writer: 'incidents',
  },
  ties: {
    kind: 'float64',
    atFirst: -1,
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
