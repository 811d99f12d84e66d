/**
 * How many people, and do the places suffice? A fan chart of a forecast: people inside beside the places, free places, and the queue.
 */
import { FORECAST } from '../tables/forecast.ts';
import { type RowOf, recordsOf, type Table } from '../tables/table.ts';
import { type ChartContext, chartOf, compact, dataOf, type Panel, type VegaLiteSpec } from './chart.ts';
import { dateAxis, dateScale } from './curves.ts';
import { niceCeiling, numberLabel, spreadApart } from './label.ts';
import { BAND_OPACITY, INK, mix, PAPER, RULE, SECONDARY_INK } from './theme.ts';

const WIDTH = 300;
const HEIGHT = 132;
const LABEL_GAP = 13;
const LEADER = 14;
/** The colour of the middle variant; lower ones are paler, higher ones darker. */
const BLUE = '#0072B2';

type Row = RowOf<typeof FORECAST>;

/** One row of panels for everybody and one per level: people inside at the left; the queue, or free places, at the right. */
export function fanChart(table: Table, context: ChartContext): VegaLiteSpec {
  const rows = recordsOf(table, FORECAST);
  const of = (what: string, part: string) => rows.filter((row) => row.what === what && row.of === part);
  const { arms } = context;
  const panels = [
    panelOf('People inside', { rows: of('people inside', 'all'), arms }),
    panelOf('People waiting on the last evening', { rows: of('waiting on the last evening', 'all'), arms }),
    ...context.levels.flatMap((level) => [
      panelOf(`People inside: ${level}`, {
        rows: of('people inside', level),
        arms,
        places: of('usable places', level),
        peaks: of('peak day', level),
      }),
      panelOf(`Free places: ${level}`, { rows: of('free places', level), arms, crossesZero: true }),
    ]),
  ];
  const bands =
    arms.length === 1
      ? 'Line: middle run; bands, from dark to light: 50, 80 and 95 %, or as far as the runs go.'
      : 'Lines: middle run of each variant; bands: 80 %, or as far as the runs go.';
  const dots = arms.length === 1 ? ' Dot and thin line: the fullest day of a quarter, middle run and 95 %.' : '';
  const reading = `${bands}${dots} Black: usable places, second beds included. Free places are these less people, below zero where more people are held than that. Each panel has its own scale.`;
  return chartOf(context, reading, panels, { columns: 2, spacing: 22 });
}

interface FanData {
  readonly rows: readonly Row[];
  readonly arms: readonly string[];
  readonly places?: readonly Row[];
  readonly peaks?: readonly Row[];
  /** Whether the axis reaches below zero, with a line there. */
  readonly crossesZero?: boolean;
}

function panelOf(title: string, { rows, arms, places = [], peaks = [], crossesZero = false }: FanData): Panel {
  const isAlone = arms.length === 1;
  const shownPeaks = isAlone ? peaks : [];
  const shownPlaces = places.filter(({ variant }) => variant === arms[0]);
  const [low, high] = isAlone ? (['low95', 'high95'] as const) : (['low80', 'high80'] as const);
  const ends = [
    ...rows.flatMap((row) => [row[low], row[high]]),
    ...shownPlaces.map(({ median }) => median),
    ...shownPeaks.map(({ high95 }) => high95),
  ].filter(Number.isFinite);
  const top = niceCeiling(Math.max(0, ...ends) || 1);
  const least = Math.min(0, ...ends);
  const bottom = crossesZero && least < 0 ? -niceCeiling(-least) : 0;
  const dates = rows.map(({ from }) => from);
  const x = {
    field: 'x',
    type: 'temporal',
    title: null,
    axis: dateAxis([...dates, rows.at(-1)?.to ?? ''].filter(Boolean), WIDTH),
    scale: dateScale([...dates, ...rows.slice(-1).map(({ to }) => to)]),
  };
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    title: null,
    scale: { domain: [bottom, top], nice: false },
    axis: { format: ',~r', tickCount: 4 },
  });
  const labels: { text: string; colour: string; at: number }[] = [];
  const fans = arms.flatMap((arm, position) => {
    const own = rows.filter(({ variant, median }) => variant === arm && Number.isFinite(median));
    const last = own.at(-1);
    if (last === undefined) return [];
    const colour = shadeOf(position, arms.length);
    labels.push({
      text: isAlone ? medianLabel(last) : `${arm}: ${medianLabel(last)}`,
      colour: mix(colour, INK, 0.25),
      at: last.median,
    });
    const area = (from: keyof Row, to: keyof Row, opacity: number) => ({
      mark: { type: 'area', color: colour, fillOpacity: opacity, line: false },
      encoding: { x, y: y(from), y2: { field: to } },
    });
    const bands = isAlone
      ? [
          area('low95', 'high95', BAND_OPACITY.wide),
          area('low80', 'high80', BAND_OPACITY.wide),
          area('low50', 'high50', BAND_OPACITY.narrow),
        ]
      : [area('low80', 'high80', BAND_OPACITY.wide)];
    const line = { mark: { type: 'line', color: mix(colour, INK, 0.2) }, encoding: { x, y: y('median') } };
    return [{ data: dataOf(own.map(pointOf), ['x']), layer: [...bands, line] }];
  });
  const lastPlaces = shownPlaces.at(-1);
  if (lastPlaces !== undefined) {
    labels.push({ text: `${numberLabel(lastPlaces.median)} places`, colour: INK, at: lastPlaces.median });
  }
  return {
    title,
    width: WIDTH,
    height: HEIGHT,
    layer: [
      ...(bottom < 0 ? [zeroLine(y)] : []),
      ...fans,
      ...(lastPlaces === undefined ? [] : [placesLine(shownPlaces, x, y)]),
      ...(shownPeaks.length === 0 ? [] : [peakDots(shownPeaks, x, y)]),
      ...endLabels(labels, bottom, top, y),
    ],
  };
}

