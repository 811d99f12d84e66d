/**
 * Arm pairs: prints how any two arms differ in the people charged again, as far as the table above does not show it.
 */
import type { PairResult } from '../experiment/cohort-pairs.ts';
import { differenceText } from '../tables/estimate.ts';
import type { Colours } from './terminal.ts';
import { textTable } from './text-table.ts';

/** The pairs without the baseline, under a heading; empty if there are none. A long list ends with the number of those left out. */
export function armPairs(pairs: readonly PairResult[], baseline: string, colours: Colours): string {
  const others = pairs.filter((pair) => pair.baseline !== baseline);
  if (others.length === 0) return '';
  const rows = others.slice(0, MOST_SHOWN).map(({ arm, baseline: other, population, years, difference, ...ends }) => {
    const horizon = `${years} ${years === 1 ? 'year' : 'years'}`;
    const text = differenceText(difference, ends, 'percent').replaceAll('\u2009', ' ');
    return [`${arm} \u2212 ${other}`, text, `within ${horizon}, ${population}`];
  });
  const more = others.length - rows.length;
  const rest = more === 0 ? '' : `and ${more} more, in the report and in summary.json\n`;
  return `\n${colours.bold('charged again, between the other arms')}\n${textTable(rows, [{}, {}, {}])}${rest}`;
}

const MOST_SHOWN = 10;
