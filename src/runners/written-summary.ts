/**
 * Written summary: writes a summary as bytes that are the same on every machine, and reads it back.
 */
import { emptySummary, type Summary, type SummaryShape, shapeNames } from '../simulation/summary.ts';

/** The bytes of a summary: its shape, one word per name, then every array in the order of `emptySummary`; all little-endian. */
export function toBytes(summary: Summary): Uint8Array {
  const parts = [Uint32Array.from(shapeNames, (name) => summary.shape[name] ?? 0), ...arraysOf(summary)];
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.byteLength, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    for (let index = 0; index < part.length; index++, at += part.BYTES_PER_ELEMENT) {
      if (part instanceof Float64Array) view.setFloat64(at, part[index], true);
      else view.setInt32(at, part[index], true);
    }
  }
  return bytes;
}

/** The summary in these bytes; undefined if they hold none. */
export function fromBytes(bytes: Uint8Array): Summary | undefined {
  const head = 4 * shapeNames.length;
  if (bytes.length < head) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = shapeOf((index) => view.getUint32(4 * index, true));
  if (Object.values(shape).some((size) => size > bytes.length)) return undefined;
  const summary = emptySummary(shape);
  const parts = arraysOf(summary);
  if (head + parts.reduce((total, part) => total + part.byteLength, 0) !== bytes.length) return undefined;
  let at = head;
  for (const part of parts) {
    for (let index = 0; index < part.length; index++, at += part.BYTES_PER_ELEMENT) {
      part[index] = part instanceof Float64Array ? view.getFloat64(at, true) : view.getInt32(at, true);
    }
  }
  return summary;
}

function arraysOf(summary: Summary): readonly (Int32Array | Uint32Array | Float64Array)[] {
  const names = Object.keys(emptySummary(shapeOf(() => 0))) as (keyof Summary)[];
  return names.flatMap((name) => {
    const part = summary[name];
    return ArrayBuffer.isView(part) ? [part] : [];
  });
}

function shapeOf(size: (index: number) => number): SummaryShape {
  return Object.fromEntries(shapeNames.map((name, index) => [name, size(index)])) as SummaryShape;
}
