/**
 * Who gains and who loses? Differences between two arms by group of people, with 95 % intervals; a column an outcome, a row of
 * panels a trait.
 */
import { numbersOf, type Table, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { differenceBeside, intervalLabel } from './label.ts';
import { armStyle, INK } from './theme.ts';

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

interface GroupRow {
  readonly trait: string;
  readonly group: string;
  readonly outcome: string;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** The chart of the outcomes named, in that order; groups that are with a need stand under one heading. */
export function groupsChart(table: Table, outcomes: readonly string[], context: ChartContext): VegaLiteSpec {
  const rows = rowsOf(table).filter(({ outcome }) => outcomes.includes(outcome));
  const columns = outcomes.map((outcome) => columnOf(table, outcome, rows));
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

function rowsOf(table: Table): readonly GroupRow[] {
  const [traits, groups, outcomes] = ['trait', 'group', 'outcome'].map((name) => textsOf(table, name));
  const [differences, lows, highs] = ['difference', 'low', 'high'].map((name) => numbersOf(table, name));
  return traits!.flatMap((trait, row) => {
    const isNeed = trait.startsWith(NEED);
    if (isNeed && groups![row] !== 'with') return [];
    return [
      {
        trait: isNeed ? 'with a need of' : trait,
        group: isNeed ? trait.slice(NEED.length) : groups![row],
        outcome: outcomes![row],
        difference: differences![row],
        low: lows![row],
        high: highs![row],
      },
    ];
  });
}

const NEED = 'need: ';

function columnOf(table: Table, outcome: string, rows: readonly GroupRow[]): Column {
  const at = textsOf(table, 'outcome').indexOf(outcome);
  const isLower = textsOf(table, 'better')[at] === 'lower';
  const ends = rows
    .filter((row) => row.outcome === outcome)
    .flatMap(({ difference, low, high }) => [difference, low, high])
    .filter((end) => Number.isFinite(end));
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = 0.06 * (most - least) || 1;
  return {
    outcome,
    heading: `${outcome}, ${textsOf(table, 'unit')[at]}`,
    side: isLower ? 'left of the line is better' : 'neither side is better in itself',
    domain: [least - room, most + room],
  };
}

function panelOf(
  rows: readonly GroupRow[],
  { heading, side, domain }: Column,
  place: { readonly trait: string; readonly isTop: boolean; readonly isLeft: boolean; readonly isBottom: boolean },
): Panel {
  const { colour, shape } = armStyle(1);
  const x = {
    type: 'quantitative',
    title: null,
    scale: { domain, nice: false },
    axis: {
      format: '+,~r',
      tickCount: 4,
      grid: true,
      labels: place.isBottom,
      ticks: place.isBottom,
      domain: place.isBottom,
      labelExpr: "datum.value === 0 ? '0' : datum.label",
    },
  };
  const y = {
    field: 'group',
    type: 'nominal',
    title: null,
    sort: rows.map(({ group }) => group),
    axis: place.isLeft ? { grid: false, labelColor: INK, minExtent: EXTENT } : null,
  };
  const records = rows.map(({ group, difference, low, high }) => ({
    group,
    difference: compact(difference),
    low: compact(low),
    high: compact(high),
    label: labelOf(difference, low, high),
  }));
  const titles = place.isTop ? { text: heading, subtitle: side, anchor: 'start' } : undefined;
  return {
    ...(place.isLeft && !place.isTop ? { title: { text: place.trait, fontSize: 11, offset: 2 } } : {}),
    ...(titles === undefined ? {} : { title: titles }),
    width: WIDTH,
    height: { step: ROW },
    data: dataOf(records),
    layer: [
      { data: dataOf([{ zero: 0 }]), mark: { type: 'rule', color: INK }, encoding: { x: { field: 'zero', ...x } } },
      {
        mark: { type: 'rule', color: colour, strokeWidth: 3, strokeOpacity: 0.55 },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, y },
      },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 45, color: colour, shape },
        encoding: { x: { field: 'difference', ...x }, y },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', color: INK },
        encoding: { x: { value: WIDTH + LABEL_GAP }, y, text: { field: 'label', type: 'nominal' } },
      },
    ],
  };
}

const EXTENT = 125;

function labelOf(difference: number, low: number, high: number): string {
  if (Number.isNaN(difference)) return 'too few';
  const interval = intervalLabel(low, high);
  const shown = differenceBeside(difference, low, high);
  return interval === '' ? shown : `${shown}  (${interval})`;
}
