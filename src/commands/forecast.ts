/** `stepdown forecast`: how many people, and for how many is there a place, up to a date? */
import { MOST_DRAWS, MOST_REPLICATES } from '../scenario/limits.ts';
import { type Command, isGiven, positionalGiven, textGiven, wholeNumberGiven, wordGiven } from './command.ts';
import { studyOptions } from './study-options.ts';

export const forecastCommand: Command = {
  usage: 'forecast <scenario>',
  summary: 'people, flows, free places and queue by month or quarter up to a date, with their bands',
  needs: 'a scenario',
  positionals: { scenario: { type: 'string', describe: 'a file, or the name of one in scenarios/' } },
  options: {
    until: {
      string: true,
      requiresArg: true,
      describe:
        'last day of the forecast, as in 2030-12-31; its month or quarter is counted to the end. By default the last day of the scenario',
    },
    by: {
      string: true,
      requiresArg: true,
      choices: ['month', 'quarter'],
      describe: 'length of a period; by default quarter. Peak days are always those of a quarter',
    },
    grow: {
      string: true,
      nargs: 1,
      requiresArg: true,
      describe:
        'yearly growth of first charges, from the start, or from the year after the last that the scenario gives; several, as in -1%,0%,1%, are variants in one chart; by default none',
    },
    admissions: {
      string: true,
      requiresArg: true,
      choices: ['held', 'forecast'],
      describe:
        'first charges: held as the scenario says, or forecast from the prison sentences observed before them, every run with its own path, so that bands hold that doubt too; does not go with --grow; by default held',
    },
    observed: {
      string: true,
      requiresArg: true,
      describe:
        'file of the observed figures for --admissions forecast; by default observed.csv beside the scenario or one folder up',
    },
    replicates: {
      ...studyOptions['replicates'],
      describe:
        'runs, each with its own chance events; by default 40, or 2 of every draw with --draws; fewer than 8 make rough bands',
    },
    draws: {
      ...studyOptions['draws'],
      describe:
        'sets of possible values for the uncertain numbers, or members of the calibration if the scenario names them: bands then hold doubt about parameters too. Without members each number is drawn on its own, which may move the middle run far from central values: 8 runs at these are made beside it. By default 0, chance alone',
    },
    against: {
      string: true,
      requiresArg: true,
      describe: 'folder of an earlier forecast: what changed since, and how much of it is inputs, model and chance',
    },
    seed: studyOptions['seed'],
    workers: studyOptions['workers'],
    cache: studyOptions['cache'],
    out: {
      string: true,
      requiresArg: true,
      describe: 'folder for the results; by default output/forecast-<scenario>',
    },
    overwrite: studyOptions['overwrite'],
    quiet: { boolean: true, describe: 'print neither progress nor table' },
  },
  examples: [
    ['stepdown forecast harbour/baseline --until 2024-12-31', 'draws fans of people inside, free places and queue'],
    [
      'stepdown forecast norway/2021 --until 2026-12-31 --grow -1%,0%,1% --against output/forecast-norway-2021',
      'low, central and high in one chart, and what changed since the last forecast',
    ],
  ],
  async run(given, terminal) {
    const request = {
      until: textGiven(given, 'until'),
      by: wordGiven(given, 'by', ['month', 'quarter']) ?? 'quarter',
      grow: textGiven(given, 'grow'),
      admissions: wordGiven(given, 'admissions', ['held', 'forecast'] as const),
      observed: textGiven(given, 'observed'),
      replicates: wholeNumberGiven(given, 'replicates', 2, MOST_REPLICATES),
      draws: wholeNumberGiven(given, 'draws', 0, MOST_DRAWS) ?? 0,
      against: textGiven(given, 'against'),
      seed: textGiven(given, 'seed'),
      workers: wholeNumberGiven(given, 'workers', 1, 1024),
      cache: given['cache'] !== false,
      out: textGiven(given, 'out'),
      overwrite: isGiven(given, 'overwrite'),
      quiet: isGiven(given, 'quiet'),
    };
    const { runForecast } = await import('../studies/forecast.ts');
    await runForecast(positionalGiven(given, 'scenario'), request, terminal);
  },
};
