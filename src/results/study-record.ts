/**
 * Study record: everything about a finished study that charts, reports and later readers receive.
 */
import { digestOfText } from '../engine/digest.ts';
import type { Target } from '../evidence/targets.ts';
import type { Comparison } from '../experiment/comparison.ts';
import type { Reached } from '../experiment/precision.ts';
import type { Study } from '../experiment/study.ts';
import type { ScenarioFile } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import { parametersTable } from './parameters-table.ts';
import type { StudyRecord } from './study-folder.ts';
import { summaryOf } from './summary-file.ts';
import { targetsTable } from './targets-table.ts';

/** A finished study and its results. */
export interface RunStudy {
  /** The command without options of output; with --precision, including the options that decide the number of replicates. */
  readonly command: string;
  readonly typed: string;
  readonly arms: readonly (ScenarioFile & { readonly name: string })[];
  readonly targets: readonly Target[];
  readonly study: Study;
  /** The precision reached for each interval asked for. */
  readonly reached: readonly Reached[];
  readonly comparison: Comparison;
  readonly seconds: number;
}

/** The record of a study. Its command reproduces the results, so it names the number of replicates that was enough. */
export function recordOf({
  command,
  typed,
  arms,
  targets,
  study,
  reached,
  comparison,
  seconds,
}: RunStudy): StudyRecord {
  const { replicates, only } = study;
  const enough = `${command.replace(/ --replicates \S+/, '')} --replicates ${replicates}`;
  const scenarios = arms.map(({ name, path, scenario }) => ({ arm: name, path, text: scenario.text }));
  const { scenario } = arms[0];
  const tables = [parametersTable(scenario), targetsTable(targets)];
  return {
    manifest: {
      stepdown: VERSION,
      ...(reached.length === 0 ? { command } : { command: enough, typed }),
      scenarios,
      inputDigest: digestOfText(scenarios.map(({ arm, text }) => `${arm}\n${text}`).join('\n')),
      seed: scenario.seed,
      arms: comparison.arms,
      draws: comparison.draws,
      replicates,
      ...(only === undefined ? {} : { only }),
      resultDigest: comparison.resultDigest,
      armDigests: Object.fromEntries(comparison.armDigests),
      seconds: Math.round(10 * seconds) / 10,
    },
    scenarios: arms.map((arm) => arm.scenario),
    summary: summaryOf(comparison),
    tables: new Map(tables.map((table) => [table.schema.name, table])),
    series: new Map(comparison.series.map((table) => [table.schema.name, table])),
  };
}
