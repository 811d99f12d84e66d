/** `stepdown evidence`: where does each number come from? */
import { type Command, isGiven, textGiven } from './command.ts';

export const evidenceCommand: Command = {
  usage: 'evidence [pattern]',
  summary: 'list the numbers of a scenario with unit, grade, place, period and source',
  positionals: { pattern: { type: 'string', describe: 'show only parameters that contain this text anywhere' } },
  options: {
    scenario: { string: true, requiresArg: true, describe: 'whose numbers; by default norway/baseline' },
    json: { boolean: true, describe: 'print one object a number, with the whole passport' },
  },
  examples: [['stepdown evidence placement', 'all that is known about placement']],
  async run(given, { stdout, cwd }) {
    const { DEFAULT_SCENARIO, readScenarioFile } = await import('../files/scenario-file.ts');
    const { evidenceJson, evidenceText } = await import('../terminal/evidence-list.ts');
    const { scenario } = readScenarioFile(textGiven(given, 'scenario') ?? DEFAULT_SCENARIO, cwd);
    const list = isGiven(given, 'json') ? evidenceJson : evidenceText;
    stdout.write(list(scenario, textGiven(given, 'pattern') ?? '', stdout.isTTY ? stdout.columns : undefined));
  },
};
