/** The promise: every chart of simulated outcomes has its uncertainty in it, in every panel, as marks and not only as words. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { acceptabilityChart } from '../../src/charts/acceptability.ts';
import { backtestChart } from '../../src/charts/backtest.ts';
import { capacityChart } from '../../src/charts/capacity.ts';
import type { ChartContext, VegaLiteSpec } from '../../src/charts/chart.ts';
import { cohortChart } from '../../src/charts/cohort.ts';
import { costEffectivenessPlaneChart } from '../../src/charts/cost-effectiveness-plane.ts';
import { differencesChart } from '../../src/charts/differences.ts';
import { fanChart } from '../../src/charts/fan.ts';
import { groupsChart } from '../../src/charts/groups.ts';
import { heatMapChart } from '../../src/charts/heat-map.ts';
import { indicesChart } from '../../src/charts/indices.ts';
import { observedChart } from '../../src/charts/observed.ts';
import { peopleByLevelChart } from '../../src/charts/people-by-level.ts';
import { queueChart } from '../../src/charts/queue.ts';
import { recidivismChart } from '../../src/charts/recidivism.ts';
import { researchChart } from '../../src/charts/research.ts';
import { sweepLineChart } from '../../src/charts/sweep-line.ts';
import { tornadoChart } from '../../src/charts/tornado.ts';
import { waterfallChart } from '../../src/charts/waterfall.ts';
import { weekChart } from '../../src/charts/week.ts';
import { whoIsWhereChart } from '../../src/charts/who-is-where.ts';
import type { Table } from '../../src/tables/table.ts';
import { drawsIntervals } from './bound-ends.ts';
import {
  acceptability,
  attribution,
  backtest,
  CONTEXT,
  capacityTried,
  cohort,
  costEffectivenessPlane,
  differences,
  forecast,
  groups,
  indices,
  observed,
  peopleByLevel,
  queue,
  recidivism,
  screening,
  swept,
  tableOfRecords,
  valueOfInformation,
  week,
  whoIsWhere,
} from './synthetic.ts';

const AXIS = { path: 'placement.review_days', unit: 'days', inForce: 60 };
const many = Array.from({ length: 12 }, (_, at) => String(30 * (at + 1)));

type Chart = (table: Table, context: ChartContext) => VegaLiteSpec;
/** Every chart, a table for it, and the fields of the ends where they are not called low and high. */
const charts: Readonly<Record<string, readonly [Chart, Table, ...(readonly string[])[]]>> = {
  acceptability: [acceptabilityChart, acceptability()],
  backtest: [backtestChart, backtest()],
  capacity: [(table, context) => capacityChart(table, context, 0.05), capacityTried()],
  cohort: [cohortChart, cohort()],
  'cost-effectiveness-plane': [costEffectivenessPlaneChart, costEffectivenessPlane()],
  differences: [differencesChart, differences()],
  fan: [fanChart, forecast(), ['low80', 'high80']],
  groups: [(table, context) => groupsChart(table, ['days in custody'], context), groups()],
  'heat-map': [(table, context) => heatMapChart(table, context, [AXIS, AXIS]), swept(many, many), ['barTo']],
  indices: [indicesChart, indices()],
  observed: [observedChart, observed()],
  'people-by-level': [peopleByLevelChart, peopleByLevel(60)],
  queue: [queueChart, queue(60)],
  recidivism: [recidivismChart, recidivism()],
  research: [researchChart, valueOfInformation()],
  'sweep-line': [(table, context) => sweepLineChart(table, context, AXIS), swept(['30', '60', '120'])],
  tornado: [tornadoChart, screening(), ['leftFrom', 'leftTo'], ['rightFrom', 'rightTo']],
  waterfall: [waterfallChart, attribution()],
  week: [weekChart, week()],
  'who-is-where': [whoIsWhereChart, whoIsWhere(60)],
};

test('no chart is left out of this page', () => {
  const shared = ['chart', 'curves', 'label', 'marks', 'render', 'swept', 'text-width', 'theme'];
  const onePairAsAnExample = ['life-lines'];
  const files = readdirSync('src/charts').map((name) => name.replace(/\.ts$/, ''));
  expect(files.filter((name) => ![...shared, ...onePairAsAnExample].includes(name)).sort()).toEqual(
    Object.keys(charts),
  );
});

describe('every chart of simulated outcomes has its uncertainty in it', () => {
  test.each(Object.entries(charts))('%s', (_, [chart, table, ...ends]) => {
    const spec = chart(table, CONTEXT);
    for (const pair of ends.length === 0 ? [['low', 'high']] : ends) expect(drawsIntervals(spec, pair)).toBe(true);
  });
});

test('a chart whose ends are all missing is none', () => {
  const rows = [{ arm: 'a', date: '2012-01-02', people: 3, low: Number.NaN, high: Number.NaN }];
  expect(drawsIntervals(queueChart(tableOfRecords(queue(1).schema, rows), { ...CONTEXT, arms: ['a'] }))).toBe(false);
});
