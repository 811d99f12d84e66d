/**
 * Synthetic tables of plausible size and shape, the same at every call, for tests that draw.
 */
import type { ChartContext } from '../../src/charts/chart.ts';
import { ATTRIBUTION, WHOLE } from '../../src/tables/attribution.ts';
import { BACKTEST } from '../../src/tables/backtest.ts';
import { CAPACITY } from '../../src/tables/capacity.ts';
import { FORECAST } from '../../src/tables/forecast.ts';
import { INDICES, SCREENING } from '../../src/tables/sensitivity.ts';
import {
  ACCEPTABILITY,
  COHORT,
  COST_EFFECTIVENESS_PLANE,
  DIFFERENCES,
  EVERYTHING,
  OBSERVED,
  OUTSIDE,
  PEOPLE_BY_LEVEL,
  RECIDIVISM,
  VALUE_OF_INFORMATION,
  WAITING,
  WEEK_BY_ACTIVITY,
  WHO_IS_WHERE,
} from '../../src/tables/series.ts';
import { SWEEP } from '../../src/tables/sweep.ts';
import { type Table, type TableSchema, tableOf, type Value } from '../../src/tables/table.ts';
import { GROUPS, LIFE_LINES } from '../../src/tables/twins.ts';

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
    Object.fromEntries(schema.columns.map(({ name }) => [name, records.map((record) => record[name])])),
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
    const length = lengths(year)[month];
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
          const people = start[level] * (1 + (drift[a] * week) / 520 + 0.015 * Math.sin(week / 8 + a));
          const half = start[level] * (0.02 + 0.00015 * week);
          const limit = places[level] * (level === 'low' && arm === 'Normality' && week > 208 ? 1.2 : 1);
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
          const share = ceiling * (1 - 0.94 ** month) * [1, 0.94, 1.12][a];
          return { arm, definition, month, share, low: share * 0.96, high: share * 1.04 };
        }),
      ),
    ),
  );
}

export function cohort(): Table {
  return tableOfRecords(
    COHORT,
    ARMS.flatMap((arm, a) =>
      Array.from({ length: 60 }, (_, month) => {
        const share = 0.5 * (1 - 0.96 ** month) * [1, 0.98, 1.04][a];
        const difference = a === 0 ? Number.NaN : share * [0, -0.02, 0.04][a];
        return {
          ...{ arm, population: 'newly sentenced to prison', month: month + 1, share },
          ...{ low: share * 0.98, high: share * 1.02, difference },
          ...{ 'difference-low': difference - 0.004, 'difference-high': difference + 0.004 },
        };
      }),
    ),
  );
}

