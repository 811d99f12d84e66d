/**
 * Backtest record: how far forecasts of the past have missed, told beside every forecast of the jurisdiction.
 */

import { basename } from 'node:path';
import { recordBeside } from '../results/backtest-record.ts';
import { WITH_ADMISSIONS } from '../tables/backtest.ts';

/** The record of a jurisdiction in words. */
export interface ToldRecord {
  /** Every measure, or that there is no record. */
  readonly lines: readonly string[];
  /** The first measure alone, which is people inside, as a sentence that says where the others are. */
  readonly sentence: string;
}

/** The record to stand beside a forecast of the scenario at `path`. Throws a Failure for a record that cannot be read. */
export function backtestRecordOf(path: string, place: string, cwd: string): ToldRecord {
  const record = recordBeside(path, place, cwd);
  if (record === undefined || record.rows.length === 0) return NONE;
  const told = new Map<string, string[]>();
  for (const { mode, knowledge, label, horizon, error_percent, last_value_percent } of record.rows) {
    const name = `${label}, ${mode}${knowledge === WITH_ADMISSIONS ? ' with admissions forecast' : ''}`;
    const years = horizon === 1 ? 'year' : 'years';
    const missed = `${percent(error_percent)} after ${horizon} ${years} (last value ${percent(last_value_percent)})`;
    told.set(name, [...(told.get(name) ?? []), missed]);
  }
  const lines = [...told].map(([name, missed]) => `${name}: missed by ${missed.join(', ')}`);
  const { label } = record.rows[0];
  const first = lines.filter((line) => line.startsWith(`${label}, `));
  const rest = lines.length - first.length;
  const more = rest === 0 ? '' : ` ${rest} more in ${basename(record.path)}.`;
  return { lines, sentence: `${SAID}: ${first.join('; ')}.${more}` };
}

const SAID = 'Forecasts of the past';
const NO_RECORD =
  'there is no record of earlier forecasts: stepdown backtest makes one, to be copied beside the scenario';
const NONE: ToldRecord = { lines: [NO_RECORD], sentence: `${SAID}: ${NO_RECORD}.` };

function percent(value: number): string {
  return Number.isNaN(value) ? 'n/a' : `${value.toFixed(1)} %`;
}
