/**
 * Plan study: turns the scenarios and options typed into a study that can be run, the baseline first.
 *
 * An arm is named after its file. Seed, replicates and years are those of the baseline unless an option says otherwise. Arms can be
 * compared only if they begin on the same day and have the same security levels. Nothing is simulated or written here.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readTargets, type Target } from '../evidence/targets.ts';
import { disagreements, WHY_ARMS_AGREE } from '../experiment/agreement.ts';
import { fewestOf, type StoppingRule } from '../experiment/stopping.ts';
import { blocksOf, type CellKey, type Study } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { readScenarioFile, readTextNow, type ScenarioFile } from '../files/scenario-file.ts';
import type { HeldManifest } from '../results/manifest.ts';
import { withRun } from '../scenario/scenario.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { scenarioUnderEvidence } from './options/evidence-mode.ts';
import { ruleTypedAgain, stoppingRuleOf } from './options/stopping-rule.ts';
import { type StudyRequest, shellWord, typedAgain } from './request.ts';

/** The question typed after `stepdown`. */
export interface StudyQuestion {
  readonly verb: 'run' | 'compare';
  /** Files, or names of files in `scenarios/`. */
  readonly scenarios: readonly string[];
  readonly baseline?: string | undefined;
  readonly request: StudyRequest;
}

/** Everything known before the first day is simulated. */
export interface PlannedStudy {
  /** The command, from `stepdown` on, without options of output. */
  readonly command: string;
  /** The command as typed, including the options that decide the number of replicates. */
  readonly typed: string;
  readonly arms: readonly ReadArm[];
  /** The study; under a stopping rule, with the fewest replicates. */
  readonly study: Study;
  /** What ends the study; undefined if the number of replicates is fixed. */
  readonly rule: StoppingRule | undefined;
  /** The observed figures to compare with the baseline. */
  readonly targets: readonly Target[];
  /** The most threads. */
  readonly workers: number;
  /** The command that runs a cell alone. */
  readonly reproduce: (cell: CellKey) => string;
  /** The name of the folder for the results, and whether results found there are from this command. */
  readonly folder: string;
  readonly isOwn: (manifest: HeldManifest) => boolean;
  readonly request: StudyRequest;
}

/** Reads and checks everything. Throws one Failure with everything that is wrong. */
export function planStudy({ verb, scenarios, baseline, request }: StudyQuestion, terminal: Terminal): PlannedStudy {
  const read = armsOf(scenarios, baseline, request, terminal);
  const { arms } = read;
  if (verb === 'compare' && arms.length === 1) throw singleArm(scenarios[0]);
  const rule = stoppingRuleOf(request, arms[0].scenario);
  const replicates = rule === undefined ? read.replicates : fewestOf(read.replicates, rule);
  const study = studyOf({ ...read, replicates }, request);
  const words = ['stepdown', verb, ...scenarios, ...(baseline === undefined ? [] : ['--baseline', baseline])];
  const command = `${words.map(shellWord).join(' ')}${typedAgain(request)}`;
  const typed = `${command}${ruleTypedAgain(request)}`;
  return {
    command,
    typed,
    arms,
    study,
    rule,
    targets: targetsBeside(arms[0].path, terminal.cwd),
    workers: Math.min(request.workers ?? terminal.cores, rule?.most ?? blocksOf(study).length),
    reproduce: (cell) => commandFor(cell, arms, request),
    folder: `${read.folder}${cellName(request)}`,
    isOwn: (held) => (held['typed'] ?? held['command']) === typed,
    request,
  };
}

/** An arm of a study, and its file. */
export interface ReadArm extends ScenarioFile {
  readonly name: string;
}

/** The arms in order, and the name of a folder for their results. */
export interface ReadArms {
  /** The baseline first. */
  readonly arms: readonly ReadArm[];
  readonly replicates: number;
  /** See `folderNameOf`. */
  readonly folder: string;
}

/** Reads every scenario. Throws one Failure with everything that is wrong in any of them. */
export function armsOf(
  typed: readonly string[],
  baseline: string | undefined,
  request: Pick<StudyRequest, 'seed' | 'replicates' | 'years' | 'evidence'>,
  { cwd }: Pick<Terminal, 'cwd'>,
): ReadArms {
  const files = readAll(typed, cwd);
  complainOfTwins(files);
  const names = armNames(files.map((file) => file.path));
  let at = baseline === undefined ? 0 : Math.max(typed.indexOf(baseline), names.indexOf(baseline));
  if (at === -1) {
    const [file] = readAll([baseline!], cwd);
    at = files.findIndex((other) => other.path === file!.path);
    if (at === -1) at = files.push(file!) - 1;
  }
  const allNames = armNames(files.map((file) => file.path));
  const read = files.map((file, index) => ({ ...file, name: allNames[index] }));
  const first = read[at];
  const arms = [first, ...read.filter((arm) => arm !== first)];
  complainOfDifferentPasts(arms);
  const run = {
    seed: request.seed ?? first.scenario.seed,
    replicates: request.replicates ?? first.scenario.replicates,
    years: request.years ?? first.scenario.years,
  };
  return {
    arms: arms.map((arm) => scenarioUnderEvidence({ ...arm, scenario: withRun(arm.scenario, run) }, request.evidence)),
    replicates: run.replicates,
    folder: folderNameOf(files.slice(0, typed.length)),
  };
}

