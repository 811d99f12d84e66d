/**
 * Dictionary: writes `docs/dictionary.md`, every column of every table, from the schemas in `src/tables/`.
 *
 *     npx tsx scripts/dictionary.ts
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Column, TableSchema } from '../src/tables/table.ts';

export const DICTIONARY = 'docs/dictionary.md';

/** Where the tables of a file of schemas are found. */
const PLACES: Readonly<Record<string, string>> = {
  cells: 'Every replicate: `tables/` of a study',
  'waiting-days': 'Every replicate: `tables/` of a study',
  lives: 'People, releases and events: `tables/` of a study with `--people`',
  parameters: 'Inputs: `tables/` of a study',
  targets: 'Inputs: `tables/` of a study',
  series: 'Over time, behind the charts: `series/` of a study',
  measures: 'The spreadsheet `results.xlsx` of a study',
  attribution: '`stepdown attribute`',
  sensitivity: '`stepdown sensitivity`',
  sweep: '`stepdown sweep`',
  twins: '`stepdown twins`',
  forecast: '`stepdown forecast`',
  capacity: '`stepdown capacity`',
  backtest: '`stepdown backtest`',
  calibration: '`stepdown calibrate`',
  match: '`stepdown match`',
  'lever-moves': 'What levers move: `assets/levers/moves.csv`',
};

/** Tables that charts are made of, from `summary.json`, and that no folder holds. */
const IN_NO_FILE: readonly string[] = ['differences', 'observed'];

const TYPES: Readonly<Record<Column['kind'], string>> = {
  text: 'text',
  integer: 'whole number',
  number: 'number',
  date: 'date',
  boolean: 'true or false',
};

/** The page. */
export async function dictionaryPage(): Promise<string> {
  const files = readdirSync('src/tables')
    .map((name) => name.replace('.ts', ''))
    .sort();
  const found = new Map<string, TableSchema[]>();
  for (const file of files) {
    const schemas = Object.values(await import(`../src/tables/${file}.ts`))
      .filter(isSchema)
      .filter(({ name }) => !IN_NO_FILE.includes(name));
    if (schemas.length === 0) continue;
    const place = PLACES[file];
    if (place === undefined) throw new Error(`src/tables/${file}.ts has tables; say in PLACES where they are found`);
    found.set(place, [...(found.get(place) ?? []), ...schemas]);
  }
  const places = [...new Set(Object.values(PLACES))].filter((place) => found.has(place));
  const parts = places.map(
    (place) =>
      `\n## ${place}\n${found
        .get(place)!
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(tableText)
        .join('')}`,
  );
  return `${HEAD}${parts.join('')}`;
}

const HEAD = `# Dictionary of the tables

<!-- written by npm run docs from src/tables/ -->

Every table of a study and of the other commands, with every column. The same stands in each folder, in \`schema.json\` and in
\`datapackage.json\`; [the guide to the data](guides/data.md) reads them in Python, R and SQL. A missing number or date is an empty cell in
CSV and null in Parquet; a text may be empty, and other columns are never missing. A date is a day, as ISO 8601 writes it.
`;

function isSchema(value: unknown): value is TableSchema {
  return typeof value === 'object' && value !== null && 'columns' in value && 'name' in value && 'meaning' in value;
}

function tableText({ name, meaning, columns }: TableSchema): string {
  const rows = columns.map(({ name, kind, unit, meaning }) => [`\`${name}\``, TYPES[kind], unit, meaning]);
  const lines = [['column', 'type', 'unit', 'meaning'], ['---', '---', '---', '---'], ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`,
  );
  return `\n**\`${name}\`**: ${meaning}.\n\n${lines.join('')}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(DICTIONARY, await dictionaryPage());
