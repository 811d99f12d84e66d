/**
 * Synthetic tables of plausible size and shape, the same at every call, for tests that draw.
 */
import type { ChartContext } from '../../src/charts/chart.ts';
import { DIFFERENCES } from '../../src/charts/differences.ts';
import { OBSERVED } from '../../src/charts/observed.ts';
import {
  ACCEPTABILITY,
  DECISION_PLANE,
  EVERYTHING,
  OUTSIDE,
  PEOPLE_BY_LEVEL,
  RECIDIVISM,
  VALUE_OF_INFORMATION,
  WAITING,
  WEEK,
  WHO_IS_WHERE,
} from '../../src/tables/series.ts';
import { type Table, type TableSchema, tableOf, type Value } from '../../src/tables/table.ts';

export const ARMS = ['Norway as it is', 'Normality', 'Restrictive'] as const;
export const LEVELS = ['high', 'low', 'transitional'] as const;

export const CONTEXT: ChartContext = {
  title: 'Do the places suffice?',
  subtitle: 'People inside, Norway, 2012 to 2021, 200 replicates',
  footer: 'Source: stepdown 0.1.0, seed "norway"; digest 3f9a0c21',
  arms: ARMS,
  levels: LEVELS,
};

/** Rows of records as a table. */
export function tableOfRecords(schema: TableSchema, records: readonly Readonly<Record<string, Value>>[]): Table {
  return tableOf(
    schema,
    Object.fromEntries(schema.columns.map(({ name }) => [name, records.map((record) => record[name]!)])),
  );
}

