/** `stepdown sensitivity`: which uncertain inputs decide the difference between two scenarios? */
import { type Command, positionalGiven, textGiven, wholeNumberGiven } from './command.ts';
import { experimentOptions, experimentRequest } from './experiment-options.ts';

const shared = experimentOptions('output/sensitivity-<scenario>');

export const sensitivityCommand: Command = {
  usage: 'sensitivity <baseline> <scenario>',
  summary: 'find the uncertain numbers that decide the difference between two scenarios',
  needs: 'a baseline and a scenario',
  positionals: {
    baseline: { type: 'string', describe: 'the scenario to compare with: a file, or the name of one in scenarios/' },
    scenario: { type: 'string', describe: 'the scenario to compare' },
  },
  options: {
    of: {
      string: true,
      requiresArg: true,
      describe:
        'mechanisms whose numbers vary one by one, as in "placement, court"; by default those of a mechanism vary together',
    },
    trajectories: {
      string: true,
      isNumber: true,
      requiresArg: true,
      describe: 'how often the screening (Morris) tries every number; by default 8',
    },
    points: {
      string: true,
      isNumber: true,
      requiresArg: true,
      describe:
        'sample size of the second step, the share of each number in the variance (Sobol indices); by default 64; 0 skips it',
    },
    most: {
      string: true,
      isNumber: true,
      requiresArg: true,
      describe: 'how many mechanisms or numbers enter the second step at most; by default 5',
    },
    ...shared,
    replicates: {
      ...shared['replicates'],
      describe: 'runs at every point, each with its own chance events; by default 2',
    },
  },
  examples: [
    [
      'stepdown sensitivity norway/enough-places normality --years 3',
      'several hundred runs; after a stop the same command goes on',
    ],
  ],
  async run(given, terminal) {
    const request = {
      ...experimentRequest(given, 1),
      of: textGiven(given, 'of'),
      trajectories: wholeNumberGiven(given, 'trajectories', 2, 1000) ?? 8,
      points: wholeNumberGiven(given, 'points', 0, 100_000) ?? 64,
      most: wholeNumberGiven(given, 'most', 1, 100) ?? 5,
    };
    const { runSensitivity } = await import('../studies/sensitivity.ts');
    await runSensitivity(positionalGiven(given, 'baseline'), positionalGiven(given, 'scenario'), request, terminal);
  },
};
