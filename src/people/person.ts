/**
 * The data dictionary: every column that a person has, its unit, its meaning and the one noun that writes it.
 *
 * A person is a row of typed columns. Rows are recycled; the key (stream, index) is not, and luck knows only the key.
 */
import type { ColumnKind, Columns } from '../engine/store.ts';

interface Trait {
  readonly kind: ColumnKind;
  readonly unit: string;
  readonly meaning: string;
  /** The noun that writes it. */
  readonly writer: string;
}

/** Where a person stands before the law. The order is fixed: tables carry the names. */
export const statuses = ['liberty', 'waiting', 'conditional', 'remand', 'serving', 'monitored'] as const;

/** The number of every status, by name. */
export const status = Object.freeze({ liberty: 0, waiting: 1, conditional: 2, remand: 3, serving: 4, monitored: 5 });

/** Why somebody serves again what was left of a sentence. */
export const recalls = Object.freeze({ none: 0, fromRelease: 1, fromMonitoring: 2 });

/** A level or list number that means none. */
export const NONE = 255;

/** A day that means never happened. */
export const NOT_YET = -0x80000000;

export const dictionary = {
  stream: {
    kind: 'uint8',
    unit: '',
    meaning: 'which exogenous arrival process made the person; first half of the key',
    writer: 'arrivals',
  },
  index: {
    kind: 'uint32',
    unit: '',
    meaning: 'which arrival of that process; second half of the key',
    writer: 'arrivals',
  },
  arrivalDay: {
    kind: 'int32',
    unit: 'day',
    meaning: 'day of the first charge in the window of observation',
    writer: 'arrivals',
  },
  birthDay: { kind: 'int32', unit: 'day', meaning: 'day of birth', writer: 'synthesise' },
  sex: { kind: 'uint8', unit: 'sex', meaning: 'registered sex', writer: 'synthesise' },
  foreign: { kind: 'uint8', unit: 'yes or no', meaning: 'a foreign national', writer: 'synthesise' },
  group: {
    kind: 'uint8',
    unit: 'offence',
    meaning: 'offence group of the present or latest case',
    writer: 'synthesise, court',
  },
  category: {
    kind: 'uint8',
    unit: 'category',
    meaning: 'category of that offence in the risk scale',
    writer: 'synthesise, court',
  },
  sanctions: {
    kind: 'uint16',
    unit: 'sanctions',
    meaning: 'sanctions received so far, the present one included',
    writer: 'synthesise, court',
  },
  firstSanctionDay: { kind: 'int32', unit: 'day', meaning: 'day of the first sanction', writer: 'synthesise, court' },
  convictionDay: { kind: 'int32', unit: 'day', meaning: 'day of the latest verdict', writer: 'court' },
  episode: { kind: 'uint16', unit: 'episodes', meaning: 'cases so far: the occasion of most draws', writer: 'court' },
  status: { kind: 'uint8', unit: 'status', meaning: 'standing before the law', writer: 'world' },
  level: { kind: 'uint8', unit: 'level', meaning: 'security level, 255 outside institutions', writer: 'world' },
  sentenceDays: {
    kind: 'int32',
    unit: 'days',
    meaning: 'length of the sentence, imposed or, before the verdict, to be expected',
    writer: 'court, sentence',
  },
  creditDays: { kind: 'int32', unit: 'days', meaning: 'days of remand that count as served', writer: 'remand, court' },
  custodyDay: {
    kind: 'int32',
    unit: 'day',
    meaning: 'day on which the present stay began',
    writer: 'remand, placement, sentence',
  },
  servedDays: {
    kind: 'int32',
    unit: 'days',
    meaning: 'days of the sentence served before the present stay, remand included',
    writer: 'release, sentence, court, monitoring',
  },
  releaseDay: { kind: 'int32', unit: 'day', meaning: 'the release that is announced', writer: 'release' },
  conditionalGranted: {
    kind: 'uint8',
    unit: 'yes or no',
    meaning: 'the announced release is conditional',
    writer: 'release',
  },
  servedUntil: {
    kind: 'int32',
    unit: 'day',
    meaning: 'day on which the latest serving ended, in an institution or at home',
    writer: 'release',
  },
  lastLevel: {
    kind: 'uint8',
    unit: 'level',
    meaning: 'level of the last day before the present liberty, if it followed serving',
    writer: 'release, court',
  },
  recall: {
    kind: 'uint8',
    unit: 'recall',
    meaning: 'serves, or waits to serve, the rest after a recall or a revocation',
    writer: 'supervision, monitoring, court',
  },
  openDays: {
    kind: 'int32',
    unit: 'days',
    meaning: 'days of the present case served at levels beyond the most closed',
    writer: 'placement, court',
  },
  levelDay: { kind: 'int32', unit: 'day', meaning: 'day of coming to the present level', writer: 'remand, placement' },
  assessedRisk: {
    kind: 'float64',
    unit: 'share',
    meaning: 'assessed risk as a rank between 0, lowest, and 1',
    writer: 'placement',
  },
  reviews: { kind: 'uint16', unit: 'reviews', meaning: 'reviews in the present stay', writer: 'placement' },
  waitingSince: {
    kind: 'int32',
    unit: 'day',
    meaning: 'day of joining a waiting list',
    writer: 'placement, court',
  },
  spellDay: {
    kind: 'int32',
    unit: 'day',
    meaning: 'day on which the present spell of liberty began',
    writer: 'reoffending',
  },
  logit: {
    kind: 'float64',
    unit: 'log-odds',
    meaning: 'log-odds of a charge within two years at risk',
    writer: 'reoffending',
  },
  pausedDays: {
    kind: 'int32',
    unit: 'days',
    meaning: 'days at risk that were left to the next charge when custody stopped the clock',
    writer: 'supervision, reoffending',
  },
  indexDay: { kind: 'int32', unit: 'day', meaning: 'latest index release from an institution', writer: 'follow-up' },
  indexLevel: { kind: 'uint8', unit: 'level', meaning: 'security level of the day before it', writer: 'follow-up' },
  indexMet: { kind: 'uint8', unit: 'bits', meaning: 'recidivism definitions met since it', writer: 'follow-up' },
  homeDay: {
    kind: 'int32',
    unit: 'day',
    meaning: 'index completion of a sentence on electronic monitoring',
    writer: 'follow-up',
  },
  homeMet: { kind: 'uint8', unit: 'bits', meaning: 'recidivism definitions met since it', writer: 'follow-up' },
} as const satisfies Record<string, Trait>;

/** The columns that hold all people, one typed array a trait. */
export type People = Columns<ColumnKinds>;

/** What every column holds. */
export type ColumnKinds = { readonly [Name in keyof typeof dictionary]: (typeof dictionary)[Name]['kind'] };

/** A person's place in the columns; one integer everywhere. */
export type Row = number;
