/**
 * Arm pairs: prints how any two arms differ in the people charged again, as far as the table above does not show it.
 */
import type { PairResult } from '../experiment/cohort-pairs.ts';
import { bothCounts, whoAndWhen } from '../report/cohort-finding.ts';
import { differenceText } from '../tables/estimate.ts';
import { formatInteger } from '../tables/format.ts';
import type { Colours } from './terminal.ts';
import { textTable } from './text-table.ts';

/**
 * The pairs without the baseline, under a heading, each with its own people and their years of entry, which begin when its two arms
 * part; empty if there are none. A long list ends with the number of those left out.
 */
export function armPairs(pairs: readonly PairResult[], baseline: string, colours: Colours): string {
  const others = pairs.filter((pair) => pair.baseline !== baseline);
  if (others.length === 0) return '';
  const rows = others.slice(0, MOST_SHOWN).map((pair) => {
    const { arm, baseline: other, years, difference, ...ends } = pair;
    const text = plain(differenceText(difference, ends, 'percent'));
    return [`${arm} \u2212 ${other}`, text, `within ${years} ${years === 1 ? 'year' : 'years'}`, plain(peopleOf(pair))];
  });
  const more = others.length - rows.length;
  const rest = more === 0 ? '' : `and ${more} more, in the report and in summary.json\n`;
  const heading = colours.bold('charged again, between the other arms (people of all runs)');
  return `\n${heading}\n${textTable(rows, [{}, {}, {}, {}])}${rest}`;
}

/** `572 newly sentenced to prison in 2023`, or both counts if they are not the same people. */
function peopleOf(pair: PairResult): string {
  const { members, same } = pair;
  if (same === members) return `${formatInteger(members)} ${whoAndWhen(pair)}`;
  return `${whoAndWhen(pair)}, not the same people: ${bothCounts(pair)}`;
}

/** Replaces the thin spaces of print by plain ones, which terminals set as wide as others. */
function plain(text: string): string {
  return text.replaceAll('\u2009', ' ');
}

const MOST_SHOWN = 10;
