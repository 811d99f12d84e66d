/**
 * Who gains and who loses? Differences between two arms by group of people, with 95 % intervals; one column per outcome, one row
 * of panels per trait.
 */
import { differenceParts } from '../tables/estimate.ts';
import { type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { GROUPS } from '../tables/twins.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { besideInterval, betterSide } from './label.ts';
import {
  amounts,
  DIFFERENCE_AXIS,
  endLabel,
  estimateDot,
  intervalRule,
  intervalStroke,
  namedRows,
  zeroRule,
} from './marks.ts';
import { armStyle } from './theme.ts';

const WIDTH = 170;
const ROW = 18;
const LABEL_GAP = 10;

/** One outcome as it heads its column. */
interface Column {
  readonly outcome: string;
  readonly heading: string;
  readonly side: string;
  readonly domain: readonly [number, number];
}

type GroupRow = RowOf<typeof GROUPS>;

/** The chart of the outcomes named, in that order; groups with a need stand under one heading. */
export function groupsChart(table: Table, outcomes: readonly string[], context: ChartContext): VegaLiteSpec {
  const rows = rowsOf(table).filter(({ outcome }) => outcomes.includes(outcome));
  const columns = outcomes.map((outcome) => columnOf(outcome, rows));
  const traits = [...new Set(rows.map(({ trait }) => trait))];
  const panels = traits.flatMap((trait, place) =>
    columns.map((column, at) =>
      panelOf(
        rows.filter((row) => row.trait === trait && row.outcome === column.outcome),
        column,
        { trait, isTop: place === 0, isLeft: at === 0, isBottom: place === traits.length - 1 },
      ),
    ),
  );
  const interval = rows.some(({ low }) => Number.isFinite(low))
    ? '; bar: its 95 % interval over replicates'
    : '. One replicate: no intervals';
  const reading = `Dot: mean difference of the same people, second arm less first${interval}.`;
  return chartOf(context, reading, panels, { columns: columns.length, spacing: 8 });
}

/** Among the groups by need, the rows of people with each need, under its name. */
function rowsOf(table: Table): readonly GroupRow[] {
  return recordsOf(table, GROUPS).flatMap((row) => {
    if (!row.trait.startsWith(NEED)) return [row];
    return row.group === 'with' ? [{ ...row, trait: 'with a need of', group: row.trait.slice(NEED.length) }] : [];
  });
}

const NEED = 'need: ';

function columnOf(outcome: string, rows: readonly GroupRow[]): Column {
  const own = rows.filter((row) => row.outcome === outcome);
  const ends = own.flatMap(({ difference, low, high }) => [difference, low, high]).filter(Number.isFinite);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = 0.06 * (most - least) || 1;
  return {
    outcome,
    heading: `${outcome}, ${own[0].unit}`,
    side: betterSide(own[0].better),
    domain: [least - room, most + room],
  };
}

function panelOf(
  rows: readonly GroupRow[],
  { heading, side, domain }: Column,
  { trait, isTop, isLeft, isBottom }: Place,
): Panel {
  const { colour, shape } = armStyle(1);
  const bottom = { labels: isBottom, ticks: isBottom, domain: isBottom };
  const x = amounts({ ...DIFFERENCE_AXIS, tickCount: 4, ...bottom }, { domain, nice: false });
  const names = namedRows(
    'group',
    rows.map(({ group }) => group),
    { minExtent: EXTENT },
  );
  const y = isLeft ? names : { ...names, axis: null };
  const records = rows.map(({ group, difference, low, high }) => ({
    group,
    difference: compact(difference),
    low: compact(low),
    high: compact(high),
    label: labelOf(difference, low, high),
  }));
  return {
    ...(isLeft && !isTop ? { title: { text: trait, fontSize: 11, offset: 2 } } : {}),
    ...(isTop ? { title: { text: heading, subtitle: side, anchor: 'start' } } : {}),
    width: WIDTH,
    height: { step: ROW },
    data: dataOf(records),
    layer: [
      zeroRule(x),
      intervalRule(x, y, intervalStroke(colour)),
      estimateDot('difference', x, y, { size: 45, color: colour, shape }),
      endLabel(WIDTH, y, { gap: LABEL_GAP }),
    ],
  };
}

/** The position of a panel among the others. */
interface Place {
  readonly trait: string;
  readonly isTop: boolean;
  readonly isLeft: boolean;
  readonly isBottom: boolean;
}

const EXTENT = 125;

function labelOf(difference: number, low: number, high: number): string {
  if (Number.isNaN(difference)) return 'too few';
  return besideInterval(differenceParts(difference, { low, high }));
}
