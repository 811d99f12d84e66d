/**
 * Format: writes tables and numbers as text for people, and as JSON for programs.
 *
 * `formatNumber` and Markdown show at most three significant digits and set a thin space between
 * thousands. JSON writes numbers in the shortest form that reads back as the same number. Nothing depends on the
 * language of the computer. CSV has its own file, `csv.ts`.
 */
import { type Table, toRecords } from './table.ts';

/** The formats of tables. */
export const tableFormats = ['parquet', 'csv'] as const;
export type TableFormat = (typeof tableFormats)[number];

const THIN_SPACE = '\u2009';
const SIGNIFICANT_DIGITS = 3;
const SMALLEST_IN_FULL = 1e-6;
const LARGEST_IN_FULL = 1e21;

/** A number for people: 3692.4 -> `3 690` (thin space), -0.41234 -> `-0.412`, 20.0 -> `20`, NaN -> `n/a`. */
export function formatNumber(x: number): string {
  return formatTogether([x])[0];
}

/** A whole number in full, with thin spaces between thousands: 12345 -> `12 345`. */
export function formatInteger(x: number): string {
  return groupThousands(x.toFixed(0));
}

/** A name as it stands in a list: in quotation marks if it has a comma itself. */
export function nameInList(name: string): string {
  return name.includes(',') ? `"${name}"` : name;
}

/** JSON: an array with one object per row, one row per line; NaN and infinity are null. */
export function toJson(table: Table): string {
  const lines = toRecords(table).map((record) => JSON.stringify(record));
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}

/**
 * A Markdown table for people, padded so that it also reads as plain text. The header gives name and unit; numbers are
 * right-aligned. Integers are written in full, and those whose unit is `year` without a space.
 */
export function toMarkdown(table: Table): string {
  const columns = table.schema.columns.map(({ name, unit, kind }) => {
    const values = table.column(name);
    const cells = [markdownCell(unit === '' ? name : `${name} (${unit})`)];
    for (let row = 0; row < table.rows; row++) {
      const value = values[row];
      if (typeof value === 'string') cells.push(markdownCell(value));
      else if (kind === 'boolean') cells.push(value === 1 ? 'yes' : 'no');
      else if (kind === 'number') cells.push(formatNumber(value));
      else cells.push(unit === 'year' ? String(value) : formatInteger(value));
    }
    const width = cells.reduce((widest, cell) => Math.max(widest, cell.length), 3);
    const right = kind === 'integer' || kind === 'number';
    const padded = cells.map((cell) => (right ? cell.padStart(width) : cell.padEnd(width)));
    const rule = right ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width);
    return [padded[0], rule, ...padded.slice(1)];
  });
  const lines = columns[0].map((_, line) => `| ${columns.map((cells) => cells[line]).join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}

/** Numbers with common decimals: three significant digits of the largest, without common trailing zeros. */
export function formatTogether(numbers: readonly number[]): string[] {
  const finite = numbers.filter((x) => Number.isFinite(x));
  const largest = finite.reduce((size, x) => Math.max(size, Math.abs(x)), 0);
  if (largest !== 0 && (largest < SMALLEST_IN_FULL || largest >= LARGEST_IN_FULL)) return numbers.map(formatScientific);
  let decimals = decimalsFor(largest);
  while (decimals > 0 && finite.every((x) => x.toFixed(decimals).endsWith('0'))) decimals--;
  const format = (x: number) => formatDecimals(x, decimals >= 0 ? decimals : Math.min(0, decimalsFor(Math.abs(x))));
  return numbers.map((x) => (Number.isFinite(x) ? format(x) : formatScientific(x)));
}

/** A column of shares as percentages with common decimals: 0.253 and 0.096 -> `25.3 %` and `9.6 %`. */
export function percentTexts(shares: readonly number[]): readonly string[] {
  return formatTogether(shares.map((share) => 100 * share)).map((text, at) =>
    Number.isFinite(shares[at]) ? `${text} %` : 'n/a',
  );
}

/** A share as a percentage with two digits: `5 %`, `0.62 %`. */
export function percentText(share: number): string {
  return Number.isNaN(share) ? 'n/a' : `${Number((100 * share).toPrecision(2))} %`;
}

/** The decimals that three significant digits need; negative if they end before the decimal point. */
function decimalsFor(largest: number): number {
  const exponent = Number(largest.toExponential(SIGNIFICANT_DIGITS - 1).split('e')[1]);
  return SIGNIFICANT_DIGITS - 1 - exponent;
}

/** A finite number with this many decimals; negative if its digits end before the decimal point: 3692 with -2 -> `3 700`. */
export function formatDecimals(x: number, decimals: number): string {
  if (decimals >= 0) return groupThousands(x.toFixed(decimals));
  const step = Number(`1e${-decimals}`);
  return groupThousands((Math.sign(x) * Math.round(Math.abs(x) / step) * step).toFixed(0));
}

function formatScientific(x: number): string {
  if (Number.isNaN(x)) return 'n/a';
  if (Number.isFinite(x)) return String(Number(x.toPrecision(SIGNIFICANT_DIGITS)));
  return x > 0 ? '∞' : '-∞';
}

function groupThousands(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}

function markdownCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*[\r\n]+\s*/g, ' ');
}
