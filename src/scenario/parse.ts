/**
 * Parse: from a file to a resolved scenario, or to everything that is wrong with it at once.
 *
 * The file is merged with what it extends, its evidence is read against the catalogue, and its policies against both.
 * Every complaint names the file, line and column where the words really stand, also through `extends`.
 */
import type { z } from 'zod';
import { formatDay, parseDay } from '../engine/calendar.ts';
import { type Catalogue, dimensionsOf } from '../evidence/catalogue.ts';
import type { Located, LocatedMap, Problems, ReadText } from '../evidence/document.ts';
import { suggestion } from '../evidence/nearest.ts';
import { readShape } from '../evidence/shape.ts';
import type { Dimensions } from '../evidence/value.ts';
import { Failure } from '../failure.ts';
import { changesOutOfBounds, wrongSums } from './epoch.ts';
import { readEvidence } from './evidence.ts';
import { readMerged } from './inheritance.ts';
import { readPolicies } from './policies.ts';
import type { Change, Policy } from './policy.ts';
import { readInputs } from './read-inputs.ts';
import { readInside } from './read-inside.ts';
import { type Scenario, scenarioOf } from './scenario.ts';
import { scenarioShape } from './schema.ts';

/** What reading a scenario needs from outside: files, and the levers there are. */
export interface ParseContext {
  readonly read: ReadText;
  readonly catalogue: Catalogue;
}

/** Reads the scenario at `path`. Throws one Failure with everything that is wrong. */
export function readScenario(path: string, { read, catalogue }: ParseContext): Scenario {
  const problems: Problems = [];
  const places = new Map<Change, string>();
  const root = readMerged(path, read, problems);
  if (root === undefined || problems.length > 0) throw new Failure(...problems);

  complainOfUnknownKeys(root, problems);
  const section = <Key extends keyof Sections>(key: Key) => readSection(root, key, problems);
  const title = section('title');
  const description = section('description');
  section('inputs');
  const place = section('place');
  const start = section('start');
  const years = section('years');
  const burnInYears = section('burn_in_years');
  const seed = section('seed');
  const replicates = section('replicates');
  const dimensions = readDimensions(section('dimensions'), root, catalogue, problems);
  const passports = section('evidence') && dimensions && readEvidence(root, dimensions, { read, catalogue }, problems);
  const inputs = dimensions && readInputs(nodeAt(root, 'inputs'), read, catalogue, dimensions, places, problems);
  const inside = dimensions && readInside(nodeAt(root, 'people_inside'), read, dimensions, problems);
  const policies = dimensions && readPolicies(nodeAt(root, 'policies'), catalogue, dimensions, places, problems);
  if (
    problems.length > 0 ||
    title === undefined ||
    place === undefined ||
    start === undefined ||
    years === undefined ||
    burnInYears === undefined ||
    seed === undefined ||
    replicates === undefined ||
    dimensions === undefined ||
    passports === undefined ||
    inputs === undefined ||
    inside === undefined ||
    policies === undefined
  ) {
    throw new Failure(...problems);
  }

  const run = { start, years, burnInYears, seed, replicates };
  const scenario = scenarioOf({ title, description, place, dimensions, passports, inputs, inside, policies, ...run });
  for (const { change, policy, complaint } of changesOutOfBounds(scenario, catalogue)) {
    const problem = `${whereIs(policy)}: ${complaint}`;
    problems.push({ place: places.get(change) ?? path, problem, reason: 'with the central values of the evidence' });
  }
  for (const { path: lever, complaint, change, policy } of wrongSums(scenario, catalogue)) {
    const problem = `${whereIs(policy)}: ${lever} ${complaint}`;
    problems.push({ place: places.get(change) ?? path, problem, remedy: 'set the other members too' });
  }
  if (scenario.burnInStart < EARLIEST) {
    const problem = `the burn-in would begin ${scenario.burnInYears} years before ${formatDay(scenario.start)}`;
    const remedy = 'choose a later start or a shorter burn_in_years';
    problems.push({ place: root.entries.get('start')?.place ?? path, problem, reason: 'before 1900-01-01', remedy });
  }
  if (problems.length > 0) throw new Failure(...problems);
  return scenario;
}

/** The key under which what a policy changes is written; dated figures have held for ever. */
function whereIs({ name, from }: Policy): string {
  return from === -Infinity ? 'inputs' : `policies.${name}`;
}

/** People have numbers from this day on. */
const EARLIEST = parseDay('1900-01-01');

function nodeAt(root: LocatedMap, key: string): Located | undefined {
  return root.entries.get(key)?.node;
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
  const node = nodeAt(root, key);
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
  const node = nodeAt(root, 'dimensions');
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
      problems.push({ place, problem: `${name}: "${member}" is here twice` });
    } else if (!/^[^.\s](?:[^.]*[^.\s])?$/.test(member) || RESERVED.includes(member)) {
      const reason = `a member has no dot and no space at its ends, and is none of ${RESERVED.join(', ')}`;
      problems.push({ place, problem: `${name}: "${member}" cannot be a name`, reason });
    }
  });
}

const RESERVED = ['multiply', 'add', '__proto__'];
