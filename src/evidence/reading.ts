/**
 * Reading: what is handed on while files are read, and how one file comes to those that it names.
 */
import { Failure } from '../failure.ts';
import type { Catalogue } from './catalogue.ts';
import { describe, type Located, type Problems, type ReadText } from './document.ts';
import type { Dimensions } from './value.ts';

/** The keys under which a scenario names files. */
export type FileKey = 'extends' | 'evidence' | 'inputs' | 'people_inside';

/** The path of the file that `written`, under `key` in `file`, stands for. Throws a Failure that says what was tried. */
export type FindFile = (file: string, written: string, key: FileKey) => string;

/** How files are come to, and what is wrong with them so far. */
export interface FileReading {
  readonly read: ReadText;
  readonly find: FindFile;
  readonly problems: Problems;
}

/** What it takes to read a value: the levers there are, the members they vary by, and where complaints go. */
export interface LeverReading {
  readonly catalogue: Catalogue;
  readonly dimensions: Dimensions;
  readonly problems: Problems;
  /** Where each change stands, for what is found wrong once all are known. */
  readonly places: Map<object, string>;
}

/** All that is handed on while a scenario is read. */
export interface ScenarioReading extends FileReading, LeverReading {}

/**
 * What `use` makes of the file that `node` names under `key`. Undefined after adding to the problems, at the place of the
 * name, that there is no such file or that it cannot be read.
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

/** The path that `written`, inside `file`, stands for: relative to the folder of that file. */
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
