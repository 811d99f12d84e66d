/** `stepdown init`: a jurisdiction of one's own to begin from. */
import { type Command, positionalGiven } from './command.ts';

export const initCommand: Command = {
  usage: 'init <name>',
  summary: 'write a small, complete jurisdiction of your own into scenarios/<name>, to be filled with your figures',
  positionals: { name: { type: 'string', describe: 'small letters, digits and hyphens, such as greenland' } },
  options: {},
  examples: [['stepdown init greenland', 'then: stepdown check greenland/baseline']],
  async run(given, terminal) {
    const { beginJurisdiction } = await import('../studies/new-jurisdiction.ts');
    await beginJurisdiction(positionalGiven(given, 'name'), terminal);
  },
};
