/**
 * Nearest: suggests what was probably meant by an unknown name or a number written in another form.
 *
 * The distance is Levenshtein's: the number of letters to add, drop or change, so two swapped letters count two. A name more than
 * two letters away, or a third of the letters of a long name, is no help; then the allowed names are listed.
 */
import { distance } from 'fastest-levenshtein';
import type { Located } from './document.ts';

const MOST_NAMES_LISTED = 12;

/** The allowed name closest to `written`; undefined if none is close. */
export function nearest(written: string, allowed: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = written.length < 3 ? 1 : Math.max(2, Math.floor(written.length / 3)) + 1;
  for (const name of allowed) {
    const away = distance(written.toLowerCase(), name.toLowerCase());
    if (away < bestDistance) {
      best = name;
      bestDistance = away;
    }
  }
  return best;
}

/** The remedy for an unknown name: `did you mean "high"?`, or a list of the allowed names, at most `mostListed` of them. */
export function suggestion(written: string, allowed: Iterable<string>, mostListed = MOST_NAMES_LISTED): string {
  const names = [...allowed];
  const close = nearest(written, names);
  if (close !== undefined) return `did you mean "${close}"?`;
  const more = names.length - mostListed;
  return `allowed: ${names.slice(0, mostListed).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

/** The remedy if `node` is infinite, or a number in another form: a percentage, with a comma, in quotation marks. */
export function numberRemedy(node: Located): string | undefined {
  if (node.kind !== 'scalar') return undefined;
  if (typeof node.value === 'number' && !Number.isFinite(node.value)) return 'write a finite number';
  if (typeof node.value !== 'string') return undefined;
  const written = node.value.trim();
  const percent = /^([+-]?\d+(?:\.\d+)?)\s*%$/.exec(written);
  if (percent) {
    const part = Number((Number(percent[1]) / 100).toPrecision(12));
    return `write ${Number.isInteger(Number(percent[1])) ? part.toFixed(2) : part}`;
  }
  if (/^[+-]?\d{1,3}([ ,_']\d{3})+$/.test(written)) return `write ${written.replace(/[ ,_']/g, '')}`;
  if (/^[+-]?\d+,\d+$/.test(written)) return `write ${written.replace(',', '.')}`;
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(written)) return 'take off the quotation marks';
  return undefined;
}
