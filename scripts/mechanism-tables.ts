/**
 * Mechanism tables: writes the numbers of every noun into its page in `docs/mechanisms/`, between two markers.
 *
 *     npx tsx scripts/mechanism-tables.ts
 *
 * The tables come from the passports in `scenarios/evidence/`, so no number is typed into a page.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Citation, Passport } from '../src/evidence/passport.ts';
import { cellsOf, type Dimensions } from '../src/evidence/value.ts';
import { Failure } from '../src/failure.ts';
import { readScenario } from '../src/files/scenario-file.ts';
import { cellNames, cellText } from '../src/results/parameters-table.ts';
import type { Scenario } from '../src/scenario/scenario.ts';
import { catalogue } from '../src/simulation/parameters.ts';

/** Every noun with parameters, in the order of the catalogue. */
export const nouns: readonly string[] = [...new Set([...catalogue.values()].map(({ noun }) => noun))];

/** The page of a noun, as a path in the repository. */
export function pageOf(noun: string): string {
  return `docs/mechanisms/${noun}.md`;
}

/** The text of a page with the table of its noun from the scenario. Throws a Failure if the markers are missing. */
export function withTable(page: string, noun: string, scenario: Scenario): string {
  const from = page.indexOf(BEGIN);
  const to = page.indexOf(END);
  if (from >= 0 && to > from)
    return `${page.slice(0, from + BEGIN.length)}\n${tableOf(noun, scenario)}${page.slice(to)}`;
  throw new Failure({
    place: pageOf(noun),
    problem: 'has no markers for its numbers',
    remedy: `write the lines ${BEGIN} and ${END}`,
  });
}

/** The scenario with the numbers of the pages. Throws a Failure with everything that is wrong in it. */
export function baseline(): Scenario {
  return readScenario('norway/baseline');
}

const BEGIN = '<!-- numbers: written by npm run docs -->';
const END = '<!-- end of numbers -->';
const HEADER = ['parameter', 'what it is', 'value', 'unit', 'grade', 'source'];
const MOST_CELLS_SHOWN = 4;

function tableOf(noun: string, { passports, dimensions }: Scenario): string {
  const rows = [...passports.values()]
    .filter(({ path }) => path.startsWith(`${noun}.`))
    .map((passport) => [
      `\`${passport.path}\``,
      passport.parameter.meaning,
      shortValue(passport, dimensions),
      passport.parameter.unit,
      passport.grade,
      passport.sources.length === 0 ? 'none' : passport.sources.map(shortSource).join('; '),
    ]);
  const lines = [HEADER, HEADER.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`,
  );
  return `\n${lines.join('')}\n`;
}

function shortValue({ value, parameter }: Passport, dimensions: Dimensions): string {
  const cells = cellsOf(value);
  const names = cellNames(parameter, dimensions);
  if (cells.length <= MOST_CELLS_SHOWN) {
    return cells.map((cell, index) => `${names[index]} ${cellText(cell)}`.trim()).join(', ');
  }
  const numbers = cells.filter((cell) => typeof cell === 'number');
  if (numbers.length === 0) return `${cells.length} values: ${[...new Set(cells)].map(cellText).join(', ')}`;
  return `${cells.length} values, ${cellText(Math.min(...numbers))} to ${cellText(Math.max(...numbers))}`;
}

function shortSource({ authors, title, year, table, page, url, doi }: Citation): string {
  const where = [table && `table ${table}`, page && `p. ${page}`].filter((part) => part !== undefined);
  const text = [[authors ?? title, year].join(' '), ...where].join(', ');
  const link = url ?? (doi === undefined ? undefined : `https://doi.org/${doi}`);
  return link === undefined ? text : `[${text}](${link})`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const scenario = baseline();
  for (const noun of nouns) {
    const page = readFileSync(pageOf(noun), 'utf8');
    writeFileSync(pageOf(noun), withTable(page, noun, scenario));
  }
}
