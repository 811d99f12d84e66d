/**
 * Passport: where a number comes from.
 *
 * Every number carries its unit, place, period, population, uncertainty, source with page, study design, whether it is
 * causal, and a grade: A, B, C or `assumption`. A declared parameter without a passport does not load, nor does a passport
 * for a name that nobody declared, so no number hides in code and none lies about unread.
 */
import { z } from 'zod';
import type { Catalogue, Lever } from './catalogue.ts';
import { type Entry, type LocatedMap, type Plain, type Problems, plainOf } from './document.ts';
import { suggestion } from './nearest.ts';
import type { Parameter, Value } from './parameter.ts';
import { readShape, strict, text, yesOrNo } from './shape.ts';
import { distributionShape, moved, readUncertainty, type Uncertainty } from './uncertainty.ts';
import { type Dimensions, meaningOf, type Reading, readValue } from './value.ts';

const citation = strict({
  authors: text.optional(),
  year: text,
  title: text,
  journal: text.optional(),
  page: text.optional(),
  table: text.optional(),
  url: text.optional(),
  doi: text.optional(),
});
const source = z.union(
  [z.literal('assumption'), citation, z.array(citation).min(1)],
  'expected {authors, year, title, page, url}, a list of such, or the word assumption',
);

/** A passport as YAML writes it. `value` and `range` are read against the declaration. */
export const passportShape = strict({
  unit: z.string(),
  value: z.unknown(),
  distribution: distributionShape.optional(),
  range: z.unknown().optional(),
  place: text,
  period: text,
  population: text.optional(),
  source,
  ids: z.array(text).optional(),
  design: text.optional(),
  causal: yesOrNo.optional(),
  grade: z.enum(['A', 'B', 'C', 'assumption']),
  note: text.optional(),
});

/** A publication that a number was taken from. */
export type Citation = z.output<typeof citation>;

/** A number with everything that is known about it. */
export interface Passport {
  readonly path: string;
  readonly parameter: Parameter;
  /** The central value. */
  readonly value: Value;
  readonly uncertainty: Uncertainty | undefined;
  readonly place: string;
  readonly period: string;
  readonly population: string | undefined;
  /** Empty when the number is an assumption without a publication. */
  readonly sources: readonly Citation[];
  readonly ids: readonly string[];
  readonly design: string | undefined;
  readonly causal: boolean | undefined;
  readonly grade: 'A' | 'B' | 'C' | 'assumption';
  readonly note: string | undefined;
  /** As it was written. */
  readonly document: Plain;
}

/** Passports by the path of their parameter, in the order of the catalogue. */
export type Passports = ReadonlyMap<string, Passport>;

/**
 * Reads every passport in `documents` and checks them against the catalogue, one for one.
 * What is wrong goes to `problems`; missing passports are reported at `place`, where the evidence is listed.
 */
export function readPassports(
  documents: readonly LocatedMap[],
  place: string,
  catalogue: Catalogue,
  dimensions: Dimensions,
  problems: Problems,
): Passports {
  const written = new Map<string, Entry>();
  for (const [path, entry] of documents.flatMap((document) => [...document.entries])) {
    const earlier = written.get(path);
    if (!catalogue.has(path)) {
      const remedy = suggestion(path, catalogue.keys());
      problems.push({ place: entry.place, problem: `no mechanism reads a number called "${path}"`, remedy });
    } else if (earlier !== undefined) {
      const remedy = `the other is at ${earlier.place}; keep one of them`;
      problems.push({ place: entry.place, problem: `${path} has two passports`, remedy });
    } else {
      written.set(path, entry);
    }
  }
  const passports = new Map<string, Passport>();
  for (const [path, lever] of catalogue) {
    const entry = written.get(path);
    const passport = entry && readPassport(entry, lever, { parameter: lever.parameter, dimensions, problems });
    if (passport) passports.set(path, passport);
    if (!entry) problems.push({ place, problem: `${path} has no passport`, reason: meaningOf(lever.parameter) });
  }
  return passports;
}

/** The value of a parameter at `u`, in (0, 1), of its uncertainty; its central value where `u` is undefined. */
export function sampleValue({ value, uncertainty, parameter }: Passport, u: number | undefined): Value {
  if (u === undefined || uncertainty === undefined) return value;
  return moved(value, uncertainty, parameter, u);
}

function readPassport({ node }: Entry, { path, parameter }: Lever, reading: Reading): Passport | undefined {
  const { problems } = reading;
  const before = problems.length;
  const shape = readShape(passportShape, node, path, problems);
  if (node.kind !== 'map') return undefined;
  const written = node.entries.get('value')?.node;
  const value = written && readValue(written, path, reading);
  if (shape === undefined) return undefined;
  if (shape.unit !== parameter.unit) {
    const problem = `${path}: the unit is ${parameter.unit}, not ${shape.unit}`;
    problems.push({ place: placeOf(node, 'unit'), problem, reason: parameter.meaning });
  }
  const uncertainty = value === undefined ? undefined : readUncertainty(node, path, shape.distribution, value, reading);
  checkGrade(shape, node, path, problems);
  if (value === undefined || problems.length > before) return undefined;
  return Object.freeze({
    path,
    parameter,
    value,
    uncertainty,
    place: shape.place,
    period: shape.period,
    population: shape.population,
    sources: shape.source === 'assumption' ? [] : [shape.source].flat(),
    ids: shape.ids ?? [],
    design: shape.design,
    causal: shape.causal,
    grade: shape.grade,
    note: shape.note,
    document: plainOf(node),
  });
}

function checkGrade(
  { source, grade, note }: z.output<typeof passportShape>,
  node: LocatedMap,
  path: string,
  problems: Problems,
): void {
  const place = placeOf(node, 'grade');
  if (source === 'assumption' && grade !== 'assumption') {
    const problem = `${path}: grade ${grade} needs a source; what is assumed is graded assumption`;
    problems.push({ place, problem });
  }
  const isExplained = note !== undefined || node.entries.has('range') || node.entries.has('distribution');
  if (grade === 'assumption' && !isExplained) {
    problems.push({ place, problem: `${path}: an assumption needs a range, a distribution or a note` });
  }
}

function placeOf(node: LocatedMap, key: string): string {
  return node.entries.get(key)?.node.place ?? node.place;
}
