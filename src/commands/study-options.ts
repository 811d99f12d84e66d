/**
 * Study options: the options that every command shares that runs a study.
 */
import type { Options } from 'yargs';
import { evidenceModes } from '../community/effects.ts';
import { Failure } from '../failure.ts';
import { MOST_DRAWS, MOST_REPLICATES, type StudyRequest } from '../studies/request.ts';
import { tableFormats } from '../tables/format.ts';
import { type Given, isGiven, textGiven, wholeNumberGiven, wholeNumbersGiven, wordGiven } from './command.ts';

/** The option of every command that reads scenarios. */
export const evidenceOption: Options = {
  string: true,
  requiresArg: true,
  choices: evidenceModes,
  describe: 'which evidence may move the odds of reoffending: all, grade A only, or none',
};

/** As yargs is told; values are texts until they are checked. */
export const studyOptions: Readonly<Record<string, Options>> = {
  seed: { string: true, requiresArg: true, describe: 'any text; another seed is other luck' },
  replicates: { string: true, requiresArg: true, describe: 'how often each arm is run' },
  draws: { string: true, requiresArg: true, describe: 'parameter draws; 0, the default, takes central values' },
  years: { string: true, requiresArg: true, describe: 'years observed' },
  evidence: evidenceOption,
  precision: {
    string: true,
    requiresArg: true,
    describe: 'add replicates until intervals are this narrow to either side: "new-charge@2y: 0.5pp, occupancy: 1%"',
  },
  'most-replicates': {
    string: true,
    requiresArg: true,
    describe: 'no more than so many for --precision; by default 200',
  },
  people: { string: true, requiresArg: true, describe: 'replicates whose lives are written too, as in 0,1' },
  workers: { string: true, requiresArg: true, describe: 'threads; by default one a core' },
  out: {
    string: true,
    requiresArg: true,
    describe: 'folder for the results; by default output/<scenarios>, such as output/norway-baseline-mine',
  },
  overwrite: { boolean: true, describe: 'let results of another command in that folder be replaced' },
  format: { string: true, requiresArg: true, choices: tableFormats, describe: 'of the tables; by default parquet' },
  json: { boolean: true, describe: 'print summary.json instead of a table' },
  quiet: { boolean: true, describe: 'no progress and no table' },
};

/** The options that choose one cell of a study, with its lives. */
export const cellOptions: Readonly<Record<string, Options>> = {
  replicate: {
    string: true,
    requiresArg: true,
    describe: 'run this replicate alone, as a batch has it, with its lives',
  },
  draw: {
    string: true,
    requiresArg: true,
    describe: 'and of which parameter draw; 0, the default, has central values',
  },
};

/** The options that were typed. Throws a Failure for the first that is wrong. */
export function studyRequest(given: Given): StudyRequest {
  const only = onlyGiven(given);
  return {
    seed: textGiven(given, 'seed'),
    replicates: wholeNumberGiven(given, 'replicates', 1, MOST_REPLICATES),
    draws: wholeNumberGiven(given, 'draws', 0, MOST_DRAWS) ?? 0,
    years: wholeNumberGiven(given, 'years', 1, 200),
    precision: precisionGiven(given),
    mostReplicates: wholeNumberGiven(given, 'most-replicates', 2, MOST_REPLICATES) ?? 200,
    evidence: wordGiven(given, 'evidence', evidenceModes),
    people: only === undefined ? wholeNumbersGiven(given, 'people', 0, MOST_REPLICATES - 1) : [only.replicate],
    only,
    workers: wholeNumberGiven(given, 'workers', 1, 1024),
    out: textGiven(given, 'out'),
    overwrite: isGiven(given, 'overwrite'),
    format: wordGiven(given, 'format', tableFormats) ?? 'parquet',
    json: isGiven(given, 'json'),
    quiet: isGiven(given, 'quiet'),
  };
}

function precisionGiven(given: Given): string | undefined {
  const precision = textGiven(given, 'precision');
  const other = ['draws', 'replicate'].find((name) => given[name] !== undefined && given[name] !== '0');
  if (precision === undefined || other === undefined) return precision;
  const reason = 'it adds replicates of central values, and they alone decide how wide the interval is';
  throw new Failure({ problem: `--precision does not go with --${other}`, reason, remedy: 'keep one' });
}

function onlyGiven(given: Given): StudyRequest['only'] {
  const replicate = wholeNumberGiven(given, 'replicate', 0, MOST_REPLICATES - 1);
  const draw = wholeNumberGiven(given, 'draw', 0, MOST_DRAWS);
  if (replicate === undefined) {
    if (draw === undefined) return undefined;
    throw new Failure({ problem: '--draw goes with --replicate', remedy: 'name a replicate too, or say --draws' });
  }
  const other = ['replicates', 'draws', 'people'].find((name) => given[name] !== undefined);
  if (other === undefined) return { draw: draw ?? 0, replicate };
  throw new Failure({
    problem: `--replicate runs one replicate with its lives, so --${other} says nothing`,
    remedy: 'keep one',
  });
}
