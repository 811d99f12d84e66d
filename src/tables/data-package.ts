/**
 * Data package: the description of a folder of tables that programs of others read, after the Frictionless Data Package
 * specification, version 1 (specs.frictionlessdata.io).
 *
 * `datapackage.json` names every table with its file, and every column with type, meaning and unit. The unit is a property of our own,
 * which the specification allows. A missing number or day is an empty cell, or null in Parquet; other values are never missing.
 */
import type { TableFormat } from './format.ts';
import type { Column, TableSchema } from './table.ts';

/** A table and the folder in which its file lies, with slashes; empty for the folder of the package itself. */
export interface PackagedTable {
  readonly folder: string;
  readonly format: TableFormat;
  readonly schema: TableSchema;
}

/** What the package is of: words for its name, its title, and how it was made. */
export interface PackageFacts {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
}

/** The content of `datapackage.json`. */
export function dataPackage({ name, title, description, version }: PackageFacts, tables: readonly PackagedTable[]) {
  return {
    profile: 'data-package',
    name: slug(name),
    title,
    description,
    stepdown: version,
    resources: tables.map(resourceOf),
  };
}

function resourceOf({ folder, format, schema }: PackagedTable) {
  const { name, meaning, columns } = schema;
  const path = `${folder === '' ? '' : `${folder}/`}${name}.${format}`;
  const file =
    format === 'csv'
      ? { profile: 'tabular-data-resource', mediatype: 'text/csv', encoding: 'utf-8' }
      : { profile: 'data-resource', mediatype: 'application/vnd.apache.parquet' };
  return {
    name: slug(folder === '' ? name : `${folder}-${name}`),
    path,
    title: meaning,
    format,
    ...file,
    schema: { fields: columns.map(fieldOf), missingValues: [''] },
  };
}

function fieldOf({ name, kind, unit, meaning }: Column) {
  const required = kind === 'integer' || kind === 'boolean' ? { constraints: { required: true } } : {};
  return { name, type: TYPES[kind], description: meaning, ...(unit === '' ? {} : { unit }), ...required };
}

const TYPES: Readonly<Record<Column['kind'], string>> = {
  integer: 'integer',
  number: 'number',
  text: 'string',
  date: 'date',
  boolean: 'boolean',
};

/** Letters, digits and hyphens, as names of packages and resources must be. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
