/**
 * Typed: runs command lines in process, in a folder with a tiny world, and gives back what they print.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main } from '../../src/main.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';

/** What a command line left behind. */
export interface Printed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line: its words, or one text of words separated by single spaces. */
export async function typed(
  line: string | readonly string[],
  cwd: string,
  other: Partial<Terminal> = {},
): Promise<Printed> {
  const printed = { stdout: '', stderr: '' };
  const into = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      printed[name] += text;
    },
  });
  const exitCode = await main(typeof line !== 'string' ? line : line === '' ? [] : line.split(' '), {
    stdout: into('stdout'),
    stderr: into('stderr'),
    cwd,
    environment: {},
    now: () => 0,
    cores: 1,
    signal: new AbortController().signal,
    ...other,
  });
  return { exitCode, ...printed };
}

/** A new folder with `scenarios/tiny.yaml`, `scenarios/open.yaml` that differs from 2013 on, and observed figures. */
export async function tinyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stepdown-commands-'));
  await mkdir(join(folder, 'scenarios'));
  await writeFile(join(folder, 'scenarios', 'tiny.yaml'), tiny);
  await writeFile(join(folder, 'scenarios', 'open.yaml'), open);
  await cp(resolve('scenarios/norway/targets.yaml'), join(folder, 'scenarios', 'targets.yaml'));
  return folder;
}

/** Every file under a folder by its path, as bytes in Latin-1 so that any two can be compared. */
export async function filesUnder(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = paths.map(
    async (path): Promise<[string, string]> => [path.slice(folder.length + 1), await readFile(path, 'latin1')],
  );
  return new Map((await Promise.all(read)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The paths of files that one folder has and the other has not, or has otherwise. */
export function differing(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));
}

const tiny = `title: A tiny world
extends: ${resolve('scenarios/norway/baseline.yaml')}
years: 3
burn_in_years: 2
seed: tiny
replicates: 2
policies:
  tiny:
    from: 1900-01-01
    set:
      arrivals.per_year: {multiply: 0.01}
      facility.places: {multiply: 0.01}
      monitoring.places: {multiply: 0.02}
`;

const open = `title: More open places
extends: tiny.yaml
policies:
  more-open-places:
    from: 2013-01-01
    after: tiny
    label: invented
    set:
      facility.places: {low: 19, high: 16}
      placement.review_days.high: 30
`;
