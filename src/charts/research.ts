/**
 * What is worth finding out next? What it would be worth to know the parameters of a mechanism before choosing an arm, the
 * worthiest first, one panel an effect.
 */
import { EVERYTHING } from '../tables/series.ts';
import { numbersOf, type Table, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { intervalLabel, niceCeiling, numberLabel, priceLabel } from './label.ts';
import { armStyle, INK } from './theme.ts';

const WIDTH = 380;
const ROW = 22;
/** Groups shown in a panel, and the least part of the whole that one must be worth. */
const MOST_GROUPS = 8;
const LEAST_PART = 0.01;

/** One panel an effect, at the middle of its prices; a bar for everything, then for the groups that are worth most, if any can be. */
export function researchChart(table: Table, context: ChartContext): VegaLiteSpec {
  const axes = textsOf(table, 'axis');
  const panels = [...new Set(axes)].map((axis) =>
    effectPanel(
      table,
      axes.flatMap((one, row) => (one === axis ? [row] : [])),
    ),
  );
  const unknown = new Set(textsOf(table, 'group').filter((_, row) => Number.isNaN(numbersOf(table, 'value')[row])));
  const names = unknown.size > MOST_GROUPS ? `${unknown.size} mechanisms` : [...unknown].join(', ');
  const missing = unknown.size === 0 ? '' : ` Too many numbers for so few draws: ${names}.`;
  const reading = `Bar: what it would be worth to know these numbers; line: its 95 % interval. Pale: cannot be told from nothing. Groups do not add up.${missing}`;
  return chartOf(context, reading, panels, { spacing: 16 });
}

function effectPanel(table: Table, all: readonly number[]): Panel {
  const [groups, sizes] = [textsOf(table, 'group'), numbersOf(table, 'parameters')];
  const number = (name: string, row: number): number => numbersOf(table, name)[row];
  const prices = [...new Set(all.map((row) => number('willingness', row)))].sort((a, b) => a - b);
  const price = prices[Math.floor((prices.length - 1) / 2)];
  const rows = all.filter((row) => number('willingness', row) === price);
  const whole = rows.find((row) => groups[row] === EVERYTHING)!;
  const parts = rows
    .filter((row) => row !== whole && number('low', whole) > 0)
    .filter((row) => number('value', row) >= LEAST_PART * number('value', whole))
    .sort((a, b) => number('value', b) - number('value', a))
    .slice(0, MOST_GROUPS);
  const records = [whole, ...parts].map((row) => {
    const [value, low, high] = [number('value', row), number('low', row), number('high', row)];
    return {
      group: `${groups[row]}, ${sizes[row] === 1 ? '1 number' : `${sizes[row]} numbers`}`,
      isWhole: row === whole,
      isClear: low >= LEAST_PART * number('value', whole),
      value: compact(value),
      low: compact(low),
      high: compact(high),
      label: `${numberLabel(value)} (${intervalLabel(low, high)})`,
    };
  });
  const x = {
    type: 'quantitative',
    title: null,
    scale: { domain: [0, niceCeiling(records.reduce((most, { high }) => Math.max(most, high ?? 0), 0))], nice: false },
    axis: { format: ',~r', tickCount: 6, grid: true },
  };
  const y = {
    field: 'group',
    type: 'nominal',
    title: null,
    sort: records.map(({ group }) => group),
    axis: { grid: false, labelColor: INK },
  };
  const { colour } = armStyle(1);
  return {
    title: {
      text: `if ${textsOf(table, 'paidFor')[whole]} is worth ${priceLabel(price)}`,
      subtitle: 'million kroner a year',
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
      {
        mark: { type: 'rule', color: INK, strokeWidth: 1.5 },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, y },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', color: INK },
        encoding: { x: { value: WIDTH + 14 }, y, text: { field: 'label', type: 'nominal' } },
      },
    ],
  };
}
