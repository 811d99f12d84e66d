/**
 * Writes the draw, as raw little-endian 32-bit words without end, in the order in which a simulation uses it (people
 * fastest, then decisions, then occasions), for a test battery to read:
 *
 *     npx tsx test/engine/dieharder.ts [seed] | dieharder -a -g 200
 *
 * Each draw gives both words of its block: the 52 bits of `uniform` and the 12 that it leaves out.
 */
import { writeSync } from 'node:fs';
import { packOccasion, randomKey, threefry } from '../../src/engine/random.ts';

const PEOPLE = 4096;
const DECISIONS = 128;
const OCCASIONS = 1 << 20;

const key = randomKey(process.argv[2] ?? 'dieharder', 0);
const words = new Uint8Array(PEOPLE * 8);
const view = new DataView(words.buffer);
const block = new Uint32Array(2);

for (let occasion = 0; occasion < OCCASIONS; occasion++) {
  for (let decision = 0; decision < DECISIONS; decision++) {
    const high = packOccasion(decision % 4, decision, occasion);
    for (let person = 0; person < PEOPLE; person++) {
      threefry(13, key.low, key.high, person, high, block);
      view.setUint32(person * 8, block[0], true);
      view.setUint32(person * 8 + 4, block[1], true);
    }
    writeAll(words);
  }
}

/** A pipe takes what it can; when the battery has read enough it closes, and that is the end. */
function writeAll(bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw error;
    }
  }
}
