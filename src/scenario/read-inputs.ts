/**
 * Read inputs: reads dated figures of a jurisdiction from files that a planner can replace.
 *
 * A file is CSV with one row per figure: the year or day from which it holds, the lever, the kind of change, the figure with its
 * unit, whether it was observed or inferred, and its source. Figures by year must cover every year from the first to the last:
 * a gap is never filled silently, a row says *inferred* and by which rule. A self-contained scenario holds the same figures as
 * maps in place of a file.
 */
import { type Day, parseDay } from '../engine/calendar.ts';
import type { Entry, Located, LocatedMap, Problems } from '../evidence/document.ts';
import { suggestion } from '../evidence/nearest.ts';
import { type LeverReading, readNamed, type ScenarioReading } from '../evidence/reading.ts';
import { readShape } from '../evidence/shape.ts';
import { readSheet, type SheetRow } from '../evidence/sheet.ts';
import { readChanges, writtenPath } from './change.ts';
import type { DatedInput } from './inputs.ts';
import { inputBases, inputShape } from './schema.ts';

/** One row of a file, with the places of its cells. */
interface InputRow {
  readonly file: string;
  /** A year or a day, as written. */
  readonly date: string;
  readonly from: Day;
  readonly lever: string;
  readonly change: string;
  readonly value: number;
  readonly unit: string;
  readonly basis: DatedInput['basis'];
  /** `file:line:column` of a cell. */
  readonly placeOf: SheetRow['placeOf'];
}

/** The columns of a file, in order. */
const columns = ['date', 'lever', 'change', 'value', 'unit', 'basis', 'source', 'note'] as const;

/** Every figure under `inputs`, from files and from the scenario itself. */
export function readInputs({ entries }: LocatedMap, reading: ScenarioReading): readonly DatedInput[] {
  const { read, problems } = reading;
  const node = entries.get('inputs')?.node;
  if (node?.kind !== 'list') return [];
  const rows: InputRow[] = [];
  const found = node.items.flatMap((item) => {
    if (item.kind === 'map') return readWritten(item, reading);
    const ofFile = readNamed(item, 'inputs', reading, (file) =>
      readSheet(file, read(file), columns, problems).flatMap((row) => readRow(file, row, problems) ?? []),
    );
    rows.push(...(ofFile ?? []));
    return (ofFile ?? []).flatMap((row) => figuresOf(row, reading));
  });
  complainOfSeries(rows, problems);
  return [...found].sort((a, b) => a.from - b.from || (writtenPath(a.change) < writtenPath(b.change) ? -1 : 1));
}

function readRow(file: string, { cell, placeOf }: SheetRow, problems: Problems): InputRow | undefined {
  const complain = (name: string, problem: string, remedy?: string) => {
    problems.push({ place: placeOf(name), problem, ...(remedy === undefined ? {} : { remedy }) });
    return undefined;
  };
  const from = dayOf(cell('date'));
  if (from === undefined) {
    return complain('date', `date: expected a year such as 2005 or a day such as 2008-09-01, got "${cell('date')}"`);
  }
  const value = cell('value') === '' ? Number.NaN : Number(cell('value'));
  if (!Number.isFinite(value)) {
    return complain(
      'value',
      `value: expected a number, got "${cell('value')}"`,
      'infer an unknown figure by a rule, and say so in the row',
    );
  }
  if (value < 0) return complain('value', `value: ${value} is negative`, 'figures of inputs are 0 or more');
  for (const [name, words] of [
    ['change', changes],
    ['basis', inputBases as readonly string[]],
  ] as const) {
    if (words.includes(cell(name))) continue;
    return complain(
      name,
      `${name}: expected one of ${words.join(', ')}, got "${cell(name)}"`,
      suggestion(cell(name), words),
    );
  }
  for (const name of ['lever', 'unit', 'source'] as const) {
    if (cell(name) === '') return complain(name, `${name} is empty`);
  }
  if (cell('basis') === 'inferred' && cell('note') === '') {
    return complain('note', 'an inferred figure needs its rule, under note');
  }
  return {
    file,
    date: cell('date'),
    from,
    lever: cell('lever'),
    change: cell('change'),
    value,
    unit: cell('unit'),
    basis: cell('basis') as DatedInput['basis'],
    placeOf,
  };
}

