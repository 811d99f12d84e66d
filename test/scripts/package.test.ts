/** What is packed starts at once: nothing is built where it is installed, and no script is promised that is not there. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A repository whose build leaves a mark; times are seconds at which source and program were written. */
function repository(times: { readonly source: number; readonly program?: number }): string {
  const folder = mkdtempSync(join(tmpdir(), 'stepdown-package-'));
  for (const name of ['src', 'explorer', 'dist', 'node_modules/typescript', 'scripts']) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  cpSync('scripts/prepare.mjs', join(folder, 'scripts', 'prepare.mjs'));
  const build = `node -e "require('fs').writeFileSync('built', '')"`;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', scripts: { build } }));
  writeFileSync(join(folder, 'node_modules/typescript/index.js'), '');
  const files = { 'src/main.ts': times.source, 'dist/main.js': times.program };
  for (const [name, time] of Object.entries(files)) {
    if (time === undefined) continue;
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), time, time);
  }
  utimesSync(join(folder, 'src'), times.source, times.source);
  return folder;
}

function isBuiltBy(folder: string): boolean {
  expect(spawnSync(process.execPath, ['scripts/prepare.mjs'], { cwd: folder }).status).toBe(0);
  return existsSync(join(folder, 'built'));
}

test.each([
  ['is not there', { source: 1000 }, true],
  ['is older than the source', { source: 2000, program: 1000 }, true],
  ['is newer than the source', { source: 1000, program: 2000 }, false],
])('a program that %s: built after an install', (_, times, builds) => {
  expect(isBuiltBy(repository(times))).toBe(builds);
});

test('no script that npm runs where the package is installed', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const run = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare'];
  expect(run.filter((name) => name in scripts)).toEqual([]);
  expect(scripts).toMatchObject({
    dependencies: 'node scripts/prepare.mjs',
    prepack: expect.stringContaining('build'),
  });
});
