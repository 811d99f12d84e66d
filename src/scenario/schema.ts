/**
 * Schema: the form of a scenario file, for checking and for editors.
 *
 * `scenarioShape` defines the keys. `scenarioSchema` turns it into JSON Schema and adds every lever of the catalogue with unit,
 * meaning and bounds, so that an editor completes them; `evidenceSchema` does the same for passports. A file that extends
 * another may leave anything out, so the editor requires nothing.
 */
import { z } from 'zod';
import { type Day, parseDay } from '../engine/calendar.ts';
import type { Catalogue, Lever } from '../evidence/catalogue.ts';
import { passportShape } from '../evidence/read-passport.ts';
import { strict, text } from '../evidence/shape.ts';
import { boundsInWords, type Dimensions, meaningOf, membersOf } from '../evidence/value.ts';
import { MOST_REPLICATES, MOST_YEARS } from './limits.ts';

/** The columns of dated figures in order; the last three may be left out of a file. */
export const INPUT_COLUMNS = [
  ...(['date', 'lever', 'change', 'value', 'unit', 'basis', 'source', 'note'] as const),
  ...(['until', 'building_cost', 'building_days'] as const),
] as const;

const A_DAY = 'expected a day of the calendar such as 2016-01-31';
const day = z
  .string(A_DAY)
  .refine(isDay, A_DAY)
  .meta({ format: 'date' })
  .transform((written): Day => parseDay(written));
const whole = (low: number, high: number) => z.int().min(low).max(high);
const oneOrMore = z
  .union([text, z.array(text)], 'expected a name or a list of names')
  .transform((names) => [names].flat());

/** A policy, except for the map under `set`, which the catalogue checks. */
export const policyShape = strict({
  from: day.describe('the first day on which it holds'),
  until: day.optional().describe('the first day on which it no longer holds; by default it stays'),
  label: text.optional().describe('its origin: history, law elsewhere (name the country), or invented'),
  because: text.optional(),
  after: oneOrMore.optional().describe('policies on the same lever on top of which this one works'),
  set: z.record(z.string(), z.unknown()).describe('levers and their new values'),
});

/** Whether a figure was observed, inferred by a rule stated in its file, planned by those who decide, or assumed to see what follows. */
export const inputBases = ['observed', 'inferred', 'planned', 'assumed'] as const;

/** Dated figures in the scenario itself. */
export const inputShape = strict({
  file: text.optional().describe('the name of the file from which they came'),
  rows: z
    .array(text)
    .min(1)
    .describe(`lines of CSV: ${INPUT_COLUMNS.join(', ')}`),
});

/** A scenario with all it extends. */
export const scenarioShape = strict({
  title: text,
  description: text.optional(),
  extends: z
    .union([z.string(), z.array(z.string())], 'expected the name or path of a scenario, or a list')
    .optional()
    .describe(
      'the scenarios on which this one builds: a file beside this one, or the name of one in scenarios/ or of the program, with or without .yaml; several are merged, and if two of them write a policy, or anything else that affects results, differently, this file must write it',
    ),
  place: text.describe('the jurisdiction'),
  dimensions: z
    .record(z.string(), z.array(text).min(1))
    .describe('the members of each dimension; levels from most to least closed'),
  evidence: z
    .array(z.union([z.string(), z.record(z.string(), z.unknown())], 'expected the path of a file, or passports'))
    .describe(
      'files of passports, found like those under extends, or passports; {replace: file} replaces earlier ones',
    ),
  inputs: z
    .array(z.union([z.string(), inputShape], 'expected the path of a file, or {rows: [...]}'))
    .optional()
    .describe(
      'files of dated figures or of planned places, found like those under extends; policies work on top of them',
    ),
  people_inside: z
    .union(
      [z.string(), z.array(z.string()), z.strictObject({ people: z.number(), digest: z.string() })],
      'expected the path of a file',
    )
    .optional()
    .describe('a file with one row per person inside on the first day, found like those under extends'),
  stock_cohort: day
    .optional()
    .describe(
      'an observed day whose people inside are followed as a cohort; the window of observation is suspended for them',
    ),
  members: z
    .union([z.string(), z.array(z.string())], 'expected the path of a file')
    .optional()
    .describe(
      'a table by stepdown match, found like those under extends: sets of numbers, one of which each parameter draw puts into the policies that it names',
    ),
  start: day.describe('the first observed day'),
  years: whole(1, MOST_YEARS).describe('years observed'),
  burn_in_years: whole(0, MOST_YEARS).describe('years simulated before the start, so that the prisons fill'),
  seed: text.describe('any text; it decides all chance events, so another seed gives other luck'),
  replicates: whole(1, MOST_REPLICATES).describe(
    'number of runs of the scenario, each with its own chance events; run and compare begin with it, or with eight, and may add more',
  ),
  policies: z.record(z.string(), policyShape).optional(),
});

