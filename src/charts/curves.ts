/**
 * Curves: one line per arm with its uncertainty bands, labelled at its end.
 *
 * Charts over time and over months since release share this panel.
 */
import { compact, dataOf, type Panel, type PolicyBegins } from './chart.ts';
import { niceCeiling, spreadApart } from './label.ts';
import { armStyle, BAND_OPACITY, INK, SECONDARY_INK } from './theme.ts';

/** A point of a curve: mean, 95 % interval and, if known, 50 % interval. NaN: not known. */
export interface CurvePoint {
  readonly arm: string;
  /** A day as ISO text, or a number. */
  readonly x: string | number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly low50?: number;
  readonly high50?: number;
}

/** A thin stepped line, such as the places of a level. */
export interface StepLine {
  readonly label: string;
  /** The arm it belongs to; absent if it is the same for all. */
  readonly arm?: string;
  readonly points: readonly { readonly x: string | number; readonly y: number }[];
}

/** A panel of curves. */
interface CurvePanel {
  readonly title: string;
  readonly points: readonly CurvePoint[];
  readonly steps?: readonly StepLine[];
  /** Days to mark, if x is a day. */
  readonly begins?: readonly PolicyBegins[] | undefined;
  readonly arms: readonly string[];
  readonly width: number;
  readonly height: number;
  /** Vega-Lite axis of x. */
  readonly xAxis: object;
  /** d3 format of y, such as `.0%`. */
  readonly yFormat: string;
  /** Upper end of y; by default just above the curves. */
  readonly top?: number;
}

const LABEL_GAP = 13;
const LEADER = 16;

/** The layers of one panel. The y axis starts at zero. */
export function curvePanel(panel: CurvePanel): Panel {
  const { points, arms, width, height, xAxis, yFormat, steps = [] } = panel;
  const top = panel.top ?? curveTop(points, steps);
  const temporal = typeof points[0]?.x === 'string';
  const dates = temporal ? ['x'] : [];
  const x = {
    field: 'x',
    type: temporal ? 'temporal' : 'quantitative',
    title: null,
    axis: xAxis,
    scale: temporal ? dateScale(points.map((point) => String(point.x))) : { nice: false },
  };
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    title: null,
    scale: { domain: [0, top], nice: false },
    axis: { format: yFormat, tickCount: Math.max(2, Math.floor(height / 34)) },
  });
  const layers = arms.flatMap((arm, position) => {
    const own = points.filter((point) => point.arm === arm);
    if (own.length === 0) return [];
    const { colour, dash } = armStyle(position);
    const bands = (
      [
        ['low', 'high', BAND_OPACITY.wide],
        ['low50', 'high50', BAND_OPACITY.narrow],
      ] as const
    ).flatMap(([low, high, opacity]) => {
      if (!own.some((point) => Number.isFinite(point[low] ?? NaN) && Number.isFinite(point[high] ?? NaN))) return [];
      const mark = { type: 'area', color: colour, fillOpacity: opacity, line: false };
      return [{ mark, encoding: { x, y: y(low), y2: { field: high } } }];
    });
    const line = { mark: { type: 'line', color: colour, strokeDash: dash }, encoding: { x, y: y('mean') } };
    return [{ data: dataOf(own.map(compactPoint), dates), layer: [...bands, line] }];
  });
  const rules = steps.map((step) => ({
    data: dataOf(
      step.points.map((point) => ({ x: point.x, places: compact(point.y) })),
      dates,
    ),
    mark: { type: 'line', interpolate: 'step-after', strokeWidth: 1, color: stepColour(step, arms) },
    encoding: { x, y: y('places') },
  }));
  return {
    title: panel.title,
    width,
    height,
    layer: [
      ...layers,
      ...rules,
      ...beginMarks(panel.begins, x, height),
      ...endLabels(panel, top).map((label) => labelLayer(label, y, width)),
    ],
  };
}

/** A dashed line at each day on which a policy begins, with its words beside it; `x` is a channel of days with its scale. */
export function beginMarks(begins: readonly PolicyBegins[] = [], x: object, height: number): object[] {
  return begins.flatMap(({ on, label }, at) => {
    const data = dataOf([{ x: on, label }], ['x']);
    const here = { ...x, field: 'x' };
    return [
      {
        data,
        mark: { type: 'rule', color: SECONDARY_INK, strokeWidth: 1, strokeDash: [2, 3] },
        encoding: { x: here, y: { value: 0 }, y2: { value: height } },
      },
      {
        data,
        mark: { type: 'text', align: 'left', baseline: 'top', dx: 4, dy: 2 + LABEL_GAP * at, color: SECONDARY_INK },
        encoding: { x: here, y: { value: 0 }, text: { field: 'label', type: 'nominal' } },
      },
    ];
  });
}

