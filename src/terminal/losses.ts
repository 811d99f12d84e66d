/**
 * Losses: prints the cells that failed, each with the command that shows it again, on standard error.
 */
import type { Losses } from '../experiment/losses.ts';
import { cellInWords, lossSentences, shownLosses } from '../report/losses.ts';
import { coloursFor, type Terminal } from './terminal.ts';

/** Prints the losses, if there are any; `file` holds all of them. */
export async function tellLosses(losses: Losses | undefined, file: string, terminal: Terminal): Promise<void> {
  if (losses === undefined) return;
  const { yellow } = await coloursFor(terminal.stderr, terminal);
  const [count, ...meaning] = lossSentences(losses);
  const { shown, more } = shownLosses(losses, MOST_SHOWN);
  const lines = [
    `${yellow('warning')}: ${count}`,
    ...shown.flatMap((cell) => [
      `  ${cellInWords(cell)}: ${cell.problem}`,
      ...(cell.reproduce === undefined ? [] : [`    reproduce: ${cell.reproduce}`]),
    ]),
    ...(more === 0 ? [] : [`  and ${more} more, in ${file}`]),
    ...meaning.map((sentence) => `${yellow('warning')}: ${sentence}`),
  ];
  terminal.stderr.write(lines.map((line) => `${line.replaceAll('\u2009', ' ')}\n`).join(''));
}

/** The most failed cells printed. */
const MOST_SHOWN = 5;
