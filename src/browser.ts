/**
 * The public door without threads and files, for a browser or any other host: `import { compare } from 'stepdown-sim/browser'`.
 *
 * A program reads scenarios, makes them the arms of a study, and hands the study to an experiment together with a runner, which
 * decides where cells are computed. Times are whole days since 1970-01-01. Shares run from 0 to 1 in scenarios; measures name
 * their unit and give shares as percentages. Errors meant for people are a `Failure`.
 */

/** Tables and charts. */
export type { ChartContext, VegaLiteSpec } from './charts/chart.ts';
export { peopleByLevelChart } from './charts/people-by-level.ts';
export { recidivismChart } from './charts/recidivism.ts';
export { renderSvg } from './charts/render.ts';
/** Scenarios: read, change, and the levers there are. */
export { formatDay, parseDay } from './engine/calendar.ts';
/** Experiments. */
export { type Added, attribute, attributionPlan } from './experiment/attribution/attribution.ts';
export { componentsBetween } from './experiment/attribution/policy-components.ts';
export { compare } from './experiment/compare.ts';
export type { Comparison, DifferenceResult, MeasureResult } from './experiment/comparison.ts';
export { measureValues } from './experiment/reading.ts';
export { type FactorEffect, screenFactors } from './experiment/sensitivity/sensitivity.ts';
export { type PointResult, sweep } from './experiment/sensitivity/sweep.ts';
export {
  type Arm,
  allCells,
  type CellResult,
  type Lose,
  type LostBlock,
  type RunBlocks,
  type Study,
} from './experiment/study.ts';
export { Failure } from './failure.ts';
/** Lives: people, releases and events of a cell, and paired counterfactual life courses (twins). */
export { livesOf } from './lives/lives.ts';
export { type TwinsPlan, type TwinsRead, twinsIn, twinsPlan } from './lives/twins/twins.ts';
/** Measures: the named outcomes. */
export { defaultMeasures } from './measures/headlines.ts';
export type { Measure } from './measures/measure.ts';
export { measureNamed } from './measures/measure-name.ts';
export { measuresOf } from './measures/measures.ts';
export { inProcess } from './runners/in-process.ts';
export { type Scenario, withPolicies, withRun } from './scenario/scenario.ts';
export { catalogue } from './simulation/parameters.ts';
export { scenarioFrom } from './simulation/scenario-from.ts';
export { toCsv } from './tables/csv.ts';
export { toParquet } from './tables/parquet.ts';
export { type Table, toRecords } from './tables/table.ts';
