/**
 * Cell store: keeps the results of cells, one file per cell, under the address of the cell.
 *
 * An address covers everything on which a result depends, so a cell found here equals a computed one, in any study. Cells are
 * never changed, only added, and several programs may add to one folder at once. A file is written under a temporary name and
 * moved into place in one step. It carries its address and a SHA-256 of itself: a truncated, damaged or misplaced file is reported,
 * removed and recomputed; it is never trusted.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Failure } from '../failure.ts';
import { readFailure, writeFailure } from './disk-failure.ts';

/** Cells by address: 64 hexadecimal digits. */
export interface CellStore {
  /** Whether an intact cell is there; reads the file. Throws a Failure if the folder may not be read. */
  readonly has: (address: string) => boolean;
  /** The bytes under the address; undefined if no intact cell is there. Throws a Failure like `has`. */
  readonly read: (address: string) => Uint8Array | undefined;
  /** Stores bytes. Throws a Failure (exit code 1) if the disk refuses them; cells written before stay. */
  readonly write: (address: string, bytes: Uint8Array) => void;
  /** Reports the cell at an address as unreadable, and removes it. */
  readonly discard: (address: string) => void;
}

const MAGIC = Buffer.from('stepcell');
/** Version of the file format: magic, this number, address, content (deflated), SHA-256 of everything before. */
const FORMAT = 1;
const HASH_BYTES = 32;
const HEAD_BYTES = MAGIC.length + 1 + HASH_BYTES;

/** The store in a folder, which is created with the first cell. `tell` receives one line per damaged cell. */
export function cellStore(folder: string, tell: (line: string) => void): CellStore {
  const pathOf = (address: string) => join(folder, address.slice(0, 2), `${address}.cell`);
  const discard = (address: string) => {
    tell(`${pathOf(address)}: corrupted cell, computed again`);
    try {
      rmSync(pathOf(address), { force: true });
    } catch {
      // The recomputed cell takes its place, and reports if it cannot.
    }
  };
  const soundFile = (address: string) => {
    const file = fileAt(pathOf(address));
    if (file === undefined) return undefined;
    if (file !== 'damaged' && isSound(file, address)) return file;
    discard(address);
    return undefined;
  };
  return {
    discard,
    has: (address) => soundFile(address) !== undefined,
    read: (address) => {
      const file = soundFile(address);
      return file && inflateRawSync(file.subarray(HEAD_BYTES, -HASH_BYTES));
    },
    write: (address, bytes) => {
      try {
        writeWhole(pathOf(address), fileOf(address, bytes));
      } catch (error) {
        throw cannotKeep(error, folder);
      }
    },
  };
}

/** Bytes that the disk cannot return are damaged; a missing permission to read is a different failure. */
function fileAt(path: string): Buffer | 'damaged' | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'EIO' || code === 'EISDIR') return 'damaged';
    throw readFailure(error, path);
  }
}

function fileOf(address: string, bytes: Uint8Array): Buffer {
  const body = Buffer.concat([headOf(address), deflateRawSync(bytes, { level: 1 })]);
  return Buffer.concat([body, sha256(body)]);
}

function isSound(file: Buffer, address: string): boolean {
  if (file.length < HEAD_BYTES + HASH_BYTES) return false;
  const body = file.subarray(0, -HASH_BYTES);
  return body.subarray(0, HEAD_BYTES).equals(headOf(address)) && sha256(body).equals(file.subarray(-HASH_BYTES));
}

function headOf(address: string): Buffer {
  return Buffer.concat([MAGIC, Buffer.of(FORMAT), Buffer.from(address, 'hex')]);
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Does not wait for the disk: after a power cut the latest cells may be missing, or are found damaged. */
function writeWhole(path: string, file: Buffer): void {
  const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.partial`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, file, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    removeNow(temporary);
    throw error;
  }
}

/** The error of writing matters more than one of removing. */
function removeNow(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // the temporary file stays, and is overwritten by none
  }
}

function cannotKeep(error: unknown, folder: string): unknown {
  const failure = writeFailure(error, folder);
  if (!(failure instanceof Failure)) return failure;
  const reason = 'cells computed so far are kept: the same command goes on from there';
  return new Failure(...failure.facts.map((facts) => ({ ...facts, reason, exitCode: 1 as const })));
}
