/**
 * Request: the checked options of a study or an experiment, and the command line that repeats them.
 */
import type { EvidenceMode } from '../community/effects.ts';
import type { TableFormat } from '../tables/format.ts';

/** The most replicates of a study, and the most parameter draws. */

/** The options of a study; undefined leaves the choice to the scenario. */
export interface StudyRequest {
  readonly seed: string | undefined;
  readonly replicates: number | undefined;
  /** Parameter draws; 0 runs only central values. */
  readonly draws: number;
  readonly years: number | undefined;
  /** The options of the stopping rule: the wanted precision and the time, as typed, and the most replicates. */
  readonly precision: string | undefined;
  readonly budget: string | undefined;
  readonly mostReplicates: number | undefined;
  readonly evidence: EvidenceMode | undefined;
  /** Replicates whose lives are written. */
  readonly people: readonly number[];
  /** One draw and replicate to run alone, as a larger study has it. */
  readonly only: { readonly draw: number; readonly replicate: number } | undefined;
  readonly workers: number | undefined;
  /** Whether burn-ins of earlier runs are used, and new ones kept. */
  readonly cache: boolean;
  readonly out: string | undefined;
  readonly overwrite: boolean;
  readonly format: TableFormat;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** The options of every experiment, checked. */
export interface ExperimentRequest {
  readonly replicates: number | undefined;
  readonly years: number | undefined;
  readonly seed: string | undefined;
  readonly workers: number | undefined;
  /** Names of measures, separated by commas; undefined for the headlines. */
  readonly measures: string | undefined;
  /** Whether burn-ins of earlier runs are used, and new ones kept. */
  readonly cache: boolean;
  readonly out: string | undefined;
  readonly overwrite: boolean;
  readonly quiet: boolean;
}

/** The options that decide the results, as one would type them. */
export function typedAgain({ seed, replicates, draws, only, years, evidence }: StudyRequest): string {
  const drawn = { draws: draws || undefined, replicate: only?.replicate, draw: only?.draw || undefined };
  const chosen = { seed, replicates, ...drawn, years, evidence };
  const options = Object.entries(chosen).filter(([, value]) => value !== undefined);
  return options.map(([name, value]) => ` --${name} ${shellWord(String(value))}`).join('');
}

/** A number with its noun, in the plural if needed. */
export function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** A word for a shell, in quotes if it needs them. */
export function shellWord(word: string): string {
  return /^[\w./@%+,:=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
