/**
 * Summary: the results of one cell, as whole numbers in arrays of fixed size, never people.
 *
 * A thousand replicates must fit into memory and travel cheaply between threads, and whole numbers can be hashed, added
 * and compared exactly. All arrays are row-major, in the order of their comments.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { digestOfIntegers } from '../engine/digest.ts';
import { lifeEventNames } from '../people/life-events.ts';
import { statuses } from '../people/person.ts';
import { tallyNames } from '../people/tallies.ts';
import { begunWaitsLength } from './begun-waits.ts';
import { emptyMonths, type MonthCounts } from './months.ts';

/**
 * The definitions of recidivism, in the order of the tables: each counts the first such event after an index release. The last two
 * date a new sentence by the charge that leads to it, as Norwegian figures on offences within two years of release do.
 */
export const definitions = [
  'new-charge',
  'new-conviction',
  'new-sanction',
  'new-prison-sentence',
  'new-charge-to-sanction',
  'new-charge-to-prison',
] as const;
export type Definition = (typeof definitions)[number];

/**
 * Days from a charge within which the sentence must begin, for the definitions dated by a charge. Charges in the last such days of
 * observation count nowhere, since nobody can see yet what they lead to.
 */
export const DAYS_TO_BEGIN = 2 * 365;

/** Months since release that are counted, 0 to 60; later events fall into none. */
export const MONTHS = 61;

/** The cohorts by entry: people whose first case ends in prison, from the verdict; people charged for the first time, from the charge. */
export const cohorts = ['sentenced', 'charged'] as const;

/** Those, and the people inside on a day that the scenario names, from that day: all enter together. */
export const allCohorts = [...cohorts, 'stock'] as const;
export type Cohort = (typeof allCohorts)[number];

/** Citizens, then foreign nationals, apart: expulsion is not desistance. */
export const cohortGroups = ['citizens', 'others'] as const;

/** Who enters a cohort: people, those of them with an earlier sanction, and the sum of their ages in whole years. */
export const cohortEntries = ['members', 'with-record', 'age-years'] as const;

/** Months since entry that are counted: five years. */
export const COHORT_MONTHS = 60;

/**
 * What happened to a cohort in a month since entry: people charged again for the first time; charges; people sentenced to prison
 * again for the first time; cost of crime in thousand kroner; people who died, were expelled, or left unseen; then days in a
 * treatment institution, on monitoring, waiting to serve, on conditional release, abroad, dead, and unseen. Days inside follow, by
 * level. The rest of the days are days at liberty.
 */
export const cohortCounts = [
  'charged',
  'charges',
  'imprisoned',
  'crime',
  'died',
  'expelled',
  'left',
  'treated',
  'monitored',
  'waiting',
  'supervised',
  'abroad',
  'dead',
  'elsewhere',
] as const;
export type CohortCount = (typeof cohortCounts)[number];

/** Quarters of entry. */
export function quartersOf({ weeks }: Pick<SummaryShape, 'weeks'>): number {
  return Math.ceil((weeks * 7) / (DAYS_PER_YEAR / 4));
}

/** Waits counted by whole days: 0 to five years less a day; the last counts all longer ones. */
export const WAITS = 1827;

/**
 * What is kept of the evenings of a calendar quarter at a level: the most people held, the places that could be used on the last
 * such evening, second beds included; the most people beyond the places of their sex and unit, as in `overflow`, and evenings with
 * any; people at liberty who wait for the level on the last evening; the most people beyond all its usable places together, and
 * evenings with any.
 */
export const peakCounts = ['people', 'places', 'beyond', 'nights', 'queue', 'short', 'shortNights'] as const;
export type PeakCount = (typeof peakCounts)[number];

/** The place of a calendar quarter, counted from the first of the first observed year, in `peaks`. */
export function peakAt(
  { levels }: Pick<SummaryShape, 'levels'>,
  quarter: number,
  level: number,
  count: PeakCount,
): number {
  return (quarter * levels + level) * peakCounts.length + peakCounts.indexOf(count);
}

/** Waits for a level counted by whole days: 0 to a year less a day; the last counts all longer ones. */
export const LEVEL_WAITS = 366;

/** What is kept of the evenings of a unit: those on which it is full, and person-nights beyond its own places, cut while people stay. */
export const unitCounts = ['full', 'beyond'] as const;

/** The entries of a cohort by time: quarters, one after the other by cohort, and one entry for the stock if it is followed. */
export function entriesOf(shape: SummaryShape): number {
  return cohorts.length * quartersOf(shape) + (shape.stock ?? 0);
}

/** The place of a cohort's quarter among these entries; the stock has one alone. */
export function entryOf(shape: SummaryShape, cohort: Cohort, quarter: number): number {
  return allCohorts.indexOf(cohort) * quartersOf(shape) + (cohort === 'stock' ? 0 : quarter);
}

/** The numbers that set the sizes of the arrays of a summary: `offences` are the offence groups, `stock` is 1 if a stock is followed. */
export const shapeNames = ['weeks', 'years', 'levels', 'offences', 'stock', 'units'] as const;

/** The sizes of the arrays of a summary. */
export type SummaryShape = Readonly<Record<Exclude<(typeof shapeNames)[number], 'stock' | 'units'>, number>> & {
  readonly stock?: number;
  readonly units?: number;
};

