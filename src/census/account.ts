/** Account: what was read of a list of inmates, in lines: headings, people, rows left out, and what the program makes of the rest. */
import { formatDay } from '../engine/calendar.ts';
import { groupsInWords, namesInWords, toldLevels } from '../scenario/told-counts.ts';
import type { Census } from './census.ts';
import type { CensusSettings } from './census-row.ts';

/** The account of a list; `file` is its name. Rows are told by line, people in groups of five or more. */
export function censusAccount(file: string, census: Census, { on, dimensions }: CensusSettings): readonly string[] {
  const { headings, unit, leftOut, lines, imputed, rules, held, late, equal, people, rows, separator } = census;
  const width = Math.max(...headings.map(({ heading }) => heading.length));
  const list = people.map((one) => ({ level: one['level'], status: one['status'] }));
  const levels = toldLevels(list, dimensions['level']).map((level) => ({ ...level, name: namesInWords(level) }));
  const widest = Math.max(...levels.map(({ name }) => name.length));
  const replaced = [
    ...rules.map((rule) => `  ${''.padStart(6)}  ${rule}`),
    ...[...imputed].map(([what, count]) => countLine(count, what)),
  ];
  return [
    `${file}: ${counted(rows)}, cells separated by ${SEPARATOR_NAMES[separator]}, read as of ${formatDay(on)}`,
    ...headings.map(({ heading, fact }) => `  ${heading.padEnd(width)}  ${fact ?? 'not read'}`),
    ...section(
      'sentences',
      unit.map((line) => `  ${line}`),
    ),
    '',
    `${people.length} ${people.length === 1 ? 'person' : 'people'} read; no number of under five is told apart`,
    ...levels.map((level) => {
      return `  ${level.name.padEnd(widest)}  ${String(level.people).padStart(6)}   ${groupsInWords(level.statuses)}`;
    }),
    ...section(`${counted(lines.length)} left out`, linesOf(leftOut)),
    ...section('held past the day of release, and kept', linesOf(held)),
    ...section('release long after the end of the sentence, or never', linesOf(late)),
    ...section(
      'the same person twice? both rows are kept: take one out, or give each an id',
      shortened(equal.map((group) => `  ${linesInWords(group)} are equal in every column`)),
    ),
    ...section('put in place of what the list says, or does not say', replaced),
  ];
}

const SEPARATOR_NAMES = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines];
}

function linesOf(reasons: ReadonlyMap<string, readonly number[]>): readonly string[] {
  return [...reasons].map(([reason, where]) => countLine(where.length, `${reason} (${linesInWords(where)})`));
}

function countLine(count: number, what: string): string {
  return `  ${String(count).padStart(6)}  ${what}`;
}

function counted(rows: number): string {
  return `${rows} ${rows === 1 ? 'row' : 'rows'}`;
}

function linesInWords(lines: readonly number[]): string {
  const shown = lines.slice(0, MOST_SHOWN).join(', ');
  const more = lines.length - MOST_SHOWN;
  if (lines.length === 2) return `lines ${lines.join(' and ')}`;
  return `${lines.length === 1 ? 'line' : 'lines'} ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}

function shortened(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_SHOWN;
  return more > 0 ? [...lines.slice(0, MOST_SHOWN), `  and ${more} more such groups`] : lines;
}

const MOST_SHOWN = 8;
