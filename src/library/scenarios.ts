/**
 * Scenarios through the public door: read from text, run otherwise, under other policies, and days.
 */
import { type Day, formatDay as formatCivilDay, parseDay as parseCivilDay } from '../engine/calendar.ts';
import { Failure, type FailureFacts } from '../failure.ts';
import { MOST_REPLICATES, MOST_YEARS } from '../scenario/limits.ts';
import type { Policy } from '../scenario/policy.ts';
import { type Scenario, withPolicies as withOtherPolicies, withRun as withOtherRun } from '../scenario/scenario.ts';
import { scenarioFrom as scenarioIn } from '../simulation/scenario-from.ts';
import { aScenario } from './arguments.ts';
import {
  aFunction,
  checked,
  expecting,
  isObject,
  listOf,
  objectOf,
  optional,
  someText,
  wholeNumber,
} from './checks.ts';

const READ = "write scenarioFrom('mine.yaml', { read: (path) => texts[path] })";

/**
 * The scenario at `path`. `read` gives the text of a file by its path, so files may lie on a disk, in a bundle or in memory;
 * `find` resolves a name in a scenario to a path, by default the file beside the one that names it. A scenario's own
 * canonical `text` needs no other file. Throws one Failure with every problem, each with file, line and column.
 */
export const scenarioFrom = checked(
  'scenarioFrom',
  [
    ['path', someText({ reason: 'it is the path of the scenario, which read is asked for', remedy: READ })],
    [
      'files',
      objectOf(
        'the functions that read files',
        {
          read: aFunction({ reason: 'it gives the text of a file by its path', remedy: READ }),
          find: optional(
            aFunction({
              reason: 'it gives the path of a file that a scenario names',
              remedy: 'leave it out to look beside the file that names it',
            }),
          ),
        },
        { reason: 'the first argument is a path, and not the text itself', remedy: READ },
      ),
    ],
  ],
  (path: string, files: Parameters<typeof scenarioIn>[1]): Scenario =>
    scenarioIn(path, { ...files, read: (asked) => textRead(asked, files.read(asked)) }),
);

/** The same scenario run otherwise: another seed, more replicates, more years. Throws a Failure for a number that is impossible. */
export const withRun = checked(
  'withRun',
  [
    ['scenario', aScenario],
    [
      'run',
      objectOf(
        'what to run otherwise',
        {
          seed: optional(
            someText({ reason: 'a seed is any text, and decides all chance events', remedy: "write { seed: '12' }" }),
          ),
          replicates: optional(
            wholeNumber(1, MOST_REPLICATES, {
              reason: 'it is the number of runs, each with its own luck',
              remedy: 'write { replicates: 8 }',
            }),
          ),
          years: optional(
            wholeNumber(1, MOST_YEARS, { reason: 'it is the number of years observed', remedy: 'write { years: 5 }' }),
          ),
        },
        { reason: 'it names what is to differ', remedy: "write { seed: 'other', replicates: 8, years: 5 }" },
      ),
    ],
  ],
  (scenario: Scenario, run: Partial<Pick<Scenario, 'seed' | 'replicates' | 'years'>>) =>
    withOtherRun(scenario, Object.fromEntries(Object.entries(run).filter(([, value]) => value !== undefined))),
);

/** The same scenario with other policies: those of another, some of its own, or one more. */
export const withPolicies = checked(
  'withPolicies',
  [
    ['scenario', aScenario],
    [
      'policies',
      listOf(
        'a list of policies',
        expecting('a policy', isPolicy, {
          reason: 'a policy has a name, its days and its changes',
          remedy: 'take it from the policies of a scenario that was read',
        }),
        0,
        { reason: 'policies are applied in their order', remedy: 'write withPolicies(scenario, other.policies)' },
      ),
    ],
  ],
  (scenario: Scenario, policies: readonly Policy[]) => withOtherPolicies(scenario, policies),
  (_, policies) => twiceNamed(policies),
);

/** Reads `2016-01-01` as whole days since 1970-01-01. Throws a Failure for any other form and for dates that do not exist. */
export const parseDay = checked(
  'parseDay',
  [['text', expecting('a day of the calendar', isDay, DAY())]],
  (text: string) => parseCivilDay(text),
);

/** Writes whole days since 1970-01-01 as `2016-01-01`. Throws a Failure outside the years 0 to 9999. */
export const formatDay = checked(
  'formatDay',
  [['day', wholeNumber(parseCivilDay('0000-01-01'), parseCivilDay('9999-12-31'), DAY())]],
  (day: Day) => formatCivilDay(day),
);

function DAY() {
  return { reason: 'days are whole, counted from 1970-01-01, and written year-month-day', remedy: 'write 2016-01-31' };
}

function isDay(value: unknown): boolean {
  try {
    return typeof value === 'string' && Number.isInteger(parseCivilDay(value));
  } catch {
    return false;
  }
}

function isPolicy(value: unknown): boolean {
  return isObject(value) && typeof value['name'] === 'string' && Array.isArray(value['changes']);
}

function twiceNamed(policies: readonly Policy[]): readonly FailureFacts[] {
  const names = policies.map(({ name }) => name);
  return names.flatMap((name, at) =>
    names.indexOf(name) === at
      ? []
      : [
          {
            place: `policies[${at}]`,
            problem: `policy ${names.indexOf(name)} is called "${name}" too`,
            reason: 'a scenario holds one policy of a name',
            remedy: 'leave one of them out, or give it another name',
          },
        ],
  );
}

function textRead(path: string, text: unknown): string {
  if (typeof text === 'string') return text;
  throw new Failure({ place: path, problem: 'there is no such file: read gave no text for it' });
}
