/**
 * Usage failure: puts what yargs says of a command line into plain words, with what to type instead.
 */
import { nearest, suggestion } from '../evidence/nearest.ts';
import { Failure } from '../failure.ts';
import type { Command } from './command.ts';

/** The Failure for a complaint of yargs about the words typed after `stepdown`. */
export function usageFailure(complaint: string, argv: readonly string[], commands: readonly Command[]): Failure {
  const names = commands.map(nameOf);
  const typed = argv.find((word) => !word.startsWith('-'));
  const command = commands.find((one) => nameOf(one) === typed);
  const leading = argv.find((word) => word !== '--debug')?.startsWith('-') === true;
  if (typed === undefined || (command === undefined && leading)) return noCommand(argv);
  if (command === undefined) return unknownCommand(typed, names);
  const missing = /^Not enough non-option arguments/.test(complaint);
  const [, valueless] = /^Not enough arguments following: (\S+)/.exec(complaint) ?? [];
  const [, unknown] = /^Unknown arguments?: (\S+?)(,|$)/.exec(complaint) ?? [];
  const [, option, word, choices] = /Argument: (\S+), Given: "?(.*?)"?, Choices: (.*)$/s.exec(complaint) ?? [];
  if (missing) return tooFew(command);
  if (valueless !== undefined) return withoutValue(valueless, command);
  if (unknown !== undefined) return unknownWord(unknown, argv, command);
  if (option !== undefined) return noSuchChoice(option, word ?? '', choices ?? '', command);
  return new Failure({ problem: complaint.replaceAll('\n', ' '), remedy: helpOf(command) });
}

function nameOf({ usage }: Command): string {
  return usage.replace(/ .*/, '');
}

function helpOf(command: Command): string {
  return `stepdown ${nameOf(command)} --help lists what there is`;
}

function noCommand(argv: readonly string[]): Failure {
  const stray = argv.find((word) => word.startsWith('-') && word !== '--debug');
  return new Failure({
    problem: stray === undefined ? 'name a command' : `${stray} goes behind a command`,
    remedy: 'for example: stepdown compare normality restrictive; stepdown --help lists all commands',
  });
}

function unknownCommand(typed: string, names: readonly string[]): Failure {
  const close = nearest(typed, names);
  const list = 'stepdown --help lists the commands';
  return new Failure({
    problem: `there is no command "${typed}"`,
    remedy: close === undefined ? list : `did you mean stepdown ${close}? ${list}`,
  });
}

function tooFew(command: Command): Failure {
  const [example] = command.examples[0] ?? [];
  return new Failure({
    problem: `stepdown ${nameOf(command)}: name ${command.needs}`,
    remedy: example === undefined ? helpOf(command) : `for example: ${example}`,
  });
}

function withoutValue(name: string, command: Command): Failure {
  const { describe } = command.options[name] ?? {};
  return new Failure({
    problem: `--${name} needs a value behind it`,
    ...(describe === undefined ? {} : { reason: describe }),
    remedy: helpOf(command),
  });
}

function unknownWord(unknown: string, argv: readonly string[], command: Command): Failure {
  if (argv.includes(unknown)) {
    const usage = `the command is stepdown ${command.usage}`;
    return new Failure({ problem: `"${unknown}" is one word too many`, remedy: usage });
  }
  const close = nearest(unknown, [...Object.keys(command.options), 'debug', 'help']);
  return new Failure({
    problem: `there is no option --${unknown}`,
    remedy: close === undefined ? helpOf(command) : `did you mean --${close}?`,
  });
}

function noSuchChoice(option: string, word: string, choices: string, command: Command): Failure {
  const what = option in command.options ? `--${option}` : option;
  const allowed = [...choices.matchAll(/"([^"]*)"/g)].flatMap(([, one]) => one ?? []);
  return new Failure({ problem: `${what} ${word}: there is no such choice`, remedy: suggestion(word, allowed) });
}