/** Mondays from 2 January 2012 on, ISO 8601. */
export function mondays(weeks: number): string[] {
  const lengths = (year: number) => [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const two = (x: number) => String(x).padStart(2, '0');
  const dates: string[] = [];
  let [year, month, day] = [2012, 0, 2];
  for (let week = 0; week < weeks; week++) {
    dates.push(`${year}-${two(month + 1)}-${two(day)}`);
    day += 7;
    const length = lengths(year)[month]!;
    if (day > length) {
      day -= length;
      month = (month + 1) % 12;
      if (month === 0) year++;
    }
  }
  return dates;
}

export function peopleByLevel(weeks = 520): Table {
  const places: Record<string, number> = { high: 2250, low: 1320, transitional: Number.NaN };
  const start: Record<string, number> = { high: 2100, low: 1180, transitional: 170 };
  const drift = [0, -0.12, 0.35];
  return tableOfRecords(
    PEOPLE_BY_LEVEL,
    ARMS.flatMap((arm, a) =>
      LEVELS.flatMap((level) =>
        mondays(weeks).map((date, week) => {
          const people = start[level]! * (1 + (drift[a]! * week) / 520 + 0.015 * Math.sin(week / 8 + a));
          const half = start[level]! * (0.02 + 0.00015 * week);
          const limit = places[level]! * (level === 'low' && arm === 'Normality' && week > 208 ? 1.2 : 1);
          return {
            ...{ arm, date, level, people, low: people - half, high: people + half },
            ...{ low50: people - half / 3, high50: people + half / 3, places: limit },
          };
        }),
      ),
    ),
  );
}

export function queue(weeks = 520): Table {
  return tableOfRecords(
    WAITING,
    ARMS.flatMap((arm, a) =>
      mondays(weeks).map((date, week) => {
        const people = Math.max(0, 400 + (a - 1) * week * 1.5 + 60 * Math.sin(week / 13));
        return { arm, date, people, low: Math.max(0, people - 80), high: people + 90 };
      }),
    ),
  );
}

export function recidivism(): Table {
  const ceilings = { 'new charge': 0.55, 'new conviction': 0.42, 'new sanction': 0.36, 'new prison sentence': 0.22 };
  return tableOfRecords(
    RECIDIVISM,
    ARMS.flatMap((arm, a) =>
      Object.entries(ceilings).flatMap(([definition, ceiling]) =>
        Array.from({ length: 61 }, (_, month) => {
          const share = ceiling * (1 - 0.94 ** month) * [1, 0.94, 1.12][a]!;
          return { arm, definition, month, share, low: share * 0.96, high: share * 1.04 };
        }),
      ),
    ),
  );
}

export function differences(): Table {
  const measures = [
    ['recidivism', 'Back in prison within two years', '% of released', 20.1, 'lower', [-1.2, 2.7], 0.8],
    ['inside', 'People inside', 'people, mean', 3690, 'neither', [-150, 620], 21],
    ['overflow', 'Chance of overflow, high security', '%', 31, 'lower', [-19, 66], 7],
    ['cost', 'Cost', 'million kroner a year', 4120, 'lower', [-20, 480], 45],
    ['assaults', 'Assaults on staff and inmates', 'per 100 person-years', 9.4, 'lower', [-1.1, 1.9], 0.6],
    ['work', 'In work one year after release', '% of released', 34, 'higher', [2.1, -1.4], 1.6],
  ] as const;
  return tableOfRecords(
    DIFFERENCES,
    measures.flatMap(([measure, label, unit, baseline, better, change, half]) =>
      change.map((difference, i) => ({
        ...{ measure, label, unit, arm: ARMS[i + 1]!, baseline, value: baseline + difference, difference },
        ...{ low: difference - half, high: difference + half, better },
      })),
    ),
  );
}

export function whoIsWhere(weeks = 520): Table {
  const states = [
    ['remand', 900],
    ['high', 1250],
    ['low', 1180],
    ['transitional', 170],
    ['electronic monitoring', 330],
    ['conditional release', 1500],
    ['waiting for a place', 420],
  ] as const;
  return tableOfRecords(
    WHO_IS_WHERE,
    ARMS.flatMap((arm, a) =>
      mondays(weeks).flatMap((date, week) => {
        const growth = 1 + ([0, -0.1, 0.3][a]! * week) / 520 + 0.02 * Math.sin(week / 9);
        const rows = states.map(([state, start], order) => {
          const people = start * growth;
          return { arm, date, state, order, people, low: people * 0.95, high: people * 1.05 };
        });
        const people = rows.reduce((sum, row) => sum + row.people, 0);
        return [...rows, { arm, date, state: 'total', order: 99, people, low: people * 0.97, high: people * 1.03 }];
      }),
    ),
  );
}

export function observed(): Table {
  const rows = [
    ['inside', 'People inside', 'people', 3690, 3702, 60],
    ['remand', 'People on remand', 'people', 905, 861, 40],
    ['releases', 'Releases in a year', 'people', 8410, 8530, 160],
    ['recidivism', 'New sanction within two years', '%', 20.1, 20.9, 1.1],
    ['queue', 'Waiting for a place', 'people', 1100, 640, 140],
    ['days', 'Median days served', 'days', 92, 96, 3],
  ] as const;
  return tableOfRecords(
    OBSERVED,
    rows.map(([measure, label, unit, seen, simulated, half]) => ({
      ...{ measure, label, unit, observed: seen, simulated, low: simulated - half, high: simulated + half },
      ...{ tolerance: 0.1, verdict: Math.abs(simulated / seen - 1) <= 0.1 ? 'within' : 'miss' },
      ...{ period: '2014 to 2018', source: 'Statistics Norway, table 10531' },
      fitted: ['inside', 'queue'].includes(measure),
    })),
  );
}

export function week(): Table {
  const kinds = ['sleep', 'meals and care', 'household', 'work and class', 'leisure', 'locked in'];
  const hours = [56, 14, 10, 28, 40, 20];
  return tableOfRecords(
    WEEK,
    ARMS.flatMap((arm, a) =>
      [OUTSIDE, 'remand', ...LEVELS].flatMap((place) =>
        kinds.map((kind, order) => {
          const spent = hours[order]! + (order === 5 ? 2 * a : order === 4 ? -2 * a : 0);
          const half = place === OUTSIDE ? 0 : 1.5;
          return { arm, place, kind, order, hours: spent, low: spent - half, high: spent + half };
        }),
      ),
    ),
  );
}

const AXES = [
  ['charges', 'charges', 'a year', 'one charge fewer', 'what the offences behind a charge cost', 1_100_000],
  ['overflow', 'overflow days', 'a year', 'one overflow day fewer', 'what a day inside costs', 2600],
] as const;

export function decisionPlane(): Table {
  return tableOfRecords(
    DECISION_PLANE,
    AXES.flatMap(([axis, effect, per]) =>
      ARMS.slice(1).flatMap((arm, a) =>
        Array.from({ length: 60 }, (_, draw) => {
          const [avoided, cost] = [[40, -15][a]! + 30 * Math.sin(7 * draw), [12, 30][a]! + 9 * Math.cos(5 * draw)];
          return { axis, effect, per, arm, draw: draw + 1, avoided, cost };
        }),
      ),
    ),
  );
}

export function acceptability(): Table {
  return tableOfRecords(
    ACCEPTABILITY,
    AXES.flatMap(([axis, , , paidFor, scale, middle]) =>
      Array.from({ length: 31 }, (_, step) =>
        ARMS.map((arm, a) => {
          const share = [1 - step / 40, step / 60, step / 120][a]!;
          return {
            ...{ axis, paidFor, willingness: (step / 30) * 2 * middle, arm, share },
            ...{ low: Math.max(0, share - 0.08), high: Math.min(1, share + 0.08), frontier: a === (step < 22 ? 0 : 1) },
            ...{ scale, scaleLow: middle / 3, scaleMiddle: middle, scaleHigh: 3 * middle },
          };
        }),
      ).flat(),
    ),
  );
}

export function valueOfInformation(): Table {
  const groups = [EVERYTHING, 'reentry', 'cost', 'placement', 'effects', 'family', 'victims'];
  const values = [3.2, 1.4, 0.9, 0.3, 0.2, Number.NaN, 0];
  return tableOfRecords(
    VALUE_OF_INFORMATION,
    AXES.flatMap(([axis, , , paidFor, , middle]) =>
      [0.5, 1, 2].flatMap((times) =>
        groups.map((group, at) => ({
          ...{ axis, paidFor, willingness: times * middle, group, parameters: at === 0 ? 60 : 10, value: values[at]! },
          ...{ low: at < 3 ? values[at]! / 2 : values[at]! * 0, high: values[at]! * 2 },
        })),
      ),
    ),
  );
}
