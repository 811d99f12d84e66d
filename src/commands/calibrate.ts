/** `stepdown calibrate`: fit a history to what was observed. */
import { type Command, isGiven, positionalGiven, textGiven, wholeNumberGiven } from './command.ts';
import { studyOptions } from './study-options.ts';

export const calibrateCommand: Command = {
  usage: 'calibrate <plan>',
  summary: 'fit the free parameters of a plan to observed figures, and say what is met, missed and not known',
  positionals: { plan: { type: 'string', describe: 'a file such as scenarios/norway/calibration.yaml' } },
  options: {
    rounds: { string: true, requiresArg: true, describe: 'rounds of the fit; 6 by default' },
    replicates: { string: true, requiresArg: true, describe: 'how often each setting is run; 2 by default' },
    ensemble: {
      string: true,
      requiresArg: true,
      describe: 'settings to try that the figures leave possible; 0 by default',
    },
    workers: studyOptions['workers'],
    out: { string: true, requiresArg: true, describe: 'folder for the results; by default output/calibrated' },
    overwrite: studyOptions['overwrite'],
    quiet: { boolean: true, describe: 'no progress and no table' },
  },
  examples: [
    ['stepdown calibrate scenarios/norway/calibration.yaml', 'six rounds of the fit for Norway, 1997 to 2012'],
    [
      'stepdown calibrate scenarios/norway/calibration.yaml --ensemble 20',
      'and twenty settings that fit about as well',
    ],
  ],
  async run(given, terminal) {
    const request = {
      rounds: wholeNumberGiven(given, 'rounds', 1, 100) ?? 6,
      replicates: wholeNumberGiven(given, 'replicates', 1, 1000) ?? 2,
      ensemble: wholeNumberGiven(given, 'ensemble', 0, 10_000) ?? 0,
      workers: wholeNumberGiven(given, 'workers', 1, 1024),
      out: textGiven(given, 'out'),
      overwrite: isGiven(given, 'overwrite'),
      quiet: isGiven(given, 'quiet'),
    };
    const { runCalibration } = await import('../studies/calibrate.ts');
    await runCalibration(positionalGiven(given, 'plan'), request, terminal);
  },
};
