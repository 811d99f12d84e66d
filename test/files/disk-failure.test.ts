import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { readFailure, writeFailure } from '../../src/files/disk-failure.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: as the system says it`), { code, syscall: 'open' });
}

test.each([
  ['ENOENT', 'does not exist'],
  ['ENOTDIR', 'a file stands where a folder is needed'],
  ['EISDIR', 'is a folder'],
  ['EACCES', 'you may not use this file or folder'],
  ['EPERM', 'you may not use this file or folder'],
  ['EROFS', 'the disk can only be read'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'your share of the disk is used up'],
  ['EEXIST', 'a file of this name is in the way'],
  ['EBUSY', 'is in use'],
  ['EMFILE', 'too many files are open'],
  ['ENAMETOOLONG', 'the name is too long'],
])('%s: %s', (code, words) => {
  const failure = writeFailure(systemError(code), 'output/study') as Failure;
  expect(failure).toBeInstanceOf(Failure);
  expect(failure.exitCode).toBe(1);
  expect(failure.message).toContain(`output/study: cannot be written: ${words}`);
  expect(failure.facts[0]?.remedy).toBeDefined();
});

test('reading fails with exit code 2, writing with 1', () => {
  expect((readFailure(systemError('EACCES'), 'a.yaml') as Failure).exitCode).toBe(2);
  expect((writeFailure(systemError('EACCES'), 'a.yaml') as Failure).exitCode).toBe(1);
});

test('an unfamiliar code keeps what the system says', () => {
  const failure = writeFailure(systemError('EIO'), 'a.yaml') as Failure;
  expect(failure.message).toBe('a.yaml: cannot be written\n  EIO: as the system says it');
});

test('a Failure or a defect passes through unchanged', () => {
  const defect = new TypeError('a defect');
  const failure = new Failure({ problem: 'told already' });
  expect(writeFailure(defect, 'a.yaml')).toBe(defect);
  expect(writeFailure(failure, 'a.yaml')).toBe(failure);
});

test.skipIf(!existsSync('/dev/full'))('a disk that is really full', async () => {
  const error = await writeFile('/dev/full', 'text').catch((reason: unknown) => reason);
  expect((writeFailure(error, 'output/study') as Failure).message).toContain('cannot be written: the disk is full');
});
