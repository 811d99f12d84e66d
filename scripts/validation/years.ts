/** Years: the history of Norway beside the figures of every year, and what the second fit makes of them. */
import { readFileSync } from 'node:fs';
import { asPlanned, readCalibrationPlan } from '../../src/evidence/calibration-plan.ts';
import { readObservations } from '../../src/evidence/observations.ts';
import { measuresBeside, valuesBeside } from '../../src/experiment/calibration/observed-fit.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { meanInterval } from '../../src/statistics/intervals.ts';
import { sourcesOfHistory } from './blind.ts';
import { type Miss, missesText } from './causes.ts';
import { asCited, figureIds, isUndated, OBSERVED } from './cited.ts';
import { figure, row, tableOf, verdict } from './markdown.ts';
import { cellsOf, studyOf } from './runs.ts';
import { within } from './test-years.ts';

/** A table with its misses, and lines for the summary. */
export interface Section {
  readonly table: string;
  readonly misses: string;
  readonly short: readonly string[];
}

export const words = { follow: 'follows', fit: 'fitted', test: 'test' } as const;

const read = (path: string) => readFileSync(path, 'utf8');

/** The use of every figure by id and by measure and year, under the first plan: one status each on the whole page. */
export function figuresOfHistory(scenario: Scenario) {
  const plan = readCalibrationPlan('scenarios/norway/calibration.yaml', read, catalogue);
  const planned = within(scenario, asPlanned(plan, readObservations(OBSERVED, read)));
  return asCited(planned, figureIds(read(OBSERVED)), sourcesOfHistory(read));
}

/** Every figure of the calibrated history. */
export async function yearByYear(scenario: Scenario, replicates: number): Promise<Section> {
  const observations = figuresOfHistory(scenario);
  const measures = measuresBeside(observations, scenario);
  const cells = await cellsOf(studyOf([{ name: 'calibrated', scenario }], replicates));
  const values = cells.map((cell) => valuesBeside(observations, measures, scenario, cell));
  const leftOut = new Map(
    fitRows('calibrated').map(({ measure, year, left_out }) => [`${measure} ${year}`, Number(left_out)]),
  );
  const rows = observations.map((one, at) => {
    const { mean, low, high } = meanInterval(values.map((own) => own[at]));
    const isMet = Math.abs(mean - one.observed) <= one.tolerance * one.observed;
    return { ...one, mean, low, high, isMet, leftOut: leftOut.get(`${one.measure} ${one.year}`) };
  });
  const table = rows.map((one) =>
    row([
      one.measure,
      `${one.year}`,
      isUndated(one) ? `${words[one.use]}, undated` : words[one.use],
      figure(one.observed),
      `${figure(one.mean)} (${figure(one.low)} to ${figure(one.high)})`,
      one.leftOut === undefined || one.use !== 'fit' ? '' : figure(one.leftOut),
      `${Math.round(1000 * one.tolerance) / 10} %`,
      verdict(one.isMet),
    ]),
  );
  const header = ['figure', 'year', 'use', 'observed', 'simulated', 'left out', 'allowed', ''];
  const short = (['fit', 'test', 'follow'] as const).map((use) => {
    const own = rows.filter((one) => one.use === use && !isUndated(one));
    return `- Year by year, ${words[use]}: ${own.filter(({ isMet }) => isMet).length} of ${own.length} figures met.`;
  });
  const missed = rows.flatMap(({ measure, year, mean, observed, isMet }): Miss[] =>
    isMet ? [] : [{ measure, when: `${year}`, sign: mean > observed ? 'too high' : 'too low' }],
  );
  return { table: tableOf(header, table), misses: missesText(missed), short };
}

/** The second fit, to all figures: what it meets, as its own table says. None of them is a test. */
export function secondFit(): string {
  const undated = new Set(
    readObservations(OBSERVED, read)
      .filter(isUndated)
      .map(({ measure, year }) => `${measure} ${year}`),
  );
  const rows = fitRows('calibrated-2021').filter(({ measure, year }) => !undated.has(`${measure} ${year}`));
  const counted = (use: keyof typeof words) => {
    const own = rows.filter((one) => one.use === use);
    const missed = own.filter(({ met }) => met !== 'true').map(({ measure, year }) => `${measure} ${year}`);
    const told = missed.length === 0 ? '' : ` Missed: ${missed.join(', ')}.`;
    return `- ${words[use]}: ${own.length - missed.length} of ${own.length} figures met.${told}`;
  };
  const factors = rowsOf('scenarios/norway/calibrated-2021/factors.csv').map(({ lever, years, factor, low, high }) =>
    row([`${lever}`, years === '-' ? 'all' : `${years}`, `${factor}`, `${low} to ${high}`]),
  );
  return [
    '`scenarios/norway/calibrated-2021`, written by `stepdown calibrate scenarios/norway/calibration-2021.yaml`: the same levers, fitted to all figures to 2021. Nothing later was looked at, so nothing tests it; its inputs know the people inside of 2017 to 2021. Forecasts begin from members around it ([calibration](background/calibration.md)).',
    [counted('fit'), counted('follow')].join('\n'),
    tableOf(['lever', 'years', 'factor', '95 %'], factors),
  ].join('\n\n');
}

function fitRows(folder: string) {
  return rowsOf(`scenarios/norway/${folder}/fit.csv`);
}

/** The rows of a table without commas in the columns that are used. */
function rowsOf(path: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...lines] = read(path).trim().split(/\r?\n/);
  const names = header!.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}
