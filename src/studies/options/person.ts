/**
 * Person: the option `--person 1-167837696`, or `2/1-167837696` for a person of replicate 2.
 */

import { Failure } from '../../failure.ts';
import { isListed, keyOf, type PersonKey } from '../../lives/record.ts';

/** The person asked for. */
export interface PersonAsked {
  readonly replicate: number;
  readonly key: PersonKey;
  readonly typed: string;
}

/** Reads the option. Throws a Failure for anything other than a key, and for a replicate that is not run. */
export function personAsked(typed: string, replicates: number): PersonAsked {
  const [, written = '0', stream, index] = /^(?:(\d+)\/)?(\d+)-(\d+)$/.exec(typed) ?? [];
  if (stream === undefined || Number(stream) > MOST_STREAM || Number(index) > MOST_INDEX) {
    const reason = 'expected a key as in table divergences: 1-167837696, or 2/1-167837696 for replicate 2';
    throw new Failure({ problem: `--person ${typed}: this is not the key of a person`, reason });
  }
  if (isListed(keyOf(Number(stream), Number(index)))) {
    const reason = 'a list of people inside is of real people, and nothing is told about any of them';
    throw new Failure({ problem: `--person ${typed}: this person is of the list of people inside`, reason });
  }
  const replicate = Number(written);
  if (replicate < replicates) return { replicate, key: keyOf(Number(stream), Number(index)), typed };
  const reason = `there ${replicates === 1 ? 'is 1 replicate' : `are ${replicates} replicates`}, counted from 0`;
  throw new Failure({ problem: `--person ${typed}: no such replicate`, reason });
}

const MOST_STREAM = 15;
const MOST_INDEX = 2 ** 32 - 1;
