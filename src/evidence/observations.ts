/**
 * Observations: observed figures of a jurisdiction by year, to which a simulation is fitted or against which it is tested.
 *
 * A file is CSV with one row per figure, under the name of a measure as in a file of targets. Its use tells the worth of
 * agreement: *follow*, a parameter was chosen for this very year; *fit*, the figure is one of those that the fit weighs; *test*,
 * no parameter was chosen by it.
 */
import { Failure } from '../failure.ts';
import type { Problems, ReadText } from './document.ts';
import { suggestion } from './nearest.ts';
import { readSheet, type SheetRow } from './sheet.ts';

/** The uses of a figure. */
export const uses = ['follow', 'fit', 'test'] as const;
export type Use = (typeof uses)[number];

/** A figure of one year. */
export interface YearlyFigure {
  /** Kebab-case, as in a file of targets: `sentence-stock`. */
  readonly measure: string;
  readonly year: number;
  readonly observed: number;
  readonly unit: string;
  /** Largest accepted deviation of the simulation, as a share of the figure. */
  readonly tolerance: number;
  readonly use: Use;
  readonly source: string;
  readonly place: string;
}

/** Reads the figures at `path`, in order. Throws one Failure with everything that is wrong. */
export function readObservations(path: string, read: ReadText): readonly YearlyFigure[] {
  const problems: Problems = [];
  const seen = new Map<string, string>();
  const found = readSheet(path, read(path), columns, problems).flatMap((row) => {
    const observation = observationOf(row, problems);
    if (observation === undefined) return [];
    const name = `${observation.measure} of ${observation.year}`;
    const twin = seen.get(name);
    const place = row.placeOf('measure');
    if (twin !== undefined)
      problems.push({ place, problem: `${name} is given twice`, remedy: `the other is at ${twin}` });
    seen.set(name, place);
    return [observation];
  });
  if (problems.length > 0) throw new Failure(...problems);
  return Object.freeze(found);
}

function observationOf({ cell, placeOf }: SheetRow, problems: Problems): YearlyFigure | undefined {
  const before = problems.length;
  const number = (name: string, least: number) => {
    const value = cell(name) === '' ? Number.NaN : Number(cell(name));
    if (value >= least) return value;
    problems.push({
      place: placeOf(name),
      problem: `${name}: expected a number of ${least} or more, got "${cell(name)}"`,
    });
    return Number.NaN;
  };
  const year = number('year', 1900);
  const observed = number('observed', 0);
  const tolerance = number('tolerance', 0);
  const use = uses.find((one) => one === cell('use'));
  if (use === undefined) {
    const problem = `use: expected one of ${uses.join(', ')}, got "${cell('use')}"`;
    problems.push({ place: placeOf('use'), problem, remedy: suggestion(cell('use'), uses) });
  }
  for (const name of ['measure', 'unit', 'source']) {
    if (cell(name) === '') problems.push({ place: placeOf(name), problem: `${name} is empty` });
  }
  if (use === undefined || problems.length > before) return undefined;
  const texts = { measure: cell('measure'), unit: cell('unit'), source: cell('source') };
  return Object.freeze({ ...texts, year, observed, tolerance, use, place: placeOf('measure') });
}

const columns = ['measure', 'year', 'observed', 'unit', 'tolerance', 'use', 'source', 'ids'];
