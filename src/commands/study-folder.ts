/**
 * Study folder: what a study leaves on disk, and how it is read again.
 *
 * Charts and report are made from what the folder holds and nothing else, so drawing them again gives the same files.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfBytes } from '../engine/digest.ts';
import { Failure } from '../failure.ts';
import { readBytes, readText, writeAtomically } from '../files/disk.ts';
import { parseCsv, toCsv } from '../tables/csv.ts';
import { fromParquet, toParquet } from '../tables/parquet.ts';
import { PEOPLE_BY_LEVEL, RECIDIVISM, WAITING, WHO_IS_WHERE } from '../tables/series.ts';
import { schemaDocument, type Table, type TableSchema } from '../tables/table.ts';
import { PARAMETERS } from './parameters-table.ts';
import type { Format } from './study-options.ts';
import type { WrittenSummary } from './summary.ts';
import { TARGETS } from './targets-table.ts';

/** The file `manifest.json`: what was run, and the SHA-256 of every other file. */
export interface Manifest {
  readonly stepdown: string;
  readonly command: string;
  readonly scenarios: readonly { readonly arm: string; readonly path: string; readonly text: string }[];
  readonly inputDigest: string;
  readonly seed: string;
  /** The baseline first. */
  readonly arms: readonly string[];
  readonly draws: number;
  readonly replicates: number;
  /** One draw and replicate that was run alone, as a larger study has it. */
  readonly only?: { readonly draw: number; readonly replicate: number };
  readonly resultDigest: string;
  readonly armDigests: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly seconds: number;
}

/** All that charts and reports are made from. */
export interface StudyRecord {
  readonly manifest: Omit<Manifest, 'files'>;
  readonly summary: WrittenSummary;
  /** By name: parameters and targets. The tables of the cells are on disk alone. */
  readonly tables: ReadonlyMap<string, Table>;
  /** By name: what charts read. */
  readonly series: ReadonlyMap<string, Table>;
}

/** Files by their path in the folder, with slashes. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

const TABLES = [PARAMETERS, TARGETS];
const SERIES = [PEOPLE_BY_LEVEL, RECIDIVISM, WHO_IS_WHERE, WAITING];

/** Refuses to write over a folder that has a `manifest.json` of another program; exit code 2. */
export function refuseForeignFolder(folder: string, typed: string): void {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return;
  let isOurs = false;
  try {
    isOurs = 'stepdown' in JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    isOurs = false;
  }
  if (isOurs) return;
  const problem = 'holds a manifest.json that was not written by stepdown';
  throw new Failure({ place: typed, problem, remedy: 'choose another folder with --out' });
}

/** The summary, the tables that are the same for all cells, and the series as files. */
export function recordFiles(
  { summary, tables, series }: StudyRecord,
  format: Format,
  cellTables: readonly TableSchema[],
): Files {
  const own = [...tables.values()];
  const drawn = [...series.values()];
  const schemas = [...cellTables, ...own.map((table) => table.schema)];
  const encode = (table: Table) => (format === 'csv' ? toCsv(table) : toParquet(table));
  return new Map<string, string | Uint8Array>([
    ['summary.json', json(summary)],
    ['tables/schema.json', json(schemaDocument(schemas))],
    ['series/schema.json', json(schemaDocument(drawn.map((table) => table.schema)))],
    ...own.map((table) => [`tables/${table.schema.name}.${format}`, encode(table)] as const),
    ...drawn.map((table) => [`series/${table.schema.name}.${format}`, encode(table)] as const),
  ]);
}

/** Writes files into a folder, and the manifest that lists them beside those that it `has` already. */
export async function writeFiles(
  folder: string,
  files: Files,
  manifest: Omit<Manifest, 'files'>,
  has: Manifest['files'] = {},
): Promise<void> {
  const digests = new Map(Object.entries(has));
  for (const [path, data] of files) {
    await writeAtomically(join(folder, ...path.split('/')), data);
    digests.set(path, digestOfBytes(typeof data === 'string' ? new TextEncoder().encode(data) : data));
  }
  const inOrder = [...digests].sort(([a], [b]) => (a < b ? -1 : 1));
  await writeAtomically(join(folder, 'manifest.json'), json({ ...manifest, files: Object.fromEntries(inOrder) }));
}

/** Reads what a study left. Throws a Failure if the folder is none of ours or a file is missing. */
export async function readRecord(
  folder: string,
  typed: string,
): Promise<StudyRecord & { readonly files: Manifest['files'] }> {
  if (!existsSync(join(folder, 'manifest.json'))) {
    const remedy = 'name a folder that stepdown run or stepdown compare wrote';
    throw new Failure({ place: typed, problem: 'is no folder of results: it has no manifest.json', remedy });
  }
  refuseForeignFolder(folder, typed);
  const { files, ...manifest } = JSON.parse(await readText(join(folder, 'manifest.json'))) as Manifest;
  const summary = JSON.parse(await readText(join(folder, 'summary.json'))) as WrittenSummary;
  const tables = await readTables(join(folder, 'tables'), TABLES);
  const series = await readTables(join(folder, 'series'), SERIES);
  return { manifest, summary, tables, series, files };
}

async function readTables(folder: string, schemas: readonly TableSchema[]): Promise<ReadonlyMap<string, Table>> {
  const tables = new Map<string, Table>();
  for (const schema of schemas) {
    const csv = join(folder, `${schema.name}.csv`);
    const parquet = join(folder, `${schema.name}.parquet`);
    const table = existsSync(csv)
      ? parseCsv(await readText(csv), schema, csv)
      : await fromParquet(await readBytes(parquet), schema, parquet);
    tables.set(schema.name, table);
  }
  return tables;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
