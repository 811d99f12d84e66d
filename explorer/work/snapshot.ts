/** Snapshot: what the page shows of the replicates so far. */
import type { Comparison, Study } from '../../src/browser.ts';
import { cohortHeadline, INSIDE } from '../../src/measures/headlines.ts';
import { isSameMeasure, type MeasureIdentity } from '../../src/measures/measure-identity.ts';
import { cohortFinding } from '../../src/report/cohort-finding.ts';
import { headlineSentence } from '../../src/report/headline.ts';
import { ALL_LEVELS, COHORT, PEOPLE_BY_LEVEL } from '../../src/tables/series.ts';
import { recordsOf } from '../../src/tables/table.ts';
import type { GrowingEstimate, Line, ShownFigure, Snapshot } from '../messages.ts';

/** Reads the results of a study of one arm or two. */
export function snapshotOf(found: Comparison, study: Study, run: number, done: number): Snapshot {
  const [first] = study.arms;
  const cohort = cohortHeadline(found.measures, found.cohorts);
  const levels = first!.scenario.dimensions['level'];
  const wanted = [cohort, INSIDE, { measure: 'overflow-chance', level: levels[0] }, { measure: 'cost' }];
  const figures = wanted.flatMap((identity) => (identity === undefined ? [] : figureOf(found, identity)));
  const [followed] = found.cohorts;
  const named = found.differences.map((row) => ({ ...row, ...NAMES }));
  const finding = followed && cohortFinding({ ...followed, ...NAMES }, named, found.measures);
  return {
    run,
    done,
    of: study.replicates,
    figures,
    finding: finding === undefined ? '' : headlineSentence(finding),
    account: finding?.account ?? [],
    lines: { ...cohortLines(found, figures), ...insideLines(found) },
    digest: found.resultDigest,
  };
}

/** What the arms are called in sentences. */
const NAMES = { arm: 'your policy', baseline: 'the rules as they are' };

function figureOf(found: Comparison, identity: MeasureIdentity): readonly ShownFigure[] {
  const [baseline, mine] = found.arms.map((arm) =>
    found.measures.find((row) => row.arm === arm && isSameMeasure(row, identity)),
  );
  if (baseline === undefined) return [];
  const difference = found.differences.find((row) => isSameMeasure(row, identity));
  const { label, unit, better, definition } = baseline;
  return [
    {
      ...{ name: baseline.measure, label, unit, better, definition },
      baseline: estimateOf(baseline),
      ...(mine === undefined ? {} : { mine: estimateOf(mine) }),
      ...(difference === undefined
        ? {}
        : { difference: { mean: difference.difference, low: difference.low, high: difference.high } }),
    },
  ];
}

function estimateOf({ mean, low, high }: GrowingEstimate): GrowingEstimate {
  return { mean, low, high };
}

/** Percent of the cohort charged again by month. */
function cohortLines(found: Comparison, figures: readonly ShownFigure[]): Record<string, readonly Line[]> {
  const table = found.series.find(({ schema }) => schema.name === COHORT.name);
  const [figure] = figures;
  if (table === undefined || table.rows === 0 || figure === undefined) return {};
  const rows = recordsOf(table, COHORT);
  return {
    [figure.name]: found.arms.map((name, arm) => {
      const own = rows.filter((row) => row.arm === name);
      return {
        arm,
        x: own.map(({ month }) => month),
        y: own.map(({ share }) => 100 * share),
        low: own.map(({ low }) => 100 * low),
        high: own.map(({ high }) => 100 * high),
      };
    }),
  };
}

/** People inside by week, as years with fractions; the band holds the middle 95 % of runs. */
function insideLines(found: Comparison): Record<string, readonly Line[]> {
  const table = found.series.find(({ schema }) => schema.name === PEOPLE_BY_LEVEL.name);
  if (table === undefined) return {};
  const rows = recordsOf(table, PEOPLE_BY_LEVEL).filter(({ level }) => level === ALL_LEVELS);
  const lines = found.arms.map((name, arm) => {
    const own = rows.filter((row) => row.arm === name);
    return {
      arm,
      x: own.map(({ date }) => yearOf(date)),
      y: own.map(({ people }) => people),
      low: own.map(({ low }) => low),
      high: own.map(({ high }) => high),
    };
  });
  return { occupancy: lines };
}

/** `2012-07-01` -> 2012.5. */
function yearOf(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  return year! + (month! - 1) / 12 + (day! - 1) / 365;
}
