/**
 * Table: the form of all results after the simulation has run.
 *
 * A table has a schema, which gives every column a name, a unit and a meaning, and columns of equal length. Statistics,
 * charts and the report read tables and never see a person. A missing number is NaN, a missing day an empty text;
 * whole numbers, texts and truth values are never missing. A wrong name, length or value is a mistake of ours, so it throws a plain Error.
 */

/**
 * One column: its name, unit, meaning and storage. An `integer` has 32 bits; use `number` for money. A `date` is a day as ISO 8601
 * writes it, 2012-01-31, or empty if there is none.
 */
export interface Column {
  readonly name: string;
  readonly unit: string;
  readonly meaning: string;
  readonly kind: 'integer' | 'number' | 'text' | 'date' | 'boolean';
}

/** The declaration of a table, written to `tables/schema.json`. */
export interface TableSchema {
  readonly name: string;
  readonly meaning: string;
  readonly columns: readonly Column[];
}

/** A row of a table of this schema, for code that reads it column by column. */
export type RowOf<Schema extends TableSchema> = {
  readonly [Each in Schema['columns'][number] as Each['name']]: ValueOf<Each['kind']>;
};

type ValueOf<Kind extends Column['kind']> = Kind extends 'text' | 'date'
  ? string
  : Kind extends 'boolean'
    ? boolean
    : number;

/** A day, or none. */
export const ISO_DAY = /^(\d{4}-\d{2}-\d{2})?$/;

/** Values as stored: integers, numbers, texts and days, and truth values as 0 and 1. */
export type Values = Int32Array | Float64Array | readonly string[] | Uint8Array;

/** One cell, as a record shows it. */
export type Value = number | string | boolean;

/** Named columns of equal length. Columns are shared, not copied: treat them as read-only. */
export interface Table {
  readonly schema: TableSchema;
  readonly rows: number;
  /** The stored values of a column; throws an Error that names an unknown column. */
  column(name: string): Values;
}

/**
 * Makes a table of these columns. A column that already is the right typed array is not copied. Throws an Error for a
 * column that is missing, unknown, of another length, or holds a value that its kind cannot store.
 */
export function tableOf(schema: TableSchema, columns: Readonly<Record<string, ArrayLike<Value>>>): Table {
  const names = new Set(schema.columns.map((column) => column.name));
  if (names.size === 0) throw new Error(`table ${schema.name}: no columns`);
  if (names.size < schema.columns.length) throw new Error(`table ${schema.name}: a column name occurs twice`);
  for (const name of Object.keys(columns)) {
    if (!names.has(name)) throw new Error(`table ${schema.name}: unknown column ${name}`);
  }
  const stored = new Map<string, Values>();
  let rows = -1;
  for (const column of schema.columns) {
    const given = Object.hasOwn(columns, column.name) ? columns[column.name] : undefined;
    if (given === undefined) throw new Error(`table ${schema.name}: column ${column.name} is missing`);
    if (rows === -1) rows = given.length;
    if (given.length !== rows) {
      throw new Error(`table ${schema.name}: column ${column.name} has ${given.length} rows, expected ${rows}`);
    }
    stored.set(column.name, store(schema, column, given));
  }
  return tableOfStored(schema, rows, stored);
}

/** A table from its rows, values in the order of the columns. */
export function tableOfRows(schema: TableSchema, rows: readonly (readonly Value[])[]): Table {
  const columns = schema.columns.map(({ name }, at): [string, Value[]] => [name, rows.map((row) => row[at])]);
  return tableOf(schema, Object.fromEntries(columns));
}

/** The values of an `integer` or `number` column, for arithmetic; throws an Error for any other kind. */
export function numbersOf(table: Table, name: string): Int32Array | Float64Array {
  const values = table.column(name);
  if (values instanceof Int32Array || values instanceof Float64Array) return values;
  throw new Error(`table ${table.schema.name}: column ${name} does not hold numbers`);
}

/** The values of a `text` column; throws an Error for any other kind. */
export function textsOf(table: Table, name: string): readonly string[] {
  const values = table.column(name);
  if (Array.isArray(values)) return values;
  throw new Error(`table ${table.schema.name}: column ${name} does not hold text`);
}

/** The rows of all tables, one table after another. Throws an Error if there are none or their schemas differ. */
export function concatenate(tables: readonly Table[]): Table {
  const first = tables[0];
  if (first === undefined) throw new Error('concatenate: no tables');
  const { schema } = first;
  for (const table of tables) {
    if (!sameSchema(table.schema, schema)) {
      throw new Error(`concatenate: table ${table.schema.name} has another schema than ${schema.name}`);
    }
  }
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const stored = new Map<string, Values>();
  for (const { name, kind } of schema.columns) {
    const joined = emptyValues(kind, rows);
    let start = 0;
    for (const table of tables) {
      const part = table.column(name);
      for (let row = 0; row < table.rows; row++) joined[start + row] = part[row] as never;
      start += table.rows;
    }
    stored.set(name, joined);
  }
  return tableOfStored(schema, rows, stored);
}

