/** Criteria: what a forecast must reach, fixed before looking, and whether it does. */
import type { ForecastCell } from '../../src/experiment/forecast-score.ts';
import { mean } from '../../src/statistics/describe.ts';
import { figure } from './markdown.ts';

/** A criterion and its verdict; undefined where nothing was observed. */
export interface Criterion {
  readonly name: string;
  readonly allowed: string;
  readonly simulated: string;
  readonly isMet: boolean | undefined;
}

/** All criteria over those cells of a forecast that are tests. */
export function criteriaOf(cells: readonly ForecastCell[]): readonly Criterion[] {
  const of = (measure: string) => cells.filter((cell) => cell.measure === measure);
  return [
    total(of('occupancy')),
    ...limits.map(({ measure, name, percent, deviations }) => eachOf(name, of(measure), percent, deviations)),
  ];
}

/** Largest error of a figure in per cent; or a number of Poisson standard deviations, if that is more. */
const limits = [
  { measure: 'occupancy', name: 'people inside, every year', percent: 5, deviations: 0 },
  { measure: 'remand-stock', name: 'people on remand, every year', percent: 8, deviations: 0 },
  { measure: 'sentence-stock', name: 'people serving a prison sentence, every year', percent: 8, deviations: 0 },
  { measure: 'detention-stock', name: 'people in preventive detention, every year', percent: 15, deviations: 2 },
  { measure: 'fine-default-stock', name: 'people serving in place of a fine, every year', percent: 15, deviations: 2 },
  { measure: 'monitoring-starts', name: 'starts on electronic monitoring, every year', percent: 15, deviations: 0 },
] as const;

const MOST_TOTAL = 3;
const NO_TEST = 'no figure of these years is a test';

function total(cells: readonly ForecastCell[]): Criterion {
  const error = mean(cells.map((cell) => (100 * Math.abs(errorOf(cell))) / cell.observed));
  return {
    name: 'people inside, mean absolute error',
    allowed: `${MOST_TOTAL} %`,
    simulated: cells.length === 0 ? NO_TEST : `${figure(error)} %`,
    isMet: cells.length === 0 ? undefined : error <= MOST_TOTAL,
  };
}

function eachOf(name: string, cells: readonly ForecastCell[], percent: number, deviations: number): Criterion {
  const isIn = (cell: ForecastCell) =>
    Math.abs(errorOf(cell)) <= Math.max((percent / 100) * cell.observed, deviations * Math.sqrt(cell.observed));
  const within = cells.filter(isIn).length;
  const told = cells.map((cell) => `${cell.year} ${figure((100 * errorOf(cell)) / cell.observed)} %`);
  return {
    name,
    allowed: `${percent} %${deviations === 0 ? '' : ` or ${deviations} Poisson standard deviations`}`,
    simulated: cells.length === 0 ? NO_TEST : `${within} of ${cells.length}: ${told.join(', ')}`,
    isMet: cells.length === 0 ? undefined : within === cells.length,
  };
}

function errorOf({ values, observed }: ForecastCell): number {
  return mean(values) - observed;
}
