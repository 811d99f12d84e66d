/** `stepdown compare`: the same people, the same luck, another policy: what changes? */

import { type Command, positionalsGiven, textGiven } from './command.ts';
import { studyOptions, studyRequest } from './study-options.ts';

export const compareCommand: Command = {
  usage: 'compare <scenarios..>',
  summary: 'run several scenarios with the same people and the same luck, and compare each with a baseline',
  needs: 'two scenarios or more',
  positionals: {
    scenarios: {
      type: 'string',
      array: true,
      describe: 'files, or names of files in scenarios/; each is an arm, one side of the comparison',
    },
  },
  options: {
    baseline: {
      string: true,
      requiresArg: true,
      describe: 'the scenario that the others are compared with; by default the first',
    },
    ...studyOptions,
  },
  examples: [
    ['stepdown compare normality restrictive', 'compares restrictive with normality'],
    ['stepdown compare normality restrictive --baseline norway/enough-places', 'compares both with a third'],
  ],
  async run(given, terminal) {
    const request = studyRequest(given);
    const scenarios = positionalsGiven(given, 'scenarios');
    const { runStudy } = await import('../studies/run-study.ts');
    await runStudy({ verb: 'compare', scenarios, baseline: textGiven(given, 'baseline'), request }, terminal);
  },
};
