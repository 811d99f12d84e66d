/**
 * Study folder: writes the results of a study to disk, and reads them again.
 *
 * Charts and report are made from the content of the folder alone, so making them again gives the same files.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfBytes } from '../engine/digest.ts';
import { Failure } from '../failure.ts';
import { readBytes, writeAtomically, writeFolderAtomically } from '../files/disk.ts';
import { TableWriter } from '../files/table-writer.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { scenarioFrom } from '../simulation/scenario-from.ts';
import { parseCsv, toCsv } from '../tables/csv.ts';
import { dataPackage } from '../tables/data-package.ts';
import type { TableFormat } from '../tables/format.ts';
import { PARAMETERS } from '../tables/parameters.ts';
import { fromParquet, toParquet } from '../tables/parquet.ts';
import { schemaDocument, type Table, type TableSchema, tableOfRows } from '../tables/table.ts';
import { TARGETS } from '../tables/targets.ts';
import { toWorkbook } from '../tables/workbook.ts';
import { type ExperimentManifest, isStudy, MANIFEST, type Manifest, manifestOf } from './manifest.ts';
import { measuresTable } from './measures-table.ts';
import type { WrittenSummary } from './summary-file.ts';

/** Everything from which charts and reports are made. */
export interface StudyRecord {
  readonly manifest: Omit<Manifest, 'files'>;
  /** The scenarios of the manifest as read, in the order of its arms. */
  readonly scenarios: readonly Scenario[];
  readonly summary: WrittenSummary;
  /** By name: parameters and targets. The tables of cells are only on disk. */
  readonly tables: ReadonlyMap<string, Table>;
  /** The series, by name, that charts read. */
  readonly series: ReadonlyMap<string, Table>;
}

/** The tables that people work with, as a spreadsheet: of a study, its measures and series. */
export const WORKBOOK = 'results.xlsx';

/** Files by path in the folder, with slashes. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

const TABLES = [PARAMETERS, TARGETS];

/** The parts of a study that are filled in one after the other. */
export interface StudyFilling<Filled, Shown> {
  /** Computes the study, and passes tables of cells to the writer as they come. */
  readonly fill: (append: (tables: readonly Table[]) => void) => Promise<Filled>;
  /** Makes charts and reports. The files of the record are made at the same time. */
  readonly show: (record: StudyRecord) => Promise<Shown>;
}

/** Writes the folder of a study as a whole: tables of cells, record, charts and reports. Leaves nothing behind if it throws. */
export async function writeStudy<
  Filled extends { readonly record: StudyRecord },
  Shown extends { readonly files: Files },
>(folder: string, format: TableFormat, { fill, show }: StudyFilling<Filled, Shown>): Promise<Filled & Shown> {
  return writeFolderAtomically(folder, async (temporary) => {
    const writer = new TableWriter(join(temporary, 'tables'), format);
    try {
      const filled = await fill((tables) => writer.append(tables));
      const { record } = filled;
      const [shown, own] = await Promise.all([show(record), recordFiles(record, format, writer.schemas())]);
      const files = new Map([...own, ...shown.files]);
      const written = [...writer.close()].map(([name, digest]) => [`tables/${name}`, digest] as const);
      await writeFiles(temporary, files, record.manifest, Object.fromEntries(written));
      return { ...filled, ...shown };
    } finally {
      writer.abandon();
    }
  });
}

/** Writes files into a folder, and a manifest that lists them together with those it `has` already. */
export async function writeFiles(
  folder: string,
  files: Files,
  manifest: Omit<Manifest, 'files'> | Omit<ExperimentManifest, 'files'>,
  has: Manifest['files'] = {},
): Promise<void> {
  const digests = new Map(Object.entries(has));
  for (const [path, data] of files) {
    await writeAtomically(join(folder, ...path.split('/')), data);
    digests.set(path, digestOfBytes(typeof data === 'string' ? new TextEncoder().encode(data) : data));
  }
  const inOrder = [...digests].sort(([a], [b]) => (a < b ? -1 : 1));
  await writeAtomically(join(folder, MANIFEST), json({ ...manifest, files: Object.fromEntries(inOrder) }));
}

/**
 * Reads the results of a study with these series. A series that the manifest does not list has no rows: the folder is older than
 * the series. Throws a Failure that names the file if one is missing, damaged or not written by stepdown, or what is wrong with a
 * scenario that this version of the program cannot read.
 */
