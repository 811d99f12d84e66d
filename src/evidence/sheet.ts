/**
 * Sheet: reads a CSV file of figures into rows in which every cell knows its place.
 */
import { Failure } from '../failure.ts';
import { type CsvRecord, splitRecords } from '../tables/csv.ts';
import type { Problems } from './document.ts';

/** One row: its cells by column, trimmed, and `file:line:column` of each. */
export interface SheetRow {
  readonly cell: (column: string) => string;
  readonly placeOf: (column: string) => string;
}

/**
 * The rows of `text`, whose header names these columns in any order, and perhaps some of `more`, whose cells are empty without it. Adds
 * mistakes to `problems`.
 */
export function readSheet(
  file: string,
  text: string,
  columns: readonly string[],
  problems: Problems,
  more: readonly string[] = [],
): readonly SheetRow[] {
  const all = recordsIn(file, text, problems);
  if (all === undefined) return [];
  const [header, ...records] = all;
  const names = (header?.cells ?? []).map((name) => name.trim());
  const missing = columns.find((name) => !names.includes(name));
  const unknown = names.find(
    (name, at) => (!columns.includes(name) && !more.includes(name)) || names.indexOf(name) < at,
  );
  if (missing !== undefined || unknown !== undefined) {
    const problem =
      unknown === undefined
        ? `the column "${missing}" is missing`
        : columns.includes(unknown) || more.includes(unknown)
          ? `the column "${unknown}" is there twice`
          : `there is no column "${unknown}"`;
    problems.push({ place: `${file}:1:1`, problem, remedy: remedyFor(columns, more) });
    return [];
  }
  return records.flatMap((record) => rowOf(file, names, record, problems) ?? []);
}

/** The columns that `text` has, with the place of each in its header; for a file whose columns depend on its content. */
export function readHeader(
  file: string,
  text: string,
  problems: Problems,
): readonly { readonly name: string; readonly place: string }[] {
  const [header] = recordsIn(file, text, problems) ?? [];
  if (header === undefined) return [];
  return header.cells.map((cell, at) => ({ name: cell.trim(), place: `${file}:1:${header.starts[at]}` }));
}

function remedyFor(columns: readonly string[], more: readonly string[]): string {
  const perhaps = more.length === 0 ? '' : `, and perhaps ${more.join(', ')}`;
  return `the columns are: ${columns.join(', ')}${perhaps}`;
}

/** The records of `text`. Adds to `problems` and returns none if a quote is out of place. */
function recordsIn(file: string, text: string, problems: Problems): readonly CsvRecord[] | undefined {
  try {
    return splitRecords(text, file);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    problems.push(...error.facts);
    return undefined;
  }
}

function rowOf(
  file: string,
  names: readonly string[],
  { cells, starts, line }: CsvRecord,
  problems: Problems,
): SheetRow | undefined {
  if (cells.length !== names.length) {
    const problem = `${cells.length} cells, but the header has ${names.length}`;
    const remedy = 'put text that contains a comma in quotes';
    problems.push({ place: `${file}:${line}:1`, problem, remedy });
    return undefined;
  }
  return {
    cell: (column) => (names.includes(column) ? cells[names.indexOf(column)].trim() : ''),
    placeOf: (column) => `${file}:${line}:${starts[names.indexOf(column)]}`,
  };
}
