/** `stepdown run`: what happens under one scenario? */
import { type Command, positionalGiven } from './command.ts';
import { shellWord, studyOptions, studyRequest, typedAgain } from './study-options.ts';

export const run: Command = {
  usage: 'run <scenario>',
  summary: 'run one scenario and report on it',
  positionals: { scenario: { type: 'string', describe: 'a file, or the name of one in scenarios/' } },
  options: studyOptions,
  examples: [['stepdown run normality --replicates 20', 'twenty replicates of scenarios/normality.yaml']],
  async run(given, terminal) {
    const request = studyRequest(given);
    const { armsOf } = await import('./arms.ts');
    const { conduct } = await import('./conduct.ts');
    const typed = positionalGiven(given, 'scenario');
    await conduct(
      `run ${shellWord(typed)}${typedAgain(request)}`,
      armsOf([typed], undefined, request, terminal),
      request,
      terminal,
    );
  },
};
