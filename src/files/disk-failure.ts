/**
 * Disk failure: puts errors of the operating system about files into helpful words.
 */
import { Failure } from '../failure.ts';

/** Why a file cannot be read that is no UTF-8 text, such as a spreadsheet, or a text of Windows with letters beyond English. */
export function encodingFailure(path: string, bytes: Uint8Array): Failure {
  if (SPREADSHEETS.some((first) => first.every((byte, at) => bytes[at] === byte)))
    return new Failure({
      place: path,
      problem: 'is a spreadsheet or another packed file, and not text',
      remedy: 'open it in its program, save the sheet as "CSV UTF-8", and name that file',
    });
  return new Failure({
    place: path,
    problem: 'is not UTF-8 text',
    reason: 'programs of Windows often save Windows-1252, called ANSI',
    remedy: 'save it as "CSV UTF-8", or convert it: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW',
  });
}

/** The first bytes of packed files (.xlsx, .ods), and of older ones of Excel (.xls). */
const SPREADSHEETS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

interface Words {
  readonly problem: string;
  readonly remedy: string;
  /** Whether the place is wrong, so that the command has to name another; otherwise the machine gave out. */
  readonly isPlace?: true;
}

const WORDS: Readonly<Record<string, Words>> = {
  ENOENT: { problem: 'does not exist', remedy: 'check the spelling and the folder you are in' },
  ENOTDIR: { problem: 'a file stands where a folder is needed', remedy: 'check the path', isPlace: true },
  EISDIR: { problem: 'is a folder, and a file is needed', remedy: 'name a file', isPlace: true },
  EACCES: {
    problem: 'you may not use this file or folder',
    remedy: 'change its permissions, or choose another place',
    isPlace: true,
  },
  EPERM: {
    problem: 'you may not use this file or folder',
    remedy: 'change its permissions, or choose another place',
    isPlace: true,
  },
  EROFS: { problem: 'the disk can only be read', remedy: 'choose a place on another disk', isPlace: true },
  ENOSPC: { problem: 'the disk is full', remedy: 'make room, or choose a place on another disk' },
  EDQUOT: { problem: 'your share of the disk is used up', remedy: 'make room, or choose a place on another disk' },
  EEXIST: { problem: 'a file of this name is in the way', remedy: 'choose another name', isPlace: true },
  EBUSY: { problem: 'is in use', remedy: 'close what uses it, or choose another place' },
  EMFILE: { problem: 'too many files are open', remedy: 'close other programs, or use fewer workers' },
  ENAMETOOLONG: { problem: 'the name is too long', remedy: 'choose a shorter name', isPlace: true },
};

/** The Failure (exit code 2) for an error while reading; an error of another origin is returned unchanged. */
export function readFailure(error: unknown, path: string): unknown {
  return describe(error, path, 'cannot be read', 2);
}

/**
 * The Failure for an error while writing; an error of another origin is returned unchanged. Exit code 2 if the place is wrong (no
 * permission, a disk that can only be read, a file in the way), 1 if the machine gave out (a full disk, too many open files).
 */
export function writeFailure(error: unknown, path: string): unknown {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return describe(error, path, UNWRITABLE, 2, NO_PLACE);
  const isPlace = error instanceof Error && 'code' in error && WORDS[String(error.code)]?.isPlace === true;
  return describe(error, path, UNWRITABLE, isPlace ? 2 : 1);
}

const UNWRITABLE = 'cannot be written';
/** Every missing folder is made before a file is written, so one that is missing still cannot be made. */
const NO_PLACE: Words = { problem: 'no file can be made there', remedy: 'choose another place' };

function describe(error: unknown, place: string, what: string, exitCode: 1 | 2, instead?: Words): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return error;
  const words = instead ?? WORDS[String(error.code)];
  if (words === undefined) return new Failure({ place, problem: what, reason: error.message, exitCode });
  return new Failure({ place, problem: `${what}: ${words.problem}`, remedy: words.remedy, exitCode });
}
