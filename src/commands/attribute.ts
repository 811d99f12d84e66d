/** `stepdown attribute`: which part of a bundle of policies did it? */
import { type Command, positionalGiven, textsGiven } from './command.ts';
import { experimentOptions, experimentRequest } from './experiment-options.ts';

export const attributeCommand: Command = {
  usage: 'attribute <baseline> <scenario>',
  summary: 'share out what a scenario changes among its policies, so that the parts add up to the whole',
  positionals: {
    baseline: { type: 'string', describe: 'a file, or the name of one in scenarios/' },
    scenario: { type: 'string', describe: 'one that differs from it in policies' },
  },
  options: {
    group: {
      string: true,
      array: true,
      nargs: 1,
      describe: 'policies that are one part, as in "inside: contact-staff, an-ordinary-week"; may be given again',
    },
    ...experimentOptions('output/attribution-<scenario>'),
  },
  examples: [['stepdown attribute norway/baseline normality', 'what each of its nine policies adds']],
  async run(given, terminal) {
    const request = experimentRequest(given);
    const { runAttribution } = await import('../studies/attribute.ts');
    const groups = textsGiven(given, 'group');
    const [baseline, scenario] = [positionalGiven(given, 'baseline'), positionalGiven(given, 'scenario')];
    await runAttribution(baseline, scenario, groups, request, terminal);
  },
};
