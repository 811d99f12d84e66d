/**
 * Engine version: a fingerprint of the code that decides results, so that a cell computed by other code is never mistaken for one
 * of this program.
 *
 * It is computed from the files of the program itself, so nobody has to raise a number. The source and the built program have
 * different versions: equal results have to be shown, not assumed.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The code that computes a cell; charts, tables, reports and commands only present its result. */
const DECIDES = [
  'engine',
  'evidence',
  'people',
  'prison',
  'community',
  'scenario',
  'simulation',
  'experiment/study',
  'experiment/past',
  'experiment/parameter-draw',
  'experiment/failed-cell',
  'experiment/admissions',
  'statistics/local-trend',
  'statistics/naive-forecast',
  'statistics/student-paths',
  'statistics/eigen',
  'statistics/latin-hypercube',
  'statistics/student',
];

/** The one library that takes part in random draws. */
const LUCK = 'seedrandom';

let version: string | undefined;

/** SHA-256 of the names and contents of `engineFiles` and the version of seedrandom, as 64 hexadecimal digits; read once. */
export function engineVersion(): string {
  version ??= versionOf(programFolder());
  return version;
}

/** The files of a program (`src` or `dist`) that decide results: paths with slashes, in order. */
export function engineFiles(program: string): readonly string[] {
  const names = readdirSync(program, { recursive: true, encoding: 'utf8' });
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.[jt]s$/.test(name))
    .filter((name) => DECIDES.some((part) => name.startsWith(`${part}/`) || name.replace(/\.[jt]s$/, '') === part))
    .sort();
}

/** The version of the program in a folder. */
export function versionOf(program: string): string {
  const hash = createHash('sha256');
  const add = (name: string, content: Uint8Array) => {
    hash.update(`${name}\n${content.length}\n`);
    hash.update(content);
  };
  for (const name of engineFiles(program)) add(name, readFileSync(join(program, name)));
  add(LUCK, new TextEncoder().encode(luckVersion(program)));
  return hash.digest('hex');
}

function luckVersion(program: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(program, '..', 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return dependencies[LUCK];
}

function programFolder(): string {
  return dirname(dirname(fileURLToPath(import.meta.url)));
}
