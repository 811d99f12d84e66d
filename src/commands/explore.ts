/** `stepdown explore`: the page on which a policy moves and the same people live again. */
import { type Command, isGiven, positionalsGiven, wholeNumberGiven } from './command.ts';

export const exploreCommand: Command = {
  usage: 'explore [scenarios..]',
  summary: 'open a page on which levers move and people live under your policy, computed in your browser',
  positionals: {
    scenarios: {
      type: 'string',
      describe: 'scenarios of your own, the first as the baseline; by default those of the program',
    },
  },
  options: {
    port: {
      string: true,
      isNumber: true,
      requiresArg: true,
      describe: 'port on this machine; by default 4310, or a free one if that is taken',
    },
    open: { boolean: true, default: true, describe: 'open a browser; --no-open only prints the address' },
  },
  examples: [
    ['stepdown explore', 'the scenarios of the program'],
    ['stepdown explore norway/baseline mine.yaml --no-open', 'your own beside a baseline'],
  ],
  async run(given, terminal) {
    const { explore } = await import('../studies/explore.ts');
    const scenarios = given['scenarios'] === undefined ? [] : positionalsGiven(given, 'scenarios');
    const port = wholeNumberGiven(given, 'port', 1, 65_535);
    await explore({ scenarios, port, opens: isGiven(given, 'open') }, terminal);
  },
};
