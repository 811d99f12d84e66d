/**
 * Census: reads a real list of inmates, one row per person, into the form that a scenario takes.
 *
 * Headings, words and dates of real exports are understood or named as not understood. A row that cannot be used is left out with its
 * line and every reason. What a row does not say and the form needs is put in its place by a stated rule, and counted. Nothing here says
 * anything about a person: accounts count people, and small counts are hidden.
 */
import { type Day, formatDay } from '../engine/calendar.ts';
import { Failure } from '../failure.ts';
import { insideColumns, moreInsideColumns } from '../scenario/inside.ts';
import { type CsvRecord, csvCell, type Separator, splitRecords } from '../tables/csv.ts';
import { CensusRow, type CensusSettings } from './census-row.ts';
import { type DateOrder, dateOrders, dayIn, orderOf, separatorOf } from './dialect.ts';
import { type Fact, factNamed, facts, needed } from './facts.ts';
import { sentenceUnit } from './sentence-unit.ts';

/** A list as read. */
export interface Census {
  readonly rows: number;
  readonly separator: Separator;
  readonly headings: readonly { readonly heading: string; readonly fact: Fact | undefined }[];
  /** The rows of a scenario, by column. */
  readonly people: readonly Readonly<Record<string, string>>[];
  /** By which unit sentences are read, if the heading does not say it. */
  readonly unit: readonly string[];
  /** Reasons for which rows are left out, with their lines, the most frequent first. */
  readonly leftOut: ReadonlyMap<string, readonly number[]>;
  /** Lines of rows that are left out. */
  readonly lines: readonly number[];
  /** What was put in the place of what, and in how many rows. */
  readonly imputed: ReadonlyMap<string, number>;
  /** Rules that put something else in the place of what the list says. */
  readonly rules: readonly string[];
  /** How people go on who are held past their day of release, with their lines. */
  readonly held: ReadonlyMap<string, readonly number[]>;
  /** What is done with releases long after the end of the sentence, or never, with their lines. */
  readonly late: ReadonlyMap<string, readonly number[]>;
  /** Lines of rows without an id that are equal in every column, group by group. */
  readonly equal: readonly (readonly number[])[];
}

/** Reads a list. Throws a Failure for a file in which no row could be right: headings missing, dates of unknown order. */
export function readCensus(file: string, text: string, settings: CensusSettings): Census {
  const separator = separatorOf(text);
  const [header, ...records] = splitRecords(text, file, separator).filter(({ cells }) =>
    cells.some((one) => one.trim() !== ''),
  );
  if (header === undefined)
    throw new Failure({ place: file, problem: 'the file is empty', remedy: 'the first line names the columns' });
  const names = header.cells.map((one) => one.trim());
  const headings = names.map((heading) => ({ heading, fact: settings.columns.get(heading) ?? factNamed(heading) }));
  refuseHeadings(file, headings);
  if (records.length === 0) {
    const remedy = 'add a row per person below the header, or name another file';
    throw new Failure({ place: file, problem: 'the list has a header and no rows: there is nobody in it', remedy });
  }
  const cellOf = (record: CsvRecord, fact: Fact) => {
    const at = headings.findIndex((one) => one.fact === fact);
    return at < 0 ? '' : (record.cells[at] ?? '').trim();
  };
  const order = settings.dateOrder ?? orderIn(file, records, cellOf);
  const leftOut = new Map<string, number[]>();
  const held = new Map<string, number[]>();
  const late = new Map<string, number[]>();
  const imputed = new Map<string, number>();
  const rules = new Set<string>();
  const lines: number[] = [];
  const note = (lists: Map<string, number[]>, what: string, { line }: CsvRecord) =>
    lists.set(what, [...(lists.get(what) ?? []), line]);
  const ids = new Map<string, number>();
  const people = records.flatMap((record) => {
    const row = new CensusRow((fact) => cellOf(record, fact), settings, order);
    const problems =
      record.cells.length === names.length ? [] : [`${record.cells.length} cells where the header has ${names.length}`];
    const person = problems.length > 0 ? undefined : row.read();
    const id = cellOf(record, 'id');
    const earlier = ids.get(id);
    if (id !== '' && earlier !== undefined) problems.push(`id: the same as on line ${earlier}`);
    if (id !== '') ids.set(id, record.line);
    const complaints = [...problems, ...row.complaints];
    if (complaints.length > 0 || person === undefined) {
      lines.push(record.line);
      for (const complaint of complaints) note(leftOut, complaint, record);
      return [];
    }
    for (const what of row.held) note(held, what, record);
    for (const what of row.late) note(late, what, record);
    for (const rule of row.rules) rules.add(rule);
    for (const what of row.imputed) imputed.set(what, (imputed.get(what) ?? 0) + 1);
    return [person];
  });
  const byNumber = [...leftOut].sort(([, a], [, b]) => b.length - a.length);
  const equal = equalRows(records.filter((record) => cellOf(record, 'id') === '' && !lines.includes(record.line)));
  const sentences = headings.find(({ fact }) => fact === 'sentence_days')?.heading;
  const lengths = records.map((record) => cellOf(record, 'sentence_days'));
  const unit = sentenceUnit(sentences, settings.columns, lengths);
  const told = {
    unit,
    separator,
    headings,
    leftOut: new Map(byNumber),
    lines,
    imputed,
    rules: [...rules],
    held,
    late,
    equal,
  };
  return { rows: records.length, people, ...told };
}

