/**
 * Origins: reads the years after which forecasts start: `1998..2009,2012,2016`.
 */
import { startOfYear, yearOf } from '../../engine/calendar.ts';
import { Failure } from '../../failure.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** The years written, in order and each once. Throws a Failure for anything that is no year or list of years, and for a year twice. */
export function readOrigins(text: string): readonly number[] {
  const years = text.split(',').flatMap((part) => {
    const [, first, last = first] = PART.exec(part.trim()) ?? [];
    if (first === undefined || Number(last) < Number(first)) {
      throw new Failure({
        problem: `--origins ${text}: expected years such as 1998..2009,2012, got "${part.trim()}"`,
        remedy: 'write years, or the first and the last of several with two dots between them, separated by commas',
      });
    }
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => Number(first) + at);
  });
  const twice = years.find((year, at) => years.indexOf(year) < at);
  if (twice !== undefined) {
    throw new Failure({ problem: `--origins ${text}: ${twice} is named twice`, remedy: 'name it once' });
  }
  return years.sort((a, b) => a - b);
}

/** Throws a Failure for origins without a simulated year up to them, or after them. */
export function checkOrigins(origins: readonly number[], scenario: Scenario): void {
  const { first, last } = wholeYearsOf(scenario);
  const outside = origins.filter((origin) => origin < first || origin >= last);
  if (outside.length === 0) return;
  throw new Failure({
    problem: `--origins ${outside.join(', ')}: outside the years of the scenario`,
    reason: `its whole years are ${first} to ${last}, and an origin is the last year that a forecast knows`,
    remedy: first < last ? `name years from ${first} to ${last - 1}` : 'name a scenario with a longer history',
  });
}

/** The first and the last calendar year that a scenario observes as a whole: figures of a year compare with no part of one. */
export function wholeYearsOf({ start, end }: Scenario): { readonly first: number; readonly last: number } {
  const year = yearOf(start);
  return { first: startOfYear(year) === start ? year : year + 1, last: yearOf(end) - 1 };
}

/** The years as a person writes them: `1998-2009, 2012`. */
export function originsInWords(origins: readonly number[]): string {
  const runs: number[][] = [];
  for (const year of origins) {
    const run = runs.at(-1);
    if (run?.at(-1) === year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs.map((run) => (run.length === 1 ? `${run[0]}` : `${run[0]}-${run.at(-1)}`)).join(', ');
}

const PART = /^(\d{4})(?:\.\.(\d{4}))?$/;
