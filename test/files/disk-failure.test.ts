import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { readFailure, writeFailure } from '../../src/files/disk-failure.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: as the system says it`), { code, syscall: 'open' });
}

test.each([
  ['ENOENT', 'no file can be made there', 2],
  ['ENOTDIR', 'a file stands where a folder is needed', 2],
  ['EISDIR', 'is a folder', 2],
  ['EACCES', 'you may not use this file or folder', 2],
  ['EPERM', 'you may not use this file or folder', 2],
  ['EROFS', 'the disk can only be read', 2],
  ['ENOSPC', 'the disk is full', 1],
  ['EDQUOT', 'your share of the disk is used up', 1],
  ['EEXIST', 'a file of this name is in the way', 2],
  ['EBUSY', 'is in use', 1],
  ['EMFILE', 'too many files are open', 1],
  ['ENAMETOOLONG', 'the name is too long', 2],
])('%s: %s, exit code %d', (code, words, exitCode) => {
  const failure = writeFailure(systemError(code), 'output/study') as Failure;
  expect(failure).toBeInstanceOf(Failure);
  expect(failure.exitCode).toBe(exitCode);
  expect(failure.message).toContain(`output/study: cannot be written: ${words}`);
  expect(failure.facts[0]?.remedy).toBeDefined();
});

test.each(['EACCES', 'ENOENT', 'EIO'])('reading fails with exit code 2: %s', (code) => {
  expect((readFailure(systemError(code), 'a.yaml') as Failure).exitCode).toBe(2);
});

test('a file that is not there to be read does not exist', () => {
  expect((readFailure(systemError('ENOENT'), 'a.yaml') as Failure).message).toContain('does not exist');
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
