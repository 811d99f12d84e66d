/**
 * The data dictionary: every column that a person has, its unit, its meaning and the nouns that write it.
 *
 * The people of this agent-based model are rows of typed columns. Rows are recycled, and exchanged by the weekly roll; the key
 * (stream, index) stays with the person, and random draws depend on the key alone.
 */
import { type Columns, columnsOf } from '../engine/store.ts';
import { status } from './legal-status.ts';
import { lifeInside } from './life-inside.ts';
import { lifeOutside } from './life-outside.ts';
import { NONE, NOT_YET, type Trait, UNASSESSED } from './trait.ts';

export {
  custodyGrounds,
  insideStatuses,
  isHeld,
  isServing,
  recalls,
  status,
  statuses,
  statusOnGround,
} from './legal-status.ts';
export { NONE, NOT_YET, UNASSESSED };

/** The number of sexes, held apart: the members of the dimension `sex`. */
export const SEXES = 2;

export const dictionary = {
  stream: {
    kind: 'uint8',
    unit: '',
    meaning: 'exogenous arrival process that made the person; first half of the key',
    writer: 'arrivals',
  },
  index: {
    kind: 'uint32',
    unit: '',
    meaning: 'number of the arrival within that process; second half of the key',
    writer: 'arrivals',
  },
  arrivalDay: {
    kind: 'int32',
    unit: 'day',
    meaning: 'day of the first charge in the window of observation',
    writer: 'arrivals',
  },
  birthDay: { kind: 'int32', unit: 'day', meaning: 'day of birth', writer: 'initial-stock, synthesise' },
  sex: { kind: 'uint8', unit: 'sex', meaning: 'registered sex', writer: 'initial-stock, synthesise' },
  foreign: { kind: 'uint8', unit: 'yes or no', meaning: 'a foreign national', writer: 'initial-stock, synthesise' },
  group: {
    kind: 'uint8',
    unit: 'offence',
    meaning: 'offence group of the present or latest case',
    writer: 'court, initial-stock, synthesise',
  },
  category: {
    kind: 'uint8',
    unit: 'category',
    meaning: 'category of that offence in the risk scale',
    writer: 'court, initial-stock, synthesise',
  },
  sanctions: {
    kind: 'uint16',
    unit: 'sanctions',
    meaning: 'sanctions received so far, the present one included',
    writer: 'court, synthesise',
  },
  firstSanctionDay: {
    kind: 'int32',
    unit: 'day',
    meaning: 'day of the first sanction',
    writer: 'court, initial-stock, synthesise',
  },
  convictionDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day of the latest verdict',
    writer: 'court',
  },
  episode: {
    kind: 'uint16',
    unit: 'episodes',
    meaning: 'number of the case, the occasion of most draws: 1 to 511, then again from 2',
    writer: 'court',
  },
  status: { kind: 'uint8', atFirst: status.liberty, unit: 'status', meaning: 'legal status', writer: 'world' },
  level: {
    kind: 'uint8',
    atFirst: NONE,
    unit: 'level',
    meaning: 'security level, 255 outside institutions',
    writer: 'world',
  },
  sentenceDays: {
    kind: 'int32',
    unit: 'days',
    meaning: 'length of the sentence: prospective before the verdict, then imposed',
    writer: 'court, detention, fine, listed-terms, retroactivity, sentence',
  },
  creditDays: { kind: 'int32', unit: 'days', meaning: 'days of remand that count as served', writer: 'court, remand' },
  custodyDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day on which the present stay began',
    writer: 'absence, bed-allocation, detention, listed-terms, remand, sentence',
  },
  servedDays: {
    kind: 'int32',
    unit: 'days',
    meaning: 'days of the sentence served before the present stay, remand included',
    writer: 'absence, court, detention, fine, listed-terms, monitoring, release, sentence',
  },
  releaseDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'announced day of release',
    writer: 'absence, admission, early-release, listed-terms, release',
  },
  conditionalGranted: {
    kind: 'uint8',
    unit: 'yes or no',
    meaning: 'the announced release is conditional',
    writer: 'admission, detention, listed-terms, release',
  },
  servedUntil: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day on which the latest serving ended, in an institution or at home',
    writer: 'release',
  },
  lastLevel: {
    kind: 'uint8',
    atFirst: NONE,
    unit: 'level',
    meaning: 'level of the last day before the present liberty, if it followed serving',
    writer: 'court, release, treatment',
  },
  recall: {
    kind: 'uint8',
    unit: 'recall',
    meaning: 'serves, or waits to serve, the rest after a recall or a revocation',
    writer: 'court, monitoring, supervision',
  },
  openDays: {
    kind: 'int32',
    unit: 'days',
    meaning: 'days of the present case served at levels beyond the most closed',
    writer: 'court, placement',
  },
  levelDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day of arrival at the present level',
    writer: 'absence, bed-allocation, initial-stock, lodging, remand, treatment',
  },
  assessedRisk: {
    kind: 'float64',
    atFirst: UNASSESSED,
    unit: 'share',
    meaning: 'assessed risk as a rank between 0, lowest, and 1',
    writer: 'court, placement',
  },
  reviews: { kind: 'uint16', unit: 'reviews', meaning: 'reviews in the present case', writer: 'placement' },
  waitingSince: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day of joining a waiting list',
    writer: 'court, placement',
  },
  home: { kind: 'uint8', unit: 'region', meaning: 'region of residence', writer: 'synthesise' },
  unit: {
    kind: 'uint8',
    atFirst: NONE,
    unit: 'unit',
    meaning: 'unit in which the person is held, 255 outside institutions',
    writer: 'world',
  },
  basis: {
    kind: 'uint8',
    unit: 'ground',
    meaning: 'ground of serving: a sentence, an unpaid fine, preventive detention',
    writer: 'court, detention, fine, listed-terms',
  },
  minimumDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'first day on which release from preventive detention may be tried',
    writer: 'absence, detention, listed-terms',
  },
  needs: {
    kind: 'uint8',
    unit: 'needs',
    meaning: 'needs that bear on reoffending and health, one bit each',
    writer: 'needs',
  },
  care: { kind: 'uint8', unit: 'care', meaning: 'care received, one bit each', writer: 'health' },
  gateDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day of the last passage of the prison gate, inwards or outwards',
    writer: 'health',
  },
  gatePassage: {
    kind: 'uint8',
    unit: 'passage',
    meaning: 'number of that passage in the present case: an occasion of draws',
    writer: 'health',
  },
  selfHarms: { kind: 'uint16', unit: 'times', meaning: 'self-harm in the present stay', writer: 'health' },
  absenceDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day on which the latest absence of the present stay began',
    writer: 'absence',
  },
  absenceChances: {
    kind: 'uint16',
    unit: 'chances',
    meaning: 'chances to abscond in the present case so far, the next one included',
    writer: 'absence',
  },
  leaveDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day from which leave is granted',
    writer: 'court, leave',
  },
  dayReleaseDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day from which day release is granted',
    writer: 'leave',
  },
  deathDay: {
    kind: 'int32',
    unit: 'day',
    meaning: 'day of death from causes other than suicide in custody and overdose after release',
    writer: 'mortality',
  },
  deathCause: {
    kind: 'uint8',
    unit: 'cause',
    meaning: 'cause of the death in the diary',
    writer: 'mortality',
  },
  imposedDays: {
    kind: 'int32',
    unit: 'days',
    meaning: 'length of the sentence as imposed, merged sentences included',
    writer: 'court, listed-terms, sentence',
  },
  earliestDays: {
    kind: 'int32',
    unit: 'days',
    meaning: 'days served after which conditional release is possible, under the law that binds the sentence',
    writer: 'retroactivity, sentence',
  },
  restDays: {
    kind: 'int32',
    unit: 'days',
    meaning: 'rest of the previous sentence, which the court may order, or has ordered, to be served with the new one',
    writer: 'court, sentence',
  },
  ...lifeInside,
  ...lifeOutside,
} as const satisfies Record<string, Trait>;

/** The columns that hold all people, one typed array per trait. */
export type People = Columns<ColumnKinds>;

/** Room for people below a capacity; every row begins with the first values of the dictionary. */
export function newPeople(capacity: number): People {
  return columnsOf(columnKinds, capacity, firstValues);
}

/** The kind of every column. */
export type ColumnKinds = { readonly [Name in keyof typeof dictionary]: (typeof dictionary)[Name]['kind'] };

/** A person's place in the columns; one integer everywhere. */
export type Row = number;

const entries = Object.entries<Trait>(dictionary);
const columnKinds = Object.fromEntries(entries.map(([name, { kind }]) => [name, kind])) as ColumnKinds;
const firstValues = Object.fromEntries(entries.map(([name, { atFirst = 0 }]) => [name, atFirst]));
