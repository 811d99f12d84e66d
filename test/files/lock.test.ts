import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { lockFolder } from '../../src/files/lock.ts';

let parent: string;
let folder: string;
let path: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'stepdown-lock-'));
  folder = join(parent, 'study');
  path = join(parent, '.study.lock');
});
afterEach(() => rmSync(parent, { recursive: true }));

const refusal = (): Failure => {
  try {
    lockFolder(folder, 'output/study');
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    return error as Failure;
  }
  throw new Error('the lock was given');
};

/** A lock as another process would leave it. */
function leave(changes: Readonly<Record<string, unknown>>): void {
  const release = lockFolder(folder);
  const ours = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  release();
  writeFileSync(path, JSON.stringify({ ...ours, ...changes }));
}

const deadPid = () => spawnSync(process.execPath, ['--version']).pid;

test('the second run is refused, and told who writes there and what to do', () => {
  const release = lockFolder(folder);
  const failure = refusal();
  expect(failure.exitCode).toBe(1);
  expect(failure.message).toMatch(
    /^output\/study: another run is writing there: process \d+, since 20\d\d-.*\n {2}wait/,
  );
  expect(failure.message).toContain('wait for it, or choose another folder with --out');
  expect(failure.message).toContain(`process ${process.pid},`);
  release();
});

test('another folder is free, and so is this one after its release, with nothing left', () => {
  const release = lockFolder(folder);
  lockFolder(join(parent, 'other'))();
  release();
  release();
  expect(readdirSync(parent)).toEqual([]);
  lockFolder(`${folder}/`)();
});

test('the folders above are made', () => {
  lockFolder(join(parent, 'a', 'b', 'study'))();
  expect(existsSync(join(parent, 'a', 'b'))).toBe(true);
});

test('a process that lives elsewhere is believed, until it is killed', async () => {
  const process = spawn('sleep', ['60']);
  leave({ pid: process.pid, birth: '' });
  expect(refusal().message).toContain(`process ${process.pid},`);
  process.kill('SIGKILL');
  await once(process, 'exit');
  const release = lockFolder(folder);
  expect(refusal().message).toContain('another run');
  release();
});

test('the lock of a dead process is taken over, and nothing is left beside it', () => {
  leave({ pid: deadPid() });
  const release = lockFolder(folder);
  expect(readdirSync(parent)).toEqual(['.study.lock']);
  expect(JSON.parse(readFileSync(path, 'utf8')).pid).toBe(process.pid);
  release();
  expect(readdirSync(parent)).toEqual([]);
});

test.skipIf(!existsSync('/proc/self/stat'))('a later process with the number of a dead one is not taken for it', () => {
  leave({ birth: 'an earlier start 123' });
  lockFolder(folder)();
  expect(existsSync(path)).toBe(false);
});

test('on another machine nobody can tell, so the file is named', () => {
  leave({ host: 'elsewhere', pid: deadPid() });
  expect(refusal().message).toContain(' on elsewhere, since ');
  expect(refusal().message).toContain(`if it is dead, delete ${path}`);
});

test('a lock that says nothing is being written, unless it is old', () => {
  writeFileSync(path, '');
  expect(refusal().message).toContain('output/study: another run is writing there\n');
  utimesSync(path, new Date(0), new Date(0));
  lockFolder(folder)();
});

test('a lock that somebody else took over is left alone', () => {
  const release = lockFolder(folder);
  writeFileSync(path, 'theirs');
  release();
  expect(readFileSync(path, 'utf8')).toBe('theirs');
});

test('of many processes that find a dead lock, one gets it', async () => {
  leave({ pid: deadPid() });
  const script = `
    const { lockFolder } = await import(${JSON.stringify(new URL('../../src/files/lock.ts', import.meta.url).href)});
    try { lockFolder(${JSON.stringify(folder)}); console.log('got it'); setTimeout(() => {}, 3000); }
    catch (error) { console.log(error.message); }`;
  const runs = Array.from({ length: 3 }, () => spawn(process.execPath, ['--import', 'tsx', '-e', script]));
  const said = await Promise.all(runs.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])));
  for (const run of runs) run.kill('SIGKILL');
  expect(said.filter((text) => text.startsWith('got it'))).toHaveLength(1);
  expect(said.filter((text) => text.includes('another run'))).toHaveLength(2);
});

test('a place where nothing can be written is told of', () => {
  writeFileSync(folder, '');
  folder = join(folder, 'inside');
  expect(refusal().message).toMatch(/^output\/study: cannot be written: /);
});
