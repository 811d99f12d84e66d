/**
 * Account: prints the results of `stepdown twins`: how many lives part, where and through which lever, who gains, and one pair told.
 */

import { formatDay, yearsInWords } from '../../engine/calendar.ts';
import type { Cause } from '../../lives/twins/causes.ts';
import { differenceParts, NOT_KNOWN } from '../../tables/estimate.ts';
import { formatInteger, formatNumber } from '../../tables/format.ts';
import { numbersOf, type Table, textsOf } from '../../tables/table.ts';
import { type Colours, coloursFor, type Terminal } from '../../terminal/terminal.ts';
import { textTable } from '../../terminal/text-table.ts';
import { lifeInWords, whoIs } from './pair-story.ts';
import type { TwinsFound } from './search.ts';

const CAUSES_TOLD = 10;

/** Prints all of it. */
export async function tellTwins(found: TwinsFound, folder: string, digest: string, terminal: Terminal): Promise<void> {
  const colours = await coloursFor(terminal.stdout, terminal);
  const parts = [headline(found), causesTold(found, colours), groupsTold(found, colours), pairTold(found, colours)];
  terminal.stdout.write(parts.filter((part) => part !== '').join('\n'));
  const charts = found.told === undefined ? `${folder}/groups.svg` : `${folder}/lives.svg, ${folder}/groups.svg`;
  terminal.stdout.write(`\ncharts  ${charts}   digest ${digest.slice(0, 10)}\n`);
}

/** Levers in words: `monthly-reviews`, `a or b`, `a and b together`. */
export function throughInWords({ how, levers }: Pick<Cause, 'how' | 'levers'>): string {
  if (how === 'any of several') return levers.join(' or ');
  if (how === 'needed') return levers.length === 1 ? `${levers[0]} and others` : `${levers.join(' and ')} together`;
  return how === 'alone' ? levers[0] : how;
}

function headline({ plan: { first, replicates }, names, pairs, parted, alone, causes }: TwinsFound): string {
  const share = (count: number) => `${formatNumber((100 * count) / pairs)} %`;
  const firstDay = Math.min(...causes.map((cause) => cause.firstDay));
  const { place, start, end } = first;
  return plain(
    [
      `${yearsInWords(start, end)}, ${place}: the same people in ${names.arms[0]} and in ${names.arms[1]}`,
      `pairs, ${replicates === 1 ? 'one replicate' : `${replicates} replicates together`}: ${formatInteger(pairs)}`,
      `the same to the last day: ${formatInteger(pairs - parted)}, ${share(pairs - parted)}`,
      `lives part: ${formatInteger(parted)}, ${share(parted)}${parted === 0 ? '' : `, the first on ${formatDay(firstDay)}`}`,
      `in one arm alone: ${formatInteger(alone)}`,
      '',
    ].join('\n'),
  );
}

function causesTold({ causes, names, parted }: TwinsFound, { bold }: Colours): string {
  if (parted === 0) return '';
  const told = causes.slice(0, CAUSES_TOLD);
  const isTold = names.levers !== undefined;
  const rows = told.map((cause) => [
    cause.what,
    ...(isTold ? [throughInWords(cause)] : []),
    formatInteger(cause.people),
    formatNumber((100 * cause.people) / parted),
  ]);
  const header = ['where lives part first', ...(isTold ? ['through'] : []), 'people', '%'].map(bold);
  const left = { align: 'left' as const, width: 46 };
  const right = { align: 'right' as const };
  return plain(textTable([header, ...rows], [left, ...(isTold ? [left] : []), right, right]));
}

/** Days in custody and charges of every group; the table file has the other outcomes. */
function groupsTold({ groups, names, parted }: TwinsFound, { bold }: Colours): string {
  if (parted === 0) return '';
  const [traits, names_, outcomes] = ['trait', 'group', 'outcome'].map((name) => textsOf(groups, name));
  const rows = traits!.flatMap((trait, row) => {
    if (outcomes![row] !== 'days in custody' || (trait.startsWith('need: ') && names_![row] !== 'with')) return [];
    const charges = outcomes!.indexOf('new charges', row);
    const group = trait.startsWith('need: ') ? `with a need of ${trait.slice(6)}` : names_![row];
    const shares = ['less', 'more'].map((name) => numberTold(numbersOf(groups, name)[row]));
    const people = formatInteger(Math.round(numbersOf(groups, 'people')[row]));
    return [[group, people, ...differenceTold(groups, row), ...shares, ...differenceTold(groups, charges)]];
  });
  const header = ['people', 'per replicate', 'days in custody', '', 'less %', 'more %', 'charges per 100', ''].map(
    bold,
  );
  const right = { align: 'right' as const };
  const left = { align: 'left' as const };
  const table = textTable([header, ...rows], [left, right, right, left, right, right, right, left]);
  return plain(`${names.arms[1]} less ${names.arms[0]}, per person over the observed years\n${table}`);
}

function differenceTold(groups: Table, row: number): readonly [string, string] {
  const [difference, low, high] = ['difference', 'low', 'high'].map((name) => numbersOf(groups, name)[row]);
  const { value, interval } = differenceParts(difference!, { low: low!, high: high! });
  if (Number.isNaN(difference!)) return ['too few', ''];
  return [value, interval === NOT_KNOWN ? '' : `(${interval})`];
}

function numberTold(x: number): string {
  return Number.isNaN(x) ? '' : x.toFixed(1);
}

function pairTold({ told, through, names, plan, example }: TwinsFound, { bold }: Colours): string {
  if (told === undefined) return '';
  const on = told.divergence?.day ?? plan.first.start;
  const who = whoIs(told, plan.first.dimensions['sex'], on);
  return plain(
    `${bold('one pair, an example and not a finding')} (${example})\n${who}\n${lifeInWords(told, through === undefined ? '' : throughInWords(through), names).join('\n')}\n`,
  );
}

/** Replaces the thin spaces of print by plain ones, which terminals set as wide as others. */
function plain(text: string): string {
  return text.replaceAll('\u2009', ' ');
}
