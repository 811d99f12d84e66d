/**
 * Backtest record: how far forecasts of the past have missed, told beside every forecast of the jurisdiction.
 */

import { recordBeside } from '../results/backtest-record.ts';
import { WITH_ADMISSIONS } from '../tables/backtest.ts';

/** The record as lines to stand beside a forecast; none if there is no record. */
export function backtestRecordOf(path: string, place: string, cwd: string): readonly string[] {
  const record = recordBeside(path, place, cwd);
  if (record === undefined) return [];
  const told = new Map<string, string[]>();
  for (const { mode, knowledge, label, horizon, error_percent, last_value_percent } of record.rows) {
    const name = `${label}, ${mode}${knowledge === WITH_ADMISSIONS ? ' with admissions forecast' : ''}`;
    const years = horizon === 1 ? 'year' : 'years';
    const missed = `${percent(error_percent)} after ${horizon} ${years} (last value ${percent(last_value_percent)})`;
    told.set(name, [...(told.get(name) ?? []), missed]);
  }
  return [...told].map(([name, missed]) => `${name}: missed by ${missed.join(', ')}`);
}

function percent(value: number): string {
  return Number.isNaN(value) ? 'n/a' : `${value.toFixed(1)} %`;
}
