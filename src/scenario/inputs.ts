/**
 * Inputs: dated figures of a jurisdiction, on top of which all policies work.
 *
 * A figure by year or month belongs to the *series* of its lever: it holds until the next one, and the first one also before its
 * own time, so a burn-in has the oldest figures known. A figure by day is an *event*: an opening, a closure, a law. It holds from that
 * day on, and what held before stands. Events work on what the series, the evidence and earlier events leave.
 */
import type { Day } from '../engine/calendar.ts';
import type { Plain } from '../evidence/document.ts';
import { type Change, overlap, writtenPath } from './change.ts';
import { INPUT_COLUMNS, type inputBases } from './schema.ts';

/** The columns of a row. */
export type InputColumn = (typeof INPUT_COLUMNS)[number];

/**
 * How a row gives its figure. `grow`, `hold` and `line` fill a series from their own year or month until the next row: with compound
 * growth, with the figure before, or with a straight line between the figures around. `season` multiplies a series by month.
 */
export type InputKind = 'figure' | 'grow' | 'hold' | 'line' | 'season';

/** One row: the change of one lever by a figure, from a day on. */
export interface DatedInput {
  readonly kind: InputKind;
  /** Whether it was written by year, by month, or as an event by day. */
  readonly by: 'year' | 'month' | 'day';
  readonly from: Day;
  /** The first day on which an event no longer holds; Infinity if it stays, and for series. */
  readonly until: Day;
  /** What the row does to the lever. For growth the factor of one year; nothing for `hold`, `line` and `season`. */
  readonly change: Change;
  /** Twelve factors, January to December, with mean 1; empty unless a season. */
  readonly factors: readonly number[];
  readonly basis: (typeof inputBases)[number];
  /** The name of the file without its folders; or what made the row. */
  readonly file: string;
  /** The row as written, by column. */
  readonly cells: Readonly<Record<InputColumn, string>>;
}

/** Rows in their one order, so that the order in files decides nothing: by day, lever, then text. */
export function inOrderOfTime(inputs: readonly DatedInput[]): readonly DatedInput[] {
  const keys = new Map(
    inputs.map((input) => [input, `${writtenPath(input.change)}\n${input.file}\n${rowText(input)}`]),
  );
  return [...inputs].sort((a, b) => a.from - b.from || (keys.get(a)! < keys.get(b)! ? -1 : 1));
}

/** Rows of series by written lever, each in order of time; seasons and events are left out. */
export function datedSeries(inputs: readonly DatedInput[]): ReadonlyMap<string, readonly DatedInput[]> {
  return byLever(inputs.filter(({ by, kind }) => by !== 'day' && kind !== 'season'));
}

/** Rows with the factors of months, by written lever, each in order of time. */
export function datedSeasons(inputs: readonly DatedInput[]): ReadonlyMap<string, readonly DatedInput[]> {
  return byLever(inputs.filter(({ kind }) => kind === 'season'));
}

/** Events in order of application. */
export function datedEvents(inputs: readonly DatedInput[]): readonly DatedInput[] {
  return inputs.filter(({ by }) => by === 'day');
}

/** Two rows that say different things about one number on one day. */
export interface Clash {
  readonly earlier: DatedInput;
  readonly later: DatedInput;
  readonly why: 'same day' | 'other series' | 'within series';
}

/**
 * Every clash of rows that are in order of time: two events that move a number from one day on, two series of one number, and an
 * event that sets a number for which the series has later figures.
 */
export function clashes(inputs: readonly DatedInput[]): readonly Clash[] {
  const events = datedEvents(inputs);
  const series = [...datedSeries(inputs).values(), ...datedSeasons(inputs).values()];
  const sameDay = events.flatMap((later, at) =>
    events
      .slice(0, at)
      .filter((earlier) => earlier.from === later.from && overlap(earlier.change, later.change))
      .map((earlier): Clash => ({ earlier, later, why: 'same day' })),
  );
  const otherSeries = series.flatMap((rows, at) =>
    series
      .slice(0, at)
      .filter(
        ([other]) => (other.kind === 'season') === (rows[0].kind === 'season') && overlap(other.change, rows[0].change),
      )
      .map(([earlier]): Clash => ({ earlier, later: rows[0], why: 'other series' })),
  );
  const within = events
    .filter(({ kind, change }) => kind === 'figure' && change.operation === 'set')
    .flatMap((event) =>
      series
        .filter(([row]) => overlap(row.change, event.change))
        .flatMap((rows) => rows.find((row, at) => goesOnAfter(row, rows[at + 1], event)) ?? [])
        .map((later): Clash => ({ earlier: event, later, why: 'within series' })),
    );
  return [...sameDay, ...otherSeries, ...within];
}

/** Whether a row of a series gives a new figure while an event holds. */
function goesOnAfter(row: DatedInput, next: DatedInput | undefined, { from, until }: DatedInput): boolean {
  const isNew = row.from > from && row.from < until;
  const moves = row.kind === 'grow' || row.kind === 'line' || row.kind === 'season';
  return isNew || (moves && row.from < until && (next === undefined || next.from > from));
}

/** The rows as a self-contained scenario writes them: by name of file, each a line of CSV. */
export function inputsText(inputs: readonly DatedInput[]): Plain {
  const files = [...new Set(inputs.map(({ file }) => file))].sort();
  return files.map((file) => ({ file, rows: inputs.filter((input) => input.file === file).map(rowText) }));
}

function rowText({ cells }: DatedInput): string {
  return INPUT_COLUMNS.map((name) => csvCell(cells[name])).join(',');
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function byLever(inputs: readonly DatedInput[]): ReadonlyMap<string, readonly DatedInput[]> {
  const levers = new Map<string, DatedInput[]>();
  for (const input of inputs) {
    const path = writtenPath(input.change);
    const rows = levers.get(path);
    if (rows === undefined) levers.set(path, [input]);
    else rows.push(input);
  }
  return levers;
}
