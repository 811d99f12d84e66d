/** `stepdown attribute`: how much does each policy of a bundle contribute? */
import { type Command, positionalGiven, textsGiven, wordGiven } from './command.ts';
import { experimentOptions, experimentRequest } from './experiment-options.ts';

/** What a difference can be divided into. */
const INTO = ['policies', 'places-and-evidence'] as const;

export const attributeCommand: Command = {
  usage: 'attribute <baseline> <scenario>',
  summary:
    'divide what a scenario changes among its policies (Shapley values), or into places, evidence and a rest; the parts add up to the whole',
  needs: 'a baseline and a scenario',
  positionals: {
    baseline: { type: 'string', describe: 'the scenario to start from: a file, or the name of one in scenarios/' },
    scenario: { type: 'string', describe: 'a scenario that differs from the baseline only in its policies' },
  },
  options: {
    into: {
      string: true,
      nargs: 1,
      choices: INTO,
      describe:
        'policies: each measure among the policies; places-and-evidence: the same people charged again, by runs with places enough for everybody and without evidence on reoffending; by default policies',
    },
    group: {
      string: true,
      array: true,
      nargs: 1,
      describe:
        'policies to treat as one part, as in "inside: contact-staff, an-ordinary-week"; may be given several times',
    },
    ...experimentOptions('output/attribution-<scenario>'),
  },
  examples: [
    ['stepdown attribute norway/enough-places normality', 'how much each of its eight policies contributes'],
    [
      'stepdown attribute norway/baseline normality-fixed-places --into places-and-evidence --replicates 8',
      'how much of it is places, how much effects with evidence, and what is left',
    ],
  ],
  async run(given, terminal) {
    const request = experimentRequest(given);
    const groups = textsGiven(given, 'group');
    const [baseline, scenario] = [positionalGiven(given, 'baseline'), positionalGiven(given, 'scenario')];
    if (wordGiven(given, 'into', INTO) === 'places-and-evidence') {
      const { runNested } = await import('../studies/attribute-nested.ts');
      return runNested(baseline, scenario, groups, request, terminal);
    }
    const { runAttribution } = await import('../studies/attribute.ts');
    return runAttribution(baseline, scenario, groups, request, terminal);
  },
};
