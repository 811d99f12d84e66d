/**
 * Report figures: the five numbers at the top of a report, and their course over time.
 */
import { ALL_SERVED } from '../experiment/recidivism.ts';
import type { ReportFigure } from '../report/input.ts';
import { numbersOf, type Table, textsOf } from '../tables/table.ts';
import { isSameMeasure, type NamedMeasure } from './headline-table.ts';
import type { ShownStudy } from './shown-study.ts';

/** New charges within two years, of all who have served. */
export const CHARGED: NamedMeasure = { measure: 'new-charge', population: ALL_SERVED, horizon: 2 };
/** People inside on an average day. */
export const INSIDE: NamedMeasure = { measure: 'occupancy' };

/** Recidivism, people inside, overflow, people waiting to begin and cost; one that could not be measured is left out. */
export function figuresOf(study: ShownStudy): readonly ReportFigure[] {
  const { arms, levels, measures, differences, series } = study;
  const inside = sumBy(series.peopleByLevel, 'people');
  const waiting = sumBy(series.waiting, 'people');
  const wanted: readonly (readonly [NamedMeasure, (arm: number) => readonly number[]])[] = [
    [CHARGED, (arm) => returns(series.recidivism, arms[arm]!)],
    [INSIDE, (arm) => inside.get(arms[arm]!) ?? []],
    [
      { measure: 'overflow-chance', level: levels[0]! },
      (arm) => peopleAt(series.peopleByLevel, arms[arm]!, levels[0]!),
    ],
    [{ measure: 'queue-length' }, (arm) => waiting.get(arms[arm]!) ?? []],
    [{ measure: 'cost' }, () => []],
  ];
  return wanted.flatMap(([measure, spark]): ReportFigure[] => {
    const means = measures.filter((row) => isSameMeasure(row, measure));
    const first = means.find((row) => row.arm === arms[0]);
    if (first === undefined || first.mean === null) return [];
    const { label, unit, mean, low, high } = first;
    return [
      {
        label,
        unit,
        baseline: { mean, low: known(low), high: known(high), spark: thinned(spark(0)) },
        arms: arms.slice(1).map((arm, index) => {
          const change = differences.find((row) => row.arm === arm && isSameMeasure(row, measure));
          return {
            arm,
            mean: known(means.find((row) => row.arm === arm)?.mean),
            difference: known(change?.difference),
            low: known(change?.low),
            high: known(change?.high),
            spark: thinned(spark(index + 1)),
          };
        }),
      },
    ];
  });
}

/** NaN for what could not be measured. */
export function known(value: number | null | undefined): number {
  return value ?? Number.NaN;
}

/** Sums of a column over the rows of each arm and date, in order of date. */
function sumBy(table: Table, column: string): ReadonlyMap<string, readonly number[]> {
  const [arm, date, values] = [textsOf(table, 'arm'), textsOf(table, 'date'), numbersOf(table, column)];
  const sums = new Map<string, Map<string, number>>();
  for (let row = 0; row < table.rows; row++) {
    const own = sums.get(arm[row]!) ?? new Map<string, number>();
    own.set(date[row]!, (own.get(date[row]!) ?? 0) + values[row]!);
    sums.set(arm[row]!, own);
  }
  return new Map([...sums].map(([name, own]) => [name, [...own.values()]]));
}

/** The curve of new charges. */
function returns(table: Table, name: string): readonly number[] {
  const [arm, definition, share] = [textsOf(table, 'arm'), textsOf(table, 'definition'), numbersOf(table, 'share')];
  return Array.from(share).filter((_, row) => arm[row] === name && definition[row] === 'new charge');
}

/** People at a level, week by week. */
function peopleAt(table: Table, name: string, wanted: string): readonly number[] {
  const [arm, level, people] = [textsOf(table, 'arm'), textsOf(table, 'level'), numbersOf(table, 'people')];
  return Array.from(people).filter((_, row) => arm[row] === name && level[row] === wanted);
}

const MOST_POINTS = 60;

/** Means of so many equal stretches, for a line a few millimetres wide. */
function thinned(values: readonly number[]): readonly number[] {
  const size = Math.ceil(values.length / MOST_POINTS);
  if (size <= 1) return values;
  return Array.from({ length: Math.floor(values.length / size) }, (_, at) => {
    const part = values.slice(at * size, (at + 1) * size);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}
