/**
 * Terminal: the surroundings of a command: outputs, working folder, clock and the signal to stop.
 *
 * Commands receive it as an argument, so tests run them in process and read their output.
 */

import type picocolors from 'picocolors';

/** Functions that colour text, or return it unchanged. */
export type Colours = ReturnType<typeof picocolors.createColors>;

/** Somewhere to print. */
export interface Output {
  write(text: string): unknown;
  /** Whether it is shown to a person, rather than sent to a file or another program. */
  readonly isTTY?: boolean;
  /** Width in characters, if known. */
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
  /** Milliseconds between the lines of progress that standard error gets where no person watches; none if undefined. */
  readonly logEvery?: number;
  /** Aborted when the user presses Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Whether to print colours: only for a person, and only if NO_COLOR is not set. */
export function hasColours(output: Output, { environment }: Terminal): boolean {
  return output.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
}

/** Colours for an output, or functions that return text unchanged. */
export async function coloursFor(output: Output, terminal: Terminal): Promise<Colours> {
  const { default: picocolors } = await import('picocolors');
  return picocolors.createColors(hasColours(output, terminal));
}

/** The number of characters in a line: COLUMNS if set, else the width of the terminal; undefined if neither is known. */
export function terminalWidth({ stdout, environment }: Pick<Terminal, 'stdout' | 'environment'>): number | undefined {
  const told = Number(environment['COLUMNS']);
  return Number.isInteger(told) && told > 0 ? told : stdout.columns;
}

/** Thrown when the user stops a command; says how much of the work is kept. */
export class Interrupted extends Error {
  constructor(message = 'stopped; finished cells are kept, and the same command continues from there') {
    super(message);
    this.name = 'Interrupted';
  }
}
