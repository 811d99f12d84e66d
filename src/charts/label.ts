/**
 * Label: words and numbers in a chart, and positions at which they do not cover one another.
 */
import { formatInterval, formatNumber, formatTogether } from '../tables/format.ts';

const MINUS = '\u2212';

/** A number for people, with a true minus sign: `3 690`, `−0.41`. */
export function numberLabel(x: number): string {
  return formatNumber(x).replaceAll('-', MINUS);
}

/** A difference for people, always with its sign: `+2.7`, `−150`, `0`. */
export function differenceLabel(x: number): string {
  return signed(x, numberLabel(x));
}

/** Differences shown side by side, with the decimals that suit the largest: `+32.4`, `−0.1`, `0.0`. */
export function differenceLabels(numbers: readonly number[]): readonly string[] {
  return formatTogether(numbers).map((label, at) => signed(numbers[at], label.replaceAll('-', MINUS)));
}

/** Both ends of an interval, `−171 to −130`, with common decimals; empty if an end is not known. */
export function intervalLabel(low: number, high: number): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return '';
  return formatInterval(low, high).slice(1, -1).replace(', ', ' to ').replaceAll('-', MINUS);
}

/** A label with its interval behind it, `+2.7  (1.9 to 3.5)`; alone if an end is not known. */
export function besideInterval(label: string, low: number, high: number): string {
  const interval = intervalLabel(low, high);
  return interval === '' ? label : `${label}  (${interval})`;
}

/** A difference with no more decimals than its interval has; as `differenceLabel` where an end is not known. */
export function differenceBeside(x: number, low: number, high: number): string {
  const ends = intervalLabel(low, high);
  if (ends === '' || !Number.isFinite(low) || !Number.isFinite(high)) return differenceLabel(x);
  const decimals = Math.max(...ends.split(' to ').map((end) => end.split('.')[1]?.length ?? 0));
  return differenceLabel(Number(x.toFixed(decimals)));
}

function signed(x: number, label: string): string {
  return x > 0 && /[1-9∞]/.test(label) ? `+${label}` : label;
}

/**
 * Positions near the wanted ones, at least `gap` apart and inside [lowest, highest] where there is room, in the order
 * given. Labels that would touch are moved apart evenly around the middle of what they wanted.
 */
export function spreadApart(wanted: readonly number[], gap: number, lowest: number, highest: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
  const blocks: { members: number[]; start: number }[] = [];
  const settle = (members: number[]): { members: number[]; start: number } => {
    const sum = members.reduce((total, member, k) => total + wanted[member] - k * gap, 0);
    const room = highest - (members.length - 1) * gap;
    return { members, start: Math.max(lowest, Math.min(room, sum / members.length)) };
  };
  for (const member of order) {
    let block = settle([member]);
    let before = blocks.at(-1);
    while (before !== undefined && before.start + before.members.length * gap > block.start) {
      block = settle([...before.members, ...block.members]);
      blocks.pop();
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  const positions = new Array<number>(wanted.length).fill(0);
  for (const { members, start } of blocks) {
    for (const [k, member] of members.entries()) positions[member] = start + k * gap;
  }
  return positions;
}

/** The least of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 times a power of ten that is not below x; 1 for x <= 0. */
export function niceCeiling(x: number): number {
  if (!(x > 0) || !Number.isFinite(x)) return 1;
  const exponent = x.toExponential().split('e')[1];
  for (const step of [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]) {
    const ceiling = Number(`${step}e${exponent}`);
    if (ceiling >= x) return ceiling;
  }
  return x;
}

/** The unit for prices up to this one. */
export function kronerFor(most: number): { readonly unit: string; readonly size: number } {
  if (most >= 1e6) return { unit: 'million kroner', size: 1e6 };
  return most >= 1e4 ? { unit: 'thousand kroner', size: 1e3 } : { unit: 'kroner', size: 1 };
}

/** A price for people: `1.1 million kroner`, `2 600 kroner`. */
export function priceLabel(kroner: number): string {
  const { unit, size } = kronerFor(kroner);
  return `${numberLabel(kroner / size)} ${unit}`;
}

/** Says which side of zero is better on a horizontal axis of differences. */
export function betterSide(better: string): string {
  if (better === 'lower') return 'left of the line is better';
  if (better === 'higher') return 'right of the line is better';
  return 'neither side is better in itself';
}

/** A measure with its unit behind it: `charges per year`, `cost, million kroner per year`. A label that names people needs no unit. */
export function withUnit(label: string, unit: string): string {
  if (unit === 'persons' && label.startsWith('people')) return label;
  return unit.startsWith('per ') && !label.includes(',') ? `${label} ${unit}` : `${label}, ${unit}`;
}

/** The unit of a difference: percentages differ by points. */
export function differenceUnit(unit: string): string {
  return unit === 'percent' ? 'points' : unit;
}
