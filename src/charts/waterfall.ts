/**
 * Which part did it? The contribution of each policy of a bundle to a measure (Shapley value), from none to all, one panel per measure.
 */

import { ATTRIBUTION, WHOLE } from '../tables/attribution.ts';
import { differenceParts } from '../tables/estimate.ts';
import { addUpAsShown } from '../tables/shown-sum.ts';
import { groupBy, type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { besideInterval, withUnit } from './label.ts';
import { amounts, DIFFERENCE_AXIS, endLabel, intervalRule, namedRows, panelsBy, zeroRule } from './marks.ts';
import { armStyle, INK, SECONDARY_INK } from './theme.ts';

/** The separator between policies that form one part; each name gets a line. */
const TIE = ' + ';
const WIDTH = 330;
const ROW = 21;

/** One panel per measure in the order of the table; one bar per part, beginning where the one before ended. */
export function waterfallChart(table: Table, context: ChartContext): VegaLiteSpec {
  const panels = panelsBy(table, 'measure', (own) => panelOf(recordsOf(own, ATTRIBUTION)));
  const groups = [...groupBy(table, 'measure').values()].map((own) => recordsOf(own, ATTRIBUTION));
  const shown = groups.map((rows) => rows.map(({ added, low, high }) => ({ value: added, low, high })));
  const isRounded = shown.some((rows) => !addUpAsShown(rows.slice(0, -1), rows.at(-1)!));
  const reading = `Bar: the contribution of a policy, starting where the bar above ends; line: its 95 % interval. The last bar is the sum${isRounded ? ', before rounding' : ''}.`;
  return chartOf(context, reading, panels, { spacing: 14 });
}

function panelOf(rows: readonly RowOf<typeof ATTRIBUTION>[]): Panel {
  let reached = 0;
  const [{ settling }] = rows;
  const records = rows.map(({ part, added, low, high }) => {
    const isWhole = part === WHOLE;
    const from = isWhole ? 0 : reached;
    if (!isWhole) reached += added;
    return {
      part,
      isWhole,
      begins: compact(from),
      ends: compact(from + added),
      low: compact(from + low),
      high: compact(from + high),
      label: settling === '' ? besideInterval(differenceParts(added, { low, high })) : '',
    };
  });
  const parts = records.map(({ part }) => part);
  const mostLines = Math.max(...parts.map((part) => part.split(TIE).length));
  const x = amounts(DIFFERENCE_AXIS);
  const y = namedRows('part', parts, { labelExpr: `split(datum.label, '${TIE}')`, labelLineHeight: 13 });
  const color = { condition: { test: 'datum.isWhole', value: INK }, value: armStyle(1).colour };
  return {
    title: { text: withUnit(rows[0].measure, rows[0].unit), ...(settling === '' ? {} : { subtitle: settling }) },
    width: WIDTH,
    height: { step: ROW + 13 * (mostLines - 1) },
    data: dataOf(records),
    layer: [
      zeroRule(x),
      {
        mark: { type: 'bar', height: 12, opacity: 0.75 },
        encoding: { x: { field: 'begins', ...x }, x2: { field: 'ends' }, y, color },
      },
      intervalRule(x, y, { color: SECONDARY_INK, strokeWidth: 1.5 }),
      endLabel(WIDTH, y),
    ],
  };
}
