/** `stepdown levers`: which number do I move for "ankle tag", how far, and what does it change? */
import type { Lever } from '../evidence/catalogue.ts';
import { coloursFor, terminalWidth } from '../terminal/terminal.ts';
import { type Command, positionalsGiven, textGiven } from './command.ts';

/** How many levers are told in full; others that fit have a line each. */
const MOST_IN_FULL = 3;
const MOST_IN_LINES = 12;
/** The width of a line where no terminal says one. */
const WIDTH = 100;

export const leversCommand: Command = {
  usage: 'levers [words..]',
  summary: 'find the numbers that a policy may change by plain words: what each is, how far it goes, and what to write',
  positionals: {
    words: { type: 'string', describe: 'what it is about, as in "ankle tag" or "open prison"; all levers if left out' },
  },
  options: {
    scenario: { string: true, requiresArg: true, describe: 'the scenario to read; by default norway/baseline' },
  },
  examples: [
    ['stepdown levers "electronic monitoring"', 'the levers of monitoring, what they move, and YAML to paste'],
    ['stepdown levers monitoring.limit_days', 'one lever'],
    ['stepdown levers', 'all levers by section of the founding essay'],
  ],
  async run(given, terminal) {
    const { DEFAULT_SCENARIO, readScenarioFile } = await import('../files/scenario-file.ts');
    const { leverMoves } = await import('../files/lever-moves.ts');
    const { epochOn, epochsOf } = await import('../scenario/epoch.ts');
    const { catalogue } = await import('../simulation/parameters.ts');
    const { leverLine, leversBySection, leverText } = await import('../terminal/lever-list.ts');
    const { findLevers } = await import('../levers/find.ts');
    const { Failure } = await import('../failure.ts');
    const name = textGiven(given, 'scenario') ?? DEFAULT_SCENARIO;
    const { scenario } = readScenarioFile(name, terminal.cwd);
    const { values } = epochOn(epochsOf(scenario, catalogue), scenario.start);
    const { bold } = await coloursFor(terminal.stdout, terminal);
    const width = terminalWidth(terminal) ?? WIDTH;
    const context = {
      scenario,
      name,
      // conditions name members by place once they are in force, and by name in the passport
      inForce: ({ path, noun, name: own, parameter }: Lever) =>
        parameter.kind === 'condition' ? scenario.passports.get(path)!.value : values[noun][own],
      moves: leverMoves(),
      width,
      bold,
    };
    const typed = given['words'] === undefined ? '' : positionalsGiven(given, 'words').join(' ').trim();
    if (typed === '') {
      terminal.stdout.write(leversBySection(catalogue.values(), context));
      return;
    }
    const { levers, readAs, unread, near } = findLevers(typed, catalogue, scenario.passports);
    if (levers.length === 0) {
      const remedy =
        near.length === 0
          ? 'stepdown levers lists all levers'
          : `words near it: ${near.join(', ')}; stepdown levers lists all levers`;
      throw new Failure({ problem: `no lever has to do with "${typed}"`, remedy });
    }
    for (const [word, as] of readAs) terminal.stdout.write(`"${word}" is read as "${as}"\n`);
    for (const word of unread) terminal.stdout.write(`no lever has to do with "${word}"\n`);
    const full = levers.slice(0, MOST_IN_FULL).map((lever) => leverText(lever, context));
    const others = levers.slice(MOST_IN_FULL, MOST_IN_FULL + MOST_IN_LINES);
    const more = levers.length - MOST_IN_FULL - others.length;
    const lines = others.map((lever) => leverLine(lever, context)).join('');
    const rest = more > 0 ? `  and ${more} more: type another word\n` : '';
    const also = others.length === 0 ? '' : `\n${bold('also')}\n${lines}${rest}`;
    terminal.stdout.write(`${full.join('\n')}${also}`);
  },
};