export function differences(): Table {
  const measures = [
    ['recidivism', 'Back in prison within two years', '% of released', 20.1, 'lower', [-1.2, 2.7], 0.8],
    ['inside', 'People inside', 'people, mean', 3690, 'neither', [-150, 620], 21],
    ['overflow', 'Chance of overflow, high security', '%', 31, 'lower', [-19, 66], 7],
    ['cost', 'Cost', 'million kroner per year', 4120, 'lower', [-20, 480], 45],
    ['assaults', 'Assaults on staff and inmates', 'per 100 person-years', 9.4, 'lower', [-1.1, 1.9], 0.6],
    ['work', 'In work one year after release', '% of released', 34, 'higher', [2.1, -1.4], 1.6],
  ] as const;
  return tableOfRecords(
    DIFFERENCES,
    measures.flatMap(([measure, label, unit, baseline, better, change, half]) =>
      change.map((difference, i) => ({
        ...{ measure, label, unit, arm: ARMS[i + 1], baseline, value: baseline + difference, difference },
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
    ['not yet summoned', 380],
    ['waiting on the last evening', 40],
  ] as const;
  return tableOfRecords(
    WHO_IS_WHERE,
    ARMS.flatMap((arm, a) =>
      mondays(weeks).flatMap((date, week) => {
        const growth = 1 + ([0, -0.1, 0.3][a] * week) / 520 + 0.02 * Math.sin(week / 9);
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

/** Two measures shared out among three parts, one of them two policies. */
export function attribution(): Table {
  const parts = ['monthly-reviews', 'monitoring-nationwide + no-monitoring', 'way-out', WHOLE];
  return tableOfRecords(
    ATTRIBUTION,
    ['charged again within 2 years', 'people inside, mean'].flatMap((measure, at) =>
      parts.map((part, row) => {
        const added = [[-1.2, 0.3, -0.05, -0.95][row], [-150, 60, 0, -90][row]][at];
        return {
          measure,
          unit: ['points', 'persons'][at],
          part,
          added,
          low: 1.4 * added - 0.1,
          high: 0.6 * added + 0.1,
          settling: '',
        };
      }),
    ),
  );
}

/** Two measures and four factors, the last of which luck would move as far. */
export function screening(): Table {
  const factors = ['reoffending', 'placement', 'court.custody_odds', 'mortality'];
  return tableOfRecords(
    SCREENING,
    ['charged again within 2 years', 'people inside, mean'].flatMap((measure, at) =>
      factors.map((factor, row) => {
        const scale = [1, 100][at];
        const muStar = scale / (row + 1);
        const about = { measure, unit: ['points', 'persons'][at], better: 'lower', factor, numbers: 3 - (row % 3) };
        const difference = { difference: -scale, difference_low: -1.3 * scale, difference_high: -0.7 * scale };
        const effect = { mu_star: muStar, low: 0.5 * muStar, high: 1.5 * muStar, mu: -muStar, sigma: muStar / 3 };
        return { ...about, ...difference, ...effect, by_luck: scale / 6, stands_out: row < 3 };
      }),
    ),
  );
}

/** Two measures and three factors, alone and with all in which they have a part. */
export function indices(): Table {
  return tableOfRecords(
    INDICES,
    ['charged again within 2 years', 'people inside, mean'].flatMap((measure) =>
      ['reoffending', 'placement', 'court.custody_odds'].flatMap((factor, row) =>
        ['first', 'total'].map((order, at) => {
          const index = 0.6 / (row + 1) + 0.1 * at;
          return { measure, factor, order, index, low: index - 0.15, high: index + 0.2 };
        }),
      ),
    ),
  );
}

/** A sweep of two measures over the values of one lever, or of two where there are values of another. */
export function swept(values: readonly string[], others: readonly string[] = ['']): Table {
  const measures = [
    ['occupancy', 'people inside, mean', 'persons', 'neither', 3690, 80],
    ['new-charge@2y', 'charged again within 2 years, all who served', 'percent', 'lower', 44.8, 0.6],
  ] as const;
  return tableOfRecords(
    SWEEP,
    measures.flatMap(([measure, label, unit, better, mean, size]) =>
      values.flatMap((value, i) =>
        others.map((other, j) => {
          const isInForce = i === 1 && j === 0;
          const difference = isInForce ? 0 : size * ((i - 1) / values.length - (1.7 * j) / others.length + 0.05);
          const half = isInForce ? 0 : size * (0.15 + 0.1 * ((i + j) % 3));
          return {
            ...{ measure, label, unit, better, lever: 'placement.review_days', value },
            ...{ other_lever: other === '' ? '' : 'facility.places.low', other_value: other },
            ...{ in_force: isInForce, baseline: mean, mean: mean + difference, difference, replicates: 20 },
            ...{ low: difference - half, high: difference + half, settling: '', baseline_settling: '' },
          };
        }),
      ),
    ),
  );
}

/** The record of a backtest: two measures, five horizons, both modes. */
export function backtest(): Table {
  const measures = [
    ['occupancy', 'people inside, mean', 1],
    ['detention-stock', 'detained, mean', 3],
  ] as const;
  const records = ['blind', 'conditional'].flatMap((mode, at) =>
    measures.flatMap(([measure, label, size]) =>
      [1, 2, 3, 4, 5].map((horizon) => {
        const error = size * horizon * (at === 0 ? 2.5 : 1.2);
        return {
          ...{ place: 'Norway', scenario: 'history.yaml', mode, knowledge: 'pseudo-real-time', jump_off: 'observed' },
          ...{
            measure,
            label,
            unit: 'persons',
            horizon,
            origins: '1998-2009',
            pairs: 10,
            members: 20,
            error: 37 * error,
          },
          ...{ error_percent: error, error_low: 0.7 * error, error_high: 1.3 * error, bias_percent: -error / 2 },
          ...{ crps_percent: error, naive_crps_percent: 2 * error, last_value_percent: 3.2 * size * horizon },
          ...{ linear_trend_percent: 3.6 * size * horizon, damped_trend_percent: 2.9 * size * horizon },
          ...{
            inside_50: 4,
            inside_50_low: 12,
            inside_50_high: 74,
            inside_80: 7,
            inside_80_low: 35,
            inside_80_high: 93,
          },
          ...{ inside_95: 9, inside_95_low: 55, inside_95_high: 100 },
        };
      }),
    ),
  );
  return tableOfRecords(BACKTEST, records);
}

/** Outcomes of the same people by group: a large world, with one group too small to say anything of. */
export function groups(): Table {
  const members = [
    ['everybody', 'everybody', -5.9],
    ['age', 'under 25', -7.7],
    ['age', '50 and over', -3.9],
    ['sex', 'male', -6],
    ['sex', 'female', Number.NaN],
    ['first sentence', '91 days to 1 year', -34],
    ['first sentence', 'over 3 years', -64],
    ['need: drugs', 'with', -6],
    ['need: drugs', 'without', -5],
  ] as const;
  return tableOfRecords(
    GROUPS,
    members.flatMap(([trait, group, difference]) =>
      [
        { outcome: 'days in custody', unit: 'days', by: 1, better: 'lower' },
        { outcome: 'new charges', unit: 'per 100 people', by: -0.1, better: 'lower' },
      ].map(({ by, ...outcome }) => ({
        ...{ trait, group, ...outcome, people: 4000, first: 70, second: 70 + by * difference },
        ...{ difference: by * difference, low: by * difference - 2, high: by * difference + 2, less: 9, more: 6 },
      })),
    ),
  );
}

/** Two lives of one person, with every state there is. */
export function lifeLines(arms: readonly string[] = ARMS): Table {
  const states = [
    ...LEVELS,
    'electronic monitoring',
    'absent',
    'treatment',
    'waiting on the last evening',
    'conditional release',
  ];
  return tableOfRecords(LIFE_LINES, [
    ...arms.slice(0, 2).flatMap((arm, at) => [
      ...['remand', ...states, 'liberty'].map((what, step) => ({
        ...{
          arm,
          kind: 'state',
          what,
          begins: 2012 + step * (0.5 + 0.1 * at),
          ends: 2012 + (step + 1) * (0.5 + 0.1 * at),
        },
      })),
      { arm, kind: 'charge', what: 'charge', begins: 2012, ends: 2012 },
    ]),
    { arm: '', kind: 'parting', what: 'move to low, earlier in normality', begins: 2012.5, ends: 2012.5 },
  ]);
}

export function week(): Table {
  const kinds = ['sleep', 'meals and care', 'household', 'work and class', 'leisure', 'locked in'];
  const hours = [56, 14, 10, 28, 40, 20];
  return tableOfRecords(
    WEEK_BY_ACTIVITY,
    ARMS.flatMap((arm, a) =>
      [OUTSIDE, 'remand', ...LEVELS].flatMap((place) =>
        kinds.map((kind, order) => {
          const spent = hours[order] + (order === 5 ? 2 * a : order === 4 ? -2 * a : 0);
          const half = place === OUTSIDE ? 0 : 1.5;
          return { arm, place, kind, order, hours: spent, low: spent - half, high: spent + half };
        }),
      ),
    ),
  );
}

const AXES = [
  ['charges', 'charges', 'per year', 'one charge fewer', 'what the offences behind a charge cost', 1_100_000],
  ['overflow', 'overflow days', 'per year', 'one overflow day fewer', 'what a day inside costs', 2600],
] as const;

export function costEffectivenessPlane(): Table {
  return tableOfRecords(
    COST_EFFECTIVENESS_PLANE,
    AXES.flatMap(([axis, effect, per]) =>
      ARMS.slice(1).flatMap((arm, a) =>
        Array.from({ length: 60 }, (_, draw) => {
          const [avoided, cost] = [[40, -15][a] + 30 * Math.sin(7 * draw), [12, 30][a] + 9 * Math.cos(5 * draw)];
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
          const share = [1 - step / 40, step / 60, step / 120][a];
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
          ...{ axis, paidFor, willingness: times * middle, group, parameters: at === 0 ? 60 : 10, value: values[at] },
          ...{ low: at < 3 ? values[at] / 2 : values[at] * 0, high: values[at] * 2 },
        })),
      ),
    ),
  );
}

/** Numbers of places tried by `capacity`. */
export function capacityTried(): Table {
  const records = [130, 135, 140, 145, 150].map((places, at) => ({
    ...{ level: 'high', places, is_answer: places === 140, runs: 32, breaches: 8 - 2 * at },
    ...{ risk: 0.25 - 0.06 * at, risk_low: 0.2 - 0.05 * at, risk_high: 0.33 - 0.06 * at },
    ...{ in_time: 0.8 + 0.04 * at, in_time_low: 0.78 + 0.04 * at, in_time_high: 0.83 + 0.04 * at },
    ...{ cost_change: 3 * at, cost_low: 2 * at - 1, cost_high: 4 * at + 1 },
  }));
  return tableOfRecords(
    CAPACITY,
    records.map((record) => filled(CAPACITY, record)),
  );
}

/** A forecast of eight quarters in each arm. */
export function forecast(): Table {
  const numbers = ['all', ...CONTEXT.levels].flatMap((of) => [
    { what: 'people inside', of },
    of === 'all' ? { what: 'waiting on the last evening', of } : { what: 'free places', of },
  ]);
  const records = CONTEXT.arms.flatMap((variant) =>
    numbers.flatMap((number) =>
      Array.from({ length: 8 }, (_, at) => ({
        ...{ ...number, variant, period: `${2022 + Math.floor(at / 4)} Q${(at % 4) + 1}` },
        ...{
          from: `${2022 + Math.floor(at / 4)}-${QUARTER_BEGINS[at % 4]}-01`,
          to: `${2022 + Math.floor(at / 4)}-12-31`,
        },
        ...{ median: 100 + at, low50: 95, high50: 105 + at, low80: 90, high80: 110 + at, low95: 85, high95: 118 + at },
      })),
    ),
  );
  return tableOfRecords(
    FORECAST,
    records.map((record) => filled(FORECAST, record)),
  );
}

const QUARTER_BEGINS = ['01', '04', '07', '10'];

/** A record with every column of a schema: what is not given is empty. */
function filled({ columns }: TableSchema, record: Readonly<Record<string, Value>>): Record<string, Value> {
  const empty = { text: '', date: '', number: Number.NaN, integer: 0, boolean: false };
  return Object.fromEntries(columns.map(({ name, kind }) => [name, record[name] ?? empty[kind]]));
}
