/**
 * Terminal: all that a command knows of the world outside: where it prints, where paths begin, the clock, and when to stop.
 *
 * Commands are handed one, so tests run them in process and read what they print.
 */

import type picocolors from 'picocolors';

/** Functions that colour text, or leave it as it is. */
export type Colours = ReturnType<typeof picocolors.createColors>;

/** Somewhere to print. */
export interface Output {
  write(text: string): unknown;
  /** Whether a person looks at it, rather than a file or another program. */
  readonly isTTY?: boolean;
  /** Width in characters, where there is one. */
  readonly columns?: number;
}

export interface Terminal {
  /** Results. */
  readonly stdout: Output;
  /** Progress and complaints. */
  readonly stderr: Output;
  /** The folder in which relative paths begin. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
  /** Threads that can run at once. */
  readonly cores: number;
  /** Aborted when the user presses Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Whether to print colours there: only for a person, and not if NO_COLOR is set to anything. */
export function hasColours(output: Output, { environment }: Terminal): boolean {
  return output.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
}

/** Colours for an output, or functions that leave text as it is. */
export async function coloursFor(output: Output, terminal: Terminal): Promise<Colours> {
  const { default: picocolors } = await import('picocolors');
  return picocolors.createColors(hasColours(output, terminal));
}

/** How many characters fit on a line: what COLUMNS says, else what the terminal says; undefined where nobody says. */
export function terminalWidth({ stdout, environment }: Pick<Terminal, 'stdout' | 'environment'>): number | undefined {
  const told = Number(environment['COLUMNS']);
  return Number.isInteger(told) && told > 0 ? told : stdout.columns;
}

/** Thrown when the user stops a command; says what is left of its work. */
export class Interrupted extends Error {
  constructor(message = 'stopped; what was computed is kept, and the same command goes on from there') {
    super(message);
    this.name = 'Interrupted';
  }
}
