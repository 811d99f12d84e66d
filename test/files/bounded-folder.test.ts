/** A cache folder gives back what was written, or nothing; never anything else, never too much, never an error. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { boundedFolder } from '../../src/files/bounded-folder.ts';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'stepdown-bounded-'));
  folder = join(parent, 'deep', 'folder');
});
afterEach(() => rmSync(parent, { recursive: true }));

const bytes = (length: number, value = 7) => new Uint8Array(length).fill(value);
const pathOf = (name: string) => join(folder, `${name}.past`);
/** Makes a file look as if it was used so many minutes ago. */
const aged = (path: string, minutes: number) => {
  const then = new Date(Date.now() - 60_000 * minutes);
  utimesSync(path, then, then);
};

test('a file in parts is read as one, by its own name', () => {
  const files = boundedFolder(folder, 1000);
  expect(files.read('one')).toBeUndefined();
  expect(files.write('one', [bytes(3, 1), bytes(0), bytes(2, 2)])).toBe(5 + 41);
  expect([...boundedFolder(folder, 1000).read('one')!]).toEqual([1, 1, 1, 2, 2]);
  expect(files.read('two')).toBeUndefined();
  files.write('one', [bytes(1, 3)]);
  expect([...files.read('one')!]).toEqual([3]);
  files.remove('one');
  files.remove('one');
  expect(readdirSync(folder)).toEqual([]);
});

test.each<[string, (path: string) => void]>([
  ['cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, -1))],
  ['changed', (path) => writeFileSync(path, readFileSync(path).fill(9, 12, 13))],
  ['emptied', (path) => writeFileSync(path, '')],
  [
    'of another program',
    (path) => writeFileSync(path, 'a picture of a cat that is long enough to hold a hash of anything'),
  ],
  ['under the name of another', (path) => writeFileSync(path, readFileSync(pathOf('other')))],
])('a file that is %s counts as missing and is removed', (_, spoil) => {
  const files = boundedFolder(folder, 1000);
  files.write('other', [bytes(10, 1)]);
  files.write('one', [bytes(10)]);
  spoil(pathOf('one'));
  expect(files.read('one')).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['other.past']);
});

describe('no more bytes than allowed', () => {
  test('what was used least recently goes first', () => {
    const files = boundedFolder(folder, 500);
    for (const [at, name] of ['a', 'b', 'c'].entries()) {
      files.write(name, [bytes(100)]);
      aged(pathOf(name), 30 - at);
    }
    expect(files.read('a')).toBeDefined();
    files.write('d', [bytes(100)]);
    expect(readdirSync(folder).sort()).toEqual(['a.past', 'c.past', 'd.past']);
  });

  test('a file that is larger than all of it is not kept, and removes nothing', () => {
    const files = boundedFolder(folder, 500);
    files.write('a', [bytes(100)]);
    expect(files.write('b', [bytes(460)])).toBe(0);
    expect(readdirSync(folder)).toEqual(['a.past']);
  });

  test('leftovers of killed programs go after an hour, and files of others stay', () => {
    const files = boundedFolder(folder, 500);
    mkdirSync(folder, { recursive: true });
    const names = ['.0123456789ab.partial', '.ba9876543210.partial', 'notes.txt'];
    for (const name of names) writeFileSync(join(folder, name), '');
    aged(join(folder, names[0]!), 61);
    aged(join(folder, names[2]!), 1000);
    files.write('a', [bytes(100)]);
    expect(readdirSync(folder).sort()).toEqual([names[1], 'a.past', names[2]]);
  });
});

test('a folder that cannot be made keeps nothing and says nothing', () => {
  writeFileSync(join(parent, 'deep'), 'a file in the way');
  const files = boundedFolder(folder, 1000);
  expect(files.write('one', [bytes(3)])).toBe(0);
  expect(files.read('one')).toBeUndefined();
  files.remove('one');
  expect(readdirSync(parent)).toEqual(['deep']);
});

test('a folder in the place of a file leaves nothing behind', () => {
  const files = boundedFolder(folder, 1000);
  mkdirSync(join(pathOf('one'), 'inside'), { recursive: true });
  expect(files.write('one', [bytes(3)])).toBe(0);
  expect(readdirSync(folder)).toEqual(['one.past']);
  expect(files.read('one')).toBeUndefined();
});

test.skipIf(process.platform === 'win32')('nobody else can read it', () => {
  boundedFolder(folder, 1000).write('one', [bytes(3)]);
  expect([folder, pathOf('one')].map((path) => statSync(path).mode & 0o077)).toEqual([0, 0]);
});
