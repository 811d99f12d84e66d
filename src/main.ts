#!/usr/bin/env node
/**
 * Main: turns what is typed into a command, and what goes wrong into a message and an exit code.
 *
 * 0: done. 1: the run failed. 2: the command or the scenario is wrong. 130: stopped by Ctrl-C, or by another signal to end (SIGTERM, SIGHUP).
 */
import { realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import yargs, { type Argv } from 'yargs';
import { attributeCommand } from './commands/attribute.ts';
import { backtestCommand } from './commands/backtest.ts';
import { calibrateCommand } from './commands/calibrate.ts';
import { capacityCommand } from './commands/capacity.ts';
import { censusCommand } from './commands/census.ts';
import { checkCommand } from './commands/check.ts';
import type { Command, Given } from './commands/command.ts';
import { compareCommand } from './commands/compare.ts';
import { evidenceCommand } from './commands/evidence.ts';
import { exploreCommand } from './commands/explore.ts';
import { forecastCommand } from './commands/forecast.ts';
import { helpText } from './commands/help-text.ts';
import { initCommand } from './commands/init.ts';
import { leversCommand } from './commands/levers.ts';
import { matchCommand } from './commands/match.ts';
import { reportCommand } from './commands/report.ts';
import { runCommand } from './commands/run.ts';
import { schemaCommand } from './commands/schema.ts';
import { sensitivityCommand } from './commands/sensitivity.ts';
import { sweepCommand } from './commands/sweep.ts';
import { twinsCommand } from './commands/twins.ts';
import { usageFailure } from './commands/usage-failure.ts';
import { verifyCommand } from './commands/verify.ts';
import { Failure } from './failure.ts';
import { VERSION } from './files/version.ts';
import { Interrupted, type Terminal, terminalWidth } from './terminal/terminal.ts';

const commands: readonly Command[] = [
  runCommand,
  compareCommand,
  exploreCommand,
  verifyCommand,
  checkCommand,
  attributeCommand,
  sensitivityCommand,
  sweepCommand,
  forecastCommand,
  capacityCommand,
  twinsCommand,
  calibrateCommand,
  matchCommand,
  backtestCommand,
  leversCommand,
  evidenceCommand,
  reportCommand,
  initCommand,
  censusCommand,
  schemaCommand,
];
const EXIT = { done: 0, failed: 1, wrong: 2, interrupted: 130 } as const;

/** Runs one command line, without `node` and the name of the program, and gives the exit code. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const chosen = await chosenBy(argv, terminal);
    await chosen?.command.run(chosen.given, terminal);
    return EXIT.done;
  } catch (error) {
    return complain(error, argv.includes('--debug'), terminal);
  }
}

interface Chosen {
  readonly command: Command;
  readonly given: Given;
}

/** The command and its arguments; undefined after printing help, version or completions. */
async function chosenBy(argv: readonly string[], terminal: Terminal): Promise<Chosen | undefined> {
  let chosen: Chosen | undefined;
  const width = Math.min(100, terminalWidth(terminal) ?? 100);
  const parser = yargs()
    .scriptName('stepdown')
    .usage('$0 <command>: what does a policy do to a prison system, and how sure are we?')
    .detectLocale(false)
    .exitProcess(false)
    .showHelpOnFail(false)
    .parserConfiguration({ 'dot-notation': false, 'parse-positional-numbers': false })
    .option('debug', { boolean: true, describe: 'show where in the program an error arose' })
    .help()
    .alias('help', 'h')
    .version(VERSION)
    .completion('completion', 'print a script that completes commands in your shell')
    .strict()
    .demandCommand(1, 'name a command')
    .wrap(width)
    .fail((message, error) => {
      throw usageFailure(message ?? error.message, argv, commands);
    });
  for (const command of commands) {
    parser.command(
      command.usage,
      command.summary,
      (options) => declare(options, command),
      (given) => {
        chosen = { command, given };
      },
    );
  }
  await parser.parseAsync([...argv], {}, (_error, _given, output) => {
    if (output) terminal.stdout.write(`${helpText(output, commands, width)}\n`);
  });
  return chosen;
}

function declare(options: Argv, { positionals, options: own, examples }: Command): Argv {
  for (const [name, settings] of Object.entries(positionals)) options.positional(name, settings);
  for (const [command, what] of examples) options.example(command, what);
  return options.options(own);
}

function complain(error: unknown, debug: boolean, { stderr, signal }: Terminal): number {
  if (error instanceof Interrupted || signal.aborted) {
    const told = error instanceof Interrupted ? error : new Interrupted();
    stderr.write(`${told.message}\n`);
    return EXIT.interrupted;
  }
  const told = error instanceof Error ? error : new Error(String(error));
  stderr.write(`${told.message}\n`);
  if (!(told instanceof Failure)) {
    stderr.write(`  this is a defect of stepdown; please report it${debug ? '' : ', with what --debug adds'}\n`);
  }
  if (debug) stderr.write(`${stackOf(told)}\n`);
  return told instanceof Failure ? told.exitCode : EXIT.failed;
}

function stackOf(error: Error): string {
  const stack = error.stack ?? error.message;
  return error.cause instanceof Error ? `${stack}\ncaused by ${stackOf(error.cause)}` : stack;
}

function isProgram(): boolean {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url);
}

if (isProgram()) {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(name, () => stopping.abort(new Interrupted()));
  process.stderr.on('error', (error) => {
    if (!stopping.signal.aborted) throw error;
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (stopping.signal.aborted) return;
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
  process.exitCode = await main(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    environment: process.env,
    now: () => performance.now(),
    cores: availableParallelism(),
    logEvery: 30_000,
    signal: stopping.signal,
  });
}
