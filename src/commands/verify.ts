/** `stepdown verify`: are the files of a folder unchanged, and are its results reproducible? */
import { type Command, isGiven, positionalGiven, wholeNumberGiven } from './command.ts';
import { studyOptions } from './study-options.ts';

export const verifyCommand: Command = {
  usage: 'verify <folder>',
  summary: 'check that the files of a folder of results are unchanged, run its study again, and print what differs',
  needs: 'a folder of results',
  positionals: { folder: { type: 'string', describe: 'a folder of results, such as output/normality-restrictive' } },
  options: {
    quick: { boolean: true, describe: 'check only the files; run nothing' },
    workers: studyOptions['workers'],
  },
  examples: [['stepdown verify output/normality-restrictive', 'exit code 0 if all is the same, 1 if not']],
  async run(given, terminal) {
    const request = { workers: wholeNumberGiven(given, 'workers', 1, 1024), quick: isGiven(given, 'quick') };
    const { runVerification } = await import('../studies/verify.ts');
    await runVerification(positionalGiven(given, 'folder'), request, terminal);
  },
};
