/**
 * Backtest record: finds and reads how far earlier forecasts of a jurisdiction missed, from the `backtest.csv` beside a scenario.
 *
 * `stepdown backtest` writes the file into its folder of results; copied beside the scenario or one folder up, it is the record of
 * the jurisdiction.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { readTextNow } from '../files/scenario-file.ts';
import { BACKTEST } from '../tables/backtest.ts';
import { parseCsv } from '../tables/csv.ts';
import { type RowOf, recordsOf } from '../tables/table.ts';

/** The errors of one mode and measure at one horizon. */
export type BacktestRow = RowOf<typeof BACKTEST>;

/** A record and its file. */
export interface RecordOfPlace {
  readonly path: string;
  readonly rows: readonly BacktestRow[];
}

/**
 * The record of a jurisdiction, from beside the scenario at `path` or the folder above; undefined if there is none. Throws a Failure
 * for a file that is no record, or one of another place.
 */
export function recordBeside(path: string, place: string, cwd: string): RecordOfPlace | undefined {
  const folders = [dirname(path), dirname(dirname(path))];
  const file = folders.map((folder) => join(folder, RECORD)).find((one) => existsSync(resolve(cwd, one)));
  if (file === undefined) return undefined;
  const rows = rowsIn(readTextNow(file, cwd), file);
  const other = rows.find((row) => row.place !== place);
  if (other === undefined) return { path: file, rows };
  throw new Failure({
    place: file,
    problem: `the record is of ${other.place}, and the scenario of ${place}`,
    remedy: 'move it beside its own scenario',
  });
}

/** The rows of a record. Throws a Failure with line and column for a text that is none. */
export function rowsIn(text: string, file: string): readonly BacktestRow[] {
  return recordsOf(parseCsv(text, BACKTEST, file), BACKTEST);
}

const RECORD = 'backtest.csv';
