/**
 * Read input row: one row of dated figures, checked cell by cell.
 */
import { type Day, parseDay } from '../engine/calendar.ts';
import type { Entry, Located, LocatedMap } from '../evidence/document.ts';
import { suggestion } from '../evidence/nearest.ts';
import type { LeverReading } from '../evidence/reading.ts';
import type { SheetRow } from '../evidence/sheet.ts';
import { type Change, readChanges } from './change.ts';
import type { DatedInput, InputColumn, InputKind } from './inputs.ts';
import { MOST_GROWTH } from './limits.ts';
import { INPUT_COLUMNS, inputBases } from './schema.ts';

/** The figure of a row; undefined, with every mistake added to the problems, if anything in it is wrong. */
export function readInputRow(row: SheetRow, file: string, reading: LeverReading): DatedInput | undefined {
  const { cell, placeOf } = row;
  const { problems } = reading;
  const before = problems.length;
  const complain: Complain = (name, problem, remedy) => {
    problems.push({ place: placeOf(name), problem, ...(remedy === undefined ? {} : { remedy }) });
    return undefined;
  };
  const time = timeOf(cell('date'));
  if (time === undefined) {
    const expected = 'expected a year such as 2005, a month such as 2005-07 or a day such as 2008-09-01';
    complain('date', `date: ${expected}, got "${cell('date')}"`);
  }
  const word = changeOf(row, time?.by, complain);
  const until = untilOf(row, time, complain);
  const { value, factors } = word === undefined ? NOTHING : operandOf(row, word, complain);
  complainOfSource(row, word, complain);
  complainOfBuilding(row, time?.by, complain);
  if (word !== undefined) complainOfUnit(row, word, reading, complain);
  const [change] = readChanges(writtenAsPolicy(row, file, word ?? 'set', value), reading);
  if (problems.length > before || change === undefined || time === undefined || word === undefined) return undefined;
  return {
    kind: kindOf(word),
    ...time,
    until,
    change,
    factors,
    basis: cell('basis') as DatedInput['basis'],
    file: file.replace(/^.*\//, ''),
    cells: Object.fromEntries(INPUT_COLUMNS.map((name) => [name, cell(name)])) as DatedInput['cells'],
  };
}

type Complain = (name: InputColumn, problem: string, remedy?: string) => undefined;

const SERIES_WORDS = ['set', 'multiply', 'grow', 'hold', 'line', 'season'] as const;
const EVENT_WORDS = ['set', 'multiply', 'add', 'grow'] as const;
type Word = (typeof SERIES_WORDS)[number] | (typeof EVENT_WORDS)[number];

/** The first day of a year, month or day as written. */
function timeOf(written: string): { readonly from: Day; readonly by: DatedInput['by'] } | undefined {
  const forms = [
    [/^\d{4}$/, '-01-01', 'year'],
    [/^\d{4}-\d{2}$/, '-01', 'month'],
    [/^\d{4}-\d{2}-\d{2}$/, '', 'day'],
  ] as const;
  for (const [form, rest, by] of forms) {
    if (!form.test(written)) continue;
    try {
      return { from: parseDay(`${written}${rest}`), by };
    } catch {
      return undefined;
    }
  }
  return undefined;
}

function changeOf({ cell }: SheetRow, by: DatedInput['by'] | undefined, complain: Complain): Word | undefined {
  const written = cell('change');
  // a date that cannot be read does not say which words go with it
  const words: readonly string[] =
    by === undefined ? [...new Set([...SERIES_WORDS, ...EVENT_WORDS])] : by === 'day' ? EVENT_WORDS : SERIES_WORDS;
  if (words.includes(written)) return written as Word;
  const all: readonly string[] = by === 'day' ? SERIES_WORDS : EVENT_WORDS;
  const remedy = all.includes(written)
    ? `${written} is for figures by ${by === 'day' ? 'year or month' : 'day: write the day, as in 2021-07-01'}`
    : suggestion(written, words);
  return complain('change', `change: expected one of ${words.join(', ')}, got "${written}"`, remedy);
}

function untilOf({ cell }: SheetRow, time: ReturnType<typeof timeOf>, complain: Complain): Day {
  const written = cell('until');
  if (written === '' || time === undefined) return Infinity;
  const end = timeOf(written);
  if (end === undefined || end.by !== 'day')
    complain('until', `until: expected the first day on which it no longer holds, got "${written}"`);
  else if (time.by !== 'day')
    complain('until', 'until: a figure by year or month holds until the next', 'leave it empty');
  else if (end.from <= time.from)
    complain('until', `until: it ends on ${written}, before its first day ${cell('date')} is over`);
  else return end.from;
  return Infinity;
}

interface Operand {
  readonly value: number;
  readonly factors: readonly number[];
}

const NOTHING: Operand = { value: 1, factors: [] };

/** The number of a row: the figure itself, or for growth the factor of a year. */
function operandOf({ cell }: SheetRow, word: Word, complain: Complain): Operand {
  const written = cell('value');
  const wrong = (expected: string, remedy?: string) => {
    complain('value', `value: ${expected}, got "${written}"`, remedy);
    return NOTHING;
  };
  if (word === 'hold' || word === 'line') {
    return written === '' ? NOTHING : wrong(`${word} takes no value`, 'leave it empty');
  }
  if (word === 'season') return seasonOf(written, wrong);
  if (word === 'grow') {
    const rate = GROWTH.exec(written)?.[1];
    if (rate === undefined || Number(rate) <= -100)
      return wrong('expected growth per year above -100 %', 'write it as in "2 %" or "-1.5 %"');
    if (Math.abs(Number(rate)) > MOST_GROWTH) {
      const remedy = 'what moves it at once is a row by day with multiply';
      return wrong(`growth lies between -${MOST_GROWTH} % and ${MOST_GROWTH} % per year`, remedy);
    }
    return { value: 1 + Number(rate) / 100, factors: [] };
  }
  const isSigned = /^\+/.test(written);
  if (word !== 'add' && isSigned && NUMBER.test(written.slice(1)))
    return wrong('a sign would mean an amount to add', `write add by day, or ${written.slice(1)} without the sign`);
  if (!NUMBER.test(word === 'add' ? written.replace(/^\+/, '') : written))
    return wrong('expected a number', 'infer an unknown figure by a rule, and say so in the row');
  const value = Number(written);
  if (value < 0 && word !== 'add') {
    complain('value', `value: ${value} is negative`, 'figures are 0 or more; only add takes away');
    return NOTHING;
  }
  return { value, factors: [] };
}

const NUMBER = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const GROWTH = /^([+-]?(?:\d+\.?\d*|\.\d+))\s*%$/;
const MONTHS = 12;
/** Twelve factors with three decimals may miss a mean of 1 by this much. */
const MEAN_TOLERANCE = 0.0005;

function seasonOf(written: string, wrong: (expected: string, remedy?: string) => Operand): Operand {
  const parts = written.split(/\s+/);
  const factors = parts.map(Number);
  const help = 'divide each month by the mean of the twelve, and write them with spaces between';
  if (parts.length !== MONTHS || !parts.every((part) => NUMBER.test(part)) || factors.some((factor) => factor < 0))
    return wrong('expected twelve factors of 0 or more, January to December', help);
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / MONTHS;
  if (Math.abs(mean - 1) > MEAN_TOLERANCE)
    return wrong(`the mean of the factors must be 1, and is ${+mean.toFixed(4)}`, help);
  return { value: 1, factors };
}

function complainOfSource({ cell }: SheetRow, word: Word | undefined, complain: Complain): void {
  const bases: readonly string[] = inputBases;
  if (!bases.includes(cell('basis'))) {
    const problem = `basis: expected one of ${bases.join(', ')}, got "${cell('basis')}"`;
    complain('basis', problem, suggestion(cell('basis'), bases));
  }
  const isRule = word === 'hold' || word === 'line';
  if (isRule && cell('basis') === 'observed')
    complain('basis', `basis: what ${word} fills was not observed`, 'write inferred');
  for (const name of ['lever', 'source'] as const) if (cell(name) === '') complain(name, `${name} is empty`);
  if (cell('basis') === 'inferred' && cell('note') === '' && !isRule)
    complain('note', 'an inferred figure needs its rule, under note');
}

function complainOfBuilding({ cell }: SheetRow, by: DatedInput['by'] | undefined, complain: Complain): void {
  for (const name of ['building_cost', 'building_days'] as const) {
    if (cell(name) === '') continue;
    if (!NUMBER.test(cell(name)) || Number(cell(name)) < 0)
      complain(name, `${name}: expected a number of 0 or more, got "${cell(name)}"`);
    else if (by !== undefined && by !== 'day')
      complain(name, `${name}: only what opens on a day is built`, 'write the day, or leave it empty');
  }
}

function complainOfUnit({ cell }: SheetRow, word: Word, { catalogue }: LeverReading, complain: Complain): void {
  const [noun, name] = cell('lever').split('.');
  const known = catalogue.get(`${noun}.${name}`);
  if (known === undefined) return;
  const [expected, reason] = unitFor(word, known.path, known.parameter.unit);
  if (cell('unit') !== expected) complain('unit', `unit: expected "${expected}", got "${cell('unit')}"`, reason);
}

function unitFor(word: Word, path: string, unit: string): readonly [string, string] {
  if (word === 'hold' || word === 'line') return ['', 'it has no figure of its own'];
  if (word === 'grow') return ['per year', 'growth is per year'];
  if (word === 'multiply' || word === 'season') return ['ratio', 'a factor is a ratio'];
  return [unit, `${path} is in ${unit}`];
}

function kindOf(word: Word): InputKind {
  return word === 'set' || word === 'multiply' || word === 'add' ? 'figure' : word;
}

/** A row as a policy would write it under `set`, each part with its own place. */
function writtenAsPolicy({ cell, placeOf }: SheetRow, file: string, word: Word, value: number): LocatedMap {
  const place = placeOf('value');
  const operation: Change['operation'] = word === 'set' || word === 'add' ? word : 'multiply';
  const scalar: Located = { kind: 'scalar', file, place, value, source: cell('value') };
  const node = operation === 'set' ? scalar : mapOf(file, place, [[operation, { place, node: scalar }]]);
  return mapOf(file, placeOf('lever'), [[cell('lever'), { place: placeOf('lever'), node }]]);
}

function mapOf(file: string, place: string, entries: readonly [string, Entry][]): LocatedMap {
  return { kind: 'map', file, place, entries: new Map(entries) };
}
