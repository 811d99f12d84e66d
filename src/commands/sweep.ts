/** `stepdown sweep`: how do outcomes respond to one lever, or two, over a range of values? */
import { type Command, positionalGiven, textGiven, textsGiven } from './command.ts';
import { experimentOptions, experimentRequest } from './experiment-options.ts';

export const sweepCommand: Command = {
  usage: 'sweep <scenario>',
  summary: 'try several values of one or two levers (numbers a policy may change), with the same people and luck',
  needs: 'a scenario',
  positionals: { scenario: { type: 'string', describe: 'a file, or the name of one in scenarios/' } },
  options: {
    lever: {
      string: true,
      array: true,
      nargs: 1,
      requiresArg: true,
      describe:
        'a lever and its values, as in "placement.review_days: 30, 60", or "facility.places: x0.8..x1.2/5" for five factors from 0.8 to 1.2; give one or two',
    },
    from: {
      string: true,
      requiresArg: true,
      describe: 'day from which the values hold; by default the first observed day',
    },
    ...experimentOptions('output/sweep-<scenario>'),
  },
  examples: [
    ['stepdown sweep normality --lever "placement.review_days: 30, 60, 120"', 'draws a line with its interval'],
    [
      'stepdown sweep norway/baseline --lever "sentence.length_factor: 0.8..1.2/5" --lever "facility.places: x0.9, x1, x1.1"',
      'draws a heat map',
    ],
  ],
  async run(given, terminal) {
    const request = experimentRequest(given);
    const { runSweep } = await import('../studies/sweep.ts');
    const typed = { levers: textsGiven(given, 'lever'), from: textGiven(given, 'from') };
    await runSweep(positionalGiven(given, 'scenario'), typed, request, terminal);
  },
};
