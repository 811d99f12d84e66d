/** `stepdown run`: what happens under one scenario? */

import { type Command, isGiven, positionalGiven } from './command.ts';
import { cellOptions, studyOptions, studyRequest } from './study-options.ts';

export const runCommand: Command = {
  usage: 'run <scenario>',
  summary: 'run one scenario and report on it',
  positionals: { scenario: { type: 'string', describe: 'a file, or the name of one in scenarios/' } },
  options: {
    ...studyOptions,
    ...cellOptions,
    explain: {
      boolean: true,
      describe: 'print what a day is made of, with time and calls of each step; writes nothing',
    },
  },
  examples: [
    ['stepdown run normality --replicates 20', 'twenty replicates of scenarios/normality.yaml'],
    ['stepdown run normality --replicate 7', 'the eighth of them alone, with every life in it'],
    ['stepdown run normality --explain', 'the steps of a day, and how long they take'],
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
