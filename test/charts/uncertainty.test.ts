/** The promise: every chart of simulated outcomes has its uncertainty in it, in every panel, as marks and not only as words. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { acceptabilityChart } from '../../src/charts/acceptability.ts';
import type { ChartContext, VegaLiteSpec } from '../../src/charts/chart.ts';
import { decisionPlaneChart } from '../../src/charts/decision-plane.ts';
import { differencesChart } from '../../src/charts/differences.ts';
import { observedChart } from '../../src/charts/observed.ts';
import { peopleByLevelChart } from '../../src/charts/people-by-level.ts';
import { queueChart } from '../../src/charts/queue.ts';
import { recidivismChart } from '../../src/charts/recidivism.ts';
import { researchChart } from '../../src/charts/research.ts';
import { ATTRIBUTION, WHOLE, waterfallChart } from '../../src/charts/waterfall.ts';
import { weekChart } from '../../src/charts/week.ts';
import { whoIsWhereChart } from '../../src/charts/who-is-where.ts';
import type { Table } from '../../src/tables/table.ts';
import { drawsIntervals } from './bound-ends.ts';
import {
  acceptability,
  CONTEXT,
  decisionPlane,
  differences,
  observed,
  peopleByLevel,
  queue,
  recidivism,
  tableOfRecords,
  valueOfInformation,
  week,
  whoIsWhere,
} from './synthetic.ts';

const attribution = tableOfRecords(
  ATTRIBUTION,
  ['more places', WHOLE].map((part) => ({ measure: 'charges', unit: 'a year', part, added: 3, low: 2, high: 4 })),
);

const charts: Readonly<Record<string, readonly [(table: Table, context: ChartContext) => VegaLiteSpec, Table]>> = {
  acceptability: [acceptabilityChart, acceptability()],
  'decision-plane': [decisionPlaneChart, decisionPlane()],
  differences: [differencesChart, differences()],
  observed: [observedChart, observed()],
  'people-by-level': [peopleByLevelChart, peopleByLevel(60)],
  queue: [queueChart, queue(60)],
  recidivism: [recidivismChart, recidivism()],
  research: [researchChart, valueOfInformation()],
  waterfall: [waterfallChart, attribution],
  week: [weekChart, week()],
  'who-is-where': [whoIsWhereChart, whoIsWhere(60)],
};

test('no chart is left out of this page', () => {
  const shared = ['chart', 'curves', 'label', 'render', 'text-width', 'theme'];
  const files = readdirSync('src/charts').map((name) => name.replace(/\.ts$/, ''));
  expect(files.filter((name) => !shared.includes(name)).sort()).toEqual(Object.keys(charts));
});

describe('every chart of simulated outcomes has its uncertainty in it', () => {
  test.each(Object.entries(charts))('%s', (_, [chart, table]) => {
    expect(drawsIntervals(chart(table, CONTEXT))).toBe(true);
  });
});

test('a chart whose ends are all missing is none', () => {
  const rows = [{ arm: 'a', date: '2012-01-02', people: 3, low: Number.NaN, high: Number.NaN }];
  expect(drawsIntervals(queueChart(tableOfRecords(queue(1).schema, rows), { ...CONTEXT, arms: ['a'] }))).toBe(false);
});
