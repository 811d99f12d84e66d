/**
 * What would change? Differences between each arm and the baseline, with 95 % intervals, one panel per measure.
 */
import { differenceParts } from '../tables/estimate.ts';
import { DIFFERENCES } from '../tables/series.ts';
import { numbersOf, type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { besideInterval, betterSide, differenceUnit, numberLabel, withUnit } from './label.ts';
import {
  amounts,
  DIFFERENCE_AXIS,
  endLabel,
  estimateDot,
  intervalRule,
  intervalStroke,
  namedRows,
  panelsBy,
  zeroRule,
} from './marks.ts';
import { armStyle } from './theme.ts';

const WIDTH = 360;
const ROW = 20;

/** One panel per label (a measure may come at several horizons) in the order of the table, each with its own scale around zero; one row per arm. */
export function differencesChart(table: Table, context: ChartContext): VegaLiteSpec {
  const panels = panelsBy(table, 'label', (own) => measurePanel(recordsOf(own, DIFFERENCES), context.arms));
  const bar = numbersOf(table, 'low').some(Number.isFinite) ? '; bar: its 95 % interval' : '';
  const reading = `Dot: difference from the baseline${bar}. Each measure has its own scale.`;
  return chartOf(context, reading, panels, { spacing: 12 });
}

function measurePanel(rows: readonly RowOf<typeof DIFFERENCES>[], arms: readonly string[]): Panel {
  const [{ label, unit, baseline, better }] = rows;
  const shown = arms.filter((name) => rows.some(({ arm }) => arm === name));
  const ends = rows.flatMap(({ difference, low, high }) => [difference, low, high]).filter(Number.isFinite);
  const reach = Math.max(0, ...ends.map(Math.abs));
  const limit = reach > 0 ? reach * 1.08 : 1;
  const x = amounts(DIFFERENCE_AXIS, { domain: [-limit, limit], nice: false });
  const y = namedRows('arm', shown);
  const records = rows.map(({ arm, difference, low, high }) => ({
    arm,
    difference: compact(difference),
    low: compact(low),
    high: compact(high),
    label: besideInterval(differenceParts(difference, { low, high })),
  }));
  const perArm = shown.flatMap((arm) => {
    const { colour, shape } = armStyle(arms.indexOf(arm));
    const transform = [{ filter: { field: 'arm', equal: arm } }];
    return [
      { transform, ...intervalRule(x, y, intervalStroke(colour)) },
      { transform, ...estimateDot('difference', x, y, { size: 70, color: colour, shape }) },
    ];
  });
  return {
    title: {
      text: withUnit(label, differenceUnit(unit)),
      subtitle: `baseline ${numberLabel(baseline)}${unit === 'percent' ? '\u2009%' : ''}; ${betterSide(better)}`,
    },
    width: WIDTH,
    height: { step: ROW },
    data: dataOf(records),
    layer: [zeroRule(x), ...perArm, endLabel(WIDTH, y)],
  };
}
