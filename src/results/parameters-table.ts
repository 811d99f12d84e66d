/**
 * Parameters table: every number of a scenario with its passport, one row per number.
 */
import type { Parameter } from '../evidence/parameter.ts';
import type { Citation, Passport } from '../evidence/passport.ts';
import { cellsOf, type Dimensions, membersOf, type Scalar } from '../evidence/value.ts';
import type { DatedInput } from '../scenario/inputs.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { PARAMETERS } from '../tables/parameters.ts';
import { type Table, tableOfRows, type Value } from '../tables/table.ts';
import { rowsInWords } from './input-words.ts';

/** Every number of the scenario in the order of the catalogue. */
export function parametersTable({ passports, dimensions, inputs }: Scenario): Table {
  const rows = [...passports.values()].flatMap((passport) => rowsOf(passport, dimensions, inputs));
  return tableOfRows(PARAMETERS, rows);
}

/** The names of the cells of a parameter, in flat order: `high`, `violence.first`; one empty name for a single value. */
export function cellNames(parameter: Parameter, dimensions: Dimensions): readonly string[] {
  return membersOf(parameter, dimensions).reduce<readonly string[]>(
    (names, members) => names.flatMap((name) => members.map((member) => (name === '' ? member : `${name}.${member}`))),
    [''],
  );
}

/** A number or word in a form for people. */
export function cellText(cell: Scalar): string {
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'number' ? String(Number(cell.toPrecision(6))) : cell;
}

/** A publication in one line: authors, year, title, journal, page and table. */
export function citationText({ authors, year, title, journal, page, table }: Citation): string {
  const where = [journal, page && `p. ${page}`, table && `table ${table}`].filter((part) => part !== undefined);
  return [[authors, year].filter((part) => part !== undefined).join(' '), title, ...where].join(', ');
}

function rowsOf(passport: Passport, dimensions: Dimensions, inputs: readonly DatedInput[]): Value[][] {
  const { path, parameter, grade, place, period, population, design, causal, sources, note } = passport;
  const names = cellNames(parameter, dimensions);
  return cellsOf(passport.value).map((cell, index) => [
    path,
    names[index],
    typeof cell === 'number' ? cell : Number.NaN,
    typeof cell === 'number' ? '' : cellText(cell),
    parameter.unit,
    parameter.meaning,
    grade,
    place,
    period,
    population ?? '',
    design ?? '',
    causal === undefined ? '' : cellText(causal),
    sources.map(citationText).join('; '),
    note ?? '',
    rowsInWords(
      inputs.filter(({ change }) => change.cells.includes(index)),
      path,
    ),
  ]);
}