/** The figure of a row; none if its lever is unknown or its value impossible. */
function figuresOf(row: InputRow, reading: LeverReading): readonly DatedInput[] {
  complainOfUnit(row, reading);
  const changes = readChanges(writtenAsPolicy(row), reading);
  return changes.map((change) => ({ from: row.from, change, basis: row.basis }));
}

function readWritten(item: LocatedMap, reading: LeverReading): readonly DatedInput[] {
  const shape = readShape(inputShape, item, 'inputs', reading.problems);
  const set = item.entries.get('set')?.node;
  if (shape === undefined || set?.kind !== 'map') return [];
  return readChanges(set, reading).map((change) => ({ from: shape.from, change, basis: shape.basis }));
}

/** Complains about a year given twice, a missing year, and rows out of order. */
function complainOfSeries(rows: readonly InputRow[], problems: Problems): void {
  for (const lever of new Set(rows.map((row) => row.lever))) {
    const series = rows.filter((row) => row.lever === lever);
    series.slice(1).forEach((row, at) => {
      const before = series[at];
      const place = row.placeOf('date');
      const [last, next] = [yearIn(before), yearIn(row)];
      if (row.from === before.from) {
        const remedy = `the other is at ${before.placeOf('date')}`;
        problems.push({ place, problem: `${lever}: ${row.date} is given twice`, remedy });
      } else if (row.from < before.from) {
        const problem = `${lever}: ${row.date} comes after a later date`;
        problems.push({ place, problem, remedy: 'put the rows in order of time' });
      } else if (YEAR.test(row.date) && YEAR.test(before.date) && next !== last + 1) {
        const gap = next - last === 2 ? `${last + 1}` : `${last + 1} to ${next - 1}`;
        const remedy = 'write every year; if none was observed, infer it and say how';
        problems.push({ place, problem: `${lever}: ${gap} is missing`, remedy });
      }
    });
  }
}

function complainOfUnit({ lever, unit, change, placeOf }: InputRow, { catalogue, problems }: LeverReading): void {
  const [noun, name] = lever.split('.');
  const known = catalogue.get(`${noun}.${name}`);
  if (known === undefined) return;
  const expected = change === 'multiply' ? 'ratio' : known.parameter.unit;
  if (unit === expected) return;
  const reason = change === 'multiply' ? 'a factor is a ratio' : `${known.path} is in ${expected}`;
  problems.push({ place: placeOf('unit'), problem: `unit: expected "${expected}", got "${unit}"`, reason });
}

/** A row as a policy would write it under `set`, each part with its own place. */
function writtenAsPolicy(row: InputRow): LocatedMap {
  const { file } = row;
  const place = row.placeOf('value');
  const scalar: Located = { kind: 'scalar', file, place, value: row.value, source: String(row.value) };
  const operand = (name: string): LocatedMap => mapOf(file, place, [[name, { place, node: scalar }]]);
  const node = row.change === 'set' ? scalar : operand(row.change);
  return mapOf(file, row.placeOf('lever'), [[row.lever, { place: row.placeOf('lever'), node }]]);
}

function mapOf(file: string, place: string, entries: readonly [string, Entry][]): LocatedMap {
  return { kind: 'map', file, place, entries: new Map(entries) };
}

function dayOf(written: string): Day | undefined {
  try {
    return parseDay(YEAR.test(written) ? `${written}-01-01` : written);
  } catch {
    return undefined;
  }
}

function yearIn({ date }: InputRow): number {
  return Number(date.slice(0, 4));
}

const YEAR = /^\d{4}$/;
const changes: readonly string[] = ['set', 'multiply'];
