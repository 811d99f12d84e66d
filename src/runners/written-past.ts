/**
 * Written past: writes the world of a morning as bytes, and reads it back.
 *
 * A snapshot is a tree of plain objects with numbers and typed arrays in it, whatever its nouns. The tree becomes JSON, in which an
 * array is its kind and its place; the arrays follow, each deflated by itself, so that no second copy of the world lies in memory.
 * Deflating takes some hundredths of the time of a burn-in, and leaves a sixth of the bytes: rows not in use are nearly free.
 */
import { endianness } from 'node:os';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Branch } from '../simulation/simulate.ts';

const ARRAYS = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
} as const;
type Kind = keyof typeof ARRAYS;
type TypedArray = InstanceType<(typeof ARRAYS)[Kind]>;

/** An array in the tree: its kind, the number of its cells, and of its bytes when deflated. */
interface WrittenArray {
  readonly array: Kind;
  readonly cells: number;
  readonly bytes: number;
}

const FAST = { level: 1 };
const BYTE_ORDER = endianness();

/** The bytes of a past in parts; undefined if it holds anything but numbers, texts, truth values and typed arrays in plain objects. */
export function pastToBytes(past: Branch): readonly Uint8Array[] | undefined {
  const parts: Uint8Array[] = [];
  const written = (value: unknown): unknown => {
    if (value === undefined || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)) return value;
    if (ArrayBuffer.isView(value)) {
      const kind = kindOf(value);
      if (kind === undefined) throw new Unwritable();
      const part = deflateRawSync(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), FAST);
      parts.push(part);
      return { array: kind, cells: (value as TypedArray).length, bytes: part.length } satisfies WrittenArray;
    }
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      throw new Unwritable();
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, written(inner)]));
  };
  try {
    const tree = new TextEncoder().encode(JSON.stringify({ byteOrder: BYTE_ORDER, past: written(past) }));
    return [Uint8Array.from(new Uint8Array(Uint32Array.of(tree.length).buffer)), tree, ...parts];
  } catch (error) {
    if (error instanceof Unwritable) return undefined;
    throw error;
  }
}

/** The past in these bytes; undefined if they hold none that this machine can read. */
export function pastFromBytes(bytes: Uint8Array): Branch | undefined {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, BYTE_ORDER === 'LE');
    const { byteOrder, past } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
    if (byteOrder !== BYTE_ORDER) return undefined;
    let at = 4 + length;
    const read = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value;
      if (isWrittenArray(value)) {
        const array = new ARRAYS[value.array](value.cells);
        const inflated = inflateRawSync(bytes.subarray(at, at + value.bytes));
        if (inflated.length !== array.byteLength) throw new RangeError('an array of another length');
        new Uint8Array(array.buffer).set(inflated);
        at += value.bytes;
        return array;
      }
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, read(inner)]));
    };
    return read(past) as Branch;
  } catch {
    return undefined;
  }
}

class Unwritable extends Error {}

function kindOf(value: ArrayBufferView): Kind | undefined {
  return (Object.keys(ARRAYS) as Kind[]).find((kind) => value.constructor === ARRAYS[kind]);
}

function isWrittenArray(value: object): value is WrittenArray {
  return 'array' in value && typeof value.array === 'string' && value.array in ARRAYS;
}
