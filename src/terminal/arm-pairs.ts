/**
 * Arm pairs: prints how any two arms beside the baseline differ for the people followed, if they are too many for sentences.
 */
import type { PairResult } from '../experiment/cohort-pairs.ts';
import { bothCounts, whoAndWhen } from '../report/cohort-finding.ts';
import { otherPairs, pairFindings } from '../report/pair-findings.ts';
import { differenceText } from '../tables/estimate.ts';
import { formatInteger } from '../tables/format.ts';
import type { Colours } from './terminal.ts';
import { textTable } from './text-table.ts';

/**
 * The pairs without the baseline, under a heading, each with its own people and their years of entry, which begin when its two arms
 * part; empty if there are none, or if sentences tell them. A long list ends with the number of those left out.
 */
export function armPairs(pairs: readonly PairResult[], baseline: string, colours: Colours): string {
  const others = otherPairs(pairs, baseline);
  if (others.length === 0 || pairFindings(pairs, baseline).length > 0) return '';
  const rows = others.slice(0, MOST_SHOWN).map((pair) => {
    const { arm, baseline: other, years, difference, costs, ...ends } = pair;
    return [
      `${arm} \u2212 ${other}`,
      differenceText(difference, ends, 'percent'),
      differenceText(costs.custody.mean, costs.custody),
      differenceText(costs.crime.mean, costs.crime),
      `${peopleOf(pair)}, within ${years} ${years === 1 ? 'year' : 'years'}`,
    ].map(plain);
  });
  const more = others.length - rows.length;
  const rest = more === 0 ? '' : `and ${more} more, in the report and in summary.json\n`;
  const table = [HEADER.map((name) => colours.bold(name)), ...rows];
  const widest = Math.max(COST_WIDTH, ...rows.flatMap((row) => row.slice(2, 4).map((cell) => cell.length)));
  return `${textTable(table, [{}, {}, { width: widest }, { width: widest }, {}])}${rest}\n`;
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
const COST_WIDTH = 24;
const HEADER = [
  'between the other arms',
  'charged again',
  'custody and supervision, thousand kroner',
  'later crimes, thousand kroner',
  'people of all runs; costs per person',
];