/** The study of the arms. Throws a Failure if the lives of a replicate that is not run are wanted. */
export function studyOf(
  { arms, replicates }: ReadArms,
  { draws, only, people }: Pick<StudyRequest, 'draws' | 'only' | 'people'>,
): Study {
  if (only !== undefined) return { arms, replicates: 1, draws: Math.min(only.draw, 1), only };
  const unknown = people.find((replicate) => replicate >= replicates);
  if (unknown === undefined) return { arms, replicates, draws };
  const reason = `there ${replicates === 1 ? 'is 1 replicate' : `are ${replicates} replicates`}, counted from 0`;
  throw new Failure({ problem: `--people ${unknown}: no such replicate`, reason });
}

/** The names of arms: base names of their files; if two are equal, with the folder, or else with a number. */
export function armNames(paths: readonly string[]): readonly string[] {
  const short = paths.map((path) => basename(path, '.yaml'));
  const isTwice = (names: readonly string[], name: string) => names.filter((one) => one === name).length > 1;
  const long = short.map((name, index) => {
    const folder = basename(dirname(paths[index]));
    return isTwice(short, name) && folder !== '' && folder !== '.' ? `${folder}-${name}` : name;
  });
  const used = new Set<string>();
  return long.map((name) => {
    let free = name;
    for (let number = 2; used.has(free); number++) free = `${name}-${number}`;
    used.add(free);
    return free;
  });
}

/**
 * A name for the folder of results of some files: base names, each with the folder of the file before it unless that is
 * `scenarios` or the working folder, so that baselines of two jurisdictions have different names.
 */
export function folderNameOf(files: readonly Pick<ScenarioFile, 'path'>[]): string {
  const parts = files.flatMap(({ path }) => [basename(dirname(path)), basename(path, '.yaml')]);
  return parts
    .filter((part) => !['', '.', 'scenarios'].includes(part))
    .join('-')
    .slice(0, 120);
}

/** The ending that distinguishes the folder of one cell from that of the whole study. */
function cellName({ only }: Pick<StudyRequest, 'only'>): string {
  if (only === undefined) return '';
  return `${only.draw === 0 ? '' : `-draw-${only.draw}`}-replicate-${only.replicate}`;
}

/** The command that runs a cell alone. Seed and years of an arm are those of the baseline, so they are named for other arms. */
function commandFor({ arm, draw, replicate }: CellKey, arms: readonly ReadArm[], request: StudyRequest): string {
  const { path, scenario } = arms[arm];
  const run = arm === 0 ? {} : { seed: scenario.seed, years: scenario.years };
  const alone = { ...request, ...run, replicates: undefined, draws: 0, only: { draw, replicate } };
  return `stepdown run ${shellWord(path)}${typedAgain(alone)} --debug`;
}

/** The observed figures of a jurisdiction, from the file beside its scenario. */
function targetsBeside(path: string, cwd: string): readonly Target[] {
  const file = join(dirname(path), 'targets.yaml');
  return existsSync(resolve(cwd, file)) ? readTargets(file, (name) => readTextNow(name, cwd)) : [];
}

function singleArm(typed: string): Failure {
  return new Failure({
    problem: `compare needs two scenarios, and got only ${typed}`,
    remedy: `name another, or one with --baseline; stepdown run ${shellWord(typed)} reports on a single one`,
  });
}

function readAll(typed: readonly string[], cwd: string): ScenarioFile[] {
  const failures: Failure[] = [];
  const files = [...typed].flatMap((one) => {
    try {
      return [readScenarioFile(one, cwd)];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error);
      return [];
    }
  });
  const facts = new Map(failures.flatMap((failure) => failure.facts).map((fact) => [JSON.stringify(fact), fact]));
  if (facts.size > 0) throw new Failure(...facts.values());
  return files;
}

function complainOfTwins(files: readonly ScenarioFile[]): void {
  const paths = files.map((file) => file.path);
  const twice = new Set(paths.filter((path, index) => paths.indexOf(path) < index));
  const reason = 'the same scenario gives the same results, so there is nothing to compare';
  const problems = [...twice].map((place) => ({ place, problem: 'is named twice', reason, remedy: 'name it once' }));
  if (problems.length > 0) throw new Failure(...problems);
}

function complainOfDifferentPasts([first, ...others]: readonly ReadArm[]): void {
  const problems = others.flatMap(({ path, scenario }) =>
    disagreements(first!.scenario, scenario).map(({ what, own, others: theirs }) => ({
      place: path,
      problem: `${what} is ${own}, but ${theirs} in ${first!.path}`,
      reason: WHY_ARMS_AGREE,
    })),
  );
  if (problems.length > 0) throw new Failure(...problems);
}
