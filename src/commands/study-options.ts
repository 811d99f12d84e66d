/**
 * Study options: the options that `run` and `compare` share.
 */
import { evidenceModes } from '../community/effects.ts';
import { Failure } from '../failure.ts';
import { MOST_DRAWS, MOST_REPLICATES, MOST_YEARS } from '../scenario/limits.ts';
import type { StudyRequest } from '../studies/request.ts';
import { tableFormats } from '../tables/format.ts';
import {
  type Given,
  isGiven,
  type OptionDeclared,
  textGiven,
  wholeNumberGiven,
  wholeNumbersGiven,
  wordGiven,
} from './command.ts';

/** The option of every command that reads scenarios. */
export const evidenceOption: OptionDeclared = {
  string: true,
  requiresArg: true,
  choices: evidenceModes,
  describe:
    'published effects on reoffending that are admitted: all, only grade A (the strongest evidence), or none; by default as the scenario says',
};

/** The options as yargs takes them; values are texts until they are checked. */
export const studyOptions: Readonly<Record<string, OptionDeclared>> = {
  seed: {
    string: true,
    requiresArg: true,
    describe: 'any text; it decides all chance events, so another seed gives other luck',
  },
  replicates: {
    string: true,
    isNumber: true,
    requiresArg: true,
    describe:
      'runs of every scenario, each run (replicate) with its own chance events; by default they are added until --precision is reached or --budget is used, eight at the least; with --draws as many as the scenario says',
  },
  draws: {
    string: true,
    isNumber: true,
    requiresArg: true,
    describe:
      'parameter draws: sets of possible values for the uncertain numbers, each run with all replicates; 0, the default, runs central values alone',
  },
  years: {
    string: true,
    isNumber: true,
    requiresArg: true,
    describe: 'years to observe; by default as the scenario says',
  },
  evidence: evidenceOption,
  precision: {
    string: true,
    requiresArg: true,
    describe:
      'add replicates until 95 % intervals reach no further than this to either side, as in "new-charge@2y: 0.5pp, occupancy: 1%" (pp: percentage points); by default the people of the headline charged again: 0.1pp',
  },
  budget: {
    string: true,
    requiresArg: true,
    describe:
      'add replicates until this time is used, as in 30s, 5min or 1h; charts and report take some seconds more; by default 20s, or no limit with --precision',
  },
  'most-replicates': {
    string: true,
    isNumber: true,
    requiresArg: true,
    describe: 'add no more replicates than this; by default 200',
  },
  people: {
    string: true,
    requiresArg: true,
    describe: 'replicates, counted from 0, whose people and events are written as tables too, as in 0,1',
  },
  workers: {
    string: true,
    isNumber: true,
    requiresArg: true,
    describe: 'threads that simulate, and then draw; by default one per core',
  },
  cache: {
    boolean: true,
    describe:
      'take burn-ins from earlier runs of the same baseline, and keep new ones in the cache folder of the user; --no-cache simulates them anew, with the same results',
  },
  out: {
    string: true,
    requiresArg: true,
    describe: 'folder for the results; by default output/<scenarios>, such as output/norway-baseline-mine',
  },
  overwrite: { boolean: true, describe: 'replace results of another command in that folder' },
  format: {
    string: true,
    requiresArg: true,
    choices: tableFormats,
    describe: 'file format of the tables; by default parquet',
  },
  json: { boolean: true, describe: 'print summary.json instead of a table' },
  quiet: { boolean: true, describe: 'print neither progress nor table' },
};

/** The options that choose one cell of a study, with its lives. */
export const cellOptions: Readonly<Record<string, OptionDeclared>> = {
  replicate: {
    string: true,
    isNumber: true,
    requiresArg: true,
    describe: 'run only this replicate, counted from 0, just as the whole study has it, and write its lives',
  },
  draw: {
    string: true,
    isNumber: true,
    requiresArg: true,
    describe: 'with --replicate, the parameter draw to run; 0, the default, has the central values',
  },
};

/** The typed options. Throws a Failure for the first that is wrong. */
export function studyRequest(given: Given): StudyRequest {
  const only = onlyGiven(given);
  return {
    seed: textGiven(given, 'seed'),
    replicates: wholeNumberGiven(given, 'replicates', 1, MOST_REPLICATES),
    draws: wholeNumberGiven(given, 'draws', 0, MOST_DRAWS) ?? 0,
    years: wholeNumberGiven(given, 'years', 1, MOST_YEARS),
    ...ruleGiven(given),
    evidence: wordGiven(given, 'evidence', evidenceModes),
    people: only === undefined ? wholeNumbersGiven(given, 'people', 0, MOST_REPLICATES - 1) : [only.replicate],
    only,
    workers: wholeNumberGiven(given, 'workers', 1, 1024),
    cache: given['cache'] !== false,
    out: textGiven(given, 'out'),
    overwrite: isGiven(given, 'overwrite'),
    format: wordGiven(given, 'format', tableFormats) ?? 'parquet',
    json: isGiven(given, 'json'),
    quiet: isGiven(given, 'quiet'),
  };
}

function ruleGiven(given: Given): Pick<StudyRequest, 'precision' | 'budget' | 'mostReplicates'> {
  const isThere = (name: string) => given[name] !== undefined && !(name === 'draws' && given[name] === '0');
  const rule = ['precision', 'budget', 'most-replicates'].find((name) => given[name] !== undefined);
  const fixed = ['replicates', 'draws', 'replicate'].find(isThere);
  if (rule !== undefined && fixed !== undefined) {
    const reason =
      fixed === 'draws'
        ? 'it adds replicates at central values, so nothing else may widen the interval'
        : `it decides how many replicates there are, and --${fixed} fixes that`;
    throw new Failure({ problem: `--${rule} does not go with --${fixed}`, reason, remedy: 'keep one' });
  }
  return {
    precision: textGiven(given, 'precision'),
    budget: textGiven(given, 'budget'),
    mostReplicates: wholeNumberGiven(given, 'most-replicates', 1, MOST_REPLICATES),
  };
}

function onlyGiven(given: Given): StudyRequest['only'] {
  const replicate = wholeNumberGiven(given, 'replicate', 0, MOST_REPLICATES - 1);
  const draw = wholeNumberGiven(given, 'draw', 0, MOST_DRAWS);
  if (replicate === undefined) {
    if (draw === undefined) return undefined;
    throw new Failure({ problem: '--draw goes with --replicate', remedy: 'add --replicate, or use --draws' });
  }
  const other = ['replicates', 'draws', 'people'].find((name) => given[name] !== undefined);
  if (other === undefined) return { draw: draw ?? 0, replicate };
  throw new Failure({
    problem: `--replicate runs one replicate with its lives, so --${other} has no meaning`,
    remedy: 'keep one',
  });
}
