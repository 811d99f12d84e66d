/**
 * Shape: checks the form of a document, with complaints that a person can act on.
 *
 * Shapes are zod schemas, so the JSON Schema for editors comes from the same source. Complaints of zod are reworded here with the
 * place of the node, what it holds, what is allowed, and the nearest name.
 */
import { z } from 'zod';
import { describe, type Located, type Problems, plainOf } from './document.ts';
import { nearest, numberRemedy, suggestion } from './nearest.ts';

/** A map in which every key is known. */
export function strict<const Shape extends Readonly<Record<string, z.ZodType>>>(shape: Shape) {
  const allowed = Object.keys(shape).join(' ');
  return z.strictObject(shape, {
    // zod does not report the allowed keys, so the message carries them to `complain`
    error: (issue) => (issue.code === 'unrecognized_keys' ? allowed : undefined),
  });
}

/** A strict map with exactly one of its keys. */
export function oneOf<const Shape extends Readonly<Record<string, z.ZodType>>>(shape: Shape) {
  return strict(shape)
    .partial()
    .refine((value) => Object.keys(value).length === 1, {
      error: `write exactly one of ${Object.keys(shape).join(', ')}`,
      when: ({ issues }) => issues.length === 0,
    })
    .meta({ minProperties: 1, maxProperties: 1 });
}

/** Text; a number that could be text, such as a year, is taken as written. */
export const text = z.union([z.string().min(1, 'expected text'), z.number()], 'expected text').transform(String);

/** The word yes or no, which plain YAML reads as text. */
export const yesOrNo = z
  .union([z.enum(['yes', 'no']), z.boolean()], 'expected yes or no')
  .transform((word) => word === 'yes' || word === true);

/** The content of `node` if it has the shape; otherwise adds to `problems` and returns undefined. `what` names it in messages. */
export function readShape<Schema extends z.ZodType>(
  schema: Schema,
  node: Located,
  what: string,
  problems: Problems,
): z.output<Schema> | undefined {
  const result = schema.safeParse(plainOf(node));
  if (result.success) return result.data;
  for (const issue of result.error.issues) complain(issue, [], node, what, problems);
  return undefined;
}

function complain(
  issue: z.core.$ZodIssue,
  above: PropertyKey[],
  root: Located,
  what: string,
  problems: Problems,
): void {
  const path = [...above, ...issue.path];
  const { node, parent } = follow(root, path);
  const name = [what, ...path.map(String)].filter((part) => part !== '').join('.');
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((branch) => branch.every((inner) => inner.path.length > 0 || isAboutKeys(inner)));
    if (node !== undefined && meant !== undefined) {
      for (const inner of meant) complain(inner, path, root, what, problems);
      return;
    }
  }
  if (node === undefined) {
    problems.push({ place: parent.place, problem: `${name} is missing` });
  } else if (issue.code === 'unrecognized_keys' && node.kind === 'map') {
    for (const key of issue.keys) {
      const place = node.entries.get(key)?.place ?? node.place;
      const remedy = suggestion(key, issue.message.split(' '));
      problems.push({ place, problem: `${name === '' ? '' : `${name}: `}there is no key "${key}" here`, remedy });
    }
  } else {
    const remedy = issue.code === 'invalid_type' && expectsNumber(issue) ? numberRemedy(node) : undefined;
    const close = issue.code === 'invalid_value' ? nearest(wordOf(node), issue.values.map(String)) : undefined;
    const help = remedy ?? (close && `did you mean "${close}"?`);
    const expected = expectation(issue);
    const problem = `${name}: ${expected}${expected.startsWith('expected') ? `, got ${describe(node)}` : ''}`;
    problems.push({ place: node.place, problem, ...(help === undefined ? {} : { remedy: help }) });
  }
}

function isAboutKeys(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'unrecognized_keys' || issue.code === 'custom';
}

function follow(root: Located, path: readonly PropertyKey[]): { node: Located | undefined; parent: Located } {
  let parent = root;
  let node: Located | undefined = root;
  for (const step of path) {
    if (node === undefined) break;
    parent = node;
    if (node.kind === 'map') node = node.entries.get(String(step))?.node;
    else node = node.kind === 'list' ? node.items[Number(step)] : undefined;
  }
  return { node, parent };
}

function wordOf(node: Located): string {
  return node.kind === 'scalar' ? String(node.value) : '';
}

function expectsNumber(issue: z.core.$ZodIssueInvalidType): boolean {
  return issue.expected === 'number' || issue.expected === 'int';
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.message.startsWith('expected')) return issue.message;
  if (issue.code === 'invalid_type') return `expected ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `expected ${inWords(issue.values.map(String))}`;
  if (issue.code === 'too_small') {
    if (issue.origin === 'array') return `needs at least ${issue.minimum} in the list`;
    return `expected ${issue.inclusive ? `${issue.minimum} or more` : `more than ${issue.minimum}`}`;
  }
  if (issue.code === 'too_big') {
    return issue.origin === 'array'
      ? `needs at most ${issue.maximum} in the list`
      : `expected ${issue.maximum} or less`;
  }
  return issue.message;
}

function inWords(words: readonly string[]): string {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  tuple: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};
