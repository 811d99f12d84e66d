/**
 * Label: words and numbers in a chart, and positions at which they do not cover one another.
 */
import { type EstimateText, NOT_KNOWN, numberText } from '../tables/estimate.ts';

/** A number for people that has no interval, with a true minus sign: `3 690`, `−0.41`. */
export function numberLabel(x: number): string {
  return numberText(x);
}

/** A difference for people that has no interval, always with its sign: `+2.7`, `−150`, `0`. */
export function differenceLabel(x: number): string {
  const text = numberText(x);
  return x > 0 && /[1-9∞]/.test(text) ? `+${text}` : text;
}

/** An estimate with its interval behind it, `+2.7  (+1.9 to +3.5)`; alone if the interval is not known. */
export function besideInterval({ value, interval }: EstimateText): string {
  return interval === '' || interval === NOT_KNOWN ? value : `${value}  (${interval})`;
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

/**
 * A measure with its unit behind it: `charges per year`, `cost, million kroner per year`. A label that begins with what is counted
 * needs no unit: `people inside`, `days inside per person`.
 */
export function withUnit(label: string, unit: string): string {
  if (label.startsWith(unit === 'persons' ? 'people' : `${unit} `)) return label;
  return unit.startsWith('per ') && !label.includes(',') ? `${label} ${unit}` : `${label}, ${unit}`;
}

/** The unit of a difference: percentages differ by points. */
export function differenceUnit(unit: string): string {
  return unit === 'percent' ? 'points' : unit;
}
