/**
 * Reading: the context that is passed on while files are read, and the way from one file to those that it names.
 */
import { Failure } from '../failure.ts';
import type { Catalogue } from './catalogue.ts';
import { describe, type Located, type Problems, type ReadText } from './document.ts';
import type { Dimensions } from './value.ts';

/** The keys under which a scenario names files. */
export type FileKey = 'extends' | 'evidence' | 'inputs' | 'people_inside' | 'members';

/** The path of the file that `written`, under `key` in `file`, names. Throws a Failure that lists what was tried. */
export type FindFile = (file: string, written: string, key: FileKey) => string;

/** How files are found and read, and the problems so far. */
export interface FileReading {
  readonly read: ReadText;
  readonly find: FindFile;
  readonly problems: Problems;
}

/** The context for reading values: the levers, the members of their dimensions, and the list of complaints. */
export interface LeverReading {
  readonly catalogue: Catalogue;
  readonly dimensions: Dimensions;
  readonly problems: Problems;
  /** The place of each change, for mistakes that show only once all are known. */
  readonly places: Map<object, string>;
}

/** Everything that is passed on while a scenario is read. */
export interface ScenarioReading extends FileReading, LeverReading {}

/**
 * The result of `use` for the file that `node` names under `key`. If there is no such file, or it cannot be read, adds to the
 * problems at the place of the name and returns undefined.
 */
export function readNamed<Result>(
  node: Located,
  key: FileKey,
  { find, problems }: FileReading,
  use: (path: string) => Result,
): Result | undefined {
  const { file, place } = node;
  let path: string | undefined;
  try {
    if (node.kind === 'scalar' && typeof node.value === 'string') {
      path = find(file, node.value, key);
      return use(path);
    }
    problems.push({ place, problem: `${key}: expected the path of a file, got ${describe(node)}` });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (path === undefined) problems.push(...error.facts.map((fact) => ({ ...fact, place })));
    else problems.push({ place, problem: `cannot read ${path}`, reason: withoutPath(error, path) });
  }
  return undefined;
}

/** The path that `written`, inside `file`, names: relative to the folder of that file. */
export function besideFile(file: string, written: string): string {
  const steps = written.startsWith('/') ? [] : file.split('/').slice(0, -1);
  for (const step of written.split('/')) {
    const isUp = step === '..';
    if (isUp && steps.length === 1 && steps[0] === '') continue;
    if (isUp && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '.' && (step !== '' || steps.length === 0)) steps.push(step);
  }
  return steps.join('/');
}

function withoutPath({ facts }: Failure, path: string): string {
  return facts
    .map(({ place, problem }) => (place === undefined || place === path ? problem : `${place}: ${problem}`))
    .join('; ');
}
