/**
 * Command: declares what the user types after `stepdown`, and checks the values one by one.
 */
import type { Options, PositionalOptions } from 'yargs';
import { Failure } from '../failure.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** One command. Its declaration is read for every `--help`, so `run` loads what it needs when it is called. */
export interface Command {
  /** Name and positionals: `compare <scenarios..>`. */
  readonly usage: string;
  readonly summary: string;
  /** What must be named, if nothing was: `a scenario`; undefined if nothing must. */
  readonly needs?: string;
  readonly positionals: Readonly<Record<string, PositionalOptions>>;
  readonly options: Readonly<Record<string, OptionDeclared>>;
  readonly examples: readonly (readonly [command: string, what: string])[];
  readonly run: (given: Given, terminal: Terminal) => Promise<void>;
}

/** An option as yargs takes it. */
export interface OptionDeclared extends Options {
  /** Whether it is a number; it is declared as text, so that a complaint can show what was typed. */
  readonly isNumber?: boolean;
}

/** The typed values by name of positional or option; not yet checked. */
export type Given = Readonly<Record<string, unknown>>;

/** The text given for an option; undefined if it was left out. Throws a Failure if it was given twice or is empty. */
export function textGiven(given: Given, name: string): string | undefined {
  const value = given[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value))
    throw new Failure({ problem: `--${name} is given ${value.length} times`, remedy: 'keep one' });
  if (value === '') throw new Failure({ problem: `--${name} is empty` });
  return String(value);
}

/** The texts given for an option that may be given several times; none if it was left out. */
export function textsGiven(given: Given, name: string): readonly string[] {
  return given[name] === undefined ? [] : [given[name]].flat().map(String);
}

/** The whole number given for an option; undefined if it was left out. Throws a Failure for anything else. */
export function wholeNumberGiven(given: Given, name: string, low: number, high: number): number | undefined {
  const text = textGiven(given, name);
  if (text === undefined) return undefined;
  const value = wholeNumber(text);
  if (value >= low && value <= high) return value;
  throw new Failure({ problem: `--${name} ${text}: expected a whole number from ${low} to ${high}` });
}

/** The whole numbers given for an option, separated by commas: each once, in order; none if it was left out. */
export function wholeNumbersGiven(given: Given, name: string, low: number, high: number): readonly number[] {
  const text = textGiven(given, name);
  if (text === undefined) return [];
  const values = text.split(',').map((part) => wholeNumber(part.trim()));
  if (values.every((value) => value >= low && value <= high)) return [...new Set(values)].sort((a, b) => a - b);
  const problem = `--${name} ${text}: expected whole numbers from ${low} to ${high}, separated by commas`;
  throw new Failure({ problem });
}

/** One of the words allowed for an option; undefined if it was left out. Throws a Failure for another word. */
export function wordGiven<const Word extends string>(
  given: Given,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const text = textGiven(given, name);
  const word = words.find((one) => one === text);
  if (text === undefined || word !== undefined) return word;
  throw new Failure({ problem: `--${name} ${text}: there is no such choice`, remedy: `allowed: ${words.join(', ')}` });
}

/** Whether a yes-or-no option was given. */
export function isGiven(given: Given, name: string): boolean {
  return given[name] === true;
}

/** A required positional. */
export function positionalGiven(given: Given, name: string): string {
  return String(given[name]);
}

/** A list of positionals. */
export function positionalsGiven(given: Given, name: string): readonly string[] {
  return [given[name]].flat().map(String);
}

function wholeNumber(text: string): number {
  return /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
}
