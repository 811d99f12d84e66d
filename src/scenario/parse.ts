/**
 * Parse: turns a file into a resolved scenario, or into a list of everything that is wrong with it.
 *
 * The file is merged with those it extends, its evidence is checked against the catalogue, and its policies against both.
 * Every complaint names file, line and column of the mistake itself, also through `extends`.
 */
import type { z } from 'zod';
import { formatDay, parseDay } from '../engine/calendar.ts';
import { type Catalogue, dimensionsOf } from '../evidence/catalogue.ts';
import type { Located, LocatedMap, Problems, ReadText } from '../evidence/document.ts';
import { suggestion } from '../evidence/nearest.ts';
import { readEvidence } from '../evidence/read-passport.ts';
import { besideFile, type FindFile, type ScenarioReading } from '../evidence/reading.ts';
import { readShape } from '../evidence/shape.ts';
import type { Dimensions } from '../evidence/value.ts';
import { Failure } from '../failure.ts';
import { descriptionOf, titleOf } from './description.ts';
import { impossibleNumbers } from './epoch.ts';
import { readMerged } from './inheritance.ts';
import { readPolicies } from './policy.ts';
import { readInputs } from './read-inputs.ts';
import { readInside, readWithheld } from './read-inside.ts';
import { readMembers } from './read-members.ts';
import { LATEST, type Scenario, scenarioOf, TOO_LATE } from './scenario.ts';
import { scenarioShape } from './schema.ts';

/** The context for reading a scenario: files, and the catalogue of levers. */
export interface ParseContext {
  readonly read: ReadText;
  readonly catalogue: Catalogue;
  /** By default paths are relative to the file that names them. */
  readonly find?: FindFile;
}

/** Reads the scenario at `path`. Throws one Failure with everything that is wrong. */
export function parseScenario(path: string, { read, catalogue, find = besideFile }: ParseContext): Scenario {
  const problems: Problems = [];
  const root = readMerged(path, { read, find, problems });
  if (root === undefined) throw new Failure(...problems);

  complainOfUnknownKeys(root, problems);
  const section = <Key extends keyof Sections>(key: Key) => readSection(root, key, problems);
  const title = section('title');
  const written = section('description');
  section('inputs');
  const place = section('place');
  const start = section('start');
  const years = section('years');
  const stockDay = section('stock_cohort');
  const burnInYears = section('burn_in_years');
  const seed = section('seed');
  const replicates = section('replicates');
  const dimensions = readDimensions(section('dimensions'), root, catalogue, problems);
  const hasEvidence = section('evidence') !== undefined;
  if (dimensions === undefined) throw new Failure(...problems);

  const beforeNumbers = problems.length;
  const reading: ScenarioReading = { read, find, catalogue, dimensions, problems, places: new Map() };
  const passports = hasEvidence ? readEvidence(root, reading) : undefined;
  const inputs = readInputs(root, reading);
  const inside = start === undefined ? [] : readInside(root, { ...reading, start });
  const withheld = readWithheld(root);
  const policies = readPolicies(root, reading);
  const members = readMembers(root, policies, reading);
  const numbers = { start, years, burnInYears, dimensions, passports };
  if (problems.length > beforeNumbers || !areAllRead(numbers)) throw new Failure(...problems);

  const description = descriptionOf(root, written, { policies, catalogue }, { read, find });
  const stock = stockDay === undefined ? {} : { stockDay };
  const list = withheld === undefined ? { inside } : { inside, withheld };
  const whole = { ...numbers, description, inputs, ...list, policies, members, ...stock };
  complainOfNumbers(scenarioOf({ ...whole, ...NAMELESS }), root, reading);
  const named = { title: title && titleOf(root, title), place, seed, replicates };
  if (problems.length > 0 || !areAllRead(named)) throw new Failure(...problems);
  return scenarioOf({ ...whole, ...named });
}

/** In place of what may be wrong without a consequence for numbers, so that these are checked all the same. */
const NAMELESS = { title: '', place: '', seed: '', replicates: 1 };

