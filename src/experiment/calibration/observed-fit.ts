/**
 * Observed fit: finds the simulated value of each observed figure of one year.
 */
import { yearOf } from '../../engine/calendar.ts';
import type { YearlyFigure } from '../../evidence/observations.ts';
import { Failure } from '../../failure.ts';
import type { Measure } from '../../measures/measure.ts';
import { identityOf, isSameMeasure } from '../../measures/measure-identity.ts';
import { measuresOf } from '../../measures/measures.ts';
import { measureOfTarget } from '../../measures/target-measure.ts';
import { readingsByYear } from '../../measures/year.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type CellResult, cellOf } from '../study.ts';

/** The measure of each figure. Throws a Failure for figures that no measure simulates, and for years outside the scenario. */
export function measuresBeside(observations: readonly YearlyFigure[], scenario: Scenario): readonly Measure[] {
  const levels = scenario.dimensions['level'];
  const measures = measuresOf(levels);
  const years = readingYears(scenario);
  const problems = observations.flatMap(({ measure, year, place }) => {
    const isKnown = measureBeside(measures, measure, levels) !== undefined;
    if (!isKnown) return [{ place, problem: `no measure corresponds to "${measure}"` }];
    if (year >= years.first && year <= years.last) return [];
    return [{ place, problem: `${measure} of ${year}: the scenario runs from ${years.first} to ${years.last}` }];
  });
  if (problems.length > 0) throw new Failure(...problems);
  return observations.map(({ measure }) => measureBeside(measures, measure, levels)!);
}

/** The value of each figure in one cell. */
export function valuesBeside(
  observations: readonly YearlyFigure[],
  measures: readonly Measure[],
  scenario: Scenario,
  { key, summary }: CellResult,
): readonly number[] {
  const readings = readingsByYear(cellOf(scenario, key), summary);
  return observations.map(({ year }, at) => measures[at].value(readings.get(year)!));
}

/** The measure that simulates the figure of this name; undefined if there is none. */
export function measureBeside(
  measures: readonly Measure[],
  name: string,
  levels: readonly string[],
): Measure | undefined {
  const wanted = measureOfTarget(name, levels);
  return measures.find((one) => isSameMeasure(identityOf(one), wanted));
}

function readingYears({ start, end }: Scenario): { readonly first: number; readonly last: number } {
  return { first: yearOf(start), last: yearOf(end - 1) };
}
