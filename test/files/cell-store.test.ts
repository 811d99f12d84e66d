import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { type CellStore, cellStore } from '../../src/files/cell-store.ts';

type FileSystem = typeof import('node:fs');

/** The real disk, and what writing does instead for one test. */
const disk = vi.hoisted(() => ({
  real: {} as FileSystem,
  write: undefined as FileSystem['writeFileSync'] | undefined,
}));
vi.mock('node:fs', async (original) => {
  disk.real = await original<FileSystem>();
  const write: FileSystem['writeFileSync'] = (...given) => (disk.write ?? disk.real.writeFileSync)(...given);
  return { ...disk.real, writeFileSync: write };
});

const ADDRESS = 'ab'.repeat(32);
const OTHER = 'cd'.repeat(32);
const BYTES = Uint8Array.from({ length: 5000 }, (_, index) => index % 7);

let folder: string;
let store: CellStore;
let told: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepdown-cells-'));
  told = [];
  store = cellStore(join(folder, 'cells'), (line) => told.push(line));
});
afterEach(() => {
  disk.write = undefined;
  rmSync(folder, { recursive: true });
});

const pathOf = (address: string) => join(folder, 'cells', address.slice(0, 2), `${address}.cell`);
const failureOf = (act: () => unknown): Failure => {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    return error as Failure;
  }
  throw new Error('nothing was thrown');
};

test('what was written is read, by another store too', () => {
  expect(store.has(ADDRESS)).toBe(false);
  expect(store.read(ADDRESS)).toBeUndefined();
  store.write(ADDRESS, BYTES);
  expect(store.has(ADDRESS)).toBe(true);
  expect(new Uint8Array(cellStore(join(folder, 'cells'), () => {}).read(ADDRESS)!)).toEqual(BYTES);
  expect(told).toEqual([]);
});

test('a cell is one small file under its address, with nothing beside it', () => {
  store.write(ADDRESS, BYTES);
  store.write(ADDRESS, BYTES);
  expect(readdirSync(join(folder, 'cells', 'ab'))).toEqual([`${ADDRESS}.cell`]);
  expect(readFileSync(pathOf(ADDRESS)).length).toBeLessThan(300);
});

describe('a cell is told of, removed and never believed', () => {
  const spoil = (change: (file: Buffer) => Uint8Array) => {
    store.write(ADDRESS, BYTES);
    writeFileSync(pathOf(ADDRESS), change(readFileSync(pathOf(ADDRESS))));
  };
  const isForgotten = () => {
    expect(store.read(ADDRESS)).toBeUndefined();
    expect(told).toEqual([`${pathOf(ADDRESS)}: corrupted cell, computed again`]);
    expect(existsSync(pathOf(ADDRESS))).toBe(false);
    store.write(ADDRESS, BYTES);
    expect(store.has(ADDRESS)).toBe(true);
  };

  test('cut at any place', () => {
    store.write(ADDRESS, BYTES);
    const whole = readFileSync(pathOf(ADDRESS));
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(pathOf(ADDRESS), whole.subarray(0, length));
      expect(store.read(ADDRESS)).toBeUndefined();
    }
    expect(told).toHaveLength(whole.length);
  });

  test('with any byte changed', () => {
    store.write(ADDRESS, BYTES);
    const whole = readFileSync(pathOf(ADDRESS));
    for (let at = 0; at < whole.length; at++) {
      const spoilt = Buffer.from(whole);
      spoilt[at] ^= 1;
      writeFileSync(pathOf(ADDRESS), spoilt);
      expect(store.read(ADDRESS)).toBeUndefined();
    }
    expect(told).toHaveLength(whole.length);
  });

  test('with something after it', () => {
    spoil((file) => Buffer.concat([file, Buffer.of(0)]));
    isForgotten();
  });

  test('empty', () => {
    spoil(() => new Uint8Array(0));
    isForgotten();
  });

  test('in the place of another', () => {
    store.write(OTHER, BYTES);
    store.write(ADDRESS, BYTES);
    copyFileSync(pathOf(OTHER), pathOf(ADDRESS));
    isForgotten();
  });

  test('by whoever finds that its content makes no sense', () => {
    store.write(ADDRESS, BYTES);
    store.discard(ADDRESS);
    isForgotten();
  });
});

describe('a disk that takes no more', () => {
  const words = {
    ENOSPC: ['the disk is full', 'make room, or choose a place on another disk'],
    EROFS: ['the disk can only be read', 'choose a place on another disk'],
    EACCES: ['you may not use this file or folder', 'change its permissions, or choose another place'],
  };

  test.each(['ENOSPC', 'EROFS', 'EACCES'] as const)('%s: it is said what to do, and the rest is kept', (code) => {
    store.write(OTHER, BYTES);
    disk.write = () => {
      throw Object.assign(new Error(code), { code, syscall: 'open' });
    };
    const failure = failureOf(() => store.write(ADDRESS, BYTES));
    expect(failure.exitCode).toBe(1);
    expect(failure.message).toBe(
      `${join(folder, 'cells')}: cannot be written: ${words[code][0]}\n` +
        '  cells computed so far are kept: the same command goes on from there\n' +
        `  ${words[code][1]}`,
    );
    expect(store.has(OTHER)).toBe(true);
    expect(store.has(ADDRESS)).toBe(false);
    disk.write = undefined;
    store.write(ADDRESS, BYTES);
    expect(store.has(ADDRESS)).toBe(true);
  });

  test.skipIf(!existsSync('/dev/full'))('a disk that is really full leaves nothing half-written', () => {
    disk.write = (path, data, options) => {
      disk.real.writeFileSync(path, (data as Buffer).subarray(0, 9), options);
      disk.real.writeFileSync('/dev/full', data);
    };
    expect(failureOf(() => store.write(ADDRESS, BYTES)).message).toContain('cannot be written: the disk is full');
    expect(readdirSync(join(folder, 'cells', 'ab'))).toEqual([]);
  });

  test('a file where the folder should be', () => {
    writeFileSync(join(folder, 'cells'), '');
    expect(failureOf(() => store.write(ADDRESS, BYTES)).message).toContain('cells: cannot be written: a file');
  });
});
