/**
 * Study options: the options that every command shares that runs a study.
 */
import type { Options } from 'yargs';
import { type Given, isGiven, textGiven, wholeNumberGiven, wordGiven } from './command.ts';

/** How tables are written. */
export const FORMATS = ['parquet', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** As yargs is told; values are texts until they are checked. */
export const studyOptions: Readonly<Record<string, Options>> = {
  seed: { string: true, requiresArg: true, describe: 'any text; another seed is other luck' },
  replicates: { string: true, requiresArg: true, describe: 'how often each arm is run' },
  years: { string: true, requiresArg: true, describe: 'years observed' },
  workers: { string: true, requiresArg: true, describe: 'threads; by default one a core' },
  out: { string: true, requiresArg: true, describe: 'folder for the results; by default output/<arms>' },
  format: { string: true, requiresArg: true, choices: FORMATS, describe: 'of the tables; by default parquet' },
  json: { boolean: true, describe: 'print summary.json instead of a table' },
  quiet: { boolean: true, describe: 'no progress and no table' },
};

/** What was asked for; undefined leaves it to the scenario. */
export interface StudyRequest {
  readonly seed: string | undefined;
  readonly replicates: number | undefined;
  readonly years: number | undefined;
  readonly workers: number | undefined;
  readonly out: string | undefined;
  readonly format: Format;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** The options that were typed. Throws a Failure for the first that is wrong. */
export function studyRequest(given: Given): StudyRequest {
  return {
    seed: textGiven(given, 'seed'),
    replicates: wholeNumberGiven(given, 'replicates', 1, 1_000_000),
    years: wholeNumberGiven(given, 'years', 1, 200),
    workers: wholeNumberGiven(given, 'workers', 1, 1024),
    out: textGiven(given, 'out'),
    format: wordGiven(given, 'format', FORMATS) ?? 'parquet',
    json: isGiven(given, 'json'),
    quiet: isGiven(given, 'quiet'),
  };
}

/** The options that decide the results, as they would be typed again. */
export function typedAgain({ seed, replicates, years }: StudyRequest): string {
  const options = Object.entries({ seed, replicates, years }).filter(([, value]) => value !== undefined);
  return options.map(([name, value]) => ` --${name} ${shellWord(String(value))}`).join('');
}

/** A word for a shell, in quotes if it needs them. */
export function shellWord(word: string): string {
  return /^[\w./@%+,:=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
