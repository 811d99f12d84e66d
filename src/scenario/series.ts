/**
 * Series: the figures in force on a day, from rows by year or month, and the events on top of them.
 */
import { addMonths, type Day, monthOf, startOfYear, wholeMonths, yearOf } from '../engine/calendar.ts';
import { power } from '../engine/mathematics.ts';
import type { Change } from './change.ts';
import { type DatedInput, datedEvents, datedSeasons, datedSeries } from './inputs.ts';
import type { Policy } from './policy.ts';

/** The figures in force on `day`, as a policy applied before all others: series, seasons, then events; undefined if there are no inputs. */
export function inputsOn(inputs: readonly DatedInput[], day: Day): Policy | undefined {
  if (inputs.length === 0) return undefined;
  const changes = [
    ...[...datedSeries(inputs).values()].flatMap((rows) => figureOn(rows, day) ?? []),
    ...[...datedSeasons(inputs).values()].map((rows) => seasonOn(rows, day)),
    ...datedEvents(inputs).flatMap((event) => eventOn(event, day) ?? []),
  ];
  return { name: 'inputs', from: -Infinity, until: Infinity, label: undefined, because: undefined, after: [], changes };
}

/** Every day after `start` and before `end` on which a figure may change. */
export function daysOfInputs(inputs: readonly DatedInput[], start: Day, end: Day): readonly Day[] {
  const days = [
    ...[...datedSeries(inputs).values()].flatMap((rows) =>
      rows.flatMap((row, at) => stepsOf(row, rows[at + 1]?.from ?? end, end)),
    ),
    ...(datedSeasons(inputs).size === 0 ? [] : stepsFrom(addMonths(startOfYear(yearOf(start)), 1), 1, end)),
    ...datedEvents(inputs).flatMap((event) => [...stepsOf(event, event.until, end), event.until]),
  ];
  return days.filter((day) => day > start && day < end);
}

/**
 * The figure that a series gives for `day`. Rows are of one lever in order of time, and the first is a figure or growth. Growth is
 * from the figure before, or without one from the value of the evidence, and compound: after k years the (1 + g)^k-fold.
 */
export function figureOn(rows: readonly DatedInput[], day: Day): Change | undefined {
  const found = rows.findLastIndex(({ from }) => from <= day);
  if (found < 0) return rows[0].kind === 'figure' ? rows[0].change : undefined;
  const row = rows[found];
  if (row.kind === 'figure') return row.change;
  const before = found === 0 ? undefined : figureOn(rows, row.from - 1);
  if (row.kind === 'hold') return before;
  const steps = stepOf(row, day) + 1;
  if (row.kind === 'grow') {
    const factor = power(Number(row.change.value), row.by === 'year' ? steps : steps / MONTHS);
    return { ...row.change, ...before, value: Number(before?.value ?? 1) * factor, written: row.change };
  }
  const next = rows[found + 1];
  const share = steps / (stepOf(row, next.from) + 1);
  const [from, to] = [Number(before?.value), Number(next.change.value)];
  return { ...next.change, value: from + (to - from) * share, written: row.change };
}

const MONTHS = 12;

function seasonOn(rows: readonly DatedInput[], day: Day): Change {
  const row = rows.findLast(({ from }) => from <= day) ?? rows[0];
  return { ...row.change, value: row.factors[monthOf(day) - 1], written: row.change };
}

function eventOn({ kind, from, until, change }: DatedInput, day: Day): Change | undefined {
  if (day < from || day >= until) return undefined;
  if (kind !== 'grow') return change;
  return { ...change, value: power(Number(change.value), wholeMonths(from, day) / MONTHS), written: change };
}

/** The number of years or months of a row that have passed on `day`; events grow by months. */
function stepOf({ by, from }: DatedInput, day: Day): number {
  return by === 'year' ? yearOf(day) - yearOf(from) : wholeMonths(from, day);
}

/** The days from which a row gives another figure, before `until`. */
function stepsOf({ kind, by, from }: DatedInput, until: Day, end: Day): readonly Day[] {
  if (kind === 'figure' || kind === 'hold') return [from];
  return stepsFrom(from, by === 'year' ? MONTHS : 1, Math.min(until, end));
}

function stepsFrom(first: Day, months: number, until: Day): readonly Day[] {
  const days: Day[] = [];
  for (let step = 0; addMonths(first, step * months) < until; step++) days.push(addMonths(first, step * months));
  return days;
}