/** The lines of records that are equal in every column, group by group. */
function equalRows(records: readonly CsvRecord[]): readonly (readonly number[])[] {
  const lines = new Map<string, number[]>();
  for (const { cells, line } of records) {
    const text = JSON.stringify(cells.map((cell) => cell.trim()));
    lines.set(text, [...(lines.get(text) ?? []), line]);
  }
  return [...lines.values()].filter((group) => group.length > 1);
}

/** The clean list of this day, in the form of `people_inside`; how many rows were left out stands in every row, if any were. */
export function cleanText({ people, lines: { length: leftOut } }: Census, on: Day): string {
  const columns = [...insideColumns, ...moreInsideColumns].filter(
    (column) =>
      insideColumns.includes(column as never) || (column !== 'on' && people.some((one) => (one[column] ?? '') !== '')),
  );
  const rows = people.map((one) => columns.map((column) => (one[column] === '' ? '' : csvCell(one[column]))).join(','));
  const [names, cells] = leftOut === 0 ? ['on', formatDay(on)] : ['left_out,on', `${leftOut},${formatDay(on)}`];
  return `${[`${columns.join(',')},${names}`, ...rows.map((row) => `${row},${cells}`)].join('\n')}\n`;
}

/** Whether a file is a clean list, by its first line. */
export function isClean(text: string): boolean {
  const [header] = text.split('\n', 1);
  return header.startsWith(`${insideColumns.join(',')},`) && header.trimEnd().endsWith(',on');
}

function refuseHeadings(file: string, headings: Census['headings']): void {
  const problems = needed.flatMap((ways) => {
    if (headings.some(({ fact }) => fact !== undefined && ways.includes(fact))) return [];
    const problem = `no heading says ${ways.join(' or ')}`;
    const unread = headings.filter(({ fact }) => fact === undefined).map(({ heading }) => heading);
    const remedy = `name it: --column "HEADING=${ways[0]}"${unread.length === 0 ? '' : `; not understood: ${unread.join(', ')}`}`;
    return [{ place: `${file}:1`, problem, remedy }];
  });
  for (const fact of facts) {
    const same = headings.filter((one) => one.fact === fact).map(({ heading }) => heading);
    if (same.length > 1)
      problems.push({
        place: `${file}:1`,
        problem: `${same.join(' and ')} both say ${fact}`,
        remedy: 'rename or take out one of them',
      });
  }
  if (problems.length > 0) throw new Failure(...problems);
}

function orderIn(
  file: string,
  records: readonly CsvRecord[],
  cellOf: (record: CsvRecord, fact: Fact) => string,
): DateOrder {
  const dates = records.flatMap((record) =>
    (['birth_date', 'admitted', 'release'] as const)
      .map((fact) => cellOf(record, fact))
      .filter((text) => /^\d+[-./]\d+[-./]\d+/.test(text)),
  );
  const [order, ...others] = orderOf(dates);
  if (order !== undefined && (others.length === 0 || dates.length === 0)) return order;
  const likely =
    order ??
    dateOrders.find((one) => dates.filter((date) => dayIn(date, one) !== undefined).length > dates.length * 0.9);
  if (order === undefined && likely !== undefined) return likely;
  const problem =
    order === undefined
      ? 'the dates are written in several orders, or in none that is known'
      : `the dates may be written as ${[order, ...others].join(' or ')}`;
  throw new Failure({ place: file, problem, remedy: `say which: --dates ${dateOrders.join(', or --dates ')}` });
}
