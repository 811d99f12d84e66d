/**
 * Checks: whether the arguments of the public door are what they must be, in words for people who write programs.
 *
 * Inside the library types are trusted; a program in JavaScript has none, and no type excludes a negative number. So every
 * function of the door is made here from the function inside and one check for each argument. What fails is a Failure that says
 * where, what, why and what to do, and names all arguments that are wrong.
 */
import { suggestion } from '../evidence/nearest.ts';
import { Failure, type FailureFacts } from '../failure.ts';

/** Complaints about a value at a place such as `study.replicates`; none if it is right. */
export type Check = (value: unknown, place: string) => readonly FailureFacts[];

/** Why an argument must be as it is, and what to write. */
export interface Help {
  readonly reason: string;
  readonly remedy: string;
}

/** A value for which `holds`; `expected` says in words what that is. */
export function expecting(expected: string, holds: (value: unknown) => boolean, help: Help): Check {
  return (value, place) =>
    holds(value) ? [] : [{ place, problem: `expected ${expected}, got ${inWords(value)}`, ...help }];
}

/** A whole number between two limits. */
export function wholeNumber(low: number, high: number, help: Help): Check {
  const holds = (value: unknown) => Number.isInteger(value) && Number(value) >= low && Number(value) <= high;
  const expected = high === Infinity ? `a whole number from ${low} on` : `a whole number from ${low} to ${high}`;
  return expecting(expected, holds, help);
}

/** Text that is not empty. */
export function someText(help: Help): Check {
  return expecting('text', (value) => typeof value === 'string' && value !== '', help);
}

/** True or false. */
export function trueOrFalse(help: Help): Check {
  return expecting('true or false', (value) => typeof value === 'boolean', help);
}

/** A function. */
export function aFunction(help: Help): Check {
  return expecting('a function', (value) => typeof value === 'function', help);
}

/** A list of at least so many members, each of which is checked. */
export function listOf(what: string, member: Check, least: number, help: Help, most = Infinity): Check {
  const holds = (value: unknown) => Array.isArray(value) && value.length >= least && value.length <= most;
  const whole = expecting(what, holds, help);
  return (value, place) => {
    const complaints = whole(value, place);
    if (complaints.length > 0 || !Array.isArray(value)) return complaints;
    return value.flatMap((one, at) => member(one, `${place}[${at}]`));
  };
}

/** An object with these keys and no others, each of which is checked. */
export function objectOf(what: string, keys: Readonly<Record<string, Check>>, help: Help): Check {
  const whole = expecting(what, isObject, help);
  return (value, place) => {
    if (!isObject(value)) return whole(value, place);
    const unknown = Object.keys(value).filter((key) => !Object.hasOwn(keys, key));
    return [
      ...unknown.map((key) => ({
        place,
        problem: `there is no key "${key}" here`,
        reason: `the keys are ${Object.keys(keys).join(', ')}`,
        remedy: suggestion(key, Object.keys(keys)),
      })),
      ...Object.entries(keys).flatMap(([key, check]) => check(value[key], `${place}.${key}`)),
    ];
  };
}

/** What may also be left out. */
export function optional(check: Check): Check {
  return (value, place) => (value === undefined ? [] : check(value, place));
}

/** One check for each argument, under its name. */
export type Checks<Given extends readonly unknown[]> = {
  readonly [At in keyof Given]: readonly [name: string, check: Check];
};

/** The function `name`, which throws a Failure if an argument is wrong; `together` checks arguments that depend on each other. */
export function checked<Given extends readonly unknown[], Result>(
  name: string,
  checks: Checks<Given>,
  act: (...given: Given) => Result,
  together: (...given: Given) => readonly FailureFacts[] = () => [],
): (...given: Given) => Result {
  return (...given) => {
    refuseWrong(name, checks, given, together);
    return act(...given);
  };
}

/** As `checked`, but the promise fails. */
export function checkedLater<Given extends readonly unknown[], Result>(
  name: string,
  checks: Checks<Given>,
  act: (...given: Given) => Promise<Result>,
  together: (...given: Given) => readonly FailureFacts[] = () => [],
): (...given: Given) => Promise<Result> {
  return async (...given) => {
    refuseWrong(name, checks, given, together);
    return act(...given);
  };
}

function refuseWrong<Given extends readonly unknown[]>(
  name: string,
  checks: Checks<Given>,
  given: Given,
  together: (...given: Given) => readonly FailureFacts[],
): void {
  const each = checks.flatMap(([argument, check], at) => check(given[at], argument));
  const complaints = each.length > 0 ? each : together(...given);
  if (complaints.length === 0) return;
  throw new Failure(...complaints.map((facts) => ({ ...facts, place: `${name}: ${facts.place}` })));
}

/** Whether a value is an object with keys, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value in words: `the text "2"`, `a list of 3`, `nothing`. */
function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (value === '') return 'an empty text';
  if (typeof value === 'string')
    return `the text "${value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value}"`;
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (!isObject(value)) return String(value);
  const keys = Object.keys(value);
  return keys.length === 0 ? 'an object without keys' : `an object with the keys ${keys.slice(0, 8).join(', ')}`;
}

const MOST_SHOWN = 40;
