/** `stepdown run`: what happens in one scenario? */

import { type Command, isGiven, positionalGiven } from './command.ts';
import { cellOptions, studyOptions, studyRequest } from './study-options.ts';

export const runCommand: Command = {
  usage: 'run <scenario>',
  summary: 'run one scenario and report on it',
  needs: 'a scenario',
  positionals: { scenario: { type: 'string', describe: 'a file, or the name of one in scenarios/' } },
  options: {
    ...studyOptions,
    ...cellOptions,
    explain: {
      boolean: true,
      describe: 'print the steps of a simulated day, with calls and time of each; writes no results',
    },
  },
  examples: [
    ['stepdown run normality --replicates 20', 'twenty replicates of scenarios/normality.yaml'],
    ['stepdown run normality --replicate 7', 'only the eighth of them, with every life in it'],
    ['stepdown run normality --explain', 'the steps of a day, and the time they take'],
  ],
  async run(given, terminal) {
    const request = studyRequest(given);
    const typed = positionalGiven(given, 'scenario');
    if (isGiven(given, 'explain')) {
      const { armsOf } = await import('../studies/plan-study.ts');
      const { tellDay } = await import('../terminal/explain.ts');
      const [{ scenario }] = armsOf([typed], undefined, request, terminal).arms;
      tellDay(scenario, request.only?.replicate ?? 0, terminal);
      return;
    }
    const { runStudy } = await import('../studies/run-study.ts');
    await runStudy({ verb: 'run', scenarios: [typed], request }, terminal);
  },
};
