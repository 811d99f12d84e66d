/**
 * Digests: SHA-256 over a canonical form, so that equal results have equal digests on any machine.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Integers in any of the arrays that hold them. */
export type IntegerArray = Int32Array | Uint32Array | Float64Array;

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function digestOfText(text: string): string {
  return digestOfBytes(utf8ToBytes(text));
}

/** SHA-256 of bytes that come piece by piece. */
export class RunningDigest {
  readonly #hash = sha256.create();

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
  }

  /** The digest of all bytes added; nothing can be added afterwards. */
  hex(): string {
    return bytesToHex(this.#hash.digest());
  }
}

/** SHA-256 of bytes, as 64 hexadecimal digits. */
export function digestOfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/**
 * SHA-256 of lists of integers: each list is its length and its members, as 64-bit two's complement, little-endian. The same
 * integers give the same digest whatever array holds them. Throws RangeError for a number that is no integer within 2^53.
 */
export function digestOfIntegers(parts: readonly IntegerArray[]): string {
  const hash = sha256.create();
  for (const part of parts) {
    const bytes = new Uint8Array((part.length + 1) * 8);
    const view = new DataView(bytes.buffer);
    writeInteger(view, 0, part.length);
    for (let index = 0; index < part.length; index++) writeInteger(view, (index + 1) * 8, part[index]);
    hash.update(bytes);
  }
  return bytesToHex(hash.digest());
}

/**
 * A value as JSON with sorted keys, no spaces, and numbers in their shortest form that reads back the same. Throws RangeError,
 * with the path, for values that JSON would lose: NaN, Infinity, undefined, and objects other than plain ones and arrays.
 */
export function canonicalText(value: unknown): string {
  return textOf(value, 'value');
}

function textOf(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${path} is ${value}, which has no canonical text`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${Array.from(value, (member, index) => textOf(member, `${path}[${index}]`)).join(',')}]`;
  }
  if (typeof value === 'object' && isPlain(value)) {
    const record = value as Readonly<Record<string, unknown>>;
    const entries = Object.keys(record)
      .sort()
      .map((name) => `${JSON.stringify(name)}:${textOf(record[name], `${path}.${name}`)}`);
    return `{${entries.join(',')}}`;
  }
  throw new RangeError(`${path} is ${describe(value)}, which has no canonical text`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null ? `a ${value.constructor.name}` : typeof value;
}

function writeInteger(view: DataView, offset: number, value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not an integer within 2^53`);
  const high = Math.floor(value / 0x100000000);
  view.setUint32(offset, value - high * 0x100000000, true);
  view.setInt32(offset + 4, high, true);
}