/** The rows for which the predicate holds, in their order. */
export function filterRows(table: Table, predicate: (row: number) => boolean): Table {
  const kept: number[] = [];
  for (let row = 0; row < table.rows; row++) if (predicate(row)) kept.push(row);
  return rowsAt(table, kept);
}

/** The rows that hold these values, by column, in their order. */
export function rowsWhere(table: Table, wanted: Readonly<Record<string, number | string>>): Table {
  const columns = Object.entries(wanted).map(([name, value]) => ({ values: table.column(name), value }));
  return filterRows(table, (row) => columns.every(({ values, value }) => values[row] === value));
}

/** The rows of each text in a column, in the order in which the texts first occur. */
export function groupBy(table: Table, name: string): ReadonlyMap<string, Table> {
  const rows = new Map<string, number[]>();
  for (const [row, text] of textsOf(table, name).entries()) {
    const own = rows.get(text);
    if (own === undefined) rows.set(text, [row]);
    else own.push(row);
  }
  return new Map([...rows].map(([text, own]) => [text, rowsAt(table, own)]));
}

function rowsAt(table: Table, kept: readonly number[]): Table {
  const stored = new Map<string, Values>();
  for (const { name, kind } of table.schema.columns) {
    const values = table.column(name);
    const picked = emptyValues(kind, kept.length);
    for (let i = 0; i < kept.length; i++) picked[i] = values[kept[i]] as never;
    stored.set(name, picked);
  }
  return tableOfStored(table.schema, kept.length, stored);
}

/** One plain object per row, with columns in the order of the schema, as charts take them. */
export function toRecords(table: Table): Record<string, Value>[] {
  const columns = table.schema.columns.map(({ name, kind }) => ({ name, kind, values: table.column(name) }));
  const records: Record<string, Value>[] = [];
  for (let row = 0; row < table.rows; row++) {
    const record: Record<string, Value> = {};
    for (const { name, kind, values } of columns) record[name] = kind === 'boolean' ? values[row] === 1 : values[row];
    records.push(record);
  }
  return records;
}

/** The rows of a table as its schema declares them. Throws an Error if the table has another schema. */
export function recordsOf<const Schema extends TableSchema>(table: Table, schema: Schema): readonly RowOf<Schema>[] {
  if (sameSchema(table.schema, schema)) return toRecords(table) as unknown as readonly RowOf<Schema>[];
  throw new Error(`recordsOf: table ${table.schema.name} has another schema than ${schema.name}`);
}

/** The content of `tables/schema.json`: the meaning of every table, and unit, meaning and kind of every column. */
export interface SchemaDocument {
  readonly tables: Readonly<
    Record<string, { readonly meaning: string; readonly columns: Readonly<Record<string, Omit<Column, 'name'>>> }>
  >;
}

/** The document that explains these tables to a reader of the files. */
export function schemaDocument(schemas: readonly TableSchema[]): SchemaDocument {
  const describe = (schema: TableSchema) => ({
    meaning: schema.meaning,
    columns: Object.fromEntries(schema.columns.map(({ name, unit, meaning, kind }) => [name, { unit, meaning, kind }])),
  });
  return { tables: Object.fromEntries(schemas.map((schema) => [schema.name, describe(schema)])) };
}

function tableOfStored(schema: TableSchema, rows: number, stored: ReadonlyMap<string, Values>): Table {
  const column = (name: string): Values => {
    const values = stored.get(name);
    if (values === undefined) throw new Error(`table ${schema.name}: unknown column ${name}`);
    return values;
  };
  return Object.freeze({ schema, rows, column });
}

function store(schema: TableSchema, column: Column, given: ArrayLike<Value>): Values {
  if (column.kind === 'integer' && given instanceof Int32Array) return given;
  if (column.kind === 'number' && given instanceof Float64Array) return given;
  const values = emptyValues(column.kind, given.length);
  for (let row = 0; row < given.length; row++) {
    const value = given[row];
    if (!fits(column.kind, value, given)) {
      throw new Error(`table ${schema.name}: column ${column.name}, row ${row}: ${String(value)} is no ${column.kind}`);
    }
    values[row] = (column.kind === 'boolean' ? Number(value) : value) as never;
  }
  return values;
}

function fits(kind: Column['kind'], value: Value | undefined, given: ArrayLike<Value>): boolean {
  if (kind === 'integer') return typeof value === 'number' && value === (value | 0);
  if (kind === 'number') return typeof value === 'number';
  if (kind === 'text') return typeof value === 'string';
  if (kind === 'date') return typeof value === 'string' && ISO_DAY.test(value);
  return typeof value === 'boolean' || (given instanceof Uint8Array && (value === 0 || value === 1));
}

function emptyValues(kind: Column['kind'], rows: number): Int32Array | Float64Array | string[] | Uint8Array {
  if (kind === 'integer') return new Int32Array(rows);
  if (kind === 'number') return new Float64Array(rows);
  return kind === 'text' || kind === 'date' ? new Array<string>(rows).fill('') : new Uint8Array(rows);
}

function sameSchema(a: TableSchema, b: TableSchema): boolean {
  return a === b || JSON.stringify(schemaDocument([a])) === JSON.stringify(schemaDocument([b]));
}
