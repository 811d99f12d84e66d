/**
 * Read inside: reads the people inside on the first observed day from a file with one row per person.
 */
import { DAYS_PER_YEAR, type Day, formatDay, parseDay } from '../engine/calendar.ts';
import { describe, type Located, type LocatedMap, type LocatedScalar, type Problems } from '../evidence/document.ts';
import { suggestion } from '../evidence/nearest.ts';
import { readNamed, type ScenarioReading } from '../evidence/reading.ts';
import { readSheet, type SheetRow } from '../evidence/sheet.ts';
import type { Dimensions } from '../evidence/value.ts';
import {
  contentOf,
  type Insider,
  insideColumns,
  keysOf,
  LIFE_DAYS,
  listedStatuses,
  moreInsideColumns,
  type Withheld,
  writtenColumns,
  YOUNGEST,
} from './inside.ts';
import { isPlaceholder } from './late-release.ts';

/** The people under `people_inside`: a file, or the rows themselves as a self-contained scenario writes them. */
export function readInside(
  { entries }: LocatedMap,
  reading: Omit<ScenarioReading, 'catalogue' | 'places'> & Pick<Reading, 'start'>,
): readonly Insider[] {
  const { read, problems } = reading;
  const node = entries.get('people_inside')?.node;
  if (node === undefined) return [];
  if (node.kind === 'list' && node.items.every((item): item is LocatedScalar => item.kind === 'scalar')) {
    const text = [writtenColumns.join(','), ...node.items.map((item) => String(item.value))].join('\n');
    const rows = readSheet(node.file, text, writtenColumns, problems);
    return rows.flatMap((row) => withKey(insiderOf(row, reading), Number(row.cell('key'))) ?? []);
  }
  if (withheldIn(node) !== undefined) return [];
  if (node.kind === 'scalar' && typeof node.value === 'string') {
    const people = (path: string) => peopleIn(path, read(path), reading);
    return readNamed(node, 'people_inside', reading, people) ?? [];
  }
  const problem = `people_inside: expected the path of a file, or a list of rows, got ${describe(node)}`;
  problems.push({ place: node.place, problem });
  return [];
}

/** What stands in place of a list whose rows are withheld, as the record of a study writes it. */
export function readWithheld({ entries }: LocatedMap): Withheld | undefined {
  const node = entries.get('people_inside')?.node;
  return node && withheldIn(node);
}

function withheldIn(node: Located): Withheld | undefined {
  if (node.kind !== 'map') return undefined;
  const [people, digest] = ['people', 'digest'].map((key) => node.entries.get(key)?.node);
  if (people?.kind !== 'scalar' || typeof people.value !== 'number') return undefined;
  if (digest?.kind !== 'scalar' || typeof digest.value !== 'string') return undefined;
  return { people: people.value, digest: digest.value };
}

interface Reading {
  /** The first observed day, on which the list holds. */
  readonly start: Day;
  readonly dimensions: Dimensions;
  readonly problems: Problems;
}

/** The people of a file. Who has an `id` has luck from it; others have it from their row, and from their rank among equal rows. */
function peopleIn(file: string, text: string, reading: Reading): readonly Insider[] {
  const { dimensions, problems } = reading;
  const rows = readSheet(file, text, insideColumns, problems, moreInsideColumns);
  if (rows.length === 0 && problems.length === 0) {
    const remedy = 'add a row per person, or leave out people_inside';
    problems.push({ place: `${file}:1:1`, problem: 'the list of people inside has no rows', remedy });
  }
  const places = new Map<string, string>();
  const found: { readonly name: string; readonly insider: Insider; readonly place: string }[] = [];
  for (const row of rows) {
    const insider = insiderOf(row, reading);
    const id = row.cell('id');
    const earlier = id === '' ? undefined : places.get(id);
    if (earlier !== undefined) {
      const remedy = `one row per person; the same id stands at ${earlier}`;
      problems.push({ place: row.placeOf('id'), problem: `id: ${id} is there twice`, remedy });
    }
    if (id !== '') places.set(id, row.placeOf('id'));
    if (insider !== undefined)
      found.push({
        insider,
        name: id === '' ? contentOf(insider, dimensions).join(',') : `id ${id}`,
        place: row.placeOf('release'),
      });
  }
  const keys = keysOf(found.map(({ name }) => name));
  return found.map(({ insider, place }, at) => ({ ...insider, key: keys[at], place }));
}

function withKey(insider: Insider | undefined, key: number): Insider | undefined {
  return insider && { ...insider, key };
}

