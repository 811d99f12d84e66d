/** `stepdown evidence`: which source does each number come from? */
import { grades } from '../evidence/grade.ts';
import { terminalWidth } from '../terminal/terminal.ts';
import { type Command, isGiven, textGiven, wordGiven } from './command.ts';

export const evidenceCommand: Command = {
  usage: 'evidence [pattern]',
  summary: 'list the numbers of a scenario with unit, evidence grade, place, period and source',
  positionals: {
    pattern: { type: 'string', describe: 'show only numbers with this text in their name, meaning, source or notes' },
  },
  options: {
    scenario: { string: true, requiresArg: true, describe: 'the scenario to read; by default norway/baseline' },
    grade: {
      string: true,
      requiresArg: true,
      choices: grades,
      describe: 'show only numbers of this grade of evidence, of which A is the best',
    },
    json: { boolean: true, describe: 'print one JSON object per number, with everything known about it' },
  },
  examples: [
    ['stepdown evidence placement', 'the numbers that have to do with placement'],
    ['stepdown evidence court --grade assumption', 'those about courts that nobody has measured'],
  ],
  async run(given, terminal) {
    const { DEFAULT_SCENARIO, readScenarioFile } = await import('../files/scenario-file.ts');
    const { evidenceJson, evidenceText } = await import('../terminal/evidence-list.ts');
    const { scenario } = readScenarioFile(textGiven(given, 'scenario') ?? DEFAULT_SCENARIO, terminal.cwd);
    const wanted = { pattern: textGiven(given, 'pattern') ?? '', grade: wordGiven(given, 'grade', grades) };
    const list = isGiven(given, 'json') ? evidenceJson : evidenceText;
    terminal.stdout.write(list(scenario, wanted, terminalWidth(terminal)));
  },
};
