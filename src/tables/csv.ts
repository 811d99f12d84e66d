/**
 * CSV: writes and reads tables as comma-separated text (RFC 4180).
 *
 * A header of column names, CRLF line ends, quotes where they are needed. Numbers are written in the shortest form that
 * reads back as the same number, a missing number or day as an empty cell, an empty text as `""`. Reading also takes LF line
 * ends, a byte order mark, and columns in another order; anything else that differs is a Failure with its line.
 */
import { Failure } from '../failure.ts';
import { type Column, ISO_DAY, type Table, type TableSchema, tableOf, type Value } from './table.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const INFINITE = /^-?Infinity$/;

/** The table as CSV text. */
export function toCsv(table: Table): string {
  return csvHeader(table.schema) + csvRows(table);
}

/** The first line: the names of the columns. */
export function csvHeader({ columns }: TableSchema): string {
  return `${columns.map(({ name }) => csvCell(name)).join(',')}\r\n`;
}

/** The rows alone, to be appended to others. */
export function csvRows(table: Table): string {
  const columns = table.schema.columns.map(({ name, kind }) => ({ name, kind, values: table.column(name) }));
  const lines: string[] = [];
  for (let row = 0; row < table.rows; row++) {
    lines.push(
      columns
        .map(({ kind, values }) => {
          const value = values[row];
          if (kind === 'date') return value as string;
          return csvCell(kind === 'boolean' ? value === 1 : value);
        })
        .join(','),
    );
  }
  return lines.map((line) => `${line}\r\n`).join('');
}

/**
 * Reads CSV text whose header names exactly the columns of the schema. `place` names the file in messages. Throws a
 * Failure with line and column name for anything that does not fit.
 */
export function parseCsv(text: string, schema: TableSchema, place: string = schema.name): Table {
  const [header, ...body] = splitRecords(text, place);
  if (header === undefined) throw new Failure({ place, problem: 'the file is empty', remedy: headerRemedy(schema) });
  checkHeader(header.cells, schema, place);
  for (const { cells, line } of body) {
    if (cells.length === header.cells.length) continue;
    const problem = `${cells.length} cells, but the header has ${header.cells.length}`;
    throw new Failure({ place: `${place}:${line}`, problem });
  }
  const columns: Record<string, Value[]> = {};
  for (const column of schema.columns) {
    const position = header.cells.indexOf(column.name);
    columns[column.name] = body.map(({ cells, line }) => parseCell(cells[position], column, `${place}:${line}`));
  }
  return tableOf(schema, columns);
}

export function csvCell(value: Value): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  const text = String(value);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record: its cells, the column of the text in which each begins, and its line. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly starts: readonly number[];
  readonly line: number;
}

/** What may stand between two cells. */
export type Separator = ',' | ';' | '\t' | '|';
const SEPARATORS: readonly Separator[] = [',', ';', '\t', '|'];

/** The separator of a text: the one that its first line has most of; a comma if it has none. */
export function separatorOf(text: string): Separator {
  const [line = ''] = text.split('\n', 1);
  const unquoted = line.replace(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((one) => unquoted.split(one).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))];
}

/**
 * Cuts the text into records. A cell is quoted, or runs to the next separator or line end. Throws a Failure with the line.
 */
export function splitRecords(text: string, place: string, separator: Separator = ','): CsvRecord[] {
  const between = separator === '|' ? '\\|' : separator;
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${between}|\\r\\n|\\n|$)`, 'y');
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let starts: number[] = [];
  let lineBegins = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  let firstLine = 1;
  cell.lastIndex = lineBegins;
  while (cell.lastIndex < text.length || cells.length > 0) {
    const begins = cell.lastIndex;
    const match = cell.exec(text);
    if (match === null) {
      const reason = 'a quote opens at the start of a cell, is written twice inside it, and closes at its end';
      throw new Failure({ place: `${place}:${line}`, problem: 'a quote or line end is out of place', reason });
    }
    const [whole, quoted, plain, end] = match;
    cells.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    starts.push(begins - lineBegins + 1);
    line += whole.split('\n').length - 1;
    if (end === separator) continue;
    records.push({ cells, starts, line: firstLine });
    cells = [];
    starts = [];
    firstLine = line;
    lineBegins = cell.lastIndex;
  }
  return records;
}

function checkHeader(header: readonly string[], schema: TableSchema, place: string): void {
  const names = schema.columns.map((column) => column.name);
  const unknown = header.find((name) => !names.includes(name));
  const repeated = header.find((name, i) => header.indexOf(name) !== i);
  const missing = names.find((name) => !header.includes(name));
  const problem =
    (unknown !== undefined && `unknown column "${unknown}"`) ||
    (repeated !== undefined && `column "${repeated}" occurs twice`) ||
    (missing !== undefined && `column "${missing}" is missing`);
  if (problem) throw new Failure({ place: `${place}:1`, problem, remedy: headerRemedy(schema) });
}

function headerRemedy(schema: TableSchema): string {
  return `the first line should name these columns: ${schema.columns.map((column) => column.name).join(', ')}`;
}

function parseCell(cell: string, column: Column, place: string): Value {
  if (column.kind === 'text' || (column.kind === 'date' && ISO_DAY.test(cell))) return cell;
  if (column.kind === 'boolean' && (cell === 'true' || cell === 'false')) return cell === 'true';
  if (column.kind === 'number' && cell === '') return Number.NaN;
  if (column.kind === 'number' && (NUMBER.test(cell) || INFINITE.test(cell))) return Number(cell);
  if (column.kind === 'integer' && NUMBER.test(cell) && Number(cell) === (Number(cell) | 0)) return Number(cell);
  const expected = {
    integer: 'a whole number between -2147483648 and 2147483647',
    number: 'a number with a decimal point, or an empty cell where it is not known',
    boolean: 'true or false',
    date: 'a day such as 2012-01-31, or an empty cell where there is none',
  }[column.kind];
  throw new Failure({ place, problem: `${column.name}: "${cell}" cannot be read`, reason: `expected ${expected}` });
}