/** Variants from the palest to the darkest blue, in their order; a single one is blue. */
function shadeOf(position: number, count: number): string {
  if (count === 1) return BLUE;
  const place = (2 * position) / (count - 1) - 1;
  return place < 0 ? mix(BLUE, PAPER, -0.5 * place) : mix(BLUE, INK, 0.65 * place);
}

function pointOf(row: Row): Record<string, string | number | null> {
  const { low50, high50, low80, high80, low95, high95, median } = row;
  const numbers = Object.entries({ low50, high50, low80, high80, low95, high95, median });
  return { x: middleOf(row), ...Object.fromEntries(numbers.map(([name, value]) => [name, compact(value)])) };
}

/** The middle run, to the whole person. */
function medianLabel({ median }: Row): string {
  return numberLabel(Math.round(median));
}

/** The month in the middle of a period, at its middle. */
function middleOf({ from, to }: Row): string {
  const [first, last] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) as [
    number,
    number,
  ];
  const month = Math.floor((first + last) / 2);
  const day = (first + last) % 2 === 0 ? '15' : '28';
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-${day}`;
}

function zeroLine(y: (field: string) => object): object {
  return { data: dataOf([{ zero: 0 }]), mark: { type: 'rule', color: INK }, encoding: { y: y('zero') } };
}

/** The places from the first day to the last, stepped where they change. */
function placesLine(rows: readonly Row[], x: object, y: (field: string) => object): object {
  const points = rows.map(({ from, median }) => ({ x: from, places: compact(median) }));
  const last = rows.at(-1)!;
  return {
    data: dataOf([...points, { x: last.to, places: compact(last.median) }], ['x']),
    mark: { type: 'line', interpolate: 'step-after', strokeWidth: 1.2, color: INK },
    encoding: { x, y: y('places') },
  };
}

function peakDots(rows: readonly Row[], x: object, y: (field: string) => object): object {
  return {
    data: dataOf(rows.map(pointOf), ['x']),
    layer: [
      {
        mark: { type: 'rule', color: SECONDARY_INK, strokeWidth: 1, strokeOpacity: 0.6 },
        encoding: { x, y: y('low95'), y2: { field: 'high95' } },
      },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 13, color: SECONDARY_INK },
        encoding: { x, y: y('median') },
      },
    ],
  };
}

/** Words at the ends of lines, moved apart where they would touch. */
function endLabels(
  labels: readonly { readonly text: string; readonly colour: string; readonly at: number }[],
  bottom: number,
  top: number,
  y: (field: string) => object,
): object[] {
  const pixels = (at: number) => ((at - bottom) / (top - bottom)) * HEIGHT;
  const shown = spreadApart(
    labels.map(({ at }) => pixels(at)),
    LABEL_GAP,
    0,
    HEIGHT,
  );
  return labels.map(({ text, colour, at }, label) => ({
    data: dataOf([
      { text, at: compact(at), shown: compact(bottom + ((shown[label] as number) / HEIGHT) * (top - bottom)) },
    ]),
    layer: [
      {
        mark: { type: 'rule', color: RULE, strokeWidth: 1 },
        encoding: { x: { value: WIDTH + 2 }, x2: { value: WIDTH + LEADER }, y: y('at'), y2: { field: 'shown' } },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 3, color: colour },
        encoding: { x: { value: WIDTH + LEADER }, y: y('shown'), text: { field: 'text', type: 'nominal' } },
      },
    ],
  }));
}
