/**
 * Study record: everything about a finished study that charts, reports and later readers receive.
 */
import { digestOfText } from '../engine/digest.ts';
import type { Target } from '../evidence/targets.ts';
import type { Comparison } from '../experiment/comparison.ts';
import type { Stop } from '../experiment/stopping.ts';
import type { Study } from '../experiment/study.ts';
import type { ScenarioFile } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import { publishedText } from '../scenario/withheld.ts';
import { parametersTable } from './parameters-table.ts';
import type { StudyRecord } from './study-folder.ts';
import { summaryOf } from './summary-file.ts';
import { targetsTable } from './targets-table.ts';

/** A finished study and its results. */
export interface RunStudy {
  /** The command without options of output, and as typed, including the options that decide the number of replicates. */
  readonly command: string;
  readonly typed: string;
  readonly arms: readonly (ScenarioFile & { readonly name: string })[];
  readonly targets: readonly Target[];
  readonly study: Study;
  /** What ended the study; undefined if the number of replicates was fixed. */
  readonly stop: Stop | undefined;
  readonly comparison: Comparison;
  readonly seconds: number;
}

/** The record of a study. Its command reproduces the results, so it names the number of replicates reached. */
export function recordOf({ command, typed, arms, targets, study, stop, comparison, seconds }: RunStudy): StudyRecord {
  const { replicates, only } = study;
  const scenarios = arms.map(({ name, path, scenario }) => ({ arm: name, path, text: publishedText(scenario) }));
  const { scenario } = arms[0];
  const tables = [parametersTable(scenario), targetsTable(targets)];
  return {
    manifest: {
      stepdown: VERSION,
      ...(stop === undefined
        ? { command }
        : { command: `${command} --replicates ${replicates}`, typed, stoppedBy: stop.stoppedBy }),
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
