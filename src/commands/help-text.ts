/**
 * Help text: mends what yargs prints for `--help`.
 *
 * Numbers are declared as texts, so that a complaint can show what was typed; here they are labelled as what they are. A label
 * that would touch the words before it moves to a line of its own.
 */
import type { Command } from './command.ts';

/** The help of yargs, for a terminal of some width in characters. */
export function helpText(printed: string, commands: readonly Command[], width: number): string {
  const numbers = commands.flatMap(({ options }) =>
    Object.entries(options).flatMap(([name, { isNumber }]) => (isNumber ? [name] : [])),
  );
  const labelled = [...new Set(numbers)].reduce(
    (text, name) => text.replace(new RegExp(`(^ +--${name} (?:(?!^ +--)[\\s\\S])*?)\\[string\\]`, 'm'), '$1[number]'),
    printed,
  );
  return labelled.replace(/^(.*[^\s[])(\[[^\]\n]*\](?: \[[^\]\n]*\])*)$/gm, (_, words: string, label: string) =>
    label.length < width ? `${words}\n${label.padStart(width)}` : `${words} ${label}`,
  );
}
