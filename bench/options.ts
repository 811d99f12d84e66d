/**
 * Options: what may be typed after `npm run bench --`.
 */
import { parseArgs } from 'node:util';
import { nearest } from '../src/evidence/nearest.ts';
import { Failure } from '../src/failure.ts';

/** The measures, in the order in which they are taken. */
export const measures = ['reference', 'observed', 'whole', 'mechanisms', 'workers', 'start', 'growth'] as const;

export type Measure = (typeof measures)[number];

/** What is measured. */
export interface Options {
  readonly measures: readonly Measure[];
  /** The commit to compare with. */
  readonly against: string | undefined;
  readonly rounds: number;
  readonly record: boolean;
}

/** Reads the options. Throws a Failure for what is not one, and for what contradicts. */
export function readOptions(typed: readonly string[]): Options {
  const { against, rounds, record = false, start = false, growth = false, only } = parsed(typed);
  if (record && against !== undefined) {
    throw new Failure({
      place: '--record',
      problem: 'a comparison with another commit is not a baseline',
      remedy: 'leave out --against or --record',
    });
  }
  const usual = against === undefined ? USUAL : COMPARED;
  const chosen = only === undefined ? usual : namedIn(only);
  const asked = new Set<Measure>([
    ...chosen,
    ...(start ? ['start' as const] : []),
    ...(growth ? ['growth' as const] : []),
  ]);
  return { measures: measures.filter((measure) => asked.has(measure)), against, rounds: roundsIn(rounds), record };
}

/** Without a word, all but the slow ones. */
const USUAL: readonly Measure[] = ['reference', 'observed', 'whole', 'mechanisms', 'workers'];

/** With another commit: what is about the model and its kernel. */
const COMPARED: readonly Measure[] = ['reference', 'observed', 'whole', 'mechanisms'];

const ROUNDS = 5;

function parsed(typed: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...typed],
      options: {
        against: { type: 'string' },
        rounds: { type: 'string' },
        only: { type: 'string' },
        record: { type: 'boolean' },
        start: { type: 'boolean' },
        growth: { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    throw new Failure({
      problem: (error as Error).message,
      remedy: 'the options are --against COMMIT, --only MEASURE,..., --rounds N, --record, --start and --growth',
    });
  }
}

function namedIn(only: string): readonly Measure[] {
  return only.split(',').map((name) => {
    const found = measures.find((measure) => measure === name);
    if (found !== undefined) return found;
    const like = nearest(name, measures);
    throw new Failure({
      place: '--only',
      problem: `there is no measure "${name}"`,
      remedy: like === undefined ? `the measures are ${measures.join(', ')}` : `did you mean "${like}"?`,
    });
  });
}

function roundsIn(text: string | undefined): number {
  if (text === undefined) return ROUNDS;
  const rounds = Number(text);
  if (Number.isInteger(rounds) && rounds >= 1 && rounds <= 100) return rounds;
  throw new Failure({
    place: '--rounds',
    problem: `"${text}" is not a number of rounds`,
    reason: 'it is a whole number from 1 to 100',
  });
}
