/**
 * Arms: from the scenarios that were typed to the arms of a study, the baseline first.
 *
 * An arm is named after its file. Seed, replicates and years are the baseline's unless an option says otherwise; arms that
 * do not begin on one day or do not know the same levels cannot be compared.
 */
import { basename, dirname } from 'node:path';
import { formatDay } from '../engine/calendar.ts';
import type { Study } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { readScenarioFile, type ScenarioFile } from '../files/scenario-file.ts';
import { type Scenario, withRun } from '../scenario/scenario.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { scenarioUnderEvidence } from './options/evidence-mode.ts';
import type { StudyRequest } from './request.ts';

/** An arm of a study, and the file it comes from. */
export interface ReadArm extends ScenarioFile {
  readonly name: string;
}

/** The arms in order, and the name of the folder for their results. */
export interface ReadArms {
  /** The baseline first. */
  readonly arms: readonly ReadArm[];
  readonly replicates: number;
  /** Names of the arms as they were typed, joined by hyphens. */
  readonly folder: string;
}

/** Reads every scenario. Throws one Failure with all that is wrong in any of them. */
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
    folder: allNames.slice(0, typed.length).join('-').slice(0, 120),
  };
}

/** What is run of the arms. Throws a Failure if lives are asked for of a replicate that is not run. */
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

/** The names of arms: base names of their files; where two are equal, with the folder, and at last with a number. */
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
  const reason = 'the same scenario twice has the same results, so there is nothing to compare';
  const problems = [...twice].map((place) => ({ place, problem: 'is named twice', reason, remedy: 'name it once' }));
  if (problems.length > 0) throw new Failure(...problems);
}

function complainOfDifferentPasts([first, ...others]: readonly ReadArm[]): void {
  const dimensions = new Set([first!, ...others].flatMap(({ scenario }) => Object.keys(scenario.dimensions)));
  const shared: readonly (readonly [what: string, of: (scenario: Scenario) => string])[] = [
    ['start', ({ start }) => formatDay(start)],
    ['burn_in_years', ({ burnInYears }) => String(burnInYears)],
    ...[...dimensions].map((name) => {
      const members = (scenario: Scenario) => (scenario.dimensions[name] ?? ['nothing']).join(', ');
      return [`dimensions.${name}`, members] as const;
    }),
  ];
  const problems = others.flatMap(({ path, scenario }) =>
    shared
      .filter(([, of]) => of(scenario) !== of(first!.scenario))
      .map(([what, of]) => ({
        place: path,
        problem: `${what} is ${of(scenario)}, but ${of(first!.scenario)} in ${first!.path}`,
        reason: 'arms are compared person by person, so they must begin alike',
      })),
  );
  if (problems.length > 0) throw new Failure(...problems);
}
