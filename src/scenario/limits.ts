/**
 * Limits: the largest numbers that settings of a run may have, wherever they are written.
 */
export const MOST_YEARS = 200;
export const MOST_REPLICATES = 1_000_000;
export const MOST_DRAWS = 10_000;

/**
 * The years ahead beyond which a forecast warns: twice the five years up to which forecasts of the past are scored here
 * (docs/background/backtest.md). An assumption.
 */
export const LONGEST_FORECAST = 10;

/**
 * Growth per year, in per cent either way, and the most times as much as at first: assumptions, far beyond anything observed, so that a
 * slip of the pen does not simulate a world of its size.
 */
export const MOST_GROWTH = 50;
export const MOST_TIMES = 10;

/**
 * The steepest change observed from one year to the next: prison sentences in Norway, 1997 to 2017, 9 471 in 2009 and 11 334 in 2010
 * (Statistics Norway, as in scenarios/norway/observed.csv). Whoever assumes more should know it.
 */
export const STEEPEST = { percent: 19.7, of: 'prison sentences in Norway, 1997 to 2017' } as const;
