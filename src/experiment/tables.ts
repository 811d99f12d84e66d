/**
 * Tables: the summaries of all cells as rows, each with its arm, draw and replicate.
 *
 * They are what a study leaves in its folder, and all that charts and reports read.
 */
import { formatDay } from '../engine/calendar.ts';
import { lifeEventNames } from '../people/life-events.ts';
import { insideStatuses, statuses } from '../people/person.ts';
import { definitions, MONTHS } from '../simulation/summary.ts';
import { type Column, type Table, type TableSchema, tableOf } from '../tables/table.ts';
import type { CellResult, Study } from './study.ts';

/** The columns that say which cell a row is from. */
export const KEY: readonly Column[] = [
  { name: 'arm', unit: '', meaning: 'name of the arm', kind: 'text' },
  { name: 'draw', unit: '', meaning: 'parameter draw; 0 is the central value of everything', kind: 'integer' },
  { name: 'replicate', unit: '', meaning: 'replicate; the same number is the same luck in every arm', kind: 'integer' },
];
const WEEK: readonly Column[] = [
  { name: 'week', unit: 'weeks', meaning: 'week since the start of observation, from 0', kind: 'integer' },
  { name: 'date', unit: 'day', meaning: 'first day of the week, ISO 8601', kind: 'text' },
];

/** The cells and their digests. */
export const CELLS: TableSchema = {
  name: 'cells',
  meaning: 'the cells of the study and the digest of each',
  columns: [...KEY, { name: 'digest', unit: '', meaning: 'SHA-256 of the whole numbers of the cell', kind: 'text' }],
};

/** People by status and level, week by week. */
export const STOCK: TableSchema = {
  name: 'stock',
  meaning: 'people by status and security level, week by week',
  columns: [
    ...KEY,
    ...WEEK,
    { name: 'status', unit: '', meaning: 'standing before the law', kind: 'text' },
    { name: 'level', unit: '', meaning: 'security level; empty outside institutions', kind: 'text' },
    { name: 'people', unit: 'persons', meaning: 'mean over the days of the week', kind: 'number' },
    { name: 'fullest', unit: 'persons', meaning: 'most on any day of the week', kind: 'integer' },
  ],
};

/** Life events by year. */
export const FLOW: TableSchema = {
  name: 'flow',
  meaning: 'life events on record, by calendar year',
  columns: [
    ...KEY,
    { name: 'year', unit: 'year', meaning: 'calendar year', kind: 'integer' },
    { name: 'event', unit: '', meaning: 'kind of life event', kind: 'text' },
    { name: 'count', unit: 'events', meaning: 'events in the year', kind: 'integer' },
  ],
};

/** First events after index releases, by month. */
export const SURVIVAL: TableSchema = {
  name: 'survival',
  meaning: 'first events since index releases, by month, with competing exits and censoring',
  columns: [
    ...KEY,
    { name: 'definition', unit: '', meaning: 'what counts as a return', kind: 'text' },
    {
      name: 'level',
      unit: '',
      meaning: 'security level of the day before the index release; monitoring for a sentence completed at home',
      kind: 'text',
    },
    { name: 'month', unit: 'months', meaning: 'whole months since release', kind: 'integer' },
    { name: 'events', unit: 'persons', meaning: 'first events in the month', kind: 'integer' },
    { name: 'competing', unit: 'persons', meaning: 'deaths and expulsions first, in the month', kind: 'integer' },
    { name: 'censored', unit: 'persons', meaning: 'followed into the month and no further', kind: 'integer' },
  ],
};

/** Waiting and overflow, week by week. */
export const QUEUE: TableSchema = {
  name: 'queue',
  meaning: 'people beyond the places and people waiting, week by week',
  columns: [
    ...KEY,
    ...WEEK,
    {
      name: 'waiting',
      unit: 'persons',
      meaning: 'sentenced people waiting at liberty, mean of the week',
      kind: 'number',
    },
    { name: 'level', unit: '', meaning: 'security level', kind: 'text' },
    {
      name: 'overflow',
      unit: 'person-days',
      meaning: 'person-days beyond the usable places of the level',
      kind: 'integer',
    },
    { name: 'places', unit: 'places', meaning: 'usable places of the level in that week', kind: 'integer' },
  ],
};

/** Every table of some cells of a study. `placesIn` gives the usable places of an arm and level in a week. */
export function tablesOf(
  study: Study,
  cells: readonly CellResult[],
  placesIn: (arm: number, level: number, week: number) => number,
): readonly Table[] {
  return [
    cellsTable(study, cells),
    stockTable(study, cells),
    flowTable(study, cells),
    survivalTable(study, cells),
    queueTable(study, cells, placesIn),
  ];
}

