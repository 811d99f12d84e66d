/**
 * Chart: the chosen figure over time in both arms, and beside it how the difference settles as replicates arrive.
 */
import { formatNumber } from '../src/tables/format.ts';
import { byId, drawn, element } from './dom.ts';
import { growsWithCountry, unitInWords, wholeFigure } from './figures.ts';
import type { GrowingEstimate, Line, ShownFigure, Snapshot } from './messages.ts';

/** What was known of the difference after a number of replicates. */
export interface Step {
  readonly done: number;
  readonly figures: readonly ShownFigure[];
}

/** Draws both panels of the figure `name`. `from` is the day of the policy. */
export function showChart(snapshot: Snapshot, steps: readonly Step[], name: string, scale: number, from: string): void {
  const figure = snapshot.figures.find((one) => one.name === name);
  byId('chart').replaceChildren();
  if (figure === undefined) return;
  const lines = snapshot.lines[name];
  const factor = growsWithCountry(figure.unit) ? 1 / scale : 1;
  const panels = [
    ...(lines === undefined ? [] : [overTime(figure, lines, factor, from)]),
    ...(figure.difference === undefined ? [] : [settling(figure, steps, snapshot.of, scale)]),
  ];
  byId('chart').replaceChildren(...panels);
}

const TALL = { height: 250, left: 44, top: 8, bottom: 24 };
const WIDE = { ...TALL, width: 560, right: 74 };
const NARROW = { ...TALL, width: 360, right: 12 };
const COLOURS = ['#6b6b6b', '#0072b2'];
const NAMES = ['as it is', 'yours'];

interface Frame {
  readonly size: typeof WIDE;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly svg: SVGSVGElement;
}

function overTime(figure: ShownFigure, lines: readonly Line[], factor: number, from: string): HTMLElement {
  const isMonths = figure.name.startsWith('cohort');
  const all = lines.flatMap(({ high, y }) => [...high, ...y]).filter(Number.isFinite);
  const ends = lines[0].x;
  const lastX = ends.at(-1) ?? 1;
  const firstX = isMonths ? 0 : (ends[0] ?? 0);
  const frame = framed(
    WIDE,
    [firstX, lastX],
    [0, Math.max(1e-9, ...all) * factor * 1.04],
    isMonths ? yearTicks(lastX) : years(firstX, lastX),
  );
  const { x, y, svg } = frame;
  if (!isMonths) policyMark(frame, Number(from.slice(0, 4)) + (Number(from.slice(5, 7)) - 1) / 12, [firstX, lastX]);
  for (const { arm, ...line } of lines) {
    const points = line.x.map(
      (at, i) => [x(at), y(line.y[i] * factor), y(line.low[i] * factor), y(line.high[i] * factor)] as const,
    );
    const known = points.filter((point) => point.every(Number.isFinite));
    const band = [...known.map(([a, , , d]) => `${a},${d}`), ...known.reverse().map(([a, , c]) => `${a},${c}`)];
    svg.append(drawn('polygon', { points: band.join(' '), fill: COLOURS[arm], opacity: 0.16 }));
    const path = points
      .filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b))
      .map(([a, b]) => `${a.toFixed(1)},${b.toFixed(1)}`);
    const dash = arm === 0 ? { 'stroke-dasharray': '5 3' } : {};
    svg.append(
      drawn('polyline', { points: path.join(' '), fill: 'none', stroke: COLOURS[arm], 'stroke-width': 1.8, ...dash }),
    );
  }
  const labels = apart(lines.map(({ y: values }) => y((values.at(-1) ?? 0) * factor)));
  for (const [at, { arm }] of lines.entries()) {
    svg.append(
      drawn(
        'text',
        { class: `end-${arm}`, x: WIDE.width - WIDE.right + 6, y: labels[at] + 4 },
        lines.length === 1 ? '' : NAMES[arm],
      ),
    );
  }
  const what = isMonths
    ? `${unitInWords(figure.unit)}, by years since entry`
    : `${unitInWords(figure.unit)}, by week; the band holds 95 % of runs`;
  return captioned(figure.label, `${what}; mean over replicates`, svg);
}

