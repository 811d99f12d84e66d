/**
 * Tables: turns the summaries of all cells into rows, each with its arm, draw and replicate.
 *
 * A study writes these tables into its folder; charts and reports read nothing else of the cells.
 */
import { formatDay, startOfQuarter, yearOf } from '../engine/calendar.ts';
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

/** Observed days of a week; the last week may be short. */
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

function queueTable(study: Study, cells: readonly CellResult[]): Table {
  const rows = emptyRows(QUEUE);
  const levels = levelsOf(study);
  const dates = weekDates(study);
  for (const cell of cells) {
    const { processing, waiting, overflow, places, shape } = cell.summary;
    for (let week = 0; week < shape.weeks; week++) {
      levels.forEach((level, index) => {
        pushKey(rows, study, cell);
        pushWeek(rows, dates, week);
        rows['processing'].push(processing[week] / daysIn(study, week));
        rows['waiting'].push(waiting[week] / daysIn(study, week));
        rows['level'].push(level);
        rows['overflow'].push(overflow[week * levels.length + index]);
        rows['places'].push(places[week * levels.length + index] / daysIn(study, week));
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