/** A sentence on the bands of these curves: the middle of all runs, or the interval of the mean. */
export function bandReading(points: readonly CurvePoint[], of: 'runs' | 'mean' = 'runs'): string {
  const has = (low: keyof CurvePoint): boolean => points.some((point) => Number.isFinite(point[low]));
  if (!has('low')) return 'No bands: too few replicates.';
  if (of === 'mean') return 'Line: mean over runs; band: its 95 % interval.';
  const bands = has('low50') ? 'dark band: the middle 50 % of runs; light band: 95 %' : 'band: the middle 95 % of runs';
  return `Line: mean over runs; ${bands}.`;
}

/** The upper end of a y axis that shows these curves and lines. */
export function curveTop(points: readonly CurvePoint[], steps: readonly StepLine[] = []): number {
  let largest = 0;
  for (const { mean, high } of points) largest = Math.max(largest, mean || 0, high || 0);
  for (const step of steps) for (const { y } of step.points) largest = Math.max(largest, y || 0);
  return niceCeiling(largest);
}

/** An axis of days in ISO text for this width: years if the span is long enough, else months. */
export function dateAxis(dates: readonly string[], width: number): object {
  const months = dates.map((date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)));
  const span = months.reduce((a, b) => Math.max(a, b), 0) - months.reduce((a, b) => Math.min(a, b), Infinity);
  if (span >= 36) {
    const step = [1, 2, 5, 10, 20].find((years) => (span / 12 / years) * 44 <= width) ?? 50;
    return { format: '%Y', tickCount: { interval: 'year', step } };
  }
  const step = [1, 3, 6, 12].find((size) => (span / size) * 66 <= width) ?? 12;
  return { format: '%b %Y', tickCount: { interval: 'month', step } };
}

/** The scale of days in ISO text: from the first day of the first month to the last day. */
export function dateScale(dates: readonly string[]): object {
  const first = dates.reduce((a, b) => (b < a ? b : a));
  const last = dates.reduce((a, b) => (b > a ? b : a));
  const day = (date: string, dayOfMonth: number) => ({
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    date: dayOfMonth,
    utc: true,
  });
  return { type: 'utc', nice: false, domain: [day(first, 1), day(last, Number(last.slice(8, 10)))] };
}

interface EndLabel {
  readonly text: string;
  readonly colour: string;
  readonly line: string;
  readonly at: number;
  readonly shown: number;
}

function endLabels({ points, steps = [], arms, height }: CurvePanel, top: number): EndLabel[] {
  const ends: { text: string; colour: string; line: string; at: number }[] = [];
  for (const [position, arm] of arms.entries()) {
    const last = points.findLast((point) => point.arm === arm && Number.isFinite(point.mean));
    if (last === undefined) continue;
    const { colour, text } = armStyle(position);
    ends.push({ text: arm, colour: text, line: colour, at: last.mean });
  }
  for (const step of steps) {
    const last = step.points.findLast((point) => Number.isFinite(point.y));
    if (last === undefined) continue;
    const position = step.arm === undefined ? -1 : arms.indexOf(step.arm);
    const colour = position < 0 ? SECONDARY_INK : armStyle(position).text;
    ends.push({ text: step.label, colour, line: stepColour(step, arms), at: last.y });
  }
  const wanted = ends.map((end) => (end.at / top) * height);
  const shown = spreadApart(wanted, LABEL_GAP, 0, height);
  return ends.map((end, i) => ({ ...end, shown: (shown[i] / height) * top }));
}

function labelLayer(label: EndLabel, y: (field: string) => object, width: number): object {
  return {
    data: dataOf([{ label: label.text, at: compact(label.at), shown: compact(label.shown) }]),
    layer: [
      {
        mark: { type: 'rule', color: label.line, strokeWidth: 1 },
        encoding: { x: { value: width + 2 }, x2: { value: width + LEADER }, y: y('at'), y2: { field: 'shown' } },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 3, color: label.colour },
        encoding: { x: { value: width + LEADER }, y: y('shown'), text: { field: 'label', type: 'nominal' } },
      },
    ],
  };
}

function stepColour(step: StepLine, arms: readonly string[]): string {
  return step.arm === undefined ? INK : armStyle(arms.indexOf(step.arm)).colour;
}

function compactPoint({ x, mean, low, high, low50, high50 }: CurvePoint): Record<string, string | number | null> {
  const point = { x, mean: compact(mean), low: compact(low), high: compact(high) };
  if (low50 === undefined || high50 === undefined) return point;
  return { ...point, low50: compact(low50), high50: compact(high50) };
}
