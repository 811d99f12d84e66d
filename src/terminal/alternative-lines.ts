/**
 * Alternative lines: what the money of the places found buys elsewhere, for a terminal.
 */
import { type Alternative, FASTER } from '../experiment/places/alternatives.ts';
import type { CapacityQuestion } from '../experiment/places/trial.ts';
import { CAPACITY_ALTERNATIVES } from '../tables/capacity.ts';
import { differenceText } from '../tables/estimate.ts';
import { formatInteger, formatNumber, percentText } from '../tables/format.ts';
import { recordsOf, type Table } from '../tables/table.ts';
import { textTable } from './text-table.ts';

/** The table of alternatives, or why there is none. */
export function alternativeLines(
  question: CapacityQuestion,
  alternatives: readonly Alternative[],
  table: Table,
): string {
  if (alternatives.length === 0)
    return '\nno places beyond those in force are found, so there is no money to spend otherwise\n';
  const head = [
    'what the same money buys',
    'amount',
    'million a year',
    'overflow',
    'risk up to',
    'in time',
    'free',
    'queue',
  ];
  const rows = recordsOf(table, CAPACITY_ALTERNATIVES).map((row) => [
    row.alternative,
    Number.isNaN(row.money) ? `${percentText(row.amount)} less time` : formatInteger(row.amount),
    Number.isNaN(row.money) ? 'not published' : formatNumber(row.money),
    `${row.breaches}/${row.runs}`,
    percentText(row.risk_high),
    percentText(row.in_time),
    formatNumber(Math.round(row.free)),
    differenceText(row.queue_change, { low: row.queue_low, high: row.queue_high }),
  ]);
  const level = question.scenario.dimensions['level'][question.level];
  const columns = head.map((_, at) => ({ align: at === 0 ? 'left' : 'right' }) as const);
  return (
    `\n${textTable([head, ...rows], columns)}` +
    `all of ${level} security: free places on the fullest evening, and the queue against the scenario as it is\n` +
    'money: kroner, building spread over years and running, as if every place were taken; ' +
    `what courts cost that are ${percentText(FASTER)} faster is published nowhere\n`
  );
}
