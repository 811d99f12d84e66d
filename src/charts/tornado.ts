/**
 * What decides the difference? The change of the difference as the numbers of a factor move from their low to their high end,
 * one panel per measure, the strongest factor on top.
 */
import { differenceParts, levelParts } from '../tables/estimate.ts';
import { SCREENING } from '../tables/sensitivity.ts';
import { type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { besideInterval, betterSide, withUnit } from './label.ts';
import { amounts, DIFFERENCE_AXIS, endLabel, intervalRule, namedRows, panelsBy, zeroRule } from './marks.ts';
import { armStyle, BAND_OPACITY, PAPER, SECONDARY_INK } from './theme.ts';

const WIDTH = 340;
const ROW = 21;
/** Factors shown per measure; the table has all. */
const SHOWN = 10;

/** One panel per measure in the order of the table. */
export function tornadoChart(table: Table, context: ChartContext): VegaLiteSpec {
  const panels = panelsBy(table, 'measure', (own) => panelOf(recordsOf(own, SCREENING)));
  const reading =
    'Bar: how far the difference moves around its value at central parameters; lines at its ends: 95 % interval. Hollow: no further than luck alone would move it. Band: luck in the difference.';
  return chartOf(context, reading, panels, { spacing: 14 });
}

function panelOf(rows: readonly RowOf<typeof SCREENING>[]): Panel {
  const [{ measure, unit, better, difference: centre, difference_low: low, difference_high: high }] = rows;
  const largest = rows.toSorted((a, b) => b.mu_star - a.mu_star).slice(0, SHOWN);
  const records = largest.map(({ factor, stands_out: standsOut, mu_star: reach, low, high }) => ({
    factor,
    standsOut,
    begins: compact(centre - reach / 2),
    ends: compact(centre + reach / 2),
    leftFrom: compact(centre - high / 2),
    leftTo: compact(centre - low / 2),
    rightFrom: compact(centre + low / 2),
    rightTo: compact(centre + high / 2),
    label: besideInterval(levelParts(reach, { low, high })),
  }));
  const x = amounts(DIFFERENCE_AXIS, { zero: true });
  const y = namedRows(
    'factor',
    records.map(({ factor }) => factor),
  );
  const { colour } = armStyle(1);
  const whisker = { color: SECONDARY_INK, strokeWidth: 1.5 };
  const central = dataOf([{ centre: compact(centre), low: compact(low), high: compact(high) }]);
  return {
    title: {
      text: withUnit(measure, unit),
      subtitle: `difference ${differenceParts(centre, { low, high }).value}; ${betterSide(better)}; on the right: how far it moves`,
    },
    width: WIDTH,
    height: { step: ROW },
    data: dataOf(records),
    layer: [
      {
        data: central,
        mark: { type: 'rect', color: colour, opacity: BAND_OPACITY.wide },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' } },
      },
      zeroRule(x),
      {
        mark: { type: 'bar', height: 12, stroke: colour, strokeWidth: 1 },
        encoding: {
          x: { field: 'begins', ...x },
          x2: { field: 'ends' },
          y,
          fill: { condition: { test: 'datum.standsOut', value: colour }, value: PAPER },
          fillOpacity: { value: 0.75 },
        },
      },
      intervalRule(x, y, whisker, 'leftFrom', 'leftTo'),
      intervalRule(x, y, whisker, 'rightFrom', 'rightTo'),
      {
        data: central,
        mark: { type: 'rule', color: colour, strokeDash: [3, 2], strokeWidth: 1.5 },
        encoding: { x: { field: 'centre', ...x } },
      },
      endLabel(WIDTH, y),
    ],
  };
}
