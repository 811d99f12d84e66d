/**
 * Evidence list: prints the parameters of a scenario that match a text, for people and for programs.
 */
import type { Passport } from '../evidence/passport.ts';
import { cellsOf, type Dimensions, type Scalar } from '../evidence/value.ts';
import { Failure } from '../failure.ts';
import { cellNames, cellText, citationText, parametersTable } from '../results/parameters-table.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { toJson } from '../tables/format.ts';
import { filterRows, textsOf } from '../tables/table.ts';
import { type ColumnSetting, textTable } from './text-table.ts';

const HEADER = ['parameter', 'value', 'unit', 'grade', 'place', 'period', 'source'];
const MOST_CELLS_SHOWN = 4;

/** One row per parameter, fitted to a width in characters if given. Throws a Failure if nothing matches. */
export function evidenceText(scenario: Scenario, pattern: string, width?: number): string {
  const rows = matching(scenario, pattern).map((passport) => [
    passport.path,
    valueText(passport, scenario.dimensions),
    passport.parameter.unit,
    passport.grade,
    passport.place,
    passport.period,
    passport.sources.length === 0 ? (passport.note ?? 'assumed') : passport.sources.map(citationText).join('; '),
  ]);
  return textTable([HEADER, ...rows], width === undefined ? HEADER.map(() => ({})) : fitted(rows, width));
}

/** One object per number, with its whole passport. Throws a Failure if nothing matches. */
export function evidenceJson(scenario: Scenario, pattern: string): string {
  const paths = new Set(matching(scenario, pattern).map((passport) => passport.path));
  const table = parametersTable(scenario);
  const parameter = textsOf(table, 'parameter');
  return toJson(filterRows(table, (row) => paths.has(parameter[row])));
}

function matching({ passports }: Scenario, pattern: string): readonly Passport[] {
  const wanted = pattern.toLowerCase();
  const found = [...passports.values()].filter((passport) => {
    const { path, parameter, document } = passport;
    return `${path} ${parameter.meaning} ${JSON.stringify(document)}`.toLowerCase().includes(wanted);
  });
  if (found.length > 0) return found;
  throw new Failure({
    problem: `no parameter contains "${pattern}"`,
    remedy: 'stepdown evidence lists all parameters',
  });
}

function valueText({ value, parameter }: Passport, dimensions: Dimensions): string {
  const cells = cellsOf(value);
  const names = cellNames(parameter, dimensions);
  if (cells.length <= MOST_CELLS_SHOWN) {
    return cells.map((cell, index) => `${names[index]} ${cellText(cell)}`.trim()).join(', ');
  }
  const numbers = cells.filter((cell: Scalar) => typeof cell === 'number');
  if (numbers.length === 0) return `${cells.length} values, such as ${names[0]} ${cellText(cells[0])}`;
  return `${cells.length} values, ${cellText(Math.min(...numbers))} to ${cellText(Math.max(...numbers))}`;
}

/** Names stay whole; value, place and source share the remaining width and are broken between words. */
function fitted(rows: readonly (readonly string[])[], width: number): readonly ColumnSetting[] {
  const widest = HEADER.map((name, at) => rows.reduce((most, row) => Math.max(most, row[at].length), name.length));
  const caps = [widest[0], 22, 12, 10, 12, 9];
  const columns = caps.map((cap, at) => Math.min(cap, widest[at]));
  const left = width - columns.reduce((total, one) => total + one + 2, 0);
  return [...columns, Math.max(18, left)].map((one) => ({ width: one }));
}
