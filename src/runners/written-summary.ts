/**
 * Written summary: a summary as bytes that are the same on every machine, and read back the same.
 */
import { emptySummary, type Summary } from '../simulation/summary.ts';

/** The shape as three words, then every array in the order of `emptySummary`; little-endian throughout. */
export function toBytes(summary: Summary): Uint8Array {
  const { weeks, years, levels } = summary.shape;
  const parts = [Uint32Array.of(weeks, years, levels), ...arraysOf(summary)];
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.byteLength, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    for (let index = 0; index < part.length; index++, at += part.BYTES_PER_ELEMENT) {
      if (part instanceof Float64Array) view.setFloat64(at, part[index]!, true);
      else view.setInt32(at, part[index]!, true);
    }
  }
  return bytes;
}

/** The summary that was written; undefined if the bytes are no summary. */
export function fromBytes(bytes: Uint8Array): Summary | undefined {
  if (bytes.length < 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [weeks, years, levels] = [0, 4, 8].map((at) => view.getUint32(at, true)) as [number, number, number];
  if (Math.max(weeks, years, levels) > bytes.length) return undefined;
  const summary = emptySummary({ weeks, years, levels });
  const parts = arraysOf(summary);
  if (12 + parts.reduce((total, part) => total + part.byteLength, 0) !== bytes.length) return undefined;
  let at = 12;
  for (const part of parts) {
    for (let index = 0; index < part.length; index++, at += part.BYTES_PER_ELEMENT) {
      part[index] = part instanceof Float64Array ? view.getFloat64(at, true) : view.getInt32(at, true);
    }
  }
  return summary;
}

function arraysOf(summary: Summary): readonly (Int32Array | Uint32Array | Float64Array)[] {
  const names = Object.keys(emptySummary({ weeks: 0, years: 0, levels: 0 })) as (keyof Summary)[];
  return names.flatMap((name) => {
    const part = summary[name];
    return ArrayBuffer.isView(part) ? [part] : [];
  });
}
