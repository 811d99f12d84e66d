/**
 * Shown study: a study as charts and reports name it: arms by the titles of their scenarios, and tables to draw.
 */
import { yearOf } from '../engine/calendar.ts';
import { differences, observed } from '../report/series.ts';
import { readScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { catalogue } from '../simulation/parameters.ts';
import { type Table, tableOf, textsOf, type Value } from '../tables/table.ts';
import { headlines } from './headline-table.ts';
import { observedFigures } from './observed-figures.ts';
import type { StudyRecord } from './study-folder.ts';
import type { WrittenSummary } from './summary.ts';

/** What charts and report are drawn from. */
export interface ShownStudy extends WrittenSummary {
  readonly record: StudyRecord;
  /** As shown, the baseline first. */
  readonly arms: readonly string[];
  /** In the order of the arms. */
  readonly scenarios: readonly Scenario[];
  readonly levels: readonly string[];
  /** Place, years, replicates. */
  readonly setting: string;
  readonly series: {
    readonly peopleByLevel: Table;
    readonly recidivism: Table;
    readonly differences: Table;
    readonly whoIsWhere: Table;
    readonly waiting: Table;
    /** Published figures beside the baseline; without rows where there are none. */
    readonly observed: Table;
  };
}

const LONGEST_TITLE = 40;

/** A study as it is shown. Throws a Failure if this version of the program cannot read its scenarios. */
export function shownStudy(record: StudyRecord): ShownStudy {
  const { manifest, summary, tables, series } = record;
  const scenarios = manifest.scenarios.map(({ path, text }) => readScenario(path, { read: () => text, catalogue }));
  const { place, start, end, dimensions } = scenarios[0]!;
  const levels = dimensions['level']!;
  const arms = shownNames(scenarios, manifest.arms);
  const shown = new Map(manifest.arms.map((arm, index) => [arm, arms[index]!]));
  const measures = summary.measures.map((row) => ({ ...row, arm: shown.get(row.arm)!, ...ends(row) }));
  const changes = summary.differences.map((row) => {
    return { ...row, arm: shown.get(row.arm)!, baseline: shown.get(row.baseline)!, ...ends(row) };
  });
  const labels = headlines(measures, levels).map((measure) => measure.label);
  const drawn = (name: string) => renamed(series.get(name)!, shown);
  return {
    record,
    note: summary.note,
    arms,
    scenarios,
    levels,
    setting: `${place}, ${yearOf(start)} to ${yearOf(end - 1)}, ${cellsOf(manifest)}`,
    measures,
    differences: changes,
    series: {
      peopleByLevel: drawn('people-by-level'),
      recidivism: drawn('recidivism'),
      differences: differences(measures, changes, labels),
      whoIsWhere: drawn('who-is-where'),
      waiting: drawn('waiting'),
      observed: observed(observedFigures(tables.get('targets')!, levels), measures, arms[0]!),
    },
  };
}

/** Titles of the scenarios, or the names of the arms if titles are long or not distinct. */
function shownNames(scenarios: readonly Scenario[], names: readonly string[]): readonly string[] {
  const titles = scenarios.map((scenario) => scenario.title);
  const isClear = new Set(titles).size === titles.length && titles.every((title) => title.length <= LONGEST_TITLE);
  return isClear ? titles : names;
}

function renamed(table: Table, shown: ReadonlyMap<string, string>): Table {
  const columns = table.schema.columns.map(({ name }): [string, ArrayLike<Value>] => [
    name,
    name === 'arm' ? textsOf(table, 'arm').map((arm) => shown.get(arm)!) : table.column(name),
  ]);
  return tableOf(table.schema, Object.fromEntries(columns));
}

/** NaN where there is no interval, as with a single replicate. */
function ends({ low, high }: { readonly low: number | null; readonly high: number | null }) {
  return { low: low ?? Number.NaN, high: high ?? Number.NaN };
}

function cellsOf({ replicates, draws }: StudyRecord['manifest']): string {
  const each = `${replicates} ${replicates === 1 ? 'replicate' : 'replicates'}`;
  return draws === 0 ? each : `${each} of each of ${draws} parameter draws`;
}
