/**
 * The public door without threads and files, for a browser or any other host: `import { compare } from 'stepdown-sim/browser'`.
 *
 * A program reads scenarios, makes them the arms of a study, and hands the study to an experiment together with a runner, which
 * decides where cells are computed. Times are whole days since 1970-01-01. Shares run from 0 to 1 in scenarios; measures name
 * their unit and give shares as percentages. A wrong argument, like every error meant for people, is a `Failure`.
 */
export type { ChartContext, VegaLiteSpec } from './charts/chart.ts';
export type { Added } from './experiment/attribution/attribution.ts';
export type { Comparison, DifferenceResult, MeasureResult } from './experiment/comparison.ts';
export type { FactorEffect } from './experiment/sensitivity/sensitivity.ts';
export type { PointResult } from './experiment/sensitivity/sweep.ts';
export type { Arm, CellResult, Lose, LostBlock, RunBlocks } from './experiment/study.ts';
export { Failure } from './failure.ts';
export type { StudyAsked as Study } from './library/arguments.ts';
export { attribute, attributionPlan, componentsBetween, screenFactors } from './library/causes.ts';
export {
  peopleByLevelChart,
  recidivismChart,
  renderSvg,
  toCsv,
  toParquet,
  toRecords,
} from './library/charts-and-tables.ts';
export { allCells, compare, measureValues, sweep } from './library/experiments.ts';
export { livesOf, twinsIn, twinsPlan } from './library/lives.ts';
export { defaultMeasures, measureNamed, measuresOf } from './library/measures.ts';
export { inProcess } from './library/runners.ts';
export { formatDay, parseDay, scenarioFrom, withPolicies, withRun } from './library/scenarios.ts';
export type { TwinsPlan, TwinsRead } from './lives/twins/twins.ts';
export type { Measure } from './measures/measure.ts';
export type { Scenario } from './scenario/scenario.ts';
export { catalogue } from './simulation/parameters.ts';
export type { Table } from './tables/table.ts';
