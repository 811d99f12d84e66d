/**
 * Number remedy: what to write instead of a number in disguise.
 */
import type { Located } from './document.ts';

/** What to write instead, when `node` is a number in disguise: a percentage, a comma, quotation marks. */
export function numberRemedy(node: Located): string | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
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