export interface Summary extends MonthCounts {
  readonly shape: SummaryShape;
  /** Person-days: week, status, level (the last column for no level). */
  readonly stock: Int32Array;
  /** The fullest day of a week: week, status, level. */
  readonly fullest: Int32Array;
  /** Person-days beyond the usable places: week, level. */
  readonly overflow: Int32Array;
  /** Evenings with more people than usable places: week, level. */
  readonly fullNights: Int32Array;
  /** The fullest evening of a quarter: year, calendar quarter, level, see `peakCounts`. */
  readonly peaks: Int32Array;
  /** Evenings of units: year, calendar quarter, level, unit, see `unitCounts`. */
  readonly unitEvenings: Int32Array;
  /** Person-days in second beds, cells shared: week, level. */
  readonly sharing: Int32Array;
  /** Days of usable places, second beds included, and of places beyond the plan: week, level. */
  readonly places: Int32Array;
  readonly added: Int32Array;
  /** Person-days between verdict and summons, at liberty: week. */
  readonly processing: Int32Array;
  /** Person-days between summons and place, at liberty: week. */
  readonly waiting: Int32Array;
  /** Life events on record: year, event. */
  readonly flow: Int32Array;
  /** Sums that go with events, by year: see `sums`. */
  readonly sums: Float64Array;
  /** People who begin to serve from liberty, by whole days from summons to place: year, days (the last for all longer waits). */
  readonly waits: Int32Array;
  /** Those of them who begin at a level: year, level, days, see `LEVEL_WAITS`. */
  readonly levelWaits: Int32Array;
  /** All of them: year, level (the last for monitoring), sentence class, days, see `begun-waits.ts`. No part of the digest. */
  readonly begunWaits: Int32Array;
  /** Amounts of the weekly steps: year, tally, level (the last column for no level). */
  readonly tallies: Float64Array;
  /** Charges: year, offence group. */
  readonly charges: Int32Array;
  /** Charges averted by the days of people in custody, in millionths: year, offence group. */
  readonly averted: Float64Array;
  /** Releases from sentences in institutions by the level of the last day: year, level. */
  readonly lastLevels: Int32Array;
  /**
   * First events since the index release: definition, last level (the last for electronic monitoring), month. Definitions dated by
   * a charge leave out releases of the last days, see `DAYS_TO_BEGIN`.
   */
  readonly events: Int32Array;
  /** Competing risks, death or expulsion first: definition, last level, month. */
  readonly competing: Int32Array;
  /** Censored, followed so far without an event: definition, last level, month. */
  readonly censored: Int32Array;
  /** Over index releases, in an institution or at home: see `expectations`. */
  readonly expected: Float64Array;
  /** Over index releases by exposure: comparison, see `naiveSums`. */
  readonly naive: Float64Array;
  /** Members: cohort, quarter of entry, group, see `cohortEntries`. */
  readonly cohortMembers: Int32Array;
  /** Order-free hash of the members and their days of entry, two words: cohort, quarter of entry. */
  readonly cohortHash: Uint32Array;
  /** What happened to members: cohort, quarter of entry, group, month since entry, see `cohortCounts`. */
  readonly cohortMonths: Int32Array;
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
  // of prison sentences imposed: how many, and on whom; ages in whole years
  'sentences',
  'sentences-record',
  'sentences-age',
  'sentences-citizens',
  // deaths of people in custody, from any cause
  'deaths-inside',
  // people who go on to monitoring from an institution
  'monitored-last',
  // suicides of people on remand
  'suicides-remand',
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
  const { weeks, years, levels, offences, stock = 0, units = 0 } = shape;
  const cells = statuses.length * (levels + 1);
  const followed = definitions.length * (levels + 1) * MONTHS;
  const entries = entriesOf(shape);
  return {
    shape: { weeks, years, levels, offences, stock, units },
    stock: new Int32Array(weeks * cells),
    fullest: new Int32Array(weeks * cells),
    overflow: new Int32Array(weeks * levels),
    fullNights: new Int32Array(weeks * levels),
    peaks: new Int32Array(years * 4 * levels * peakCounts.length),
    unitEvenings: new Int32Array(years * 4 * levels * units * unitCounts.length),
    sharing: new Int32Array(weeks * levels),
    places: new Int32Array(weeks * levels),
    added: new Int32Array(weeks * levels),
    processing: new Int32Array(weeks),
    waiting: new Int32Array(weeks),
    flow: new Int32Array(years * lifeEventNames.length),
    sums: new Float64Array(years * sums.length),
    waits: new Int32Array(years * WAITS),
    levelWaits: new Int32Array(years * levels * LEVEL_WAITS),
    begunWaits: new Int32Array(begunWaitsLength(years, levels)),
    tallies: new Float64Array(years * tallyNames.length * (levels + 1)),
    charges: new Int32Array(years * offences),
    averted: new Float64Array(years * offences),
    lastLevels: new Int32Array(years * levels),
    events: new Int32Array(followed),
    competing: new Int32Array(followed),
    censored: new Int32Array(followed),
    expected: new Float64Array(expectations.length),
    naive: new Float64Array(naiveComparisons.length * naiveSums.length),
    cohortMembers: new Int32Array(entries * cohortGroups.length * cohortEntries.length),
    cohortHash: new Uint32Array(entries * 2),
    cohortMonths: new Int32Array(entries * cohortGroups.length * COHORT_MONTHS * (cohortCounts.length + levels)),
    ...emptyMonths(years, levels),
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