/** JSON Schema as a plain object. */
export type JsonSchema = { [key: string]: unknown };

/** The schema of scenario files. With `dimensions`, editors complete the members of levers too. */
export function scenarioSchema(catalogue: Catalogue, dimensions: Dimensions = {}): JsonSchema {
  const schema = nothingRequired(jsonSchemaOf(scenarioShape, 'A scenario'));
  const policies = (schema['properties'] as Record<string, JsonSchema>)['policies'];
  const policy = nothingRequired(policies['additionalProperties'] as JsonSchema);
  const set = (policy['properties'] as Record<string, JsonSchema>)['set'];
  const levers = [...catalogue.values()];
  delete set['propertyNames'];
  set['properties'] = Object.fromEntries(levers.flatMap((lever) => leverProperties(lever, dimensions)));
  set['patternProperties'] = Object.fromEntries(
    levers
      .filter((lever) => lever.parameter.by.length > 0)
      .map((lever) => [memberPattern(lever), { description: meaningInWords(lever), ...changeSchema(lever, 1) }]),
  );
  set['additionalProperties'] = false;
  return { ...schema, $defs: { operation } };
}

/** The schema of evidence files. */
export function evidenceSchema(catalogue: Catalogue): JsonSchema {
  const { $schema, title: _, ...passport } = jsonSchemaOf(passportShape, 'A passport');
  const passports = [...catalogue.values()].map((lever): [string, JsonSchema] => [
    lever.path,
    {
      description: meaningInWords(lever),
      $ref: '#/$defs/passport',
      properties: { unit: { const: lever.parameter.unit } },
    },
  ]);
  const properties = Object.fromEntries(passports);
  const title = 'Passports of numbers';
  return { $schema, title, type: 'object', properties, additionalProperties: false, $defs: { passport } };
}

const operation: JsonSchema = {
  description: 'a change of the value in force',
  type: 'object',
  properties: { multiply: { type: 'number' }, add: { type: 'number' } },
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
};

function jsonSchemaOf(shape: z.ZodType, title: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(shape, { io: 'input' });
  return { $schema, title, ...rest };
}

function nothingRequired(schema: JsonSchema): JsonSchema {
  delete schema['required'];
  return schema;
}

function leverProperties(lever: Lever, dimensions: Dimensions): [string, JsonSchema][] {
  const description = meaningInWords(lever);
  const [outer = []] = membersOf(lever.parameter, dimensions);
  return [
    [lever.path, { description, ...changeSchema(lever, 0) }],
    ...outer.map((member): [string, JsonSchema] => [
      `${lever.path}.${member}`,
      { description, ...changeSchema(lever, 1) },
    ]),
  ];
}

function memberPattern({ path, parameter }: Lever): string {
  return `^${path.replaceAll('.', '\\.')}(\\.[^.]+){1,${parameter.by.length}}$`;
}

function meaningInWords({ parameter }: Lever): string {
  const by = parameter.by.length === 0 ? '' : `, by ${parameter.by.join(' and ')}`;
  const bounds = parameter.kind === 'number' ? `; ${boundsInWords(parameter)}` : '';
  return `${meaningOf(parameter)}${by}${bounds}${parameter.applies === 'new' ? '' : `; applies to ${parameter.applies}`}`;
}

function changeSchema({ parameter }: Lever, depth: number): JsonSchema {
  if (parameter.kind === 'yes-no') return { enum: ['yes', 'no', true, false] };
  if (parameter.kind !== 'number') {
    const text = parameter.kind === 'choice' ? { enum: parameter.choices } : { type: 'string' };
    return depth === parameter.by.length ? text : { anyOf: [text, { type: 'object', additionalProperties: text }] };
  }
  const [low, high] = parameter.bounds;
  const number = {
    type: parameter.whole ? 'integer' : 'number',
    ...(low === -Infinity ? {} : { minimum: low }),
    ...(high === Infinity ? {} : { maximum: high }),
  };
  const change = [number, { $ref: '#/$defs/operation' }];
  const byMember = { type: 'object', additionalProperties: { anyOf: change } };
  const byTwoMembers = { type: 'object', additionalProperties: { anyOf: [...change, byMember] } };
  const maps = [[], [byMember], [byTwoMembers]][parameter.by.length - depth];
  return { anyOf: [...change, ...maps] };
}

function isDay(written: string): boolean {
  try {
    parseDay(written);
    return true;
  } catch {
    return false;
  }
}