export async function readRecord(
  folder: string,
  typed: string,
  series: readonly TableSchema[],
): Promise<StudyRecord & { readonly files: Manifest['files'] }> {
  const whole = studyManifest(folder, typed);
  const { files, ...manifest } = whole;
  const read = (path: string) => readListed(folder, typed, path, whole);
  const summary = JSON.parse(textOf(await read('summary.json'))) as WrittenSummary;
  const tablesOf = async (name: string, schemas: readonly TableSchema[]) => {
    const tables = new Map<string, Table>();
    for (const schema of schemas) {
      const [csv, parquet] = [`${name}/${schema.name}.csv`, `${name}/${schema.name}.parquet`];
      const isOlder = series.includes(schema) && !(csv in files) && !(parquet in files);
      const table = isOlder
        ? tableOfRows(schema, [])
        : csv in files
          ? parseCsv(textOf(await read(csv)), schema, placeOf(typed, csv))
          : await fromParquet(await read(parquet), schema, placeOf(typed, parquet));
      tables.set(schema.name, table);
    }
    return tables;
  };
  return {
    manifest,
    scenarios: manifest.scenarios.map(({ path, text }) => scenarioFrom(path, { read: () => text })),
    summary,
    tables: await tablesOf('tables', TABLES),
    series: await tablesOf('series', series),
    files,
  };
}

/** The summary, the tables that are the same for all cells, and the series as files. */
async function recordFiles(
  { manifest, scenarios, summary, tables, series }: StudyRecord,
  format: TableFormat,
  cellTables: readonly TableSchema[],
): Promise<Files> {
  const own = [...tables.values()];
  const drawn = [...series.values()];
  const schemas = [...cellTables, ...own.map((table) => table.schema)];
  const packaged = [
    ...schemas.map((schema) => ({ folder: 'tables', format, schema })),
    ...drawn.map(({ schema }) => ({ folder: 'series', format, schema })),
  ];
  const encode = (table: Table) => (format === 'csv' ? toCsv(table) : toParquet(table));
  return new Map<string, string | Uint8Array>([
    ['summary.json', json(summary)],
    [WORKBOOK, await toWorkbook([measuresTable(summary), ...drawn.filter(({ rows }) => rows > 0)])],
    ['tables/schema.json', json(schemaDocument(schemas))],
    ['datapackage.json', json(dataPackage(factsOf(manifest, scenarios), packaged))],
    ['series/schema.json', json(schemaDocument(drawn.map((table) => table.schema)))],
    ...own.map((table) => [`tables/${table.schema.name}.${format}`, encode(table)] as const),
    ...drawn.map((table) => [`series/${table.schema.name}.${format}`, encode(table)] as const),
  ]);
}

/** What the study is, for those who find its tables. */
function factsOf({ arms, command, stepdown }: StudyRecord['manifest'], scenarios: readonly Scenario[]) {
  const title = scenarios.map((scenario) => scenario.title).join(' against ');
  const description = `Simulated, not observed. Made by: ${command}`;
  return { name: `stepdown ${arms.join(' ')}`, title, description, version: stepdown };
}

function studyManifest(folder: string, typed: string): Manifest {
  const manifest = manifestOf(folder, typed);
  if (isStudy(manifest)) return manifest;
  const reason = `report remakes studies only; this is made again by ${manifest.command}`;
  throw new Failure({ place: typed, problem: 'holds an experiment, not a study', reason });
}

/** The bytes of a file in the manifest, checked against their SHA-256. */
async function readListed(folder: string, typed: string, path: string, manifest: Manifest): Promise<Uint8Array> {
  const place = placeOf(typed, path);
  const remedy = `run the study again: ${manifest.command}`;
  const file = join(folder, ...path.split('/'));
  if (!existsSync(file)) throw new Failure({ place, problem: 'is missing', remedy });
  const bytes = await readBytes(file);
  if (digestOfBytes(bytes) === manifest.files[path]) return bytes;
  const reason = `its SHA-256 differs from the one in ${MANIFEST}`;
  throw new Failure({ place, problem: 'is damaged, or was changed after it was written', reason, remedy });
}

function placeOf(typed: string, path: string): string {
  return `${typed.replace(/[/\\]+$/, '')}/${path}`;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