type Rows = Record<string, (string | number)[]>;

function levelsOf(study: Study): readonly string[] {
  return study.arms[0].scenario.dimensions['level'];
}

function pushKey(rows: Rows, study: Study, { key }: CellResult): void {
  rows['arm'].push(study.arms[key.arm].name);
  rows['draw'].push(key.draw);
  rows['replicate'].push(key.replicate);
}

function pushWeek(rows: Rows, dates: readonly string[], week: number): void {
  rows['week'].push(week);
  rows['date'].push(dates[week]);
}

function emptyRows({ columns }: TableSchema): Rows {
  return Object.fromEntries(columns.map((column) => [column.name, []]));
}

function weekDates(study: Study): readonly string[] {
  const { start, end } = study.arms[0].scenario;
  return Array.from({ length: Math.ceil((end - start) / 7) }, (_, week) => formatDay(start + 7 * week));
}

/** Days of a week that were observed: the last one may be short. */
function daysIn(study: Study, week: number): number {
  const { start, end } = study.arms[0].scenario;
  return Math.min(7, end - start - 7 * week);
}

function cellsTable(study: Study, cells: readonly CellResult[]): Table {
  const rows = emptyRows(CELLS);
  for (const cell of cells) {
    pushKey(rows, study, cell);
    rows['digest'].push(cell.digest);
  }
  return tableOf(CELLS, rows);
}

function stockTable(study: Study, cells: readonly CellResult[]): Table {
  const rows = emptyRows(STOCK);
  const levels = levelsOf(study);
  const dates = weekDates(study);
  const perStatus = levels.length + 1;
  for (const cell of cells) {
    const { stock, fullest, shape } = cell.summary;
    for (let week = 0; week < shape.weeks; week++) {
      for (let at = 1; at < statuses.length; at++) {
        for (let level = 0; level < perStatus; level++) {
          const inInstitution = insideStatuses.includes(at);
          if (inInstitution !== level < levels.length) continue;
          const index = (week * statuses.length + at) * perStatus + level;
          pushKey(rows, study, cell);
          pushWeek(rows, dates, week);
          rows['status'].push(statuses[at]);
          rows['level'].push(levels[level] ?? '');
          rows['people'].push(stock[index] / daysIn(study, week));
          rows['fullest'].push(fullest[index]);
        }
      }
    }
  }
  return tableOf(STOCK, rows);
}

function flowTable(study: Study, cells: readonly CellResult[]): Table {
  const rows = emptyRows(FLOW);
  const firstYear = Number(weekDates(study)[0].slice(0, 4));
  for (const cell of cells) {
    for (let year = 0; year < cell.summary.shape.years; year++) {
      lifeEventNames.forEach((name, kind) => {
        pushKey(rows, study, cell);
        rows['year'].push(firstYear + year);
        rows['event'].push(name);
        rows['count'].push(cell.summary.flow[year * lifeEventNames.length + kind]);
      });
    }
  }
  return tableOf(FLOW, rows);
}

function survivalTable(study: Study, cells: readonly CellResult[]): Table {
  const rows = emptyRows(SURVIVAL);
  const levels = levelsOf(study);
  for (const cell of cells) {
    definitions.forEach((definition, index) => {
      [...levels, 'monitoring'].forEach((level, group) => {
        for (let month = 0; month < MONTHS; month++) {
          const at = (index * (levels.length + 1) + group) * MONTHS + month;
          pushKey(rows, study, cell);
          rows['definition'].push(definition);
          rows['level'].push(level);
          rows['month'].push(month);
          rows['events'].push(cell.summary.events[at]);
          rows['competing'].push(cell.summary.competing[at]);
          rows['censored'].push(cell.summary.censored[at]);
        }
      });
    });
  }
  return tableOf(SURVIVAL, rows);
}

function queueTable(
  study: Study,
  cells: readonly CellResult[],
  placesIn: (arm: number, level: number, week: number) => number,
): Table {
  const rows = emptyRows(QUEUE);
  const levels = levelsOf(study);
  const dates = weekDates(study);
  for (const cell of cells) {
    const { waiting, overflow, shape } = cell.summary;
    for (let week = 0; week < shape.weeks; week++) {
      levels.forEach((level, index) => {
        pushKey(rows, study, cell);
        pushWeek(rows, dates, week);
        rows['waiting'].push(waiting[week] / daysIn(study, week));
        rows['level'].push(level);
        rows['overflow'].push(overflow[week * levels.length + index]);
        rows['places'].push(placesIn(cell.key.arm, index, week));
      });
    }
  }
  return tableOf(QUEUE, rows);
}
