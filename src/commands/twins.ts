/**
 * `stepdown twins`: paired counterfactual life courses: when and through what do the lives of one person under two policies
 * part, and who gains?
 */
import { type Command, isGiven, positionalGiven, textGiven } from './command.ts';
import { experimentOptions, experimentRequest } from './experiment-options.ts';

const { measures: _, cache: __, ...shared } = experimentOptions('output/twins-<first>-<second>');

export const twinsCommand: Command = {
  usage: 'twins <first> <second>',
  summary: 'follow the same people in two scenarios: where their lives part, through which policy, and who gains',
  needs: 'two scenarios',
  positionals: {
    first: { type: 'string', describe: 'a scenario: a file, or the name of one in scenarios/' },
    second: { type: 'string', describe: 'another scenario, with the same first day and the same security levels' },
  },
  options: {
    ...shared,
    replicates: {
      ...shared['replicates'],
      describe: 'runs of both scenarios, each with its own chance events; by default 4',
    },
    quick: {
      boolean: true,
      describe: 'skip the search for the policies behind each parting, which needs further runs',
    },
    person: {
      string: true,
      requiresArg: true,
      describe:
        'the person whose two lives are told, by key as in table divergences: 1-167837696, or 2/1-167837696 for replicate 2',
    },
  },
  examples: [
    ['stepdown twins harbour/baseline harbour/way-out', 'the same people in both, and one pair of lives told'],
    ['stepdown twins norway/enough-places normality --quick', 'the same, without the search for policies'],
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
