/**
 * Read inside: reads the people inside on the first day from a file with one row per person.
 */
import { describe, type LocatedMap, type LocatedScalar, type Problems } from '../evidence/document.ts';
import { suggestion } from '../evidence/nearest.ts';
import { readNamed, type ScenarioReading } from '../evidence/reading.ts';
import { readSheet, type SheetRow } from '../evidence/sheet.ts';
import type { Dimensions } from '../evidence/value.ts';
import type { Insider } from './inside.ts';

/** The people under `people_inside`: a file, or the rows themselves as a self-contained scenario writes them. */
export function readInside(
  { entries }: LocatedMap,
  reading: Omit<ScenarioReading, 'catalogue' | 'places'>,
): readonly Insider[] {
  const { read, problems } = reading;
  const node = entries.get('people_inside')?.node;
  if (node === undefined) return [];
  const people = (file: string, text: string) =>
    readSheet(file, text, columns, problems).flatMap((row) => insiderOf(row, reading) ?? []);
  if (node.kind === 'list' && node.items.every((item): item is LocatedScalar => item.kind === 'scalar')) {
    return people(node.file, [columns.join(','), ...node.items.map((item) => String(item.value))].join('\n'));
  }
  if (node.kind === 'scalar' && typeof node.value === 'string') {
    return readNamed(node, 'people_inside', reading, (path) => people(path, read(path))) ?? [];
  }
  const problem = `people_inside: expected the path of a file, or a list of rows, got ${describe(node)}`;
  problems.push({ place: node.place, problem });
  return [];
}

function insiderOf(
  { cell, placeOf }: SheetRow,
  { dimensions, problems }: { readonly dimensions: Dimensions; readonly problems: Problems },
): Insider | undefined {
  const before = problems.length;
  const oneOf = (name: string, words: readonly string[]) => {
    const at = words.indexOf(cell(name));
    if (at >= 0) return at;
    const problem = `${name}: expected one of ${words.join(', ')}, got "${cell(name)}"`;
    problems.push({ place: placeOf(name), problem, remedy: suggestion(cell(name), words) });
    return 0;
  };
  const number = (name: string, low: number, high: number) => {
    const value = cell(name) === '' ? Number.NaN : Number(cell(name));
    if (value >= low && value <= high) return value;
    const problem = `${name}: expected a number from ${low} to ${high}, got "${cell(name)}"`;
    problems.push({ place: placeOf(name), problem });
    return 0;
  };
  const isRemand = oneOf('status', ['serving', 'remand']) === 1;
  const level = oneOf('level', dimensions['level']);
  const sex = oneOf('sex', dimensions['sex']);
  const ageYears = number('age', 15, 100);
  const sentenceDays = isRemand ? 0 : Math.round(number('sentence_days', 1, LONGEST));
  const servedDays = Math.round(number('served_days', 0, LONGEST));
  if (isRemand && cell('sentence_days') !== '') {
    problems.push({
      place: placeOf('sentence_days'),
      problem: 'sentence_days: nobody on remand has a sentence yet',
      remedy: 'leave it empty',
    });
  }
  if (isRemand && level > 0) {
    const remedy = `people on remand are at the most closed level, ${dimensions['level'][0]}`;
    problems.push({ place: placeOf('level'), problem: `level: nobody is on remand at ${cell('level')}`, remedy });
  }
  if (!isRemand && servedDays >= sentenceDays && problems.length === before) {
    const problem = `served_days: ${servedDays} of a sentence of ${sentenceDays} days leave nothing to serve`;
    problems.push({ place: placeOf('served_days'), problem });
  }
  return problems.length > before ? undefined : { isRemand, level, sentenceDays, servedDays, sex, ageYears };
}

const columns = ['status', 'level', 'sentence_days', 'served_days', 'sex', 'age'];
const LONGEST = 30_000;
