/** `stepdown verify`: is a folder of results what it says, and would the same come out again? */
import { type Command, isGiven, positionalGiven, wholeNumberGiven } from './command.ts';
import { studyOptions } from './study-options.ts';

export const verifyCommand: Command = {
  usage: 'verify <folder>',
  summary: 'run the study of a folder of results again, and say what is the same and what differs',
  positionals: { folder: { type: 'string', describe: 'a folder of results, such as output/normality-restrictive' } },
  options: {
    quick: { boolean: true, describe: 'check the files alone, without running anything' },
    workers: studyOptions['workers'],
  },
  examples: [['stepdown verify output/normality-restrictive', 'exit code 0 if all is the same, 1 if not']],
  async run(given, terminal) {
    const request = { workers: wholeNumberGiven(given, 'workers', 1, 1024), quick: isGiven(given, 'quick') };
    const { runVerification } = await import('../studies/verify.ts');
    await runVerification(positionalGiven(given, 'folder'), request, terminal);
  },
};
