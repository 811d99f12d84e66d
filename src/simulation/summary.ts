/**
 * Summary: the results of one cell, as whole numbers in arrays of fixed size, never people.
 *
 * A thousand replicates must fit into memory and travel cheaply between threads, and whole numbers can be hashed, added
 * and compared exactly. All arrays are row-major, in the order of their comments.
 */
import { digestOfIntegers } from '../engine/digest.ts';
import { lifeEventNames } from '../people/life-events.ts';
import { statuses } from '../people/person.ts';
import { tallyNames } from '../people/tallies.ts';

/** The definitions of recidivism, in the order of the tables: each counts the first such event after an index release. */
export const definitions = ['new-charge', 'new-conviction', 'new-sanction', 'new-prison-sentence'] as const;

/** Months since release that are counted, 0 to 60; later events fall into none. */
export const MONTHS = 61;

/** The numbers that set the sizes of the arrays of a summary; `offences` are the offence groups. */
export const shapeNames = ['weeks', 'years', 'levels', 'offences'] as const;

/** The sizes of the arrays of a summary. */
export type SummaryShape = Readonly<Record<(typeof shapeNames)[number], number>>;

export interface Summary {
  readonly shape: SummaryShape;
  /** Person-days: week, status, level (the last column for no level). */
  readonly stock: Int32Array;
  /** The fullest day of a week: week, status, level. */
  readonly fullest: Int32Array;
  /** Person-days beyond the usable places: week, level. */
  readonly overflow: Int32Array;
  /** Person-days in second beds, cells shared: week, level. */
  readonly sharing: Int32Array;
  /** Place-days that could be used, and those of them beyond the plan: week, level. */
  readonly places: Int32Array;
  readonly added: Int32Array;
  /** Person-days of waiting to begin, at liberty: week. */
  readonly waiting: Int32Array;
  /** Life events on record: year, event. */
  readonly flow: Int32Array;
  /** Sums that go with events, by year: see `sums`. */
  readonly sums: Float64Array;
  /** Amounts of the weekly steps: year, tally, level (the last column for no level). */
  readonly tallies: Float64Array;
  /** Charges: year, offence group. */
  readonly charges: Int32Array;
  /** Charges averted by the time inside of released people, in thousandths: year, offence group. */
  readonly averted: Float64Array;
  /** Releases from sentences in institutions by the level of the last day: year, level. */
  readonly lastLevels: Int32Array;
  /** First events since the index release: definition, last level (the last for electronic monitoring), month. */
  readonly events: Int32Array;
  /** Competing risks, death or expulsion first: definition, last level, month. */
  readonly competing: Int32Array;
  /** Censored, followed so far without an event: definition, last level, month. */
  readonly censored: Int32Array;
  /** Over index releases, in an institution or at home: see `expectations`. */
  readonly expected: Float64Array;
  /** Over index releases by exposure: comparison, see `naiveSums`. */
  readonly naive: Float64Array;
  /** Order-free hash of the life events, two words, and their number. */
  readonly lives: Uint32Array;
}

/** Sums that go with events, in the order of the array, each by year. */
export const sums = [
  'remand-days',
  'institution-days',
  'waiting-days',
  'waited',
  'escapes',
  'leave-failures',
  // of releases from prison sentences in institutions: how many, and who has what; ties in thousandths
  'releases',
  'releases-visited',
  'releases-home',
  'releases-job',
  'releases-care',
  'release-ties',
] as const;

/** Index releases, and the sums of their chances of a charge within two years by evidence mode, in millionths. */
export const expectations = ['people', 'none', 'A', 'all'] as const;
export type Expectation = (typeof expectations)[number];

/** The naive comparisons, of people with and without an exposure, released from institutions; the last, of all releases. */
export const naiveComparisons = ['programme', 'education', 'visits', 'open-level', 'home'] as const;

/**
 * The sums of each: exposed people, their chances of a charge within two years, their chances by their own risk alone, and
 * without the exposure compared; then the same but the last for the others. Chances in millionths.
 */
export const naiveSums = ['met', 'charged', 'own', 'without', 'others', 'others-charged', 'others-own'] as const;

/** A summary of zeros. */
export function emptySummary(shape: SummaryShape): Summary {
  const { weeks, years, levels, offences } = shape;
  const cells = statuses.length * (levels + 1);
  const followed = definitions.length * (levels + 1) * MONTHS;
  return {
    shape,
    stock: new Int32Array(weeks * cells),
    fullest: new Int32Array(weeks * cells),
    overflow: new Int32Array(weeks * levels),
    sharing: new Int32Array(weeks * levels),
    places: new Int32Array(weeks * levels),
    added: new Int32Array(weeks * levels),
    waiting: new Int32Array(weeks),
    flow: new Int32Array(years * lifeEventNames.length),
    sums: new Float64Array(years * sums.length),
    tallies: new Float64Array(years * tallyNames.length * (levels + 1)),
    charges: new Int32Array(years * offences),
    averted: new Float64Array(years * offences),
    lastLevels: new Int32Array(years * levels),
    events: new Int32Array(followed),
    competing: new Int32Array(followed),
    censored: new Int32Array(followed),
    expected: new Float64Array(expectations.length),
    naive: new Float64Array(naiveComparisons.length * naiveSums.length),
    lives: new Uint32Array(3),
  };
}

/** A copy that shares nothing. */
export function copyOf(summary: Summary): Summary {
  const copies = Object.entries(summary).map(([name, part]) => [name, name === 'shape' ? part : part.slice()]);
  return Object.fromEntries(copies) as Summary;
}

/** The digest of a cell: SHA-256 over its whole numbers in canonical order, the hash of its lives included. */
export function digestOf({ shape: _, ...parts }: Summary): string {
  return digestOfIntegers(Object.values(parts));
}
