/**
 * Key figures: the few numbers at the top of a report, and their values over time.
 */

import { cohortHeadline, keyMeasures } from '../../measures/headlines.ts';
import { differenceOfInterest } from '../../measures/interest.ts';
import { isSameMeasure, type MeasureIdentity } from '../../measures/measure-identity.ts';
import { ALL_LEVELS, COHORT, PEOPLE_BY_LEVEL, WAITING } from '../../tables/series.ts';
import { numbersOf, rowsWhere, type Table } from '../../tables/table.ts';
import type { ReportFigure, SparkPoint } from '../input.ts';
import { unsettledLabel } from '../settling.ts';
import { type ShownStudy, seriesOf } from './shown-study.ts';

/** Every key figure that could be measured. */
export function figuresOf(study: ShownStudy): readonly ReportFigure[] {
  const { arms, levels, measures, differences, cohorts } = study;
  const own = measures.filter(({ arm }) => arm === arms[0]);
  return keyMeasures(levels, cohortHeadline(own, cohorts)).flatMap((measure): ReportFigure[] => {
    const means = measures.filter((row) => isSameMeasure(row, measure));
    const first = means.find((row) => row.arm === arms[0]);
    if (first === undefined || (first.mean === null && unsettledLabel(first) === undefined)) return [];
    const { label, unit, definition, low, high } = first;
    return [
      {
        label,
        definition,
        unit,
        interest: differenceOfInterest(measure, known(first.mean)),
        baseline: {
          mean: known(first.mean),
          unsettled: unsettledLabel(first),
          low: known(low),
          high: known(high),
          spark: thinned(sparkOf(study, measure, arms[0])),
        },
        arms: arms.slice(1).map((arm) => {
          const change = differences.find((row) => row.arm === arm && isSameMeasure(row, measure));
          const own = means.find((row) => row.arm === arm);
          return {
            arm,
            mean: known(own?.mean),
            unsettled: own && unsettledLabel(own),
            difference: known(change?.difference),
            low: known(change?.low),
            high: known(change?.high),
            spark: thinned(sparkOf(study, measure, arm)),
          };
        }),
      },
    ];
  });
}

/** The values of a key figure in an arm over time; no points if it is not kept over time. */
function sparkOf(study: ShownStudy, { measure, level }: MeasureIdentity, arm: string): readonly SparkPoint[] {
  switch (measure) {
    case 'cohort-charged':
      return courseOf(seriesOf(study, COHORT), 'share', { arm });
    case 'occupancy':
    case 'overflow-chance':
      return courseOf(seriesOf(study, PEOPLE_BY_LEVEL), 'people', { arm, level: level ?? ALL_LEVELS });
    case 'queue-length':
      return courseOf(seriesOf(study, WAITING), 'people', { arm });
    default:
      return [];
  }
}

/** The value, or NaN if it could not be measured. */
export function known(value: number | null | undefined): number {
  return value ?? Number.NaN;
}

/** A column with its band, in the rows that match these texts, in the order of the table. */
function courseOf(table: Table, column: string, words: Readonly<Record<string, string>>): readonly SparkPoint[] {
  const own = rowsWhere(table, words);
  const [means, lows, highs] = [numbersOf(own, column), numbersOf(own, 'low'), numbersOf(own, 'high')];
  return Array.from(means, (mean, row) => ({ mean, low: lows[row], high: highs[row] }));
}

const MOST_POINTS = 60;

/** Means over a number of equal stretches, for a line a few millimetres wide. */
function thinned(points: readonly SparkPoint[]): readonly SparkPoint[] {
  const size = Math.ceil(points.length / MOST_POINTS);
  if (size <= 1) return points;
  return Array.from({ length: Math.floor(points.length / size) }, (_, at) => {
    const part = points.slice(at * size, (at + 1) * size);
    const meanOf = (end: keyof SparkPoint) => part.reduce((sum, point) => sum + point[end], 0) / part.length;
    return { mean: meanOf('mean'), low: meanOf('low'), high: meanOf('high') };
  });
}
