/** Programs that are killed or stopped in the middle of a study: the next run goes on where they were. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { blocksOf, runBlock, type Study } from '../../src/experiment/study.ts';
import { cellStore } from '../../src/files/cell-store.ts';
import { engineVersion } from '../../src/files/engine-version.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { stored } from '../../src/runners/stored-cells.ts';
import { tinyScenario } from '../tiny.ts';

const REPLICATES = 40;
const study: Study = { arms: [{ name: 'as it is', scenario: tinyScenario() }], replicates: REPLICATES, draws: 0 };
const expected = blocksOf(study).flatMap((block) => runBlock(study, block).map(({ digest }) => digest));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepdown-killed-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const start = (replicates: number, workers: number, settings = {}): ChildProcess =>
  spawn(
    process.execPath,
    ['--import', 'tsx', 'test/runners/study-process.ts', folder, String(replicates), String(workers)],
    settings,
  );

const linesOf = (run: ChildProcess) => createInterface({ input: run.stdout! });

const cellsThere = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.cell')).length;

/** Runs the study here over the same store. */
async function resume(replicates = REPLICATES) {
  const told: string[] = [];
  const tally = { found: 0, computed: 0 };
  const store = cellStore(folder, (line) => told.push(line));
  const digests: string[] = [];
  const runner = stored({ store, engine: engineVersion(), tally }, inProcess());
  for await (const cells of runner(study, blocksOf({ ...study, replicates }), () => {})) digests.push(cells[0].digest);
  return { digests, told, ...tally };
}

test('after kill -9 of a program with workers the next computes only what is missing', async () => {
  const run = start(1000, 2);
  let printed = 0;
  for await (const line of linesOf(run)) {
    expect(line).toBe(expected[printed]);
    if (++printed === 5) break;
  }
  run.kill('SIGKILL');
  await once(run, 'exit');
  const there = cellsThere();
  expect(there).toBeGreaterThanOrEqual(5);
  const { digests, told, found, computed } = await resume();
  expect(digests).toEqual(expected);
  expect(told).toEqual([]);
  expect(found).toBe(Math.min(there, REPLICATES));
  expect(computed).toBe(REPLICATES - found);
});

test('Ctrl-C stops a program with workers cleanly, and keeps what was computed', async () => {
  const run = start(1000, 2);
  const exited = once(run, 'exit');
  const lines: string[] = [];
  for await (const line of linesOf(run)) if (lines.push(line) === 1) run.kill('SIGINT');
  expect(await exited).toEqual([0, null]);
  const [stopped, tally] = lines.slice(-2);
  expect(stopped).toBe('stopped');
  expect(tally).toBe(`found 0, computed ${lines.length - 2}`);
  expect(cellsThere()).toBe(lines.length - 2);
  expect((await resume()).digests).toEqual(expected);
});

/** The superuser may write anywhere, so a test of that user asks somebody else. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

test.skipIf(process.platform === 'win32')('a folder that can only be read is told of, and used', async () => {
  await resume(2);
  chmodSync(folder, 0o555);
  const lines: string[] = [];
  for await (const line of linesOf(start(3, 1, nobody))) lines.push(line);
  expect(lines).toEqual([
    ...expected.slice(0, 2),
    `${folder}: cannot be written: you may not use this file or folder`,
    '  cells computed so far are kept: the same command goes on from there',
    '  change its permissions, or choose another place',
    'found 2, computed 0',
  ]);
});
