/** A jurisdiction is data: the synthetic one goes through every command, and so does one that was just begun. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScenarioFile } from '../../src/files/scenario-file.ts';
import { VERSION } from '../../src/files/version.ts';
import { typed } from './typed.ts';

const emptyFolder = () => mkdtempSync(join(tmpdir(), 'stepdown-init-'));
const SMALL = '--replicates 2 --years 1 --workers 1 --quiet';

describe('init', () => {
  test('writes a jurisdiction that can be checked, run and compared at once', async () => {
    const folder = emptyFolder();
    const begun = await typed('init green-land', folder);
    expect([begun.exitCode, begun.stderr]).toEqual([0, '']);
    expect(begun.stdout).toContain('stepdown run green-land/baseline');
    const text = readFileSync(join(folder, 'scenarios/green-land/evidence.yaml'), 'utf8');
    expect(text).not.toContain('Harbour');
    const checked = await typed('check green-land/baseline', folder);
    expect(checked.exitCode).toBe(0);
    expect(checked.stdout.split('\n')[0]).toBe('Green Land');
    const ran = await typed(`run green-land/baseline ${SMALL} --out out`, folder);
    expect([ran.exitCode, ran.stderr]).toEqual([0, '']);
    expect(existsSync(join(folder, 'out/report.html'))).toBe(true);
  });

  test('writes a project that can be moved: elsewhere it runs to the same digest, and its results verify', async () => {
    const [here, elsewhere] = [emptyFolder(), join(emptyFolder(), 'deeper', 'project')];
    await typed('init moved', here);
    const run = `run moved/baseline --replicates 1 --years 1 --workers 1 --quiet --out`;
    expect((await typed(`${run} out`, here)).exitCode).toBe(0);
    cpSync(here, elsewhere, { recursive: true });
    rmSync(here, { recursive: true });
    const checked = await typed('check moved/baseline', elsewhere);
    expect([checked.exitCode, checked.stderr]).toEqual([0, '']);
    expect((await typed(`${run} again`, elsewhere)).exitCode).toBe(0);
    const digest = (out: string) =>
      JSON.parse(readFileSync(join(elsewhere, out, 'manifest.json'), 'utf8')).resultDigest as string;
    expect(digest('again')).toMatch(/^[0-9a-f]{64}$/);
    expect(digest('again')).toBe(digest('out'));
    const verified = await typed('verify out --workers 1', elsewhere);
    expect([verified.exitCode, verified.stderr]).toEqual([0, '']);
  });

  test('points at nothing outside the project, and notes the version it began with', async () => {
    const folder = emptyFolder();
    await typed('init here', folder);
    const files = ['baseline.yaml', 'evidence.yaml'].map((file) => join(folder, 'scenarios', 'here', file));
    const texts = files.map((file) => readFileSync(file, 'utf8'));
    const pointers = texts.flatMap((text) => [...text.matchAll(/[^\s=]*\.\.\/\S*/g)].map(([pointer]) => pointer));
    expect(pointers).toEqual(['../schema.json', '../evidence/schema.json']);
    for (const pointer of pointers) expect(existsSync(join(folder, 'scenarios', 'here', pointer))).toBe(true);
    expect(texts.join()).not.toContain(process.cwd());
    expect(texts[0]).toContain(`# Begun with stepdown ${VERSION}. `);
  });

  test.each(['Green', '../up', 'a_b', 'a--b', 'x'.repeat(41), 'é', '1st'])(
    'refuses the name %j and writes nothing',
    async (name) => {
      const folder = emptyFolder();
      const { exitCode, stderr } = await typed(`init ${name}`, folder);
      expect([exitCode, existsSync(join(folder, 'scenarios'))]).toEqual([2, false]);
      expect(stderr).toContain('cannot be the name of a jurisdiction');
    },
  );

  test.each(['norway', 'harbour', 'evidence', 'normality'])(
    'refuses %s, a name of the program, which would hide what lies there, and writes nothing',
    async (name) => {
      const folder = emptyFolder();
      const { exitCode, stderr } = await typed(`init ${name}`, folder);
      expect([exitCode, readdirSync(folder)]).toEqual([2, []]);
      expect(stderr).toContain(`${name}: is a name of the program\n`);
      expect(stderr).toContain(`\n  choose another name, such as my-${name}\n`);
    },
  );

  test('leaves nothing behind if it fails, and keeps what was there', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'scenarios/norway'), { recursive: true });
    writeFileSync(join(folder, 'scenarios/norway/baseline.yaml'), 'title: Not a whole scenario\n');
    const { exitCode } = await typed('init here', folder);
    expect(exitCode).toBe(2);
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
      'scenarios',
      'scenarios/norway',
      'scenarios/norway/baseline.yaml',
    ]);
  });

  test('writes over nothing', async () => {
    const folder = emptyFolder();
    await typed('init here', folder);
    const before = readFileSync(join(folder, 'scenarios/here/baseline.yaml'), 'utf8');
    const { exitCode, stderr } = await typed('init here', folder);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('scenarios/here: exists already');
    expect(readFileSync(join(folder, 'scenarios/here/baseline.yaml'), 'utf8')).toBe(before);
  });
});

describe('Harbour, which does not exist', () => {
  test('has other levels, units and regions than Norway, and says of every figure of its own that it is invented', () => {
    const { scenario } = readScenarioFile('harbour/baseline', process.cwd());
    const { level, unit, region } = scenario.dimensions;
    expect([level, unit, region]).toEqual([
      ['closed', 'open'],
      ['quay', 'island', 'women'],
      ['town', 'coast'],
    ]);
    const own = [...scenario.passports.values()].filter(({ place }) => place === 'Harbour');
    expect(own.length).toBeGreaterThan(35);
    expect(own.filter(({ grade, note }) => grade !== 'assumption' || !note?.startsWith('Invented'))).toEqual([]);
  });

  test('goes through run, verify, report, compare and evidence', async () => {
    const folder = emptyFolder();
    for (const command of [
      `run harbour/baseline ${SMALL} --out out`,
      'verify out --workers 1',
      'report out',
      'evidence --scenario harbour/baseline',
      'check harbour/baseline',
    ]) {
      const { exitCode, stderr } = await typed(command, folder);
      expect([command, exitCode, stderr]).toEqual([command, 0, '']);
    }
  });
});
