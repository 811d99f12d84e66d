/**
 * Observed series: the observed figures of a jurisdiction by measure, each beside the measure that simulates it.
 *
 * People inside come first, then the parts of their number by status and level, then all else in the order of the file. For a year
 * without a figure of all people inside, they are added up from the figures of every status inside, if all are there.
 */
import type { YearlyFigure } from '../../evidence/observations.ts';
import { Failure } from '../../failure.ts';
import type { Measure } from '../../measures/measure.ts';
import { measuresOf } from '../../measures/measures.ts';
import { insideStatuses, statuses } from '../../people/person.ts';
import type { YearlyValue } from '../../statistics/naive-forecast.ts';
import { measureBeside } from '../calibration/observed-fit.ts';

/** The figures of one measure, in order of time. */
export interface ObservedSeries {
  /** As in a file of targets: `sentence-stock`. */
  readonly name: string;
  readonly measure: Measure;
  readonly figures: readonly YearlyValue[];
}

/** The series of these figures, for security levels of these names. Throws a Failure for figures that no measure simulates. */
export function observedSeries(figures: readonly YearlyFigure[], levels: readonly string[]): readonly ObservedSeries[] {
  const measures = measuresOf(levels);
  const problems = figures
    .filter(({ measure }) => measureBeside(measures, measure, levels) === undefined)
    .map(({ measure, place }) => ({ place, problem: `no measure corresponds to "${measure}"` }));
  if (problems.length > 0) throw new Failure(...problems);
  const names = [...new Set([TOTAL, ...figures.map(({ measure }) => measure)])];
  const written = names.map((name) => ({
    name,
    measure: measureBeside(measures, name, levels)!,
    figures: figures.filter(({ measure }) => measure === name).map(({ year, observed }) => ({ year, value: observed })),
  }));
  return [withSums(written[0], written), ...written.slice(1)]
    .map((series) => ({ ...series, figures: [...series.figures].sort((a, b) => a.year - b.year) }))
    .filter((series) => series.figures.length > 0)
    .sort((a, b) => rankOf(a) - rankOf(b));
}

function withSums(total: ObservedSeries, all: readonly ObservedSeries[]): ObservedSeries {
  const parts = insideStatuses.map((one) =>
    all.find(({ measure }) => isStock(measure) && measure.status === statuses[one]),
  );
  const years = new Set(parts.flatMap((part) => part?.figures.map(({ year }) => year) ?? []));
  const sums = [...years]
    .filter((year) => !total.figures.some((figure) => figure.year === year))
    .flatMap((year) => {
      const values = parts.map((part) => part?.figures.find((figure) => figure.year === year)?.value);
      if (values.some((value) => value === undefined)) return [];
      return [{ year, value: values.reduce<number>((sum, value) => sum + value!, 0) }];
    });
  return { ...total, figures: [...total.figures, ...sums] };
}

function rankOf({ name, measure }: ObservedSeries): number {
  if (name === TOTAL) return 0;
  return isStock(measure) ? 1 : 2;
}

function isStock({ id }: Measure): boolean {
  return id === TOTAL;
}

const TOTAL = 'occupancy';
