/**
 * Tables: turns the summaries of all cells into rows, each with its arm, draw and replicate.
 *
 * A study writes these tables into its folder; charts and reports read nothing else of the cells.
 */
import { type Day, formatDay, startOfQuarter, startOfYear, yearOf } from '../engine/calendar.ts';
import { lifeEventNames } from '../people/life-events.ts';
import { insideStatuses, statuses } from '../people/person.ts';
import { definitions, MONTHS, unitCounts } from '../simulation/summary.ts';
import { CELLS, FLOW, QUEUE, STOCK, SURVIVAL, UNITS } from '../tables/cells.ts';
import { type Table, type TableSchema, tableOf } from '../tables/table.ts';
import type { CellResult, Study } from './study.ts';

/** Every table of some cells of a study. */
export function tablesOf(study: Study, cells: readonly CellResult[]): readonly Table[] {
  return [
    cellsTable(study, cells),
    stockTable(study, cells),
    flowTable(study, cells),
    survivalTable(study, cells),
    queueTable(study, cells),
    unitsTable(study, cells),
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

function pushWeek(rows: Rows, { start, end }: Observed, week: number): void {
  rows['week'].push(week);
  rows['date'].push(formatDay(start + 7 * week));
  rows['days'].push(daysIn({ start, end }, week));
}

function emptyRows({ columns }: TableSchema): Rows {
  return Object.fromEntries(columns.map((column) => [column.name, []]));
}

/** The days that a cell observes, the end left out. */
interface Observed {
  readonly start: Day;
  readonly end: Day;
}

function observedBy({ arms }: Study, { key }: CellResult): Observed {
  const { scenario, until } = arms[key.arm];
  return { start: scenario.start, end: until ?? scenario.end };
}

/** Observed days of a week; the last week may be short, and none come after it. */
function daysIn({ start, end }: Observed, week: number): number {
  return Math.min(7, end - start - 7 * week);
}

/** Observed days of a calendar year; the first and the last may be parts, and none come after it. */
function daysOfYear({ start, end }: Observed, year: number): number {
  return Math.min(end, startOfYear(year + 1)) - Math.max(start, startOfYear(year));
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
  const perStatus = levels.length + 1;
  for (const cell of cells) {
    const { stock, fullest } = cell.summary;
    const observed = observedBy(study, cell);
    for (let week = 0; daysIn(observed, week) > 0; week++) {
      for (let at = 1; at < statuses.length; at++) {
        for (let level = 0; level < perStatus; level++) {
          const inInstitution = insideStatuses.includes(at);
          if (inInstitution !== level < levels.length) continue;
          const index = (week * statuses.length + at) * perStatus + level;
          pushKey(rows, study, cell);
          pushWeek(rows, observed, week);
          rows['status'].push(statuses[at]);
          rows['level'].push(levels[level] ?? '');
          rows['people'].push(stock[index] / daysIn(observed, week));
          rows['fullest'].push(fullest[index]);
        }
      }
    }
  }
  return tableOf(STOCK, rows);
}

function flowTable(study: Study, cells: readonly CellResult[]): Table {
  const rows = emptyRows(FLOW);
  for (const cell of cells) {
    const observed = observedBy(study, cell);
    const firstYear = yearOf(observed.start);
    for (let year = 0; daysOfYear(observed, firstYear + year) > 0; year++) {
      lifeEventNames.forEach((name, kind) => {
        pushKey(rows, study, cell);
        rows['year'].push(firstYear + year);
        rows['days'].push(daysOfYear(observed, firstYear + year));
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

function queueTable(study: Study, cells: readonly CellResult[]): Table {
  const rows = emptyRows(QUEUE);
  const levels = levelsOf(study);
  for (const cell of cells) {
    const { processing, waiting, overflow, places } = cell.summary;
    const observed = observedBy(study, cell);
    for (let week = 0; daysIn(observed, week) > 0; week++) {
      levels.forEach((level, index) => {
        pushKey(rows, study, cell);
        pushWeek(rows, observed, week);
        rows['processing'].push(processing[week] / daysIn(observed, week));
        rows['waiting'].push(waiting[week] / daysIn(observed, week));
        rows['level'].push(level);
        rows['overflow'].push(overflow[week * levels.length + index]);
        rows['places'].push(places[week * levels.length + index] / daysIn(observed, week));
      });
    }
  }
  return tableOf(QUEUE, rows);
}

function unitsTable(study: Study, cells: readonly CellResult[]): Table {
  const rows = emptyRows(UNITS);
  const { start, end, dimensions } = study.arms[0].scenario;
  const { level: levels, unit: units } = dimensions as Readonly<Record<'level' | 'unit', readonly string[]>>;
  for (const cell of cells) {
    const { unitEvenings, shape } = cell.summary;
    for (let quarter = 0; quarter < shape.years * 4; quarter++) {
      const [from, until] = [quarter, quarter + 1].map((at) => startOfQuarter(yearOf(start), at)) as [number, number];
      if (until <= start || from >= end) continue;
      levels.forEach((level, atLevel) => {
        units.forEach((unit, atUnit) => {
          const at = ((quarter * levels.length + atLevel) * units.length + atUnit) * unitCounts.length;
          pushKey(rows, study, cell);
          rows['quarter'].push(formatDay(from));
          rows['level'].push(level);
          rows['unit'].push(unit);
          rows['full'].push(unitEvenings[at]);
          rows['beyond'].push(unitEvenings[at + 1]);
        });
      });
    }
  }
  return tableOf(UNITS, rows);
}
