/** `stepdown attribute`: which part of a bundle of policies did it? */
import { type Command, isGiven, positionalGiven, textGiven, wholeNumberGiven } from './command.ts';
import { MOST_REPLICATES, studyOptions } from './study-options.ts';

export const attribute: Command = {
  usage: 'attribute <baseline> <scenario>',
  summary: 'share out what a scenario changes among its policies, so that the parts add up to the whole',
  positionals: {
    baseline: { type: 'string', describe: 'a file, or the name of one in scenarios/' },
    scenario: { type: 'string', describe: 'one that has the policies of the baseline and more' },
  },
  options: {
    replicates: studyOptions['replicates']!,
    years: studyOptions['years']!,
    seed: studyOptions['seed']!,
    workers: studyOptions['workers']!,
    out: {
      string: true,
      requiresArg: true,
      describe: 'folder for the results; by default output/attribution-<scenario>',
    },
    quiet: { boolean: true, describe: 'no progress and no table' },
  },
  examples: [['stepdown attribute norway/baseline normality', 'what each of its nine policies adds']],
  async run(given, terminal) {
    const request = {
      replicates: wholeNumberGiven(given, 'replicates', 2, MOST_REPLICATES),
      years: wholeNumberGiven(given, 'years', 1, 200),
      seed: textGiven(given, 'seed'),
      workers: wholeNumberGiven(given, 'workers', 1, 1024),
      out: textGiven(given, 'out'),
      quiet: isGiven(given, 'quiet'),
    };
    const { attributeBundle } = await import('./attribution.ts');
    await attributeBundle(positionalGiven(given, 'baseline'), positionalGiven(given, 'scenario'), request, terminal);
  },
};
