/** `stepdown sensitivity`: which of the numbers that were put in decide what a scenario changes? */
import { type Command, positionalGiven, textGiven, wholeNumberGiven } from './command.ts';
import { experimentOptions, experimentRequest } from './experiment-options.ts';

export const sensitivityCommand: Command = {
  usage: 'sensitivity <baseline> <scenario>',
  summary: 'find which uncertain numbers decide what a scenario changes against another',
  positionals: {
    baseline: { type: 'string', describe: 'a file, or the name of one in scenarios/' },
    scenario: { type: 'string', describe: 'what is set against it' },
  },
  options: {
    of: {
      string: true,
      requiresArg: true,
      describe:
        'mechanisms whose numbers are factors one by one, as in "placement, court"; by default each is one factor',
    },
    trajectories: { string: true, requiresArg: true, describe: 'of the screening; by default 8' },
    points: {
      string: true,
      requiresArg: true,
      describe: 'of each sample that shares out the variance; by default 64, and 0 leaves it out',
    },
    most: { string: true, requiresArg: true, describe: 'factors that share it; by default 5' },
    ...experimentOptions('output/sensitivity-<scenario>'),
  },
  examples: [
    ['stepdown sensitivity norway/baseline normality --years 3', 'some hundred cells; it may be stopped and goes on'],
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