function insiderOf({ cell, placeOf }: SheetRow, { dimensions, start, problems }: Reading): Insider | undefined {
  const before = problems.length;
  const complain = (name: string, problem: string, remedy?: string) => {
    problems.push({
      place: placeOf(name),
      problem: `${name}: ${problem}`,
      ...(remedy === undefined ? {} : { remedy }),
    });
  };
  const oneOf = (name: string, words: readonly string[]) => {
    const at = words.indexOf(cell(name));
    if (at < 0)
      complain(name, `expected one of ${words.join(', ')}, got "${cell(name)}"`, suggestion(cell(name), words));
    return at;
  };
  const perhapsOneOf = (name: string, words: readonly string[]) => (cell(name) === '' ? undefined : oneOf(name, words));
  const number = (name: string, low: number, high: number, remedy?: string) => {
    const value = /^\d+(\.\d+)?$/.test(cell(name)) ? Number(cell(name)) : Number.NaN;
    if (value >= low && value <= high) return value;
    complain(name, `expected a number from ${low} to ${high}, got "${cell(name)}"`, remedy);
    return 0;
  };
  const status = listedStatuses[oneOf('status', listedStatuses)];
  const isRemand = status === 'remand';
  const level = oneOf('level', dimensions['level']);
  const sex = oneOf('sex', dimensions['sex']);
  const ageYears = cell('age') === '' ? undefined : number('age', YOUNGEST, 100, 'leave it empty if unknown');
  const isLife = cell('sentence_days') === 'life';
  const hint = 'write life for a sentence without an end';
  const sentenceDays = isRemand ? 0 : isLife ? LIFE_DAYS : Math.round(number('sentence_days', 1, LIFE_DAYS, hint));
  const servedDays = Math.round(number('served_days', 0, LIFE_DAYS));
  const release = releaseOf(cell('release'), isLife, (problem) =>
    complain('release', problem, 'as in 2021-07-01, or none'),
  );
  const foreign = perhapsOneOf('foreign', ['no', 'yes']);
  const unit = perhapsOneOf('unit', dimensions['unit'] ?? []);
  const offence = perhapsOneOf('offence', dimensions['offence'] ?? []);
  if (cell('on') !== '' && cell('on') !== formatDay(start)) {
    const remedy = `take a list of that day, or set start: ${cell('on')}`;
    complain('on', `the list is of ${cell('on')}, but the scenario starts on ${formatDay(start)}`, remedy);
  }
  const leftOut =
    cell('left_out') === '' ? {} : { leftOut: number('left_out', 0, 1e9, 'as stepdown census writes it') };
  if (isRemand && cell('sentence_days') !== '')
    complain('sentence_days', 'nobody on remand has a sentence yet', 'leave it empty');
  if (isRemand && cell('release') !== '')
    complain('release', 'nobody on remand has a day of release yet', 'leave it empty');
  if (!isRemand && status !== 'detained' && release !== undefined && release <= start) {
    const remedy = 'give a later day, or none; leave it empty if the sentence is not over and its terms are to decide';
    complain('release', `${formatDay(release)} is over, and the list is of ${formatDay(start)}`, remedy);
  }
  if (isRemand && level > 0) {
    const remedy = `people on remand are at the most closed level, ${dimensions['level'][0]}`;
    complain('level', `nobody is on remand at ${cell('level')}`, remedy);
  }
  if (problems.length === before) {
    if (!isRemand && servedDays >= sentenceDays && release === undefined) {
      const remedy = 'give the day of release for people held beyond their sentence, or none';
      complain('served_days', `${servedDays} of a sentence of ${sentenceDays} days leave nothing to serve`, remedy);
    }
    if (ageYears !== undefined && servedDays > (ageYears + 1 - YOUNGEST) * DAYS_PER_YEAR)
      complain('served_days', `${servedDays} days inside are more than the years since the age of ${YOUNGEST}`);
    if (release !== undefined && release < Infinity && isPlaceholder(release, start, { sentenceDays, servedDays })) {
      const remedy = 'leave it empty if the sentence is to decide; write none for somebody who is never to leave';
      complain('release', `${formatDay(release)} stands for no day, far beyond the end of the sentence`, remedy);
    }
  }
  if (problems.length > before) return undefined;
  const isForeign = foreign === undefined ? undefined : foreign === 1;
  const told = { status, level, unit, sex, ageYears, offence, foreign: isForeign, sentenceDays, servedDays, release };
  return { key: 0, ...told, ...leftOut };
}

/** The listed day of release: Infinity for none, undefined where the sentence is to give it. */
function releaseOf(text: string, isLife: boolean, complain: (problem: string) => void): number | undefined {
  if (text === '') return isLife ? Infinity : undefined;
  if (text === 'none') return Infinity;
  try {
    return parseDay(text);
  } catch {
    complain(`expected a day, got "${text}"`);
    return undefined;
  }
}
