/**
 * Sheet: reads a CSV file of figures into rows in which every cell knows its place.
 *
 * Cells may be separated by semicolons, tabs or bars too, as spreadsheets of many countries save them; numbers then have a decimal
 * comma or a decimal point. A number that may be thousands as well as decimals is refused. Blank lines at the end are ignored.
 */
import { Failure } from '../failure.ts';
import { type CsvRecord, separatorOf, splitRecords } from '../tables/csv.ts';
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
  const nameless = names.indexOf('');
  if (nameless >= 0) {
    const problem = `column ${nameless + 1} of ${names.length} has no name`;
    problems.push({ place: `${file}:1:1`, problem, remedy: remedyFor(columns, more) });
    return [];
  }
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
  const isPointed = separatorOf(text) === ',';
  return records.flatMap((record) => rowOf(file, names, record, isPointed, problems) ?? []);
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

/** The records of `text` up to the last that is not blank. Adds to `problems` and returns none if a quote is out of place. */
function recordsIn(file: string, text: string, problems: Problems): readonly CsvRecord[] | undefined {
  try {
    const records = splitRecords(text, file, separatorOf(text));
    return records.slice(0, records.findLastIndex((record) => !isBlank(record)) + 1);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    problems.push(...error.facts);
    return undefined;
  }
}

function rowOf(
  file: string,
  names: readonly string[],
  record: CsvRecord,
  isPointed: boolean,
  problems: Problems,
): SheetRow | undefined {
  const { cells, starts, line } = record;
  if (isBlank(record)) {
    problems.push({ place: `${file}:${line}:1`, problem: 'the row is empty', remedy: 'fill it in, or take it out' });
    return undefined;
  }
  if (cells.length !== names.length) {
    const problem = `${cells.length} cells, but the header has ${names.length}`;
    const remedy = `put text that contains a ${isPointed ? 'comma' : 'separator'} in quotes`;
    problems.push({ place: `${file}:${line}:1`, problem, remedy });
    return undefined;
  }
  const placeOf = (column: string) => `${file}:${line}:${starts[names.indexOf(column)] ?? 1}`;
  const before = problems.length;
  const read = cells.map((cell, at) => {
    const written = cell.trim();
    if (isPointed || AS_WRITTEN.has(names[at])) return written;
    const double = written.split(/\s+/).find((word) => THOUSANDS.test(word));
    if (double !== undefined) {
      const digits = double.replace(/[.,]/, '');
      const problem = `${names[at]}: ${double} may be ${digits}, or a number with three decimals`;
      const remedy = `write ${digits}, or ${double}0 with a fourth decimal`;
      problems.push({ place: placeOf(names[at]), problem, remedy });
    }
    return NUMBERS.test(written) ? written.replaceAll(',', '.') : written;
  });
  if (problems.length > before) return undefined;
  return { cell: (column) => (names.includes(column) ? read[names.indexOf(column)] : ''), placeOf };
}

function isBlank({ cells }: CsvRecord): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Columns of words, in which nothing is taken for a number. */
const AS_WRITTEN: ReadonlySet<string> = new Set(['id', 'ids', 'note', 'source']);
/** Where a comma may be that of decimals, three digits behind a mark may be decimals or the rest of thousands. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}%?$/;
/** One number or several with spaces between, perhaps per cent. */
const NUMBERS = /^[+-]?\d*[.,]?\d+%?(\s+([+-]?\d*[.,]?\d+%?|%))*$/;
