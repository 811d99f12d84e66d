/** `stepdown backtest`: how far would forecasts of the past have missed? */
import { MOST_DRAWS, MOST_REPLICATES } from '../scenario/limits.ts';
import { type Command, isGiven, positionalGiven, textGiven, wholeNumberGiven, wordGiven } from './command.ts';
import { experimentOptions } from './experiment-options.ts';
import { studyOptions } from './study-options.ts';

const MOST_HORIZON = 20;
const jumpOffs = ['observed', 'simulated'] as const;
const admissionRules = ['held', 'forecast'] as const;
const { years: _, measures: __, ...shared } = experimentOptions('output/backtest-<scenario>');

export const backtestCommand: Command = {
  usage: 'backtest <scenario>',
  summary: 'forecast past years from what was known before them, and tell how far the forecasts miss',
  needs: 'a scenario',
  positionals: { scenario: { type: 'string', describe: 'a file, or the name of one in scenarios/, with a history' } },
  options: {
    origins: {
      string: true,
      requiresArg: true,
      describe: 'last known years from which forecasts start, as in 1998..2009,2012',
    },
    horizon: {
      string: true,
      isNumber: true,
      requiresArg: true,
      describe: 'years forecast from each origin; by default 5',
    },
    'jump-off': {
      string: true,
      requiresArg: true,
      choices: jumpOffs,
      describe:
        'where forecasts start: from the last observed figure (the simulated values are scaled to it), or as simulated; by default observed',
    },
    observed: {
      string: true,
      requiresArg: true,
      describe: 'file of observed figures; by default observed.csv beside the scenario or one folder up',
    },
    given: {
      string: true,
      requiresArg: true,
      describe:
        'levers whose later figures stay in conditional forecasts, separated by commas; by default those of admissions and places',
    },
    'mean-of': {
      string: true,
      isNumber: true,
      requiresArg: true,
      describe:
        'last figures of a yearly input of which the mean holds beyond an origin; by default 3, and 1 keeps the last one',
    },
    admissions: {
      string: true,
      requiresArg: true,
      choices: admissionRules,
      describe:
        'admissions in blind forecasts: held at the means of their last figures, or forecast from the prison sentences observed up to the origin, every run with its own; by default held',
    },
    draws: studyOptions['draws'],
    ...shared,
  },
  examples: [
    [
      'stepdown backtest norway/history --origins 1998..2009,2012,2016 --horizon 5',
      'errors by horizon beside last value and trends',
    ],
  ],
  async run(given, terminal) {
    const scenario = positionalGiven(given, 'scenario');
    const request = {
      origins: textGiven(given, 'origins'),
      horizon: wholeNumberGiven(given, 'horizon', 1, MOST_HORIZON) ?? 5,
      jumpOff: wordGiven(given, 'jump-off', jumpOffs) ?? 'observed',
      observed: textGiven(given, 'observed'),
      given: textGiven(given, 'given'),
      meanOf: wholeNumberGiven(given, 'mean-of', 1, 20),
      admissions: wordGiven(given, 'admissions', admissionRules),
      draws: wholeNumberGiven(given, 'draws', 0, MOST_DRAWS) ?? 0,
      replicates: wholeNumberGiven(given, 'replicates', 1, MOST_REPLICATES),
      seed: textGiven(given, 'seed'),
      workers: wholeNumberGiven(given, 'workers', 1, 1024),
      cache: given['cache'] !== false,
      out: textGiven(given, 'out'),
      overwrite: isGiven(given, 'overwrite'),
      quiet: isGiven(given, 'quiet'),
    };
    const { runBacktest } = await import('../studies/backtest.ts');
    await runBacktest(scenario, request, terminal);
  },
};
