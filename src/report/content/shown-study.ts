/**
 * Shown study: a study with its arms named by the titles of their scenarios, in tables too.
 */

import { yearsInWords } from '../../engine/calendar.ts';
import type { StudyRecord } from '../../results/study-folder.ts';
import type { WrittenSummary } from '../../results/summary-file.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { differenceEnds, isInterval, levelEnds } from '../../tables/estimate.ts';
import { type Table, type TableSchema, tableOf, textsOf, type Value } from '../../tables/table.ts';

/** The source of charts and report. */
export interface ShownStudy extends WrittenSummary {
  readonly record: StudyRecord;
  /** Names as shown, the baseline first. */
  readonly arms: readonly string[];
  /** In the order of the arms. */
  readonly scenarios: readonly Scenario[];
  readonly levels: readonly string[];
  /** Place, years, replicates. */
  readonly setting: string;
  /** Whether the study has more than one run, hence intervals. */
  readonly hasIntervals: boolean;
  /** Tables of charts by name, as far as the folder has them. */
  readonly series: ReadonlyMap<string, Table>;
}

/** A series of the folder, with arms as shown; no rows if the folder is older than the series. */
export function seriesOf({ series }: ShownStudy, { name }: TableSchema): Table {
  return series.get(name)!;
}

const LONGEST_TITLE = 40;

/** Names a study's arms for display. */
export function shownStudy(record: StudyRecord): ShownStudy {
  const { manifest, scenarios, summary, series } = record;
  const { place, start, end, dimensions } = scenarios[0];
  const levels = dimensions['level'];
  const arms = shownNames(scenarios, manifest.arms);
  const shown = new Map(manifest.arms.map((arm, index) => [arm, arms[index]]));
  const measures = summary.measures.map((row) => ({ ...row, arm: shown.get(row.arm)!, ...levelEnds(row) }));
  const changes = summary.differences.map((row) => {
    return { ...row, arm: shown.get(row.arm)!, baseline: shown.get(row.baseline)!, ...differenceEnds(row) };
  });
  const choices = summary.choices?.map((row) => {
    return { ...row, frontier: shown.get(row.frontier)!, mostAcceptable: shown.get(row.mostAcceptable)! };
  });
  const cohorts = summary.cohorts?.map((row) => {
    return { ...row, arm: shown.get(row.arm)!, baseline: shown.get(row.baseline)! };
  });
  const pairs = summary.pairs?.map((row) => {
    return { ...row, arm: shown.get(row.arm)!, baseline: shown.get(row.baseline)! };
  });
  const lastYear = summary.lastYear?.map((row) => ({ ...row, arm: shown.get(row.arm)! }));
  const { losses } = summary;
  const lost = losses && { ...losses, cells: losses.cells.map((cell) => ({ ...cell, arm: shown.get(cell.arm)! })) };
  const hasIntervals = measures.some(isInterval);
  return {
    record,
    note: summary.note,
    arms,
    scenarios,
    levels,
    setting: `${place}, ${yearsInWords(start, end)}, ${cellsOf(manifest)}${lost ? `, ${lost.lost} of them lost` : ''}`,
    hasIntervals,
    measures,
    differences: changes,
    ...(lastYear === undefined ? {} : { lastYear }),
    ...(cohorts === undefined ? {} : { cohorts }),
    ...(pairs === undefined ? {} : { pairs }),
    ...(choices === undefined ? {} : { choices }),
    ...(lost === undefined ? {} : { losses: lost }),
    series: new Map([...series].map(([name, table]) => [name, renamed(table, shown, hasIntervals)])),
  };
}

/** Titles of the scenarios, or the names of the arms if titles are long or not distinct. */
function shownNames(scenarios: readonly Scenario[], names: readonly string[]): readonly string[] {
  const titles = scenarios.map((scenario) => scenario.title);
  const isClear = new Set(titles).size === titles.length && titles.every((title) => title.length <= LONGEST_TITLE);
  return isClear ? titles : names;
}

/** The table with arms as shown; without intervals if the study has a single run. */
function renamed(table: Table, shown: ReadonlyMap<string, string>, hasIntervals: boolean): Table {
  const columnOf = (name: string): ArrayLike<Value> => {
    if (name === 'arm') return textsOf(table, 'arm').map((arm) => shown.get(arm)!);
    if (hasIntervals || !ENDS.has(name)) return table.column(name);
    return new Float64Array(table.rows).fill(Number.NaN);
  };
  return tableOf(table.schema, Object.fromEntries(table.schema.columns.map(({ name }) => [name, columnOf(name)])));
}

const ENDS: ReadonlySet<string> = new Set(['low', 'high', 'low50', 'high50', 'difference-low', 'difference-high']);

function cellsOf({ replicates, draws }: StudyRecord['manifest']): string {
  const each = `${replicates} ${replicates === 1 ? 'replicate' : 'replicates'}`;
  return draws === 0 ? each : `${each} of each of ${draws} parameter draws`;
}
