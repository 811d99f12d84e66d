/**
 * Table writer: writes tables to disk block by block, so that a study of any size fits into memory.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { RunningDigest } from '../engine/digest.ts';
import { csvHeader, csvRows } from '../tables/csv.ts';
import type { TableFormat } from '../tables/format.ts';
import { ParquetStream } from '../tables/parquet.ts';
import type { Table, TableSchema } from '../tables/table.ts';
import { writeFailure } from './disk-failure.ts';

/** Appends rows to one file per table, in a folder that it creates. */
export class TableWriter {
  readonly #folder: string;
  readonly #format: TableFormat;
  readonly #files = new Map<string, OpenTable>();

  constructor(folder: string, format: TableFormat) {
    this.#folder = folder;
    this.#format = format;
    attempt(folder, () => mkdirSync(folder, { recursive: true }));
  }

  /** Appends each table to its file; tables of one name have one schema. */
  append(tables: readonly Table[]): void {
    for (const table of tables) {
      const { name } = table.schema;
      const file = this.#files.get(name) ?? this.#open(table.schema);
      file.write(file.rows(table));
    }
  }

  /** The schemas of the tables so far. */
  schemas(): readonly TableSchema[] {
    return [...this.#files.values()].map((file) => file.schema);
  }

  /** Completes every file. Gives the SHA-256 of each by its name. */
  close(): ReadonlyMap<string, string> {
    const digests = new Map<string, string>();
    for (const [name, file] of this.#files) digests.set(`${name}.${this.#format}`, file.close());
    this.#files.clear();
    return digests;
  }

  /** Closes every file as it is, after a failure. */
  abandon(): void {
    for (const file of this.#files.values()) closeSync(file.descriptor);
    this.#files.clear();
  }

  #open(schema: TableSchema): OpenTable {
    const path = join(this.#folder, `${schema.name}.${this.#format}`);
    const descriptor = attempt(path, () => openSync(path, 'wx'));
    const file = this.#format === 'csv' ? openCsv(path, descriptor, schema) : openParquet(path, descriptor, schema);
    this.#files.set(schema.name, file);
    return file;
  }
}

interface OpenTable {
  readonly schema: TableSchema;
  readonly descriptor: number;
  rows(table: Table): Uint8Array;
  write(bytes: Uint8Array): void;
  close(): string;
}

function openCsv(path: string, descriptor: number, schema: TableSchema): OpenTable {
  const encoder = new TextEncoder();
  const file = openFile(path, descriptor);
  file.write(encoder.encode(csvHeader(schema)));
  return { schema, descriptor, rows: (table) => encoder.encode(csvRows(table)), ...file };
}

function openParquet(path: string, descriptor: number, schema: TableSchema): OpenTable {
  const stream = new ParquetStream(schema);
  const file = openFile(path, descriptor);
  const close = () => {
    file.write(stream.finish());
    return file.close();
  };
  return { schema, descriptor, rows: (table) => stream.append(table), write: file.write, close };
}

function openFile(path: string, descriptor: number) {
  const digest = new RunningDigest();
  return {
    write(bytes: Uint8Array): void {
      digest.add(bytes);
      attempt(path, () => {
        for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
      });
    },
    close(): string {
      closeSync(descriptor);
      return digest.hex();
    },
  };
}

function attempt<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw writeFailure(error, path);
  }
}
