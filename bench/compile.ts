/**
 * Compile: what is measured is compiled as it is shipped, by the TypeScript compiler of this commit, into a temporary folder;
 * and C++ if there is a compiler for it. (`tsx` compiles on the way, with additions that would be measured too.)
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A compiled tree. */
export interface Compiled {
  /** As the program is packaged, but with `src` and `bench` in place of `dist`. */
  readonly folder: string;
  /** The arguments of `npm start` after the name of the program. */
  readonly start: readonly string[];
}

/** Compiles a tree of the project into a new folder. Throws with what the compiler said if it cannot be compiled. */
export function compile(project: string, folder: string): Compiled {
  mkdirSync(folder);
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const name of ['scenarios', 'assets']) symlinkSync(join(project, name), join(folder, name), 'junction');
  cpSync(join(project, 'package.json'), join(folder, 'package.json'));
  const config = {
    extends: join(project, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      noCheck: true,
      allowImportingTsExtensions: false,
      rootDir: project,
      outDir: folder,
    },
    include: ['src', 'bench'].map((name) => join(project, name)),
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  run(process.execPath, [createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', folder]);
  return { folder, start: startOf(project) };
}

/** Compiles the C++ program for the reference workload; undefined without g++. */
export function compileCpp(project: string, program: string): string | undefined {
  const { status } = spawnSync('sh', [join(project, 'bench', 'build.sh'), program], { stdio: 'ignore' });
  return status === 0 ? program : undefined;
}

/** Runs a program and gives what it printed. Throws with what it complained of if it fails. */
export function run(program: string, given: readonly string[], cwd?: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, given, { encoding: 'utf8', cwd });
  if (status !== 0) throw new Error(`${program} ${given.join(' ')}: ${error?.message ?? stdout + stderr}`);
  return stdout;
}

function startOf(project: string): readonly string[] {
  const { scripts } = createRequire(import.meta.url)(join(project, 'package.json')) as {
    readonly scripts: { readonly start: string };
  };
  const [node, program, ...given] = scripts.start.split(' ');
  if (node !== 'node' || program !== 'dist/main.js') throw new Error(`npm start is not the program: ${scripts.start}`);
  return given;
}
