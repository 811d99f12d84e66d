/** `stepdown calibrate`: fits a simulated history to observed figures. */
import { type Command, isGiven, positionalGiven, textGiven, wholeNumberGiven } from './command.ts';
import { studyOptions } from './study-options.ts';

export const calibrateCommand: Command = {
  usage: 'calibrate <plan>',
  summary: 'fit uncertain parameters to observed figures; report figures met and missed, and what stays unknown',
  needs: 'a plan',
  positionals: {
    plan: { type: 'string', describe: 'the file that says what to fit, such as scenarios/norway/calibration.yaml' },
  },
  options: {
    rounds: { string: true, isNumber: true, requiresArg: true, describe: 'rounds of improvement; by default 6' },
    replicates: {
      string: true,
      isNumber: true,
      requiresArg: true,
      describe: 'runs of each setting of the parameters, each with its own chance events; by default 2',
    },
    workers: studyOptions['workers'],
    cache: studyOptions['cache'],
    out: { string: true, requiresArg: true, describe: 'folder for the results; by default output/calibrated' },
    overwrite: studyOptions['overwrite'],
    quiet: { boolean: true, describe: 'print neither progress nor table' },
  },
  examples: [
    ['stepdown calibrate scenarios/norway/calibration.yaml', 'six rounds of the fit for Norway, 1997 to 2021'],
  ],
  async run(given, terminal) {
    const request = {
      rounds: wholeNumberGiven(given, 'rounds', 1, 100) ?? 6,
      replicates: wholeNumberGiven(given, 'replicates', 1, 1000) ?? 2,
      workers: wholeNumberGiven(given, 'workers', 1, 1024),
      cache: given['cache'] !== false,
      out: textGiven(given, 'out'),
      overwrite: isGiven(given, 'overwrite'),
      quiet: isGiven(given, 'quiet'),
    };
    const { runCalibration } = await import('../studies/calibrate.ts');
    await runCalibration(positionalGiven(given, 'plan'), request, terminal);
  },
};
