/**
 * Evidence list: prints the parameters of a scenario that match a text, for people and for programs.
 */
import type { Grade } from '../evidence/grade.ts';
import type { Parameter, ParameterValue } from '../evidence/parameter.ts';
import type { Passport } from '../evidence/passport.ts';
import { cellsOf, type Dimensions, type Scalar } from '../evidence/value.ts';
import { Failure } from '../failure.ts';
import { cellNames, cellText, citationText, parametersTable } from '../results/parameters-table.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { toJson } from '../tables/format.ts';
import { filterRows, textsOf } from '../tables/table.ts';
import { type ColumnSetting, textTable } from './text-table.ts';
import { wrappedLines } from './wrapped-lines.ts';

const HEADER = ['parameter', 'value', 'unit', 'grade', 'place', 'period', 'source'];
const MOST_CELLS_SHOWN = 4;
const NARROWEST_SOURCE = 18;

/** Which parameters to list: those with this text, in any case, in their name or passport, and of this grade if one is given. */
export interface EvidenceWanted {
  readonly pattern: string;
  readonly grade: Grade | undefined;
}

/**
 * One row per parameter; a few lines per parameter if a width in characters is given for which rows are too narrow. No line is
 * wider than that. Throws a Failure if nothing matches.
 */
export function evidenceText(scenario: Scenario, wanted: EvidenceWanted, width?: number): string {
  const rows = matching(scenario, wanted).map((passport) => [
    passport.path,
    valueText(passport.value, passport.parameter, scenario.dimensions),
    passport.parameter.unit,
    passport.grade,
    passport.place,
    passport.period,
    passport.sources.length === 0 ? (passport.note ?? 'assumed') : passport.sources.map(citationText).join('; '),
  ]);
  if (width === undefined)
    return textTable(
      [HEADER, ...rows],
      HEADER.map(() => ({})),
    );
  const columns = fitted(rows, width);
  if (columns !== undefined) return textTable([HEADER, ...rows], columns);
  return rows.map((row) => paragraph(row, width)).join('');
}

/** One object per number, with its whole passport. Throws a Failure if nothing matches. */
export function evidenceJson(scenario: Scenario, wanted: EvidenceWanted): string {
  const paths = new Set(matching(scenario, wanted).map((passport) => passport.path));
  const table = parametersTable(scenario);
  const parameter = textsOf(table, 'parameter');
  return toJson(filterRows(table, (row) => paths.has(parameter[row])));
}

function matching({ passports }: Scenario, { pattern, grade }: EvidenceWanted): readonly Passport[] {
  const text = pattern.toLowerCase();
  const found = [...passports.values()].filter((passport) => {
    const { path, parameter, document } = passport;
    if (grade !== undefined && passport.grade !== grade) return false;
    return `${path} ${parameter.meaning} ${JSON.stringify(document)}`.toLowerCase().includes(text);
  });
  if (found.length > 0) return found;
  throw new Failure({
    problem: `no parameter${grade === undefined ? '' : ` of grade ${grade}`}${pattern === '' ? '' : ` contains "${pattern}"`}`,
    remedy: 'stepdown evidence lists all parameters',
  });
}

/** A value in one line: its cells by name, or how many there are and between what. */
export function valueText(value: ParameterValue, parameter: Parameter, dimensions: Dimensions): string {
  const cells = cellsOf(value);
  const names = cellNames(parameter, dimensions);
  if (cells.length <= MOST_CELLS_SHOWN) {
    return cells.map((cell, index) => `${names[index]} ${cellText(cell)}`.trim()).join(', ');
  }
  const numbers = cells.filter((cell: Scalar) => typeof cell === 'number');
  if (numbers.length === 0) return `${cells.length} values, such as ${names[0]} ${cellText(cells[0])}`;
  return `${cells.length} values, ${cellText(Math.min(...numbers))} to ${cellText(Math.max(...numbers))}`;
}

/** Name and value, then the rest of the row on lines of its own, indented. */
function paragraph([path, value, unit, ...rest]: readonly string[], width: number): string {
  const [grade, place, period, source] = rest;
  const lines = [`${path}: ${value} ${unit}`, `${grade}; ${place}, ${period}`, source];
  const wrapped = lines.flatMap((line, at) => wrappedLines(line, width, at === 0 ? '' : '  ', '  '));
  return wrapped.map((line) => `${line}\n`).join('');
}

/** Names stay whole; value, place and source share the remaining width and are broken between words. Undefined if it is too narrow. */
function fitted(rows: readonly (readonly string[])[], width: number): readonly ColumnSetting[] | undefined {
  const widest = HEADER.map((name, at) => rows.reduce((most, row) => Math.max(most, row[at].length), name.length));
  const caps = [widest[0], 22, 12, 10, 12, 9];
  const columns = caps.map((cap, at) => Math.min(cap, widest[at]));
  const left = width - columns.reduce((total, one) => total + one + 2, 0);
  return left < NARROWEST_SOURCE ? undefined : [...columns, left].map((one) => ({ width: one }));
}
