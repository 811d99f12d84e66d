/** Where the cache of a user lies, on every platform, and how large it may become. */
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheOf } from '../../src/files/cache-folder.ts';

const folderOf = (environment: Record<string, string>, platform: NodeJS.Platform = 'linux') =>
  cacheOf(environment, platform, '/work')?.folder;

describe('the folder', () => {
  test.each<[string, NodeJS.Platform, Record<string, string>, string | undefined]>([
    ['the home of a user', 'linux', { HOME: '/home/ann' }, join('/home/ann', '.cache', 'stepdown')],
    ['another place for caches', 'linux', { HOME: '/home/ann', XDG_CACHE_HOME: '/fast' }, join('/fast', 'stepdown')],
    [
      'an empty one counts as none',
      'linux',
      { HOME: '/home/ann', XDG_CACHE_HOME: '' },
      join('/home/ann', '.cache', 'stepdown'),
    ],
    [
      'a Mac',
      'darwin',
      { HOME: '/Users/ann', XDG_CACHE_HOME: '/fast' },
      join('/Users/ann', 'Library', 'Caches', 'stepdown'),
    ],
    [
      'Windows',
      'win32',
      { LOCALAPPDATA: 'C:/Users/ann/AppData/Local', HOME: '/x' },
      join('C:/Users/ann/AppData/Local', 'stepdown'),
    ],
    ['nobody at home', 'linux', {}, undefined],
    ['a folder that is named', 'linux', { HOME: '/home/ann', STEPDOWN_CACHE: '/mine' }, resolve('/mine')],
    ['one below the working folder', 'win32', { STEPDOWN_CACHE: 'mine' }, resolve('/work', 'mine')],
    ['switched off', 'linux', { HOME: '/home/ann', STEPDOWN_CACHE: 'off' }, undefined],
    ['no room', 'linux', { HOME: '/home/ann', STEPDOWN_CACHE_SIZE: '0' }, undefined],
  ])('%s', (_, platform, environment, expected) => {
    expect(folderOf(environment, platform)).toBe(expected);
  });
});

describe('the size', () => {
  const bytesOf = (size: string) => cacheOf({ HOME: '/home/ann', STEPDOWN_CACHE_SIZE: size }, 'linux', '/')?.bytes;
  test.each([
    ['', 2e9],
    ['1000', 1000],
    ['500MB', 5e8],
    ['1.5 gb', 1.5e9],
    ['2KB', 2000],
    ['1TB', 1e12],
  ])('%s', (size, bytes) => {
    expect(bytesOf(size)).toBe(bytes);
  });

  test.each(['much', '-1GB', '2 GiB', '1,5GB'])('%s is refused', (size) => {
    expect(() => bytesOf(size)).toThrow(`STEPDOWN_CACHE_SIZE is "${size}": expected a size such as 500MB or 10GB`);
  });
});
