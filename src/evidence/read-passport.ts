/**
 * Read passport: reads the passport of every declared parameter from the files that a scenario lists under `evidence`, and from
 * passports in the scenario itself.
 *
 * A number has one passport. A file under `replace` replaces passports read before it, so that a jurisdiction can list the
 * evidence it shares with another, and then its own.
 */
import { z } from 'zod';
import { type Lever, leverSuggestion } from './catalogue.ts';
import { type Entry, type LocatedMap, type Problems, plainOf } from './document.ts';
import { grades } from './grade.ts';
import type { Passport, Passports } from './passport.ts';
import { parseText } from './read-document.ts';
import { readValue, type ValueContext } from './read-value.ts';
import { type LeverReading, readNamed, type ScenarioReading } from './reading.ts';
import { readShape, strict, text, yesOrNo } from './shape.ts';
import { distributionShape, readUncertainty } from './uncertainty.ts';
import { meaningOf } from './value.ts';

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
  'expected {authors, year, title, page, url}, a list of these, or the word assumption',
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
  grade: z.enum(grades),
  note: text.optional(),
});

/** Reads everything under `evidence` in a scenario. Adds to the problems and returns undefined if a file cannot be read. */
export function readEvidence({ entries }: LocatedMap, reading: ScenarioReading): Passports | undefined {
  const { read, problems } = reading;
  const list = entries.get('evidence');
  if (list?.node.kind !== 'list') return undefined;
  const before = problems.length;
  let documents: readonly LocatedMap[] = [];
  for (const item of list.node.items) {
    const replacement = item.kind === 'map' ? item.entries.get('replace')?.node : undefined;
    const document =
      item.kind === 'map' && replacement === undefined
        ? item
        : readNamed(replacement ?? item, 'evidence', reading, (path) => parseText(path, read(path), problems));
    if (document === undefined) continue;
    if (replacement !== undefined) documents = withoutThoseOf(document, documents, problems);
    documents = [...documents, document];
  }
  return problems.length > before ? undefined : readPassports(documents, list.place, reading);
}

/** The documents read so far without the passports of `document`, which may hold replacements only. */
function withoutThoseOf(
  document: LocatedMap,
  documents: readonly LocatedMap[],
  problems: Problems,
): readonly LocatedMap[] {
  for (const [path, { place }] of document.entries) {
    if (documents.some(({ entries }) => entries.has(path))) continue;
    const remedy = 'list the file itself, without replace, if the number is new';
    problems.push({ place, problem: `${path}: there is no earlier passport to replace`, remedy });
  }
  return documents.map((earlier) => ({
    ...earlier,
    entries: new Map([...earlier.entries].filter(([path]) => !document.entries.has(path))),
  }));
}

/**
 * Reads every passport in `documents` and checks that passports and catalogue match one to one. Missing passports are reported at
 * `place`, where the evidence is listed.
 */
export function readPassports(
  documents: readonly LocatedMap[],
  place: string,
  { catalogue, dimensions, problems }: Omit<LeverReading, 'places'>,
): Passports {
  const written = new Map<string, Entry>();
  for (const [path, entry] of documents.flatMap((document) => [...document.entries])) {
    const earlier = written.get(path);
    if (!catalogue.has(path)) {
      const remedy = leverSuggestion(path, catalogue);
      problems.push({ place: entry.place, problem: `no mechanism reads a number called "${path}"`, remedy });
    } else if (earlier !== undefined) {
      const remedy = `the other is at ${earlier.place}; keep one of them`;
      problems.push({ place: entry.place, problem: `${path} has two passports`, remedy });
    } else {
      written.set(path, entry);
    }
  }
  const passports = new Map<string, Passport>();
  const members = JSON.stringify(dimensions);
  for (const [path, lever] of catalogue) {
    const entry = written.get(path);
    const passport = entry && passportOnce(entry, lever, members, { parameter: lever.parameter, dimensions, problems });
    if (passport) passports.set(path, passport);
    if (!entry) problems.push({ place, problem: `${path} has no passport`, reason: meaningOf(lever.parameter) });
  }
  return passports;
}

/** The passport of an entry. Arms share their evidence, so one without mistakes is read once per process. */
function passportOnce(entry: Entry, lever: Lever, members: string, reading: ValueContext): Passport | undefined {
  const known = alreadyRead.get(entry);
  if (known?.lever === lever && known.members === members) return known.passport;
  const passport = readPassport(entry, lever, reading);
  if (passport !== undefined) alreadyRead.set(entry, { lever, members, passport });
  return passport;
}

/** Passports by the node they were read from, with the lever, and the members of all dimensions, on which the reading depends. */
const alreadyRead = new WeakMap<
  Entry,
  { readonly lever: Lever; readonly members: string; readonly passport: Passport }
>();

function readPassport({ node }: Entry, { path, parameter }: Lever, reading: ValueContext): Passport | undefined {
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
    const problem = `${path}: grade ${grade} needs a source; an assumption has the grade assumption`;
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
