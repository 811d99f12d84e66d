/** `stepdown evidence`: which source does each number come from? */
import { type Command, isGiven, textGiven } from './command.ts';

export const evidenceCommand: Command = {
  usage: 'evidence [pattern]',
  summary: 'list the numbers of a scenario with unit, evidence grade, place, period and source',
  positionals: {
    pattern: { type: 'string', describe: 'show only numbers with this text in their name, meaning, source or notes' },
  },
  options: {
    scenario: { string: true, requiresArg: true, describe: 'the scenario to read; by default norway/baseline' },
    json: { boolean: true, describe: 'print one JSON object per number, with everything known about it' },
  },
  examples: [['stepdown evidence placement', 'the numbers that have to do with placement']],
  async run(given, { stdout, cwd }) {
    const { DEFAULT_SCENARIO, readScenarioFile } = await import('../files/scenario-file.ts');
    const { evidenceJson, evidenceText } = await import('../terminal/evidence-list.ts');
    const { scenario } = readScenarioFile(textGiven(given, 'scenario') ?? DEFAULT_SCENARIO, cwd);
    const list = isGiven(given, 'json') ? evidenceJson : evidenceText;
    stdout.write(list(scenario, textGiven(given, 'pattern') ?? '', stdout.isTTY ? stdout.columns : undefined));
  },
};
