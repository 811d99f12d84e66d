/** Burn-ins are kept where the environment says, unless they are not wanted, and no result tells. */
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tinyFolder, typed } from './typed.ts';

let folder: string;
beforeAll(async () => {
  folder = await tinyFolder();
});
afterAll(() => rm(folder, { recursive: true }));

const LINE = 'run tiny --years 1 --replicates 1 --quiet --out';
const environment = { STEPDOWN_CACHE: 'cache', HOME: '/nowhere' };
const kept = () => readdir(join(folder, 'cache', 'burn-ins')).catch(() => []);
async function digestOf(line: string, own: Readonly<Record<string, string>>): Promise<string> {
  await rm(join(folder, '.cells'), { recursive: true, force: true });
  expect(await typed(line, folder, { environment: own })).toEqual({ exitCode: 0, stdout: '', stderr: '' });
  return JSON.parse(await readFile(join(folder, line.split(' --out ')[1], 'manifest.json'), 'utf8')).resultDigest;
}

test('kept once, found again, and left alone with --no-cache', async () => {
  const without = await digestOf(`${LINE} without`, {});
  expect(await digestOf(`--no-cache ${LINE} not-wanted`, environment)).toBe(without);
  expect(await kept()).toEqual([]);
  expect(await digestOf(`${LINE} first`, environment)).toBe(without);
  expect(await kept()).toHaveLength(1);
  expect(await digestOf(`${LINE} second`, environment)).toBe(without);
  expect(await kept()).toHaveLength(1);
}, 300_000);

test('a size that cannot be read is refused before anything runs', async () => {
  const own = { ...environment, STEPDOWN_CACHE_SIZE: 'much' };
  const { exitCode, stderr } = await typed(`${LINE} never`, folder, { environment: own });
  expect(exitCode).toBe(2);
  expect(stderr).toBe(
    'STEPDOWN_CACHE_SIZE is "much": expected a size such as 500MB or 10GB\n  correct the variable of the environment, or remove it\n',
  );
  expect(await readdir(folder)).not.toContain('never');
});
