/**
 * Read inside: the people who are inside on the first day, from a file with one row a person.
 */
import {
  besideFile,
  describe,
  type Located,
  type LocatedScalar,
  type Problems,
  type ReadText,
} from '../evidence/document.ts';
import { suggestion } from '../evidence/nearest.ts';
import { readSheet, type SheetRow } from '../evidence/sheet.ts';
import type { Dimensions } from '../evidence/value.ts';
import { Failure } from '../failure.ts';
import type { Insider } from './inside.ts';

/** The people under `people_inside`: a file, or the rows themselves as a scenario writes them that stands on its own. */
export function readInside(
  node: Located | undefined,
  read: ReadText,
  dimensions: Dimensions,
  problems: Problems,
): readonly Insider[] {
  if (node === undefined) return [];
  try {
    if (node.kind === 'scalar' && typeof node.value === 'string') {
      const file = besideFile(node.file, node.value);
      return rowsIn(file, read(file), dimensions, problems);
    }
    if (node.kind === 'list' && node.items.every((item): item is LocatedScalar => item.kind === 'scalar')) {
      const lines = node.items.map((item) => String(item.value));
      return rowsIn(node.file, [columns.join(','), ...lines].join('\n'), dimensions, problems);
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const reason = error.facts.map(({ place, problem }) => `${place ?? ''}: ${problem}`).join('; ');
    problems.push({ place: node.place, problem: 'people_inside cannot be read', reason });
    return [];
  }
  const problem = `people_inside: expected the path of a file, or a list of rows, got ${describe(node)}`;
  problems.push({ place: node.place, problem });
  return [];
}

function rowsIn(file: string, text: string, dimensions: Dimensions, problems: Problems): readonly Insider[] {
  return readSheet(file, text, columns, problems).flatMap((row) => insiderOf(row, dimensions, problems) ?? []);
}

function insiderOf({ cell, placeOf }: SheetRow, dimensions: Dimensions, problems: Problems): Insider | undefined {
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
    const remedy = `remand is held at the most closed level, ${dimensions['level'][0]}`;
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
