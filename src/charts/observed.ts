/**
 * Does the simulation look like the past? Observed numbers beside what the simulation makes of the same years.
 */
import { numbersOf, type Table, type TableSchema, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type VegaLiteSpec } from './chart.ts';
import { numberLabel } from './label.ts';
import { armStyle, INK, RULE } from './theme.ts';

/** What the chart reads: one row for every observed number. */
export const OBSERVED: TableSchema = {
  name: 'observed',
  meaning: 'Observed numbers, the simulation of the same quantity, and whether it falls within the stated tolerance',
  columns: [
    { name: 'measure', unit: '', meaning: 'identifier of the measure', kind: 'text' },
    { name: 'label', unit: '', meaning: 'the measure in words', kind: 'text' },
    { name: 'unit', unit: '', meaning: 'unit of the measure', kind: 'text' },
    { name: 'observed', unit: 'of the measure', meaning: 'what was observed', kind: 'number' },
    { name: 'simulated', unit: 'of the measure', meaning: 'mean over replicates', kind: 'number' },
    {
      name: 'low',
      unit: 'of the measure',
      meaning: 'lower end of the 95 % interval of the simulation',
      kind: 'number',
    },
    {
      name: 'high',
      unit: 'of the measure',
      meaning: 'upper end of the 95 % interval of the simulation',
      kind: 'number',
    },
    { name: 'tolerance', unit: 'share', meaning: 'allowed distance from the observed number', kind: 'number' },
    { name: 'verdict', unit: '', meaning: 'within or miss', kind: 'text' },
    {
      name: 'fitted',
      unit: '',
      meaning: 'whether the figure was used to choose a parameter, so that agreement is no test',
      kind: 'boolean',
    },
    { name: 'period', unit: '', meaning: 'years observed', kind: 'text' },
    { name: 'source', unit: '', meaning: 'where the observed number is published', kind: 'text' },
  ],
};

const WIDTH = 300;
const ROW = 26;
/** Shares of the observed number that the scale never leaves; what lies beyond is clipped and said in words. */
const FURTHEST = [0, 2] as const;
const FITTED_READING = 'Fitted: the figure was used to choose a parameter, so agreement is no test.';

/** One row a number, as a share of what was observed, in the order of the table. */
export function observedChart(table: Table, context: ChartContext): VegaLiteSpec {
  const records = Array.from({ length: table.rows }, (_, row) => recordOf(table, row));
  const ends = records.flatMap((record) => [record.low, record.high, record.nearest, record.furthest]);
  const known = ends.filter((end) => end !== null);
  const lowest = Math.max(FURTHEST[0], Math.min(0.8, ...known) - 0.03);
  const highest = Math.min(FURTHEST[1], Math.max(1.2, ...known) + 0.03);
  const x = {
    type: 'quantitative',
    title: null,
    scale: { domain: [lowest, highest], nice: false },
    axis: { format: '.0%', tickCount: 6, grid: true },
  };
  const y = {
    field: 'label',
    type: 'nominal',
    title: null,
    sort: null,
    axis: { grid: false, labelColor: INK },
  };
  const { colour } = armStyle(0);
  const panel = {
    width: WIDTH,
    height: { step: ROW },
    data: dataOf(records),
    layer: [
      {
        mark: { type: 'bar', color: RULE, height: ROW - 8, clip: true },
        encoding: { x: { field: 'nearest', ...x }, x2: { field: 'furthest' }, y },
      },
      {
        mark: { type: 'rule', color: colour, strokeWidth: 8, strokeOpacity: 0.55, clip: true },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, y },
      },
      {
        mark: { type: 'tick', color: colour, thickness: 2, size: 16, clip: true },
        encoding: { x: { field: 'share', ...x }, y },
      },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 40, color: '#000000' },
        encoding: { x: { field: 'one', ...x }, y },
      },
      ...(['within', 'miss'] as const).map((verdict) => ({
        transform: [{ filter: { field: 'verdict', equal: verdict } }],
        mark: { type: 'text', align: 'left', baseline: 'middle', fontWeight: verdict === 'miss' ? 'bold' : 'normal' },
        encoding: { x: { value: WIDTH + 14 }, y, text: { field: 'words', type: 'nominal' } },
      })),
    ],
  };
  const bar = records.some(({ low, high }) => low !== null && high !== null)
    ? 'Bar and tick: simulated, 95 % interval and mean.'
    : 'Tick: simulated.';
  const fitted = records.some((record) => record.fitted) ? ` ${FITTED_READING}` : '';
  const reading = `Black dot: observed, set to 100 %. ${bar} Grey zone: tolerance.${fitted}`;
  return chartOf(context, reading, [panel]);
}

function recordOf(table: Table, row: number) {
  const text = (name: string): string => textsOf(table, name)[row];
  const number = (name: string): number => numbersOf(table, name)[row];
  const [observed, simulated, tolerance] = [number('observed'), number('simulated'), number('tolerance')];
  const share = (x: number): number | null => (observed === 0 ? null : compact(x / observed));
  const miss = text('verdict') === 'miss';
  const fitted = table.column('fitted')[row] === 1;
  return {
    label: `${text('label')}, ${text('period')}${fitted ? ' (fitted)' : ''}`,
    fitted,
    low: share(number('low')),
    high: share(number('high')),
    share: share(simulated),
    one: 1,
    nearest: compact(1 - tolerance),
    furthest: compact(1 + tolerance),
    verdict: text('verdict'),
    words: `${numberLabel(simulated)} against ${numberLabel(observed)} ${text('unit')}: ${miss ? 'miss' : 'within'}`,
  };
}
