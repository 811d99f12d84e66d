/** The record that is committed beside the scenarios: all of one backtest, and the blind forecasts of the other. */
import { expect, test } from 'vitest';
import { recordOf } from '../../scripts/record.ts';
import { rowsIn } from '../../src/results/backtest-record.ts';
import { BACKTEST, WITH_ADMISSIONS } from '../../src/tables/backtest.ts';

const header = BACKTEST.columns.map(({ name }) => name).join(',');
const rowOf = (given: Readonly<Record<string, unknown>>) =>
  BACKTEST.columns.map(({ name, kind }) => String(given[name] ?? (kind === 'integer' ? 1 : ''))).join(',');
const textOf = (knowledge: string) =>
  [header, ...['blind', 'conditional'].map((mode) => rowOf({ mode, knowledge: `"${knowledge}"` })), ''].join('\n');

test('forecasts with admissions given are there once, blind ones with admissions held and forecast', () => {
  const record = rowsIn(recordOf(textOf('pseudo-real-time'), textOf(WITH_ADMISSIONS)), 'record');
  expect(record.map(({ mode, knowledge }) => [mode, knowledge])).toEqual([
    ['blind', 'pseudo-real-time'],
    ['conditional', 'pseudo-real-time'],
    ['blind', WITH_ADMISSIONS],
  ]);
});
