/**
 * Compiles what is measured as it is shipped: the TypeScript compiler's own output, in a temporary folder, and C++ if there
 * is a compiler for it. (`tsx` compiles on the way, with additions that would be measured too.)
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of programs that is gone when the process ends. */
export interface Programs {
  /** The compiled `measure.ts`. */
  readonly measure: string;
  /** The C++ program, unless there is no g++. */
  readonly cpp: string | undefined;
}

/** Compiles everything. Throws with what the compiler said if TypeScript cannot be compiled. */
export function compile(project: string): Programs {
  const folder = mkdtempSync(join(tmpdir(), 'stepdown-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const options = ['--noEmit', 'false', '--noCheck', '--allowImportingTsExtensions', 'false', '--sourceMap', 'false'];
  run(process.execPath, [compiler, '-p', project, ...options, '--rootDir', project, '--outDir', folder]);
  copyFileSync(join(project, 'package.json'), join(folder, 'package.json'));
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return { measure: join(folder, 'bench', 'measure.js'), cpp: compileCpp(project, join(folder, 'reference')) };
}

function compileCpp(project: string, program: string): string | undefined {
  const { status } = spawnSync('sh', [join(project, 'bench', 'build.sh'), program], { stdio: 'ignore' });
  return status === 0 ? program : undefined;
}

/** Runs a program and gives what it printed. Throws with what it complained of if it fails. */
export function run(program: string, given: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, given, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${given.join(' ')}: ${error?.message ?? stdout + stderr}`);
  return stdout;
}
