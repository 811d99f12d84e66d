/**
 * Does the simulation look like the past? Observed numbers beside the simulation of the same years.
 */
import { OBSERVED } from '../tables/series.ts';
import { type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type VegaLiteSpec } from './chart.ts';
import { numberLabel } from './label.ts';
import { amounts, endLabel, estimateDot, intervalRule, namedRows } from './marks.ts';
import { armStyle, RULE } from './theme.ts';

const WIDTH = 300;
const ROW = 26;
/** Limits of the scale, as shares of the observed number; a value beyond them is clipped and given in words. */
const FURTHEST = [0, 2] as const;
const FITTED_READING = 'Fitted: the figure was used to choose a parameter, so agreement is no test.';

/** One row per number, as a share of the observed number, in the order of the table. */
export function observedChart(table: Table, context: ChartContext): VegaLiteSpec {
  const read = recordsOf(table, OBSERVED).map(recordOf);
  const ends = read.flatMap((record) => [record.low, record.high, record.nearest, record.furthest]);
  const known = ends.filter((end) => end !== null);
  const lowest = Math.max(FURTHEST[0], Math.min(0.8, ...known) - 0.03);
  const highest = Math.min(FURTHEST[1], Math.max(1.2, ...known) + 0.03);
  const records = read.map((record) => withinScale(record, lowest, highest));
  const x = amounts({ format: '.0%', tickCount: 6, grid: true }, { domain: [lowest, highest], nice: false });
  const y = namedRows('label', null);
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
      intervalRule(x, y, { color: colour, strokeWidth: 8, strokeOpacity: 0.55, clip: true }),
      {
        mark: { type: 'tick', color: colour, thickness: 2, size: 16, clip: true },
        encoding: { x: { field: 'share', ...x }, y },
      },
      estimateDot('one', x, y, { size: 40, color: '#000000' }),
      ...['within', 'miss'].map((verdict) => ({
        transform: [{ filter: { field: 'verdict', equal: verdict } }],
        ...endLabel(WIDTH, y, { field: 'words', fontWeight: verdict === 'miss' ? 'bold' : 'normal' }),
      })),
    ],
  };
  const bar = read.some(({ low, high }) => low !== null && high !== null)
    ? 'Bar and tick: simulated, 95 % interval and mean.'
    : 'Tick: simulated.';
  const fitted = records.some((record) => record.fitted) ? ` ${FITTED_READING}` : '';
  const reading = `Black dot: observed, set to 100 %. ${bar} Grey zone: tolerance.${fitted}`;
  return chartOf(context, reading, [panel]);
}

/** The record with an interval cut at the ends of the scale, and no mark beyond them: the words say the number. */
function withinScale(record: ReturnType<typeof recordOf>, lowest: number, highest: number) {
  const { low, high, share } = record;
  const isSeen = (one: number | null) => one !== null && one >= lowest && one <= highest;
  const meets = low !== null && high !== null && high >= lowest && low <= highest;
  return {
    ...record,
    low: meets ? Math.max(low, lowest) : null,
    high: meets ? Math.min(high, highest) : null,
    share: isSeen(share) ? share : null,
  };
}

function recordOf(row: RowOf<typeof OBSERVED>) {
  const { label, unit, observed, simulated, low, high, tolerance, verdict, fitted, period } = row;
  const share = (x: number): number | null => (observed === 0 ? null : compact(x / observed));
  return {
    label: `${label}, ${period}${fitted ? ' (fitted)' : ''}`,
    fitted,
    low: share(low),
    high: share(high),
    share: share(simulated),
    one: 1,
    nearest: compact(1 - tolerance),
    furthest: compact(1 + tolerance),
    verdict,
    words: `${numberLabel(simulated)} against ${numberLabel(observed)} ${unit}: ${verdict}`,
  };
}
