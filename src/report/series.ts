/**
 * Series: from the tables of a study's cells to the tables that charts read, means over replicates with intervals.
 *
 * Only tables come in, so a report can be drawn again from its folder without running anything.
 */
import { DIFFERENCES } from '../charts/differences.ts';
import { OBSERVED } from '../charts/observed.ts';
import { PEOPLE_BY_LEVEL } from '../charts/people-by-level.ts';
import { QUEUE } from '../charts/queue.ts';
import { RECIDIVISM } from '../charts/recidivism.ts';
import { TOTAL, WHO_IS_WHERE } from '../charts/who-is-where.ts';
import { centralInterval, meanInterval } from '../statistics/intervals.ts';
import { cumulativeIncidence } from '../statistics/survival.ts';
import { numbersOf, type Table, type TableSchema, tableOf, textsOf, type Value } from '../tables/table.ts';

/** People inside by level and week, remand counted in its level, beside the usable places. */
export function peopleByLevel(stock: Table, queue: Table): Table {
  const places = placesBy(queue);
  const people = samplesBy(stock, ['arm', 'date', 'level'], 'people', (row) => textsOf(stock, 'level')[row] !== '');
  return rowsOf(
    PEOPLE_BY_LEVEL,
    [...people].map(([key, samples]) => {
      const [arm, date, level] = key.split(SEPARATOR) as [string, string, string];
      return [arm, date, level, ...spread(samples), places.get(key)!];
    }),
  );
}

/** Cumulative share returned by month for every definition, in the order of the table. */
export function recidivism(survival: Table): Table {
  const [definition, month] = [textsOf(survival, 'definition'), numbersOf(survival, 'month')];
  const [arm, replicate] = [textsOf(survival, 'arm'), numbersOf(survival, 'replicate')];
  const months = Math.max(...month) + 1;
  const counts = new Map<string, Map<number, { events: Int32Array; competing: Int32Array; censored: Int32Array }>>();
  const parts = ['events', 'competing', 'censored'] as const;
  const columns = parts.map((part) => numbersOf(survival, part));
  for (let row = 0; row < survival.rows; row++) {
    const key = `${arm[row]}${SEPARATOR}${definition[row]}`;
    const byReplicate = getOr(counts, key, () => new Map());
    const cell = getOr(byReplicate, replicate[row]!, () => ({
      events: new Int32Array(months),
      competing: new Int32Array(months),
      censored: new Int32Array(months),
    }));
    parts.forEach((part, index) => {
      cell[part][month[row]!]! += columns[index]![row]!;
    });
  }
  const rows: Value[][] = [];
  for (const [key, byReplicate] of counts) {
    const [name, what] = key.split(SEPARATOR) as [string, string];
    const curves = [...byReplicate.values()].map((cell) => cumulativeIncidence(cell).estimate);
    rows.push([name, words(what), 0, 0, 0, 0]);
    for (let at = 0; at < months - 1; at++) {
      const shares = curves.map((curve) => curve[at]!).filter((share) => !Number.isNaN(share));
      if (shares.length < curves.length) break;
      const { mean, low, high } = meanInterval(shares);
      rows.push([name, words(what), at + 1, mean, Math.max(0, low), Math.min(1, high)]);
    }
  }
  return rowsOf(RECIDIVISM, rows);
}

/** People by state and week: remand, levels, monitoring, conditional release, waiting; and the total. */
export function whoIsWhere(stock: Table, levels: readonly string[]): Table {
  const states = ['remand', ...levels, 'electronic monitoring', 'conditional release', 'waiting for a place'];
  const [status, level] = [textsOf(stock, 'status'), textsOf(stock, 'level')];
  const stateOf = (row: number) =>
    status[row] === 'serving' ? level[row]! : (STATES[status[row]! as keyof typeof STATES] ?? status[row]!);
  const keys = ['arm', 'date'] as const;
  const byState = samplesBy(stock, keys, 'people', () => true, stateOf);
  const totals = samplesBy(
    stock,
    keys,
    'people',
    () => true,
    () => TOTAL,
  );
  const rows = [...byState, ...totals].map(([key, samples]): Value[] => {
    const [arm, date, state] = key.split(SEPARATOR) as [string, string, string];
    const [mean, low, high] = spread(samples);
    return [arm, date, state, state === TOTAL ? states.length : states.indexOf(state), mean!, low!, high!];
  });
  return rowsOf(WHO_IS_WHERE, rows);
}

/** People waiting by week. */
export function waiting(queue: Table): Table {
  const level = textsOf(queue, 'level');
  const samples = samplesBy(queue, ['arm', 'date'], 'waiting', (row) => level[row] === level[0]);
  return rowsOf(
    QUEUE,
    [...samples].map(([key, values]) => {
      const [mean, low, high] = spread(values);
      return [...key.split(SEPARATOR), mean!, low!, high!];
    }),
  );
}

