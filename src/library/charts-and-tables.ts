/**
 * Charts and tables through the public door.
 */
import type { ChartContext, VegaLiteSpec } from '../charts/chart.ts';
import { peopleByLevelChart as chartOfLevels } from '../charts/people-by-level.ts';
import { recidivismChart as chartOfRecidivism } from '../charts/recidivism.ts';
import { renderSvg as drawSvg } from '../charts/render.ts';
import { Failure } from '../failure.ts';
import { toCsv as csvOf } from '../tables/csv.ts';
import { toParquet as parquetOf } from '../tables/parquet.ts';
import { PEOPLE_BY_LEVEL, RECIDIVISM } from '../tables/series.ts';
import { toRecords as recordsOfTable, type Table, type TableSchema, type Value } from '../tables/table.ts';
import { type Check, checked, checkedLater, expecting, isObject, listOf, objectOf, someText } from './checks.ts';

/** Draws a chart as a standalone SVG document. Fails with a Failure that holds the words of Vega if a specification is wrong. */
export const renderSvg = checkedLater(
  'renderSvg',
  [
    [
      'spec',
      expecting('a Vega-Lite specification', (value) => isObject(value) && !(value instanceof Map), {
        reason: 'it is an object with data, a mark and an encoding',
        remedy: 'write one by https://vega.github.io/vega-lite/docs, or take that of a chart',
      }),
    ],
  ],
  async (spec: VegaLiteSpec): Promise<string> => {
    try {
      return await drawSvg(spec);
    } catch (error) {
      throw new Failure({
        place: 'renderSvg: spec',
        problem: 'cannot be drawn',
        reason: `Vega says: ${error instanceof Error ? error.message : String(error)}`,
        remedy: 'compare it with https://vega.github.io/vega-lite/docs',
      });
    }
  },
);

const words = { reason: 'the chart shows it', remedy: 'write text' };
const names = { reason: 'the chart names them, in this order', remedy: "write ['baseline', 'mine']" };
const aContext = objectOf(
  'the texts of a chart',
  {
    title: someText(words),
    subtitle: someText(words),
    footer: someText(words),
    arms: listOf('a list with at least one name', someText(names), 1, names),
    levels: listOf('a list with at least one name', someText(names), 1, names),
  },
  { reason: 'a chart shows what it is about', remedy: 'write { title, subtitle, footer, arms, levels }' },
);

/** People inside by security level over time: the table `people-by-level` of `compare(...).series`. */
export const peopleByLevelChart = checked(
  'peopleByLevelChart',
  [
    ['table', tableLike(PEOPLE_BY_LEVEL)],
    ['context', aContext],
  ],
  (table: Table, context: ChartContext): VegaLiteSpec => chartOfLevels(table, context),
);

/** Cumulative incidence of return by time since release: the table `recidivism` of `compare(...).series`. */
export const recidivismChart = checked(
  'recidivismChart',
  [
    ['table', tableLike(RECIDIVISM)],
    ['context', aContext],
  ],
  (table: Table, context: ChartContext): VegaLiteSpec => chartOfRecidivism(table, context),
);

const aTable = expecting('a table', isTable, {
  reason: 'a table has a schema, a number of rows and columns',
  remedy: 'take one of compare(...).series, or of livesOf',
});

/** A table as CSV text (RFC 4180). */
export const toCsv = checked('toCsv', [['table', aTable]], (table: Table): string => csvOf(table));

/** A table as the bytes of a Parquet file. */
export const toParquet = checked('toParquet', [['table', aTable]], (table: Table): Uint8Array => parquetOf(table));

/** One plain object per row, with columns in the order of the schema. */
export const toRecords = checked('toRecords', [['table', aTable]], (table: Table): Record<string, Value>[] =>
  recordsOfTable(table),
);

function tableLike({ name, columns }: TableSchema): Check {
  const wanted = columns.map((column) => column.name).join();
  const holds = (value: unknown) =>
    isTable(value) && value.schema.columns.map((column) => column.name).join() === wanted;
  return expecting(`the table ${name}`, holds, {
    reason: 'the chart reads its columns',
    remedy: `write comparison.series.find(({ schema }) => schema.name === '${name}')`,
  });
}

function isTable(value: unknown): value is Table {
  return isObject(value) && isObject(value['schema']) && typeof value['column'] === 'function';
}
