/**
 * Parquet: tables as compact typed files that DuckDB, pandas, R and the browser read.
 *
 * The only door to hyparquet and hyparquet-writer. Files are compressed with Snappy and depend on nothing but the
 * table, so identical tables give identical bytes. A missing number or day is null in the file, a day is of the
 * type DATE. The file carries its own
 * explanation as key-value metadata: `table`, `meaning`, and `columns` (JSON: name, unit, meaning, kind).
 */
import { parquetMetadata, parquetRead, type SchemaElement } from 'hyparquet';
import { type BasicType, ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { formatDay, parseDay } from '../engine/calendar.ts';
import { Failure } from '../failure.ts';
import { type Column, type Table, type TableSchema, tableOf, type Value, type Values } from './table.ts';

const ROWS_IN_A_GROUP = 100_000;
const TYPE_OF_KIND: Readonly<Record<Column['kind'], BasicType>> = {
  integer: 'INT32',
  number: 'DOUBLE',
  text: 'STRING',
  date: 'INT32',
  boolean: 'BOOLEAN',
};

/** The table as the bytes of a Parquet file. */
export function toParquet(table: Table): Uint8Array {
  const stream = new ParquetStream(table.schema);
  const parts = [stream.append(table), stream.finish()];
  const bytes = new Uint8Array(parts[0].length + parts[1].length);
  bytes.set(parts[0]);
  bytes.set(parts[1], parts[0].length);
  return bytes;
}

/** A Parquet file that grows table by table: the returned bytes, in order, form the file. */
export class ParquetStream {
  readonly #schema: TableSchema;
  readonly #bytes = new ByteWriter();
  readonly #file: ParquetWriter;

  constructor(schema: TableSchema) {
    const { name, meaning, columns } = schema;
    this.#schema = schema;
    this.#file = new ParquetWriter({
      writer: this.#bytes,
      schema: schemaFromColumnData({ columnData: columns.map((column) => columnOf(column, [])) }).map(asDate(columns)),
      kvMetadata: [
        { key: 'table', value: name },
        { key: 'meaning', value: meaning },
        { key: 'columns', value: JSON.stringify(columns) },
      ],
      createdBy: 'stepdown',
    });
  }

  /** The bytes of some more rows. */
  append(table: Table): Uint8Array {
    const columnData = this.#schema.columns.map(({ name, kind }) => ({
      name,
      data: kind === 'date' ? daysOf(table.column(name)) : parquetValues(table.column(name)),
    }));
    this.#file.write({ columnData, rowGroupSize: ROWS_IN_A_GROUP });
    return this.#taken();
  }

  /** The footer, which readers read first. */
  finish(): Uint8Array {
    this.#file.finish();
    return this.#taken();
  }

  #taken(): Uint8Array {
    const bytes = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    return bytes;
  }
}

/**
 * Reads the columns of the schema from the bytes of a Parquet file; other columns of the file are passed over. `place`
 * names the file in messages. Throws a Failure for bytes that are not a Parquet file, and for a
 * column that is missing or of another kind.
 */
export async function fromParquet(bytes: Uint8Array, schema: TableSchema, place: string = schema.name): Promise<Table> {
  const file = bytes.slice().buffer;
  const columns: Record<string, Value[]> = {};
  try {
    const metadata = parquetMetadata(file);
    const present = new Set(metadata.schema.map((element) => element.name));
    const missing = schema.columns.find((column) => !present.has(column.name));
    if (missing !== undefined) throw new Failure({ place, problem: `column "${missing.name}" is missing` });
    const dates = new Set(schema.columns.filter(({ kind }) => kind === 'date').map(({ name }) => name));
    for (const { name } of schema.columns) columns[name] = new Array<Value>(Number(metadata.num_rows));
    await parquetRead({
      file,
      metadata,
      parsers: { dateFromDays: formatDay },
      columns: schema.columns.map((column) => column.name),
      onChunk: ({ columnName, columnData, rowStart }) => {
        const column = columns[columnName];
        const missing = dates.has(columnName) ? '' : Number.NaN;
        for (let i = 0; i < columnData.length; i++) column[rowStart + i] = columnData[i] ?? missing;
      },
    });
    return tableOf(schema, columns);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure({ place, problem: 'not a readable Parquet file', reason });
  }
}

function columnOf({ name, kind }: Column, data: ColumnSource['data']): ColumnSource {
  return { name, data, type: TYPE_OF_KIND[kind], nullable: kind === 'number' || kind === 'date' };
}

/** The element of the file's schema, marked as a date if its column is one. */
function asDate(columns: readonly Column[]) {
  const dates = columns.filter(({ kind }) => kind === 'date').map(({ name }) => name);
  return (element: SchemaElement): SchemaElement =>
    dates.includes(element.name) ? { ...element, converted_type: 'DATE' } : element;
}

/** Days since 1970-01-01, null where there is none. */
function daysOf(values: Values): ColumnSource['data'] {
  return Array.from(values as readonly string[], (text) => (text === '' ? null : parseDay(text)));
}

function parquetValues(values: Values): ColumnSource['data'] {
  if (values instanceof Uint8Array) return Array.from(values, (value) => value === 1);
  if (values instanceof Float64Array && values.some((value) => Number.isNaN(value))) {
    return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
  }
  return values as Int32Array | Float64Array | string[];
}
