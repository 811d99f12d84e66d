/**
 * Sentence unit: by which unit sentences are read where the heading names none, and whether they look like another.
 *
 * Most systems write sentences in months. Days are mostly more than a year's for some, and seldom multiples of six; so small numbers that
 * are often such multiples are probably months. The thresholds are assumptions: a warning asks, and changes nothing.
 */
import { type Fact, plainly } from './facts.ts';

/** Thirty years in months. */
const MOST_MONTHS = 360;
const FEWEST_SENTENCES = 3;

/** What to say of the unit of sentences: nothing if the heading names it, or the user did. */
export function sentenceUnit(
  heading: string | undefined,
  columns: ReadonlyMap<string, Fact>,
  cells: readonly string[],
): readonly string[] {
  if (heading === undefined || columns.has(heading) || /day/.test(plainly(heading))) return [];
  const read = `${heading}: the heading names no unit, so read as days`;
  const lengths = cells.filter((cell) => /^\d+$/.test(cell)).map(Number);
  const multiples = lengths.filter((length) => length % 6 === 0).length;
  const isSmall = lengths.length >= FEWEST_SENTENCES && lengths.every((length) => length <= MOST_MONTHS);
  if (!isSmall || multiples < lengths.length / 2) return [read];
  const why = `none is above ${Math.max(...lengths)}, and ${Math.round((100 * multiples) / lengths.length)} % are multiples of 6`;
  return [
    `${read}; they look like months: ${why}. If so: --column "${heading}=sentence_months"; if not: --column "${heading}=sentence_days"`,
  ];
}
