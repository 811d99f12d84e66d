/**
 * Series: makes the tables that charts read from the samples of all cells.
 */
import { formatDay } from '../engine/calendar.ts';
import { kindNames, kindsOfTimetable } from '../prison/regime.ts';
import { isByCharge } from '../simulation/recidivism-definition.ts';
import { definitions } from '../simulation/summary.ts';
import { centralInterval, type Interval, meanInterval } from '../statistics/intervals.ts';
import {
  ALL_LEVELS,
  OUTSIDE,
  PEOPLE_BY_LEVEL,
  RECIDIVISM,
  TOTAL,
  WAITING,
  WEEK_BY_ACTIVITY,
  WHO_IS_WHERE,
} from '../tables/series.ts';
import { type Table, tableOfRows, type Value } from '../tables/table.ts';
import { drawSize, knownMeans } from './draw-groups.ts';
import { CURVE_MONTHS, columnsOfWeek, type Sample } from './samples.ts';
import { cellOf, type Study } from './study.ts';

/** Every series of a study. `samples[arm]` holds one sample per cell. */
export function chartSeriesOf(study: Study, samples: readonly (readonly Sample[])[]): readonly Table[] {
  return [
    peopleByLevel(study, samples),
    recidivism(study, samples),
    whoIsWhere(study, samples),
    waiting(study, samples),
    week(study, samples),
  ];
}

type Samples = readonly (readonly Sample[])[];

function peopleByLevel(study: Study, samples: Samples): Table {
  const levels = levelsOf(study);
  const { atLevel, places } = columnsOfWeek(levels.length);
  const rows = eachWeek(study, samples, (arm, date, spreadOf) => {
    const row = (level: string, columns: readonly number[], usable: number): Value[] => {
      const { mean, low, high, low50, high50 } = spreadOf(...columns);
      return [arm.name, date, level, mean, low, high, low50, high50, usable];
    };
    const columns = levels.map((_, index) => atLevel + index);
    return [
      ...levels.map((level, index) => row(level, [columns[index]], spreadOf(places + index).mean)),
      row(ALL_LEVELS, columns, Number.NaN),
    ];
  });
  return tableOfRows(PEOPLE_BY_LEVEL, rows);
}

function recidivism(study: Study, samples: Samples): Table {
  const rows: Value[][] = [];
  study.arms.forEach(({ name }, arm) => {
    definitions.forEach((definition, index) => {
      if (isByCharge(definition)) return;
      const words = definition.replaceAll('-', ' ');
      rows.push([name, words, 0, 0, 0, 0]);
      for (let month = 0; month < CURVE_MONTHS; month++) {
        const shares = samples[arm].map(({ returns }) => returns[index * CURVE_MONTHS + month]);
        if (shares.some(Number.isNaN)) break;
        const { mean, low, high } = shareInterval(knownMeans(Float64Array.from(shares), drawSize(study)));
        rows.push([name, words, month + 1, mean, low, high]);
      }
    });
  });
  return tableOfRows(RECIDIVISM, rows);
}

function whoIsWhere(study: Study, samples: Samples): Table {
  const levels = levelsOf(study);
  const columns = columnsOfWeek(levels.length);
  const states: readonly (readonly [string, number])[] = [
    ['remand', columns.remand],
    ...levels.map((level, index) => [level, columns.serving + index] as const),
    ['electronic monitoring', columns.monitored],
    ['in treatment or absent', columns.away],
    ['conditional release', columns.conditional],
    ['not yet summoned', columns.processing],
    ['waiting for a place', columns.waiting],
    [TOTAL, columns.total],
  ];
  const rows = eachWeek(study, samples, (arm, date, spreadOf) =>
    states.map(([state, column], order): Value[] => {
      const { mean, low, high } = spreadOf(column);
      return [arm.name, date, state, order, mean, low, high];
    }),
  );
  return tableOfRows(WHO_IS_WHERE, rows);
}

function waiting(study: Study, samples: Samples): Table {
  const columns = columnsOfWeek(levelsOf(study).length);
  const rows = eachWeek(study, samples, (arm, date, spreadOf) => {
    const { mean, low, high } = spreadOf(columns.waiting);
    return [[arm.name, date, mean, low, high]];
  });
  return tableOfRows(WAITING, rows);
}

/** The week outside, an input and so without an interval; then the simulated week on remand and at every level. */
function week(study: Study, samples: Samples): Table {
  const levels = levelsOf(study);
  const rows = study.arms.flatMap(({ name, scenario }, arm) => {
    const { regime } = cellOf(scenario, { draw: 0, replicate: 0 }).parameters.at(-1)!.values;
    const outside = kindsOfTimetable(regime.outsideHours);
    const put = kindNames.map((kind, order): Value[] => {
      const hours = outside[order];
      return [name, OUTSIDE, kind, order, hours, hours, hours];
    });
    const lived = ['remand', ...levels].flatMap((place, index) =>
      kindNames.map((kind, order): Value[] => {
        const at = index === 0 ? levels.length : index - 1;
        const lived = Float64Array.from(samples[arm], ({ kinds }) => kinds[at][order]);
        const hours = knownMeans(lived, drawSize(study));
        if (hours.length === 0) return [name, place, kind, order, 0, 0, 0];
        const { mean, low, high } = meanInterval(hours);
        return [name, place, kind, order, mean, low, high];
      }),
    );
    return [...put, ...lived];
  });
  return tableOfRows(WEEK_BY_ACTIVITY, rows);
}

/** The mean of a share over cells or draws, which are independent as people are not, with its interval within 0 and 1. */
export function shareInterval(shares: ArrayLike<number>): { readonly mean: number } & Interval {
  const { mean, low, high } = meanInterval(shares);
  return { mean, low: Math.max(0, low), high: Math.min(1, high) };
}

interface Spread {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly low50: number;
  readonly high50: number;
}

function eachWeek(
  study: Study,
  samples: Samples,
  rowsFor: (
    arm: { readonly name: string },
    date: string,
    /** The sum of the people, or places, in these columns. */
    spreadOf: (...columns: readonly number[]) => Spread,
  ) => readonly Value[][],
): Value[][] {
  const { start, end } = study.arms[0].scenario;
  const { count } = columnsOfWeek(levelsOf(study).length);
  return study.arms.flatMap(({ name }, index) =>
    Array.from({ length: Math.ceil((end - start) / 7) }, (_, week) =>
      rowsFor({ name }, formatDay(start + 7 * week), (...columns) =>
        spread(
          samples[index].map(({ weeks }) =>
            columns.reduce((people, column) => people + weeks[week * count + column], 0),
          ),
        ),
      ),
    ).flat(),
  );
}

function spread(values: readonly number[]): Spread {
  const { mean } = meanInterval(values);
  const { low, high } = centralInterval(values, 0.95);
  const { low: low50, high: high50 } = centralInterval(values, 0.5);
  return { mean, low, high, low50, high50 };
}

function levelsOf(study: Study): readonly string[] {
  return study.arms[0].scenario.dimensions['level'];
}
