/** Slider: one lever as a slider and a number, with the value in force as a tick and the range of its evidence as a bar. */
import { formatNumber } from '../../src/tables/format.ts';
import { drawn, element } from '../dom.ts';
import type { Knob } from '../messages.ts';

/** The list item of a lever. `onMove` is called when the reader lets go; undefined puts the lever back. */
export function slider(
  knob: Knob,
  name: string,
  changed: number | undefined,
  onMove: (path: string, value: number | undefined) => void,
): HTMLLIElement {
  const { path, unit, inForce } = knob;
  const { low, high, step } = reachOf(knob, changed);
  const value = changed ?? inForce;
  const shown = element('output', { class: changed === undefined ? '' : 'moved' }, valueInWords(value, unit));
  const bounds = { min: low, max: high, step };
  const range = element('input', { type: 'range', ...bounds, value, 'aria-label': name, 'data-path': path });
  const back = element('button', { type: 'button', class: 'back', 'aria-label': `put back ${name}` }, 'put back');
  back.hidden = changed === undefined;
  range.setAttribute('aria-valuetext', valueInWords(value, unit));
  range.addEventListener('input', () => {
    const moved = snapped(Number(range.value), knob, step);
    shown.textContent = valueInWords(moved, unit);
    range.setAttribute('aria-valuetext', valueInWords(moved, unit));
  });
  range.addEventListener('change', () => {
    const moved = snapped(Number(range.value), knob, step);
    onMove(path, moved === inForce ? undefined : moved);
  });
  back.addEventListener('click', () => onMove(path, undefined));
  return element(
    'li',
    { class: 'lever' },
    element('div', { class: 'name' }, element('span', {}, name), shown),
    element('div', { class: 'track' }, marks(knob, low, high), range),
    element('div', { class: 'about' }, aboutOf(knob), back),
  );
}

/** A value with its unit; shares as percentages. */
export function valueInWords(value: number, unit: string): string {
  if (unit === 'share') return `${formatNumber(100 * value)} %`;
  return `${formatNumber(value)} ${unit === 'count' || unit === 'ratio' ? '' : unit}`.trim();
}

/** The slider reaches as far as its evidence, and at least to twice the value in force, within the bounds of the lever. */
function reachOf({ low, high, inForce, range, unit, whole }: Knob, changed = inForce) {
  const isShare = unit === 'share';
  const ends = [inForce, changed, ...(range ?? [])];
  const least = Math.max(low ?? -Infinity, isShare ? 0 : Math.min(0, ...ends.map((end) => (end < 0 ? 2 * end : end))));
  const most = Math.min(high ?? Infinity, isShare ? 1 : niceAbove(Math.max(2 * inForce, ...ends, whole ? 10 : 1)));
  const span = most - least;
  const fine = 10 ** Math.floor(Math.log10(span / 100));
  const step = whole ? Math.max(1, Math.round(fine)) : fine;
  return { low: least, high: most, step };
}

function niceAbove(x: number): number {
  const size = 10 ** Math.floor(Math.log10(x));
  return Math.ceil(x / size - 1e-9) * size;
}

/** The value of the slider; the value in force where the slider stands nearest to it. */
function snapped(value: number, { inForce, whole }: Knob, step: number): number {
  if (Math.abs(value - inForce) < step / 2) return inForce;
  return whole ? Math.round(value) : Number(value.toPrecision(10));
}

/** The bar of the evidence and the tick of the value in force. */
function marks({ inForce, range }: Knob, low: number, high: number): SVGSVGElement {
  const at = (x: number) => 100 * Math.min(1, Math.max(0, (x - low) / (high - low || 1)));
  const svg = drawn('svg', {
    class: 'marks',
    viewBox: '0 0 100 10',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  if (range !== undefined) {
    const [from, to] = range.map(at) as [number, number];
    svg.append(drawn('rect', { class: 'evidence', x: from, y: 3.5, width: Math.max(0.6, to - from), height: 3 }));
  }
  svg.append(drawn('rect', { class: 'tick', x: at(inForce) - 0.35, y: 0, width: 0.7, height: 10 }));
  return svg;
}

/** The value in force, the range, and the grade, which opens the source. */
function aboutOf({ inForce, unit, range, grade, source, meaning, path }: Knob): HTMLDetailsElement {
  const evidence =
    range === undefined ? '' : ` · evidence ${valueInWords(range[0], unit)} to ${valueInWords(range[1], unit)}`;
  const told = grade === 'assumption' ? 'assumed' : `grade ${grade}`;
  return element(
    'details',
    { class: 'source' },
    element(
      'summary',
      {},
      `now ${valueInWords(inForce, unit)}${evidence} · `,
      element('span', { class: 'grade' }, told),
    ),
    element('p', {}, `${meaning[0].toUpperCase()}${meaning.slice(1)}. `, element('code', {}, path)),
    element('p', {}, source),
  );
}
