/** `stepdown init`: begins a jurisdiction of the user's own. */
import { type Command, positionalGiven } from './command.ts';

export const initCommand: Command = {
  usage: 'init <name>',
  summary: 'begin a jurisdiction of your own: a small, complete one in scenarios/<name>, to fill with your figures',
  needs: 'the jurisdiction',
  positionals: { name: { type: 'string', describe: 'lower-case letters, digits and hyphens, such as greenland' } },
  options: {},
  examples: [['stepdown init greenland', 'then: stepdown check greenland/baseline']],
  async run(given, terminal) {
    const { beginJurisdiction } = await import('../studies/new-jurisdiction.ts');
    await beginJurisdiction(positionalGiven(given, 'name'), terminal);
  },
};
