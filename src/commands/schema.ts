/** `stepdown schema`: the JSON Schema that editors check scenario files with. */
import { type Command, wordGiven } from './command.ts';

const KINDS = ['scenario', 'evidence'] as const;

export const schemaCommand: Command = {
  usage: 'schema [kind]',
  summary: 'print the JSON Schema of scenario or evidence files',
  positionals: { kind: { type: 'string', choices: KINDS, default: 'scenario', describe: 'kind of file' } },
  options: {},
  examples: [['stepdown schema > scenario.schema.json', 'for the comment # yaml-language-server: $schema=...']],
  async run(given, { stdout }) {
    const { evidenceSchema, scenarioSchema } = await import('../scenario/schema.ts');
    const { catalogue } = await import('../simulation/parameters.ts');
    const wanted = wordGiven(given, 'kind', KINDS) === 'evidence' ? evidenceSchema : scenarioSchema;
    stdout.write(`${JSON.stringify(wanted(catalogue), undefined, 2)}\n`);
  },
};