/** Adds mistakes that show only in the whole: changes out of bounds, wrong sums, too early a start. */
function complainOfNumbers(
  scenario: Scenario,
  root: LocatedMap,
  { catalogue, places, problems }: ScenarioReading,
): void {
  for (const { change, policy, complaint, isSum } of impossibleNumbers(scenario, catalogue)) {
    const where = policy.from === -Infinity ? 'inputs' : `policies.${policy.name}`;
    const help = isSum
      ? { remedy: 'set the other members too' }
      : { reason: 'with the central values of the evidence' };
    problems.push({ place: places.get(change) ?? root.file, problem: `${where}: ${complaint}`, ...help });
  }
  const { stockDay, start, end } = scenario;
  if (end - 1 > LATEST) {
    const place = root.entries.get('start')?.place ?? root.file;
    problems.push({ place, ...TOO_LATE });
    return;
  }
  if (stockDay !== undefined && (stockDay < start || stockDay >= end)) {
    const problem = `stock_cohort: ${formatDay(stockDay)} is not observed`;
    const place = root.entries.get('stock_cohort')?.place ?? root.file;
    const reason = `observation runs from ${formatDay(start)} to ${formatDay(end - 1)}`;
    problems.push({ place, problem, reason, remedy: 'name a day of these' });
  }
  if (scenario.inside.length > 0 && scenario.burnInYears === 0) {
    const problem = 'people_inside: a list needs a burn-in, which fills courts, queue, monitoring and the community';
    const place = root.entries.get('people_inside')?.place ?? root.file;
    problems.push({ place, problem, remedy: 'give burn_in_years, 15 or more' });
  }
  if (scenario.burnInStart < EARLIEST) {
    const problem = `the burn-in would begin ${scenario.burnInYears} years before ${formatDay(scenario.start)}`;
    const place = root.entries.get('start')?.place ?? root.file;
    const remedy = 'choose a later start or a shorter burn_in_years';
    problems.push({ place, problem, reason: 'before 1900-01-01', remedy });
  }
}

/** The first day that the model can represent. */
const EARLIEST = parseDay('1900-01-01');

type AllRead<Parts> = { [Name in keyof Parts]: Exclude<Parts[Name], undefined> };

function areAllRead<Parts extends object>(parts: Parts): parts is AllRead<Parts> {
  return Object.values(parts).every((part) => part !== undefined);
}

function complainOfUnknownKeys(root: LocatedMap, problems: Problems): void {
  const allowed = Object.keys(scenarioShape.shape);
  for (const [key, { place }] of root.entries) {
    if (allowed.includes(key)) continue;
    problems.push({ place, problem: `there is no key "${key}" in a scenario`, remedy: suggestion(key, allowed) });
  }
}

type Sections = typeof scenarioShape.shape;

function readSection<Key extends keyof Sections>(
  root: LocatedMap,
  key: Key,
  problems: Problems,
): z.output<Sections[Key]> | undefined {
  const node = root.entries.get(key)?.node;
  const shape: z.ZodType = scenarioShape.shape[key];
  if (node !== undefined) return readShape(shape, node, key, problems) as z.output<Sections[Key]> | undefined;
  if (!shape.safeParse(undefined).success) problems.push({ place: root.place, problem: `${key} is missing` });
  return undefined;
}

function readDimensions(
  written: Dimensions | undefined,
  root: LocatedMap,
  catalogue: Catalogue,
  problems: Problems,
): Dimensions | undefined {
  const node = root.entries.get('dimensions')?.node;
  if (written === undefined || node?.kind !== 'map') return undefined;
  const before = problems.length;
  const needed = dimensionsOf(catalogue);
  for (const name of needed) {
    if (Object.hasOwn(written, name)) continue;
    const users = [...catalogue.values()].filter((lever) => lever.parameter.by.includes(name));
    const problem = `dimensions.${name} is missing`;
    problems.push({ place: node.place, problem, reason: `${users[0].path} varies by it` });
  }
  for (const [name, { place, node: list }] of node.entries) {
    if (!needed.includes(name)) {
      problems.push({ place, problem: `no lever varies by "${name}"`, remedy: suggestion(name, needed) });
    }
    complainOfMembers(name, written[name], list, problems);
  }
  return problems.length > before ? undefined : Object.freeze(written);
}

function complainOfMembers(dimension: string, members: readonly string[], list: Located, problems: Problems): void {
  members.forEach((member, index) => {
    const place = (list.kind === 'list' ? list.items[index] : list).place;
    const name = `dimensions.${dimension}`;
    if (members.indexOf(member) < index) {
      problems.push({ place, problem: `${name}: "${member}" is listed twice` });
    } else if (!/^[^.\s](?:[^.]*[^.\s])?$/.test(member) || RESERVED.includes(member)) {
      const reason = `a member has no dot, no space at its ends, and is not one of ${RESERVED.join(', ')}`;
      problems.push({ place, problem: `${name}: "${member}" is not a valid name`, reason });
    }
  });
}

const RESERVED = ['multiply', 'add', '__proto__'];
