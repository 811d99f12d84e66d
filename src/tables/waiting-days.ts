/**
 * Waiting days: the table of those who wait for a place on a date, and of how long those waited who got one.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

/** Rows for everybody, at every level or of every sentence class. */
export const OF_ALL = 'all';

/** The name of monitoring where there are levels. */
export const AT_HOME = 'electronic monitoring';

function withEnds<const Name extends string>(name: Name, unit: string, meaning: string) {
  return [
    column.number(name, unit, meaning),
    column.number(`${name}_low`, unit, 'lower end of the middle 95 % of runs'),
    column.number(`${name}_high`, unit, 'upper end of the middle 95 % of runs'),
  ] as const;
}

/** One row per arm, calendar year, level and sentence class. */
export const WAITING_DAYS = {
  name: 'waiting-days',
  meaning:
    'people at liberty who wait for a place on a date, and days waited by those who began to serve, by level and sentence; the time before the summons (processing) is no part',
  columns: [
    column.text('arm', 'arm of a study, or variant of a forecast'),
    column.integer('year', 'year', 'calendar year'),
    column.integer('days', 'days', 'days of the year that were observed; the first and the last year may be parts'),
    column.date('date', 'last of these days'),
    column.text(
      'level',
      `security level, ${AT_HOME}, or ${OF_ALL}: where people wait to serve, and where those who began did so`,
    ),
    column.text('sentence', `what they serve: in place of a fine, a sentence by the days imposed, or ${OF_ALL}`),
    ...withEnds('waiting', 'people', 'people summoned who wait for a place on the evening of the date, mean over runs'),
    ...withEnds('began', 'people', 'people who began to serve from liberty on these days, mean over runs'),
    column.integer('runs', 'count', 'runs in which anybody began'),
    ...withEnds(
      'half',
      'days',
      'whole days from summons to place within which half of those who began had one, middle run of those; from a year on the end of a week; missing from five years on',
    ),
    ...withEnds('nine_tenths', 'days', 'the same of nine tenths of those who began'),
  ],
} as const satisfies TableSchema;
