/**
 * Backtest record: how far forecasts of the past have missed, from the file `backtest.csv` beside a scenario, which `stepdown
 * backtest` writes. It is told beside every forecast of the jurisdiction.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { readTextNow } from '../files/scenario-file.ts';
import { splitRecords } from '../tables/csv.ts';

/** The record as lines to stand beside a forecast. */
export interface BacktestRecord {
  /** The file, whether or not it is there. */
  readonly file: string;
  /** One per measure; none if there is no file. */
  readonly lines: readonly string[];
}

/** The columns that are told. */
const COLUMNS = ['mode', 'label', 'horizon', 'error_percent', 'last_value_percent'] as const;

/** The record beside a scenario. Throws a Failure if its file lacks what is told of it. */
export function backtestRecordOf(scenario: string, cwd: string): BacktestRecord {
  const file = join(dirname(scenario), 'backtest.csv');
  if (!existsSync(resolve(cwd, file))) return { file, lines: [] };
  const [header, ...records] = splitRecords(readTextNow(file, cwd), file);
  const at = COLUMNS.map((name) => header?.cells.indexOf(name) ?? -1);
  const missing = COLUMNS.filter((_, column) => at[column] === -1);
  if (missing.length > 0) {
    const remedy = 'write it again with stepdown backtest, or move it away';
    throw new Failure({ place: `${file}:1`, problem: `column "${missing[0]}" is missing`, remedy });
  }
  const told = new Map<string, string[]>();
  for (const { cells } of records) {
    const [mode, label, horizon, error, naive] = at.map((column) => cells[column] ?? '') as Five;
    const name = `${label}, ${mode}`;
    const missed = `${percent(error)} after ${horizon} ${horizon === '1' ? 'year' : 'years'} (last value ${percent(naive)})`;
    told.set(name, [...(told.get(name) ?? []), missed]);
  }
  return { file, lines: [...told].map(([name, missed]) => `${name}: missed by ${missed.join(', ')}`) };
}

type Five = [string, string, string, string, string];

function percent(text: string): string {
  return text === '' ? 'n/a' : `${Number(text).toFixed(1)} %`;
}
