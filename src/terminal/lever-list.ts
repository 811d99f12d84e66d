/**
 * Lever list: tells what levers are, what they are set to, how far they may go, what they move, and what to write.
 */
import { formatDay } from '../engine/calendar.ts';
import type { Lever } from '../evidence/catalogue.ts';
import type { ParameterValue } from '../evidence/parameter.ts';
import { boundsInWords } from '../evidence/value.ts';
import { exampleOf } from '../levers/example.ts';
import { type Moves, movesOf } from '../levers/moves.ts';
import { type LeverRange, PART, rangeOf } from '../levers/range.ts';
import { sectionOf, sections } from '../levers/sections.ts';
import { citationText } from '../results/parameters-table.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { formatTogether } from '../tables/format.ts';
import type { LEVER_MOVES } from '../tables/lever-moves.ts';
import type { RowOf } from '../tables/table.ts';
import { valueText } from './evidence-list.ts';
import { wrappedLines } from './wrapped-lines.ts';

/** What is needed to tell of a lever. */
export interface LeverContext {
  readonly scenario: Scenario;
  /** The scenario as typed. */
  readonly name: string;
  /** The value in force on the first observed day. */
  readonly inForce: (lever: Lever) => ParameterValue;
  readonly moves: readonly RowOf<typeof LEVER_MOVES>[];
  readonly width: number;
  readonly bold: (text: string) => string;
}

/** One lever in full: a line for each thing to know, and a scenario to paste. */
export function leverText(lever: Lever, context: LeverContext): string {
  const { path, parameter } = lever;
  const { scenario, name, width } = context;
  const passport = scenario.passports.get(path)!;
  const value = context.inForce(lever);
  const inForce = { ...passport, value };
  const range = rangeOf(inForce);
  const dated = scenario.policies.some((policy) => policy.changes.some((change) => change.path === path));
  const when = `${formatDay(scenario.start)}${dated ? '; policies of the scenario move it, before or later' : ''}`;
  const facts = [
    ['what', `${parameter.meaning}${parameter.by.length === 0 ? '' : `; by ${parameter.by.join(' and ')}`}`],
    ['essay', sectionOf(lever)],
    ['in force', `${valueText(value, parameter, scenario.dimensions)} (${parameter.unit}), ${name}, ${when}`],
    ['allowed', allowedText(lever)],
    [
      'evidence',
      `grade ${passport.grade}; ${evidenceText(range, context, lever)}; ${passport.place}, ${passport.period}`,
    ],
    [
      'source',
      passport.sources.length === 0
        ? (passport.note ?? 'none: assumed')
        : passport.sources.map(citationText).join('; '),
    ],
    ['moves', movesText(movesOf(context.moves, path), parameter.kind === 'number')],
  ] as const;
  const told = facts.flatMap(([label, text]) =>
    wrappedLines(text, width, `  ${label.padEnd(COLUMN)}`, ' '.repeat(COLUMN + 3)),
  );
  const example = exampleOf(path, value, name, scenario).trimEnd().split('\n');
  return [context.bold(path), ...told, '', ...example.map((line) => `    ${line}`)].map((line) => `${line}\n`).join('');
}

/** A line for each lever: its name, its value in force, what it is. */
export function leverLine(lever: Lever, { scenario, inForce, width }: LeverContext): string {
  const { path, parameter } = lever;
  const value = valueText(inForce(lever), parameter, scenario.dimensions);
  const lines = wrappedLines(`${path} = ${value} (${parameter.unit}): ${parameter.meaning}`, width, '  ', '      ');
  return lines.map((line) => `${line}\n`).join('');
}

/** Every lever under the section of the essay to which it belongs. */
export function leversBySection(levers: Iterable<Lever>, context: LeverContext): string {
  const all = [...levers];
  return sections
    .map(({ name }) => ({ name, own: all.filter((lever) => sectionOf(lever) === name) }))
    .filter(({ own }) => own.length > 0)
    .map(({ name, own }) => `${context.bold(name)}\n${own.map((lever) => leverLine(lever, context)).join('')}`)
    .join('\n');
}

const COLUMN = 10;
const MOST_MEASURES = 8;

function allowedText({ parameter }: Lever): string {
  if (parameter.kind === 'choice') return parameter.choices.join(', ');
  if (parameter.kind === 'yes-no') return 'yes, no';
  if (parameter.kind === 'condition')
    return `a condition on ${Object.keys(parameter.names ?? {}).join(', ')}, or everybody, or nobody`;
  const sum = parameter.addsUpTo === undefined ? '' : `; adds up to ${parameter.addsUpTo}`;
  return `${boundsInWords(parameter)}${parameter.whole ? ', whole' : ''}${sum}`;
}

function evidenceText(range: LeverRange | undefined, { scenario }: LeverContext, { parameter }: Lever): string {
  if (range?.kind !== 'evidence') return 'no range';
  const ends = range.ends.map((end) => valueText(end, parameter, scenario.dimensions));
  return parameter.by.length === 0 ? `range ${ends.join(' to ')}` : `range from ${ends.join(' to ')}`;
}

/** The measures that change clearly, with the change at each end. */
function movesText(moves: Moves | undefined, isNumber: boolean): string {
  if (moves === undefined) return 'not tried: the lever is newer than the table';
  if (moves.range === 'none') return 'not tried: it has no range to go to the ends of';
  if (moves.measures.length === 0)
    return `no measure clearly at the ends of ${RANGES[moves.range]}, in a small country`;
  const shown = moves.measures.slice(0, MOST_MEASURES).map(({ label, unit, changes }) => {
    const texts = formatTogether(changes.filter((change) => !Number.isNaN(change)));
    let next = 0;
    const ends = changes.map((change) => (Number.isNaN(change) ? '~' : signed(change, texts[next++])));
    return `${label} ${ends.join(' | ')} ${unit}`;
  });
  const more = moves.measures.length - MOST_MEASURES;
  const head = isNumber ? `at the low | high end of ${RANGES[moves.range]}` : `set to ${moves.ends.join(' | ')}`;
  return `${head} (~ no clear change): ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}

const RANGES = { evidence: 'its evidence', fifth: `${100 * PART} % less and more`, words: 'its words' } as const;

function signed(change: number, text: string): string {
  return change > 0 ? `+${text}` : text.replace('-', '−');
}
