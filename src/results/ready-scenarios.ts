/**
 * Ready scenarios: the scenarios that the page offers, each as one self-contained text, with the one it is compared with.
 */
import { formatDay } from '../engine/calendar.ts';
import { readScenarioFile } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import { differInPoliciesAlone } from '../scenario/history.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** A scenario as the page lists it. */
export interface ReadyScenario {
  /** As on the command line: `norway/baseline`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly place: string;
  /** The name of the scenario with which it is compared; its own if it is a baseline. */
  readonly baseline: string;
  /** The first day observed, and the day after the last. */
  readonly start: string;
  readonly end: string;
  readonly seed: string;
  /** The share of the country that is simulated at first. */
  readonly scale: number;
}

/** The list for the page, and the texts by path. */
export interface ReadyScenarios {
  readonly list: { readonly version: string; readonly scenarios: readonly ReadyScenario[] };
  readonly texts: ReadonlyMap<string, string>;
}

/** Those that come with the program, by the name of what each is compared with; the small country first, since it takes a second. */
const OF_PROGRAM: readonly (readonly [name: string, baseline: string])[] = [
  ['harbour/baseline', 'harbour/baseline'],
  ['harbour/way-out', 'harbour/baseline'],
  ['norway/baseline', 'norway/baseline'],
  ['norway/enough-places', 'norway/enough-places'],
  ['normality', 'norway/enough-places'],
  ['restrictive', 'norway/enough-places'],
  ...['em-expansion', 'family-first', 'fast-courts', 'reentry-guarantee', 'short-staffed', 'treatment-first'].map(
    (name) => [name, 'norway/baseline'] as const,
  ),
];

/** First charges per year from which on a tenth of the country is simulated at first. */
const LARGE = 2_000;

/** The scenarios of the program. */
export function readyScenarios(cwd = process.cwd()): ReadyScenarios {
  return readyOf(OF_PROGRAM, cwd);
}

/** Scenarios that a person names: all are compared with the first where they differ from it in policies alone. */
export function readyNamed(names: readonly string[], cwd: string): ReadyScenarios {
  const [first] = names.map((name) => readScenarioFile(name, cwd).scenario);
  const pairs = names.map((name) => {
    const { scenario } = readScenarioFile(name, cwd);
    return [name, differInPoliciesAlone(first!, scenario) ? names[0] : name] as const;
  });
  return readyOf(pairs, cwd);
}

function readyOf(pairs: readonly (readonly [string, string])[], cwd: string): ReadyScenarios {
  const texts = new Map<string, string>();
  const scenarios = pairs.map(([name, baseline]) => {
    const { scenario } = readScenarioFile(name, cwd);
    texts.set(name.endsWith('.yaml') ? name : `${name}.yaml`, scenario.text);
    return readyFrom(name, baseline, scenario);
  });
  return { list: { version: VERSION, scenarios }, texts };
}

function readyFrom(name: string, baseline: string, scenario: Scenario): ReadyScenario {
  const { title, description = '', place, start, end, seed, passports } = scenario;
  const scale = Number(passports.get('arrivals.per_year')?.value) > LARGE ? 0.1 : 1;
  return { name, title, description, place, baseline, start: formatDay(start), end: formatDay(end), seed, scale };
}
