/**
 * A synthetic report input, complete and plausible, around charts drawn elsewhere.
 */
import type { DifferenceRow, MeasureRow, ReportChart, ReportInput, SparkPoint } from '../../src/report/input.ts';
import type { Column, TableSchema } from '../../src/tables/table.ts';
import { ARMS, differences, observed, tableOfRecords } from '../charts/synthetic.ts';

const text = (name: string): Column => ({ name, unit: '', meaning: name, kind: 'text' });
const PARAMETERS: TableSchema = {
  name: 'parameters',
  meaning: 'numbers with their passports',
  columns: [
    text('parameter'),
    text('member'),
    { name: 'value', unit: '', meaning: 'value', kind: 'number' },
    ...['word', 'unit', 'grade', 'place', 'period', 'source'].map(text),
  ],
};

const numbers = (['A', 'A', 'B', 'B', 'B', 'C', 'assumption', 'assumption'] as const).flatMap((grade, i) =>
  ['high', 'low'].map((member) => ({
    ...{ parameter: `placement.number_${i}`, member, value: 10 * i + 0.5, word: '', unit: 'days', grade },
    place: 'Norway',
    ...{ period: '2014 to 2018', source: grade === 'assumption' ? '' : 'Statistics Norway 2019, Table 10531' },
  })),
);

const effect = (name: string, word: string, value = Number.NaN) => ({
  ...{ parameter: `effects.${name}`, member: 'visits', value, word, unit: '', grade: 'C', place: 'any' },
  ...{ period: 'any', source: '' },
});

const withEffects = tableOfRecords(PARAMETERS, [
  ...numbers,
  effect('used', '', 1),
  { ...effect('used', '', 0), member: 'closed-only' },
  effect('estimate', '', -0.139),
  effect('measure', 'log-hazard-ratio'),
  effect('grade', 'C'),
  effect('country', 'United States'),
]);

/** Numbers of which none is an effect. */
export const withoutEffects = tableOfRecords(PARAMETERS, numbers);

const spark = (rise: number): SparkPoint[] =>
  Array.from({ length: 40 }, (_, i) => 20 + rise * i + 2 * Math.sin(i / 3)).map((mean) => ({
    ...{ mean, low: mean - 3, high: mean + 3 },
  }));

/** The input of a report around these charts. */
export function reportInput(charts: readonly ReportChart[], changed: Partial<ReportInput> = {}): ReportInput {
  const table = differences();
  const rows: DifferenceRow[] = Array.from({ length: table.rows }, (_, row) => ({
    ...{ measure: table.column('measure')[row] as string, label: table.column('label')[row] as string },
    ...{ arm: table.column('arm')[row] as string, baseline: ARMS[0], unit: table.column('unit')[row] as string },
    ...{ better: 'lower' as const, difference: table.column('difference')[row] as number },
    ...{ low: table.column('low')[row] as number, high: table.column('high')[row] as number },
  }));
  const measures: MeasureRow[] = rows.map(({ measure, label, arm, unit }) => ({
    ...{ measure, label, arm, unit, mean: 20, low: 19, high: 21 },
  }));
  const figure = (label: string, unit: string, mean: number, changes: readonly number[], half: number) => ({
    ...{
      label,
      definition: `what ${label} counts`,
      unit,
      baseline: { mean, low: mean - half, high: mean + half, spark: spark(0) },
    },
    arms: changes.map((difference, i) => ({
      ...{ arm: ARMS[i + 1], mean: mean + difference, difference, spark: spark(difference / mean) },
      ...{ low: difference - half, high: difference + half },
    })),
  });
  const finding = { of: 'people newly sentenced to prison in 2012', happens: 'are charged again within two years' };
  return {
    title: 'Normality or restriction?',
    subtitle: 'Norway, 2012 to 2021, 200 replicates',
    arms: [
      { name: 'baseline', title: ARMS[0], description: 'The practice of 2012, carried on.', policies: [] },
      {
        ...{ name: 'normality', title: ARMS[1], description: 'More open places, reviews every month.' },
        policies: [
          {
            ...{ name: 'monthly-reviews', from: '2016-01-01', label: 'invented', because: 'Sooner to a lower level.' },
            sets: [{ lever: 'placement.review_days', before: '120', after: '30', unit: 'days' }],
          },
        ],
      },
      { name: 'restrictive', title: ARMS[2], description: 'Closed places first.', policies: [] },
    ],
    findings: [
      { arm: ARMS[2], baseline: ARMS[0], ...finding, difference: 2.7, low: 1.9, high: 3.5 },
      { arm: ARMS[1], baseline: ARMS[0], ...finding, difference: -0.4, low: -1.2, high: 0.4 },
    ],
    looks: 8,
    figures: [
      figure('Back in prison within two years', '% of released', 20.1, [-1.2, 2.7], 0.8),
      figure('People inside', 'people, mean', 3690, [-150, 620], 21),
      figure('Chance of overflow, high security', '%', 31, [-19, 66], 7),
      figure('Cost', 'million kroner per year', 4120, [-20, 480], 45),
    ],
    measures,
    differences: rows,
    charts,
    observed: observed(),
    evidenceContrasts: (['none', 'A', 'all'] as const).map((mode, i) => ({
      ...{ mode, arm: ARMS[2], label: 'Back in prison within two years', unit: '% of released' },
      ...{ difference: i, low: i - 0.5, high: i + 0.5 },
    })),
    naive: [
      {
        compared: 'visited or not, released from prison',
        naive: { points: -7.1, low: -7.9, high: -6.3 },
        effect: { points: -1.2, low: -1.3, high: -1.1 },
        overstatement: { points: 5.9, low: 5.1, high: 6.7 },
      },
    ],
    parameters: withEffects,
    reproduction: {
      ...{ command: 'stepdown compare normality restrictive --seed norway', digest: '3f9a0c21', inputDigest: '77e1' },
      ...{ version: '0.1.0', seed: 'norway', replicates: 200, draws: 1 },
    },
    notes: ['Staff do not tire here: absence has no effect on safety.'],
    ...changed,
  };
}
