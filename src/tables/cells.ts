/**
 * Cells: the tables of the summaries of all cells, each row with its arm, draw and replicate.
 */
import { column, KEY } from './columns.ts';
import type { TableSchema } from './table.ts';

const WEEK = [
  column.integer('week', 'weeks', 'week since the start of observation, from 0'),
  column.date('date', 'first day of the week'),
  column.integer('days', 'days', 'days of the week that were observed; the last week may have fewer than seven'),
] as const;

/** The cells and their digests. */
export const CELLS = {
  name: 'cells',
  meaning: 'the cells of the study and the digest of each',
  columns: [...KEY, column.text('digest', 'SHA-256 of the whole numbers of the cell')],
} as const satisfies TableSchema;

/** People by status and level, week by week. */
export const STOCK = {
  name: 'stock',
  meaning: 'people by status and security level, week by week',
  columns: [
    ...KEY,
    ...WEEK,
    column.text('status', 'legal status'),
    column.text('level', 'security level; empty outside institutions'),
    column.number('people', 'persons', 'mean over the days of the week'),
    column.integer('fullest', 'persons', 'most on any day of the week'),
  ],
} as const satisfies TableSchema;

/** Life events by year. */
export const FLOW = {
  name: 'flow',
  meaning: 'recorded life events by calendar year',
  columns: [
    ...KEY,
    column.integer('year', 'year', 'calendar year'),
    column.integer('days', 'days', 'days of the year that were observed; the first and the last year may be parts'),
    column.text('event', 'kind of life event'),
    column.integer('count', 'events', 'events on those days'),
  ],
} as const satisfies TableSchema;

/** First events after index releases, by month. */
export const SURVIVAL = {
  name: 'survival',
  meaning: 'first events since index releases, by month, with competing exits and censoring',
  columns: [
    ...KEY,
    column.text('definition', 'definition of return'),
    column.text(
      'level',
      'security level of the day before the index release; monitoring for a sentence completed at home',
    ),
    column.integer('month', 'months', 'whole months since release'),
    column.integer('events', 'persons', 'first events in the month'),
    column.integer('competing', 'persons', 'deaths and expulsions before any event, in the month'),
    column.integer('censored', 'persons', 'people whose follow-up ends in the month'),
  ],
} as const satisfies TableSchema;

/** Waiting and overflow, week by week. */
export const QUEUE = {
  name: 'queue',
  meaning: 'people beyond the places and people waiting, week by week',
  columns: [
    ...KEY,
    ...WEEK,
    column.number('processing', 'persons', 'sentenced people at liberty not yet summoned, mean of the week'),
    column.number('waiting', 'persons', 'people summoned who wait for a place at liberty, mean of the week'),
    column.text('level', 'security level'),
    column.integer('overflow', 'person-days', 'person-days of the week beyond the usable places of the level'),
    column.number('places', 'places', 'usable places of the level, second beds included, mean of the week'),
  ],
} as const satisfies TableSchema;

export const UNITS = {
  name: 'units',
  meaning: 'evenings on which units are full, and people beyond their places, by calendar quarter',
  columns: [
    ...KEY,
    column.date('quarter', 'first day of the quarter'),
    column.text('level', 'security level'),
    column.text('unit', 'prison unit'),
    column.integer(
      'full',
      'evenings',
      'evenings on which nobody more fits in; none if the unit has no places of the level',
    ),
    column.integer(
      'beyond',
      'person-nights',
      'people beyond the places of their sex in the unit; those held outside all units are not in it',
    ),
  ],
} as const satisfies TableSchema;
