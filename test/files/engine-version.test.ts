import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { engineFiles, engineVersion, versionOf } from '../../src/files/engine-version.ts';

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'stepdown-version-'));
  cpSync('src', join(copy, 'src'), { recursive: true });
  cpSync('package.json', join(copy, 'package.json'));
});
afterAll(() => rmSync(copy, { recursive: true }));

const versionAfter = (change: () => void) => {
  const before = versionOf(join(copy, 'src'));
  change();
  return [before, versionOf(join(copy, 'src'))] as const;
};
const append = (name: string, text: string) => {
  const path = join(copy, 'src', name);
  writeFileSync(path, readFileSync(path, 'utf8') + text);
};

test('it is a SHA-256, the same for the same program anywhere', () => {
  expect(engineVersion()).toMatch(/^[0-9a-f]{64}$/);
  expect(versionOf(join(copy, 'src'))).toBe(engineVersion());
});

test.each([
  'engine/random.ts',
  'prison/court.ts',
  'simulation/day.ts',
  'experiment/study.ts',
  'experiment/parameter-draw.ts',
])('a change of %s is another version', (name) => {
  const [before, after] = versionAfter(() => append(name, ' '));
  expect(after).not.toBe(before);
});

test('another name is another version', () => {
  const at = (name: string) => join(copy, 'src', 'prison', name);
  const [before, after] = versionAfter(() => renameSync(at('remand.ts'), at('remanded.ts')));
  expect(after).not.toBe(before);
});

test('another seedrandom is another version', () => {
  const path = join(copy, 'package.json');
  const [before, after] = versionAfter(() =>
    writeFileSync(path, readFileSync(path, 'utf8').replace(/("seedrandom": )"[^"]*"/, '$1"99.0.0"')),
  );
  expect(after).not.toBe(before);
});

test('what only shows results leaves the version alone', () => {
  const [before, after] = versionAfter(() => append('charts/theme.ts', ' '));
  expect(after).toBe(before);
});

test('every file that a cell is computed with has a part in it', () => {
  const reached = new Set<string>();
  const follow = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    const code = readFileSync(join('src', path), 'utf8');
    for (const [, target] of code.matchAll(/\bfrom '(\.[^']+)'/g)) follow(normalize(join(dirname(path), target!)));
  };
  follow('experiment/study.ts');
  const files = new Set(engineFiles('src'));
  expect([...reached].filter((path) => !files.has(path))).toEqual(['failure.ts']);
  expect(files.size).toBeGreaterThan(40);
});
