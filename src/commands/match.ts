/** `stepdown match`: finds the settings that observed figures leave possible. */
import { type Command, isGiven, positionalGiven, textGiven, wholeNumberGiven } from './command.ts';
import { studyOptions } from './study-options.ts';

export const matchCommand: Command = {
  usage: 'match <plan>',
  summary: 'find sets of parameters that observed figures leave possible, for the parameter draws of a scenario',
  needs: 'a plan',
  positionals: {
    plan: { type: 'string', describe: 'a plan with a part called match, such as scenarios/norway/calibration.yaml' },
  },
  options: {
    workers: studyOptions['workers'],
    out: { string: true, requiresArg: true, describe: 'folder for the results; by default output/matched' },
    overwrite: studyOptions['overwrite'],
    quiet: { boolean: true, describe: 'print neither progress nor what each wave left' },
  },
  examples: [
    ['stepdown match scenarios/norway/calibration.yaml', 'members for Norway; hours, and continues if stopped'],
  ],
  async run(given, terminal) {
    const request = {
      workers: wholeNumberGiven(given, 'workers', 1, 1024),
      out: textGiven(given, 'out'),
      overwrite: isGiven(given, 'overwrite'),
      quiet: isGiven(given, 'quiet'),
    };
    const { runMatch } = await import('../studies/match.ts');
    await runMatch(positionalGiven(given, 'plan'), request, terminal);
  },
};
