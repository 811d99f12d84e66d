/** `stepdown sweep`: what do levers do over a range of values, alone or two together? */
import { type Command, positionalGiven, textGiven, textsGiven } from './command.ts';
import { experimentOptions, experimentRequest } from './experiment-options.ts';

export const sweepCommand: Command = {
  usage: 'sweep <scenario>',
  summary: 'take one or two levers through several values, under the same people and the same luck',
  positionals: { scenario: { type: 'string', describe: 'a file, or the name of one in scenarios/' } },
  options: {
    lever: {
      string: true,
      array: true,
      nargs: 1,
      requiresArg: true,
      describe:
        'a lever and its values, as in "placement.review_days: 30, 60" or "facility.places: x0.8..x1.2/5"; at most two',
    },
    from: { string: true, requiresArg: true, describe: 'day from which they hold; by default the first observed' },
    ...experimentOptions('output/sweep-<scenario>'),
  },
  examples: [
    ['stepdown sweep normality --lever "placement.review_days: 30, 60, 120"', 'a line with its band'],
    [
      'stepdown sweep norway/baseline --lever "sentence.length_factor: 0.8..1.2/5" --lever "facility.places: x0.9, x1, x1.1"',
      'a heat map',
    ],
  ],
  async run(given, terminal) {
    const request = experimentRequest(given);
    const { runSweep } = await import('../studies/sweep.ts');
    const typed = { levers: textsGiven(given, 'lever'), from: textGiven(given, 'from') };
    await runSweep(positionalGiven(given, 'scenario'), typed, request, terminal);
  },
};
