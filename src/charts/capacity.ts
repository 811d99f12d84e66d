/**
 * How many places are enough? Risk of overflow, people in time and cost over the number of places, one panel each on one scale of
 * places, with the limit asked and the answer.
 */
import { CAPACITY } from '../tables/capacity.ts';
import { type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { amounts } from './marks.ts';
import { armStyle, BAND_OPACITY, SECONDARY_INK } from './theme.ts';

const WIDTH = 560;
const HEIGHT = 130;

/** The share of people who must not wait longer than asked. */
const IN_TIME = 90;

type Row = RowOf<typeof CAPACITY>;

/** Three panels below each other. `risk` is the chance accepted. */
export function capacityChart(table: Table, context: ChartContext, risk: number): VegaLiteSpec {
  const rows = recordsOf(table, CAPACITY);
  const known = rows.some(({ in_time: share }) => Number.isFinite(share));
  const panels = [
    panelOf(
      rows,
      'risk of overflow, % of runs',
      (row) => [row.risk, row.risk_low, row.risk_high].map(percent),
      100 * risk,
    ),
    ...(known
      ? [
          panelOf(
            rows,
            'began to serve in time, % of people',
            (row) => [row.in_time, row.in_time_low, row.in_time_high].map(percent),
            IN_TIME,
          ),
        ]
      : []),
    panelOf(rows, 'cost against as it is, million kroner per year, building apart', (row) => [
      row.cost_change,
      row.cost_low,
      row.cost_high,
    ]),
  ];
  const reading =
    'Points: the numbers of places tried. Band: between the bounds, for cost the 95 % interval. ' +
    'Dashed across: the limit asked. Dashed upright: the smallest number that passes.';
  return chartOf(context, reading, panels);
}

const percent = (share: number) => 100 * share;

function panelOf(
  rows: readonly Row[],
  title: string,
  estimate: (row: Row) => readonly number[],
  limit?: number,
): Panel {
  const records = rows.map((row) => {
    const [middle, low, high] = estimate(row).map((x) => compact(x)) as [number | null, number | null, number | null];
    return { places: row.places, middle, low, high };
  });
  const answer = rows.filter((row) => row.is_answer).map(({ places }) => ({ places }));
  const { colour, text } = armStyle(1);
  const x = {
    type: 'quantitative',
    title: 'places',
    scale: { zero: false, nice: true },
    axis: { format: ',~r', tickCount: 8 },
  };
  const y = amounts({ tickCount: 5, format: ',~r', grid: true }, { nice: 5, zero: limit !== IN_TIME });
  const at = { field: 'places', ...x };
  const dashed = { type: 'rule', color: SECONDARY_INK, strokeDash: [4, 3] };
  return {
    title,
    width: WIDTH,
    height: HEIGHT,
    data: dataOf(records),
    layer: [
      {
        mark: { type: 'area', color: colour, opacity: BAND_OPACITY.wide },
        encoding: { x: at, y: { field: 'low', ...y }, y2: { field: 'high' } },
      },
      { mark: { type: 'line', color: colour }, encoding: { x: at, y: { field: 'middle', ...y } } },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 26, color: colour },
        encoding: { x: at, y: { field: 'middle', ...y } },
      },
      ...(limit === undefined
        ? []
        : [{ data: dataOf([{ limit }]), mark: dashed, encoding: { y: { field: 'limit', ...y } } }]),
      { data: dataOf(answer), mark: dashed, encoding: { x: at } },
      {
        data: dataOf(answer),
        mark: { type: 'text', color: text, align: 'left', dx: 5, baseline: 'top' },
        encoding: { x: at, y: { value: 2 }, text: { field: 'places', type: 'quantitative', format: ',~r' } },
      },
    ],
  };
}