/** The difference after each replicate, with its interval. */
function settling(figure: ShownFigure, steps: readonly Step[], of: number, scale: number): HTMLElement {
  const known = steps.flatMap(({ done, figures }) => {
    const found = figures.find(({ name }) => name === figure.name);
    const difference = found && wholeFigure(found, scale).difference;
    return difference === undefined || !Number.isFinite(difference.mean) ? [] : [{ done, difference }];
  });
  const reach = Math.max(
    1e-9,
    ...known.slice(known.length > 3 ? 1 : 0).flatMap(({ difference }) => sizesOf(difference)),
  );
  const frame = framed(NARROW, [1, of], [-reach * 1.08, reach * 1.08], wholeTicks(of));
  const { x, y, svg } = frame;
  svg.append(drawn('line', { x1: x(1), x2: x(of), y1: y(0), y2: y(0), stroke: '#1c1c1c', 'stroke-width': 1 }));
  const cut = (value: number) => y(Math.max(-reach * 1.08, Math.min(reach * 1.08, value)));
  for (const { done, difference } of known) {
    const { mean, low, high } = difference;
    if (Number.isFinite(low)) {
      svg.append(
        drawn('line', {
          x1: x(done),
          x2: x(done),
          y1: cut(low),
          y2: cut(high),
          stroke: COLOURS[1],
          'stroke-width': 5,
          opacity: 0.25,
        }),
      );
    }
    svg.append(drawn('circle', { cx: x(done), cy: cut(mean), r: 3, fill: COLOURS[1] }));
  }
  const unit = figure.unit === 'percent' ? 'points' : figure.unit;
  const side = figure.better === 'neither' ? '' : `; ${figure.better} is better`;
  return captioned('The difference settles', `${unit} against as it is, by replicates done${side}`, svg);
}

function sizesOf({ mean, low, high }: GrowingEstimate): readonly number[] {
  return [mean, low, high].filter(Number.isFinite).map(Math.abs);
}

function framed(
  size: typeof WIDE,
  [x0, x1]: Pair,
  [y0, y1]: Pair,
  ticks: readonly (readonly [number, string])[],
): Frame {
  const { width, height, left, right, top, bottom } = size;
  const svg = drawn('svg', {
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': 'chart; its numbers are in the figures above',
  });
  const x = (value: number) => left + ((value - x0) / (x1 - x0 || 1)) * (width - left - right);
  const y = (value: number) => height - bottom - ((value - y0) / (y1 - y0 || 1)) * (height - top - bottom);
  for (const value of niceTicks(y0, y1)) {
    svg.append(drawn('line', { x1: left, x2: width - right, y1: y(value), y2: y(value), stroke: '#dededa' }));
    svg.append(
      drawn('text', { x: left - 6, y: y(value) + 4, 'text-anchor': 'end' }, formatNumber(value).replace('-', '\u2212')),
    );
  }
  for (const [value, text] of ticks)
    svg.append(drawn('text', { x: x(value), y: height - 6, 'text-anchor': 'middle' }, text));
  return { size, x, y, svg };
}

type Pair = readonly [number, number];

function policyMark({ size, x, svg }: Frame, at: number, [first, last]: Pair): void {
  if (at <= first || at >= last) return;
  svg.append(
    drawn('line', {
      x1: x(at),
      x2: x(at),
      y1: size.top,
      y2: size.height - size.bottom,
      stroke: '#5a5a5a',
      'stroke-dasharray': '2 3',
    }),
  );
  svg.append(drawn('text', { x: x(at) + 4, y: size.height - size.bottom - 6 }, 'your changes begin'));
}

function niceTicks(low: number, high: number): readonly number[] {
  const rough = (high - low) / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = size * ([1, 2, 5, 10].find((one) => one * size >= rough) ?? 10);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
}

function yearTicks(months: number): readonly (readonly [number, string])[] {
  return Array.from({ length: Math.floor(months / 12) + 1 }, (_, year) => [12 * year, String(year)] as const);
}

function years(first: number, last: number): readonly (readonly [number, string])[] {
  const from = Math.ceil(first - 1e-6);
  return Array.from(
    { length: Math.max(0, Math.floor(last) - from + 1) },
    (_, at) => [from + at, String(from + at)] as const,
  );
}

function wholeTicks(of: number): readonly (readonly [number, string])[] {
  const step = of > 16 ? 8 : of > 8 ? 4 : 2;
  return Array.from({ length: Math.floor(of / step) }, (_, at) => [step * (at + 1), String(step * (at + 1))] as const);
}

/** Moves labels apart that would lie on each other. */
function apart(wanted: readonly number[]): readonly number[] {
  const [one, other] = wanted;
  if (one === undefined || other === undefined || Math.abs(one - other) >= 15) return wanted;
  const middle = (one + other) / 2;
  return one <= other ? [middle - 7.5, middle + 7.5] : [middle + 7.5, middle - 7.5];
}

function captioned(title: string, text: string, svg: SVGSVGElement): HTMLElement {
  return element('figure', {}, element('figcaption', {}, element('strong', {}, title), text), svg);
}
