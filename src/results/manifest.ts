/**
 * Manifest: `manifest.json` in every folder of results, and the one reader of it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FutureAdmissions } from '../experiment/admissions/paths.ts';
import type { Losses } from '../experiment/losses.ts';
import type { StoppedBy } from '../experiment/stopping.ts';
import { Failure } from '../failure.ts';
import { readTextNow } from '../files/scenario-file.ts';

/** The file itself, which every other file of the folder is listed in. */
export const MANIFEST = 'manifest.json';

/** The manifest of a study: what was run, and the SHA-256 of every other file. */
export interface Manifest {
  readonly stepdown: string;
  readonly command: string;
  /** The command as typed, if a stopping rule decided the number of replicates: `command` names the number reached. */
  readonly typed?: string;
  /** What ended the study then. */
  readonly stoppedBy?: StoppedBy;
  readonly scenarios: readonly { readonly arm: string; readonly path: string; readonly text: string }[];
  readonly inputDigest: string;
  readonly seed: string;
  /** The baseline first. */
  readonly arms: readonly string[];
  readonly draws: number;
  readonly replicates: number;
  /** One draw and replicate run alone, as a larger study has it. */
  readonly only?: { readonly draw: number; readonly replicate: number };
  readonly resultDigest: string;
  readonly armDigests: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly seconds: number;
}

/** The manifest of an experiment such as `attribute`, which writes tables and charts and is not a study. */
export interface ExperimentManifest extends Pick<Manifest, 'stepdown' | 'command' | 'inputDigest' | 'files'> {
  readonly experiment: true;
  readonly scenarios: readonly { readonly path: string; readonly text: string }[];
  /** Digest of the tables. */
  readonly resultDigest: string;
  /** Only of a forecast. */
  readonly study?: RecordedStudy;
  /** Only if cells failed. */
  readonly losses?: Losses;
}

/** A study that an experiment ran: its arms are the scenarios of the manifest, in order. */
export interface RecordedStudy extends Pick<Manifest, 'arms' | 'draws' | 'replicates' | 'armDigests'> {
  /** Digest of its cells. */
  readonly digest: string;
  /** The engine that computed them. */
  readonly engine: string;
  /** The future admissions of all arms, if they were forecast. */
  readonly admissions?: FutureAdmissions;
}

/** What the manifests of all commands have in common. */
export type HeldManifest = Pick<Manifest, 'stepdown' | 'command' | 'files'> & Readonly<Record<string, unknown>>;

/**
 * The manifest in a folder; undefined if there is none. `typed` is the folder as the user typed it. Throws a Failure (exit code 2) if
 * it cannot be read, is damaged, or was written by another program.
 */
export function manifestIn(folder: string, typed: string): HeldManifest | undefined {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) return undefined;
  const place = `${typed.replace(/[/\\]+$/, '')}/${MANIFEST}`;
  let value: unknown;
  try {
    value = JSON.parse(readTextNow(path, folder));
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged(place, 'it is not JSON');
    throw error;
  }
  if (!isMap(value) || typeof value['stepdown'] !== 'string') {
    throw new Failure({ place, problem: 'was not written by stepdown', remedy: 'name another folder' });
  }
  const shape = isStudy(value) ? STUDY : ALL;
  const wrong = Object.entries(shape).find(([key, isRight]) => !isRight(value[key]));
  if (wrong !== undefined) throw damaged(place, `"${wrong[0]}" is missing or wrong`);
  return value as HeldManifest;
}

/** As `manifestIn`, but also throws a Failure (exit code 2) if the folder has no manifest, which these commands write. */
export function manifestOf(folder: string, typed: string, writers = 'stepdown run or stepdown compare'): HeldManifest {
  const manifest = manifestIn(folder, typed);
  if (manifest !== undefined) return manifest;
  const remedy = `name a folder that ${writers} wrote`;
  throw new Failure({ place: typed, problem: `is not a folder of results: it has no ${MANIFEST}`, remedy });
}

/** Whether a manifest belongs to a study; `calibrate` and the experiments, which have no arms, write others. */
export function isStudy(
  manifest: Readonly<Record<string, unknown>>,
): manifest is Readonly<Record<string, unknown>> & Manifest {
  return !('experiment' in manifest) && !('rounds' in manifest);
}

/** The study that an experiment recorded in its manifest; undefined if it recorded none, or one that cannot be read. */
export function recordedStudyIn(manifest: HeldManifest): RecordedStudy | undefined {
  const study = manifest['study'];
  if (!isMap(study) || !Array.isArray(manifest['scenarios'])) return undefined;
  const wrong = Object.entries(RECORDED_STUDY).some(([key, isRight]) => !isRight(study[key]));
  return wrong ? undefined : (study as unknown as RecordedStudy);
}

function damaged(place: string, why: string): Failure {
  const remedy = 'restore it, or move the folder away and run its command again';
  return new Failure({ place, problem: `is damaged: ${why}`, remedy });
}

type Test = (value: unknown) => boolean;
const isText: Test = (value) => typeof value === 'string';
const isCount: Test = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isTexts: Test = (value) => Array.isArray(value) && value.length > 0 && value.every(isText);
const isDigests: Test = (value) => isMap(value) && Object.values(value).every(isText);
/** Paths lead into the folder. */
const isFiles: Test = (value) =>
  isDigests(value) &&
  Object.keys(value as object).every((path) => !/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(path));
const isScenarios: Test = (value) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => isMap(one) && ['arm', 'path', 'text'].every((key) => isText(one[key])));
const isOnly: Test = (value) =>
  value === undefined || (isMap(value) && isCount(value['draw']) && isCount(value['replicate']));

const isNumbers: Test = (value) => Array.isArray(value) && value.every((one) => typeof one === 'number');
const isAdmissions: Test = (value) =>
  value === undefined ||
  (isMap(value) &&
    ['from', 'known', 'degrees', 'draws', 'replicates'].every((key) => typeof value[key] === 'number') &&
    isNumbers(value['means']) &&
    Array.isArray(value['scale']) &&
    value['scale'].every(isNumbers));

/** The content that a manifest needs. */
const ALL: Readonly<Record<string, Test>> = { stepdown: isText, command: isText, files: isFiles };
const STUDY: Readonly<Record<Exclude<keyof Manifest, 'typed' | 'stoppedBy'>, Test>> = {
  stepdown: isText,
  command: isText,
  scenarios: isScenarios,
  inputDigest: isText,
  seed: isText,
  arms: isTexts,
  draws: isCount,
  replicates: isCount,
  only: isOnly,
  resultDigest: isText,
  armDigests: isDigests,
  files: isFiles,
  seconds: (value) => typeof value === 'number',
};

const RECORDED_STUDY: Readonly<Record<keyof RecordedStudy, Test>> = {
  arms: isTexts,
  draws: isCount,
  replicates: isCount,
  armDigests: isDigests,
  digest: isText,
  engine: isText,
  admissions: isAdmissions,
};

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
