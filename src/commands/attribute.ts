/** `stepdown attribute`: how much does each policy of a bundle contribute? */
import { type Command, positionalGiven, textsGiven } from './command.ts';
import { experimentOptions, experimentRequest } from './experiment-options.ts';

export const attributeCommand: Command = {
  usage: 'attribute <baseline> <scenario>',
  summary: 'divide what a scenario changes among its policies (Shapley values); the parts add up to the whole',
  needs: 'a baseline and a scenario',
  positionals: {
    baseline: { type: 'string', describe: 'the scenario to start from: a file, or the name of one in scenarios/' },
    scenario: { type: 'string', describe: 'a scenario that differs from the baseline only in its policies' },
  },
  options: {
    group: {
      string: true,
      array: true,
      nargs: 1,
      describe:
        'policies to treat as one part, as in "inside: contact-staff, an-ordinary-week"; may be given several times',
    },
    ...experimentOptions('output/attribution-<scenario>'),
  },
  examples: [['stepdown attribute norway/enough-places normality', 'how much each of its eight policies contributes']],
  async run(given, terminal) {
    const request = experimentRequest(given);
    const { runAttribution } = await import('../studies/attribute.ts');
    const groups = textsGiven(given, 'group');
    const [baseline, scenario] = [positionalGiven(given, 'baseline'), positionalGiven(given, 'scenario')];
    await runAttribution(baseline, scenario, groups, request, terminal);
  },
};
