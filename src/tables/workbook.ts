/**
 * Workbook: tables as one Excel file (.xlsx), for people who work in a spreadsheet.
 *
 * The first sheet says what every column means; each table has a sheet of its own. Texts stay texts, whatever they begin with, so
 * that none becomes a formula. The same tables give the same bytes, on every day and machine.
 */
import { unzipSync, zipSync } from 'fflate';
import { parseDay } from '../engine/calendar.ts';
import { column } from './columns.ts';
import { type Table, tableOfRows, type Values } from './table.ts';

/** The first sheet: a row per column of every table. */
const COLUMNS = {
  name: 'columns',
  meaning: 'What every column means',
  columns: [
    column.text('sheet', 'the sheet of the table'),
    column.text('column', 'the name of the column'),
    column.text('unit', 'its unit'),
    column.text('meaning', 'what it holds'),
  ],
} as const;

/** A sheet holds no more rows than this (ECMA-376), and its name no more than 31 characters. */
export const MOST_ROWS = 1_048_576;
const LONGEST_NAME = 31;

/** The bytes of a workbook with these tables. Throws an Error if a table does not fit into a sheet. */
export async function toWorkbook(tables: readonly Table[]): Promise<Uint8Array> {
  const { default: writeSheets } = await import('write-excel-file/node');
  const sheets = [dictionaryOf(tables), ...tables].map((table) => ({
    sheet: table.schema.name,
    data: rowsOf(table),
    columns: table.schema.columns.map(({ name }) => ({
      width: Math.max(NARROWEST, Math.min(WIDEST, longest(table, name) + 2)),
    })),
    stickyRowsCount: 1,
  }));
  return sameEveryDay(await writeSheets(sheets).toBuffer());
}

const NARROWEST = 8;
const WIDEST = 60;

function dictionaryOf(tables: readonly Table[]): Table {
  return tableOfRows(
    COLUMNS,
    tables.flatMap(({ schema }) => schema.columns.map(({ name, unit, meaning }) => [schema.name, name, unit, meaning])),
  );
}

function rowsOf(table: Table) {
  const { name, columns } = table.schema;
  if (name.length > LONGEST_NAME) throw new Error(`table ${name}: the name is too long for a sheet`);
  if (table.rows >= MOST_ROWS) throw new Error(`table ${name}: ${table.rows} rows are too many for a sheet`);
  const stored = columns.map((one) => ({ kind: one.kind, values: table.column(one.name) }));
  const header = columns.map((one) => ({ value: one.name, type: String, fontWeight: 'bold' as const }));
  const body = Array.from({ length: table.rows }, (_, row) =>
    stored.map(({ kind, values }) => cellOf(kind, values, row)),
  );
  return [header, ...body];
}

/** A cell; a missing number is an empty one. */
function cellOf(kind: string, values: Values, row: number) {
  const value = values[row];
  if (kind === 'boolean') return { value: value === 1, type: Boolean };
  if (kind === 'date')
    return value === '' ? null : { value: serialOf(value as string), type: Number, format: 'yyyy-mm-dd' };
  if (typeof value === 'string') return value === '' ? null : { value, type: String };
  return Number.isFinite(value) ? { value: value as number, type: Number } : null;
}

/** The number that a spreadsheet shows as a day. */
function serialOf(text: string): number {
  return parseDay(text) + DAYS_BEFORE_1970;
}

/** Spreadsheets count days from 1899-12-30. */
const DAYS_BEFORE_1970 = 25_569;

function longest(table: Table, name: string): number {
  const values = table.column(name);
  if (typeof values[0] !== 'string') return name.length;
  return (values as readonly string[]).reduce((most, text) => Math.max(most, text.length), name.length);
}

/** The archive again, with one date on all its parts. */
function sameEveryDay(archive: Uint8Array): Uint8Array {
  return zipSync(unzipSync(archive), { mtime: '2000-01-01T00:00:00' });
}
