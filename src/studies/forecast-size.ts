/**
 * Forecast size: tells before a forecast begins how much it simulates and about how long that takes, warns of one that goes far ahead, and
 * refuses one whose files let first charges grow beyond all reason.
 */
import { formatDay } from '../engine/calendar.ts';
import { chargesOn, type StudySize, sizeOf } from '../experiment/size.ts';
import type { Study } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { DRAWS_MEAN } from '../report/forecast/central-words.ts';
import { LONGEST_FORECAST, MOST_TIMES } from '../scenario/limits.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { formatInteger, formatNumber } from '../tables/format.ts';
import { coloursFor, type Terminal } from '../terminal/terminal.ts';

/** A forecast that takes longer says so to files too. */
const LONG_SECONDS = 60;

/** Prints the size of a forecast, to a person or if it takes long, and warnings; `central` are its runs at central values, if any. */
export async function tellSize(
  study: Study,
  central: Study | undefined,
  workers: number,
  terminal: Terminal,
): Promise<void> {
  const { stderr } = terminal;
  const size = sizeOf(study);
  if (stderr.isTTY || size.seconds / workers > LONG_SECONDS) stderr.write(`${sizeInWords(size, workers)}\n`);
  const far = farInWords(size.years);
  const beside =
    central &&
    `${DRAWS_MEAN}; ${central.replicates} runs of each variant at central values are made to compare them with`;
  const { yellow } = await coloursFor(stderr, terminal);
  for (const warning of [beside, far]) if (warning !== undefined) stderr.write(`${yellow('warning')}: ${warning}\n`);
}

/** `40 runs of 96 years (20 of burn-in and 76 of forecast), 480 first charges per year: about 1 minute on 2 threads`. */
export function sizeInWords({ runs, burnInYears, years, charges, seconds }: StudySize, workers: number): string {
  const [low, high] = charges.map((count) => formatNumber(Math.round(count)));
  const perYear = low === high ? low : `${low} to ${high}`;
  const all = burnInYears + Math.round(years);
  const threads = `${workers} ${workers === 1 ? 'thread' : 'threads'}`;
  return (
    `${formatInteger(runs)} runs of ${all} years (${burnInYears} of burn-in and ${Math.round(years)} of forecast), ` +
    `${perYear} first charges per year: about ${timeInWords(seconds / workers)} on ${threads} of a quiet machine; runs kept from before take none`
  );
}

/** What the bands of a forecast do not hold that goes further ahead than forecasts should; undefined for a shorter one. */
export function farInWords(years: number): string | undefined {
  if (years <= LONGEST_FORECAST) return undefined;
  return (
    `the forecast goes ${Math.round(years)} years ahead, beyond ${LONGEST_FORECAST}: bands hold chance, and with --draws doubt about numbers, ` +
    'but no doubt about laws, courts and places to come, which decide so far ahead'
  );
}

/** Refuses files that let first charges grow beyond all reason, which would simulate a world of that size. */
export function complainOfChargesGrown(scenario: Scenario): void {
  const { start, end } = scenario;
  const [first, last] = [chargesOn(scenario, start), chargesOn(scenario, end - 1)];
  if (!(last > MOST_TIMES * first)) return;
  throw new Failure({
    problem: `first charges grow from ${formatNumber(first)} per year on ${formatDay(start)} to ${formatNumber(last)} on ${formatDay(end - 1)}`,
    reason: `a forecast takes at most ${MOST_TIMES} times as many as at its start`,
    remedy: 'choose less growth in the files, or an earlier day for --until',
  });
}

function timeInWords(seconds: number): string {
  if (seconds < 1) return 'a second';
  const [amount, unit] =
    seconds < 90 ? [seconds, 'second'] : seconds < 5400 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
  const whole = amount < 10 ? Math.round(amount) : Math.round(amount / 5) * 5;
  return `${formatInteger(whole)} ${unit}${whole === 1 ? '' : 's'}`;
}
