/**
 * Disk failure: puts errors of the operating system about files into helpful words.
 */
import { Failure } from '../failure.ts';

interface Words {
  readonly problem: string;
  readonly remedy: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  ENOENT: { problem: 'does not exist', remedy: 'check the spelling and the folder you are in' },
  ENOTDIR: { problem: 'a file stands where a folder is needed', remedy: 'check the path' },
  EISDIR: { problem: 'is a folder, and a file is needed', remedy: 'name a file' },
  EACCES: { problem: 'you may not use this file or folder', remedy: 'change its permissions, or choose another place' },
  EPERM: { problem: 'you may not use this file or folder', remedy: 'change its permissions, or choose another place' },
  EROFS: { problem: 'the disk can only be read', remedy: 'choose a place on another disk' },
  ENOSPC: { problem: 'the disk is full', remedy: 'make room, or choose a place on another disk' },
  EDQUOT: { problem: 'your share of the disk is used up', remedy: 'make room, or choose a place on another disk' },
  EEXIST: { problem: 'a file of this name is in the way', remedy: 'choose another name' },
  EBUSY: { problem: 'is in use', remedy: 'close what uses it, or choose another place' },
  EMFILE: { problem: 'too many files are open', remedy: 'close other programs, or use fewer workers' },
  ENAMETOOLONG: { problem: 'the name is too long', remedy: 'choose a shorter name' },
};

/** The Failure (exit code 2) for an error while reading; an error of another origin is returned unchanged. */
export function readFailure(error: unknown, path: string): unknown {
  return describe(error, path, 'cannot be read', 2);
}

/** The Failure (exit code 1) for an error while writing; an error of another origin is returned unchanged. */
export function writeFailure(error: unknown, path: string): unknown {
  return describe(error, path, 'cannot be written', 1);
}

function describe(error: unknown, place: string, what: string, exitCode: 1 | 2): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return error;
  const words = WORDS[String(error.code)];
  if (words === undefined) return new Failure({ place, problem: what, reason: error.message, exitCode });
  return new Failure({ place, problem: `${what}: ${words.problem}`, remedy: words.remedy, exitCode });
}
