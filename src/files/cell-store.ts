/**
 * Cell store: what cells left behind, one file a cell, under the address of the cell.
 *
 * An address names all that a result depends on, so a cell found here is as good as one computed, in whichever study; cells
 * are never changed, only added, and several programs may add to one folder at once. A file is written beside its place
 * and takes it in one step. It carries its address and a SHA-256 of itself: one that is cut short, damaged or in the wrong
 * place is told of, removed and computed again, never believed.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Failure } from '../failure.ts';
import { readFailure, writeFailure } from './disk-failure.ts';

/** Cells by address: 64 hexadecimal digits. */
export interface CellStore {
  /** Whether a sound cell is there; costs a reading. Throws a Failure if the folder may not be read. */
  readonly has: (address: string) => boolean;
  /** What was written under the address; undefined if nothing sound is there. Throws a Failure like `has`. */
  readonly read: (address: string) => Uint8Array | undefined;
  /** Keeps bytes. Throws a Failure (exit code 1) if the disk does not take them; cells written before stay. */
  readonly write: (address: string, bytes: Uint8Array) => void;
  /** Tells that what is under an address makes no sense, and removes it. */
  readonly discard: (address: string) => void;
}

const MAGIC = Buffer.from('stepcell');
/** Of the file: magic, this number, address, what was written (deflated), SHA-256 of all before. */
const FORMAT = 1;
const HASH_BYTES = 32;
const HEAD_BYTES = MAGIC.length + 1 + HASH_BYTES;

/** The store in a folder, which is made when the first cell is written. `tell` hears of damaged cells, a line each. */
export function cellStore(folder: string, tell: (line: string) => void): CellStore {
  const pathOf = (address: string) => join(folder, address.slice(0, 2), `${address}.cell`);
  const discard = (address: string) => {
    tell(`${pathOf(address)}: corrupted cell, computed again`);
    try {
      rmSync(pathOf(address), { force: true });
    } catch {
      // The cell computed again takes its place, and says what is wrong if it cannot.
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

/** A disk that cannot give the bytes back has damaged them; that they may not be read is another matter. */
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

/** Without waiting for the disk: a power cut may cost the latest cells, and they are found damaged or missing. */
function writeWhole(path: string, file: Buffer): void {
  const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.partial`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, file, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function cannotKeep(error: unknown, folder: string): unknown {
  const failure = writeFailure(error, folder);
  if (!(failure instanceof Failure)) return failure;
  const reason = 'what was computed so far is kept: the same command goes on from there';
  return new Failure(...failure.facts.map((facts) => ({ ...facts, reason })));
}