/** A measure in an arm, as the summary of a study lists it. */
export interface MeasureRow {
  readonly measure: string;
  readonly label: string;
  readonly arm: string;
  readonly unit: string;
  readonly population?: string;
  readonly horizon?: number;
  readonly level?: string;
  readonly status?: string;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A paired difference, as the summary of a study lists it. */
export interface DifferenceRow extends Omit<MeasureRow, 'mean'> {
  readonly baseline: string;
  readonly better: 'lower' | 'higher' | 'neither';
  readonly difference: number | null;
}

/** A figure that was observed, beside which a measure of the baseline is put. */
export interface ObservedFigure {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly period: string;
  readonly observed: number;
  readonly tolerance: number;
  readonly source: string;
  readonly measure: string;
  readonly population?: string;
  readonly horizon?: number;
  readonly level?: string;
  readonly status?: string;
}

/** The paired differences of the measures asked for, in that order. */
export function differences(
  measures: readonly MeasureRow[],
  all: readonly DifferenceRow[],
  shown: readonly string[],
): Table {
  const meanOf = (row: DifferenceRow, arm: string) =>
    measures.find((measure) => measure.arm === arm && measure.label === row.label)?.mean ?? Number.NaN;
  const rows = shown.flatMap((label) =>
    all
      .filter((row) => row.label === label && row.difference !== null)
      .map((row): Value[] => [
        row.measure,
        row.label,
        row.unit,
        row.arm,
        meanOf(row, row.baseline),
        meanOf(row, row.arm),
        row.difference!,
        row.low!,
        row.high!,
        row.better,
      ]),
  );
  return rowsOf(DIFFERENCES, rows);
}

/** Every observed figure beside what the baseline gives. */
export function observed(figures: readonly ObservedFigure[], measures: readonly MeasureRow[], baseline: string): Table {
  const rows = figures.flatMap((figure): Value[][] => {
    const found = measures.find(
      (row) =>
        row.arm === baseline &&
        row.measure === figure.measure &&
        row.population === figure.population &&
        row.horizon === figure.horizon &&
        row.level === figure.level &&
        row.status === figure.status,
    );
    if (found?.mean === undefined || found.mean === null) return [];
    const isWithin = Math.abs(found.mean - figure.observed) <= figure.tolerance * figure.observed;
    const { label, unit, tolerance, period, source } = figure;
    const verdict = isWithin ? 'within' : 'miss';
    return [
      [
        figure.id,
        label,
        unit,
        figure.observed,
        found.mean,
        found.low!,
        found.high!,
        tolerance,
        verdict,
        period,
        source,
      ],
    ];
  });
  return rowsOf(OBSERVED, rows);
}

const SEPARATOR = '\u0000';
const STATES = {
  monitored: 'electronic monitoring',
  conditional: 'conditional release',
  waiting: 'waiting for a place',
} as const;

function words(id: string): string {
  return id.replaceAll('-', ' ');
}

function spread(samples: readonly number[]): readonly number[] {
  const { mean } = meanInterval(samples);
  const wide = centralInterval(samples, 0.95);
  const narrow = centralInterval(samples, 0.5);
  return [mean, wide.low, wide.high, narrow.low, narrow.high];
}

/** Sums of a column within a replicate, listed by key: the named text columns, and one more made of the row. */
function samplesBy(
  table: Table,
  keys: readonly string[],
  column: string,
  isWanted: (row: number) => boolean,
  furtherKey?: (row: number) => string,
): Map<string, number[]> {
  const texts = keys.map((key) => textsOf(table, key));
  const [replicate, draw] = [numbersOf(table, 'replicate'), numbersOf(table, 'draw')];
  const values = numbersOf(table, column);
  const sums = new Map<string, Map<number, number>>();
  for (let row = 0; row < table.rows; row++) {
    if (!isWanted(row)) continue;
    const parts = texts.map((text) => text[row]!);
    if (furtherKey) parts.push(furtherKey(row));
    const samples = getOr(sums, parts.join(SEPARATOR), () => new Map<number, number>());
    const cell = draw[row]! * MOST_REPLICATES + replicate[row]!;
    samples.set(cell, (samples.get(cell) ?? 0) + values[row]!);
  }
  return new Map([...sums].map(([key, samples]) => [key, [...samples.values()]]));
}

const MOST_REPLICATES = 2 ** 20;

function placesBy(queue: Table): Map<string, number> {
  const [arm, date, level] = [textsOf(queue, 'arm'), textsOf(queue, 'date'), textsOf(queue, 'level')];
  const places = numbersOf(queue, 'places');
  const found = new Map<string, number>();
  for (let row = 0; row < queue.rows; row++) {
    found.set([arm[row], date[row], level[row]].join(SEPARATOR), places[row]!);
  }
  return found;
}

function rowsOf(schema: TableSchema, rows: readonly (readonly Value[])[]): Table {
  const columns = schema.columns.map(({ name }, index): [string, Value[]] => [name, rows.map((row) => row[index]!)]);
  return tableOf(schema, Object.fromEntries(columns));
}

function getOr<Key, Found>(map: Map<Key, Found>, key: Key, make: () => Found): Found {
  let found = map.get(key);
  if (found === undefined) {
    found = make();
    map.set(key, found);
  }
  return found;
}
