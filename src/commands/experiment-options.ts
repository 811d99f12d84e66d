/**
 * Experiment options: the options of every experiment: replicates, years, seed, measures, and where results go.
 */
import { MOST_REPLICATES, MOST_YEARS } from '../scenario/limits.ts';
import type { ExperimentRequest } from '../studies/request.ts';
import { type Given, isGiven, type OptionDeclared, textGiven, wholeNumberGiven } from './command.ts';
import { studyOptions } from './study-options.ts';

/** The options as yargs takes them; `folder` names, in words, where results go by default. */
export function experimentOptions(folder: string): Readonly<Record<string, OptionDeclared>> {
  return {
    replicates: studyOptions['replicates'],
    years: studyOptions['years'],
    seed: studyOptions['seed'],
    measures: {
      string: true,
      requiresArg: true,
      describe:
        'outcomes to report, as in "new-charge@2y, occupancy"; by default those of the headline: the same people charged again, people inside, queue and cost',
    },
    workers: studyOptions['workers'],
    cache: studyOptions['cache'],
    out: { string: true, requiresArg: true, describe: `folder for the results; by default ${folder}` },
    overwrite: studyOptions['overwrite'],
    quiet: { boolean: true, describe: 'print neither progress nor table' },
  };
}

/** The options that were typed. Throws a Failure for the first that is wrong. */
export function experimentRequest(given: Given, fewestReplicates = 2): ExperimentRequest {
  return {
    replicates: wholeNumberGiven(given, 'replicates', fewestReplicates, MOST_REPLICATES),
    years: wholeNumberGiven(given, 'years', 1, MOST_YEARS),
    seed: textGiven(given, 'seed'),
    workers: wholeNumberGiven(given, 'workers', 1, 1024),
    cache: given['cache'] !== false,
    measures: textGiven(given, 'measures'),
    out: textGiven(given, 'out'),
    overwrite: isGiven(given, 'overwrite'),
    quiet: isGiven(given, 'quiet'),
  };
}
