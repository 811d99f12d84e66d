/** `stepdown run`: what happens under one scenario? */

import { shellWord, typedAgain } from '../studies/request.ts';
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
    const { armsOf } = await import('../studies/arms.ts');
    const { runStudy } = await import('../studies/run-study.ts');
    const typed = positionalGiven(given, 'scenario');
    const arms = armsOf([typed], undefined, request, terminal);
    if (isGiven(given, 'explain')) {
      const { tellDay } = await import('../terminal/explain.ts');
      tellDay(arms.arms[0].scenario, request.only?.replicate ?? 0, terminal);
      return;
    }
    const command = `run ${shellWord(typed)}${typedAgain(request)}`;
    await runStudy(command, { ...arms, folder: `${arms.folder}${cellName(request)}` }, request, terminal);
  },
};

/** What sets the folder of one cell apart from that of the whole study. */
function cellName({ only }: ReturnType<typeof studyRequest>): string {
  if (only === undefined) return '';
  return `${only.draw === 0 ? '' : `-draw-${only.draw}`}-replicate-${only.replicate}`;
}
