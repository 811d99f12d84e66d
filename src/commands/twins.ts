/** `stepdown twins`: the same people under two policies: who parted first, where, through what, and who gains? */
import { type Command, isGiven, positionalGiven, textGiven } from './command.ts';
import { experimentOptions, experimentRequest } from './experiment-options.ts';

const { measures: _, ...shared } = experimentOptions('output/twins-<first>-<second>');

export const twinsCommand: Command = {
  usage: 'twins <first> <second>',
  summary: 'follow the same people under two policies: who parts first, through which lever, who gains and who loses',
  positionals: {
    first: { type: 'string', describe: 'a file, or the name of one in scenarios/' },
    second: { type: 'string', describe: 'another, that begins on the same day and knows the same levels' },
  },
  options: {
    ...shared,
    replicates: { ...shared['replicates'], describe: 'how often both arms are lived; 4 by default' },
    quick: { boolean: true, describe: 'do not tell levers apart, for which each is switched on and off alone' },
    person: {
      string: true,
      requiresArg: true,
      describe: 'whose lives are told, as in table divergences: 1-167837696, or 2/1-167837696 of replicate 2',
    },
  },
  examples: [
    ['stepdown twins harbour/baseline mine', 'the same people in both, and one pair told'],
    ['stepdown twins norway/baseline normality --quick', 'without telling levers apart'],
  ],
  async run(given, terminal) {
    const request = {
      ...experimentRequest(given, 1),
      quick: isGiven(given, 'quick'),
      person: textGiven(given, 'person'),
    };
    const { runTwins } = await import('../studies/twins/twins.ts');
    await runTwins(positionalGiven(given, 'first'), positionalGiven(given, 'second'), request, terminal);
  },
};
