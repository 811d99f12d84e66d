/**
 * What is worth finding out next? The expected value of knowing the parameters of a mechanism before choosing an arm (EVPPI),
 * the highest first, one panel per effect.
 */
import { levelText } from '../tables/estimate.ts';
import { EVERYTHING, VALUE_OF_INFORMATION } from '../tables/series.ts';
import { type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { niceCeiling, priceLabel } from './label.ts';
import { amounts, endLabel, intervalRule, namedRows, panelsBy } from './marks.ts';
import { armStyle, INK } from './theme.ts';

const WIDTH = 380;
const ROW = 22;
/** The most groups in a panel, and the least share of the whole that a group must be worth. */
const MOST_GROUPS = 8;
const LEAST_PART = 0.01;

/** One panel per effect, at the middle of its prices; a bar for everything, then for the most valuable groups, if any is clear. */
export function researchChart(table: Table, context: ChartContext): VegaLiteSpec {
  const panels = panelsBy(table, 'axis', (own) => effectPanel(recordsOf(own, VALUE_OF_INFORMATION)));
  const unvalued = recordsOf(table, VALUE_OF_INFORMATION).filter(({ value }) => Number.isNaN(value));
  const unknown = new Set(unvalued.map(({ group }) => group));
  const names = unknown.size > MOST_GROUPS ? `${unknown.size} mechanisms` : [...unknown].join(', ');
  const missing = unknown.size === 0 ? '' : ` Too few draws for their many numbers: ${names}.`;
  const reading = `Bar: value of knowing these numbers; line: its 95 % interval. Pale: not distinguishable from zero. Values of groups do not add up.${missing}`;
  return chartOf(context, reading, panels, { spacing: 16 });
}

function effectPanel(all: readonly RowOf<typeof VALUE_OF_INFORMATION>[]): Panel {
  const prices = [...new Set(all.map(({ willingness }) => willingness))].sort((a, b) => a - b);
  const price = prices[Math.floor((prices.length - 1) / 2)];
  const rows = all.filter(({ willingness }) => willingness === price);
  const whole = rows.find(({ group }) => group === EVERYTHING)!;
  const parts = rows
    .filter((row) => row !== whole && whole.low > 0 && row.value >= LEAST_PART * whole.value)
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_GROUPS);
  const records = [whole, ...parts].map((row) => ({
    group: `${row.group}, ${row.parameters === 1 ? '1 number' : `${row.parameters} numbers`}`,
    isWhole: row === whole,
    isClear: row.low >= LEAST_PART * whole.value,
    value: compact(row.value),
    low: compact(row.low),
    high: compact(row.high),
    label: levelText(row.value, row),
  }));
  const top = niceCeiling(records.reduce((most, { high }) => Math.max(most, high ?? 0), 0));
  const x = amounts({ format: ',~r', tickCount: 6, grid: true }, { domain: [0, top], nice: false });
  const y = namedRows(
    'group',
    records.map(({ group }) => group),
  );
  const { colour } = armStyle(1);
  return {
    title: {
      text: `if ${whole.paidFor} is worth ${priceLabel(price)}`,
      subtitle: 'million kroner per year',
    },
    width: WIDTH,
    height: { step: ROW },
    data: dataOf(records),
    layer: [
      {
        mark: { type: 'bar', height: 12, strokeWidth: 1 },
        encoding: {
          x: { field: 'value', ...x },
          y,
          color: { condition: { test: 'datum.isWhole', value: INK }, value: colour },
          stroke: { condition: { test: 'datum.isWhole', value: INK }, value: colour },
          fillOpacity: { condition: { test: 'datum.isClear', value: 0.45 }, value: 0.08 },
        },
      },
      intervalRule(x, y, { color: INK, strokeWidth: 1.5 }),
      endLabel(WIDTH, y),
    ],
  };
}
