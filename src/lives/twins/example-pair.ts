/**
 * Example pair: chooses the pair to tell when no person is asked for.
 *
 * It parts in the most common way and is no extreme: among the pairs that are followed for long and are ever in different
 * places, it is the median by days apart. It remains an example.
 */
import { DAYS_PER_YEAR } from '../../engine/calendar.ts';
import { type Cause, causeName, type TwinNames, throughOf, whatOf } from './causes.ts';
import type { PartedPair, TwinsRead } from './twins.ts';

/** A pair, and the reason for its choice. */
export interface ExamplePair {
  readonly replicate: number;
  readonly pair: PartedPair;
}

/** The least time followed in both arms, or half of the time observed if that is less. */
const LONG = 3 * DAYS_PER_YEAR;

/** The pair to tell, from the first replicate with such a divergence; undefined if no pair parts. */
export function examplePair(
  reads: readonly Pick<TwinsRead, 'replicate' | 'parted'>[],
  cause: Cause | undefined,
  names: TwinNames,
  daysObserved: number,
): ExamplePair | undefined {
  if (cause === undefined) return undefined;
  const wanted = causeName(cause);
  const isAlike = (pair: PartedPair) =>
    causeName({ what: whatOf(pair.divergence, names), ...throughOf(pair, names.levers) }) === wanted;
  for (const { replicate, parted } of reads) {
    const alike = parted.filter(isAlike);
    if (alike.length === 0) continue;
    const long = alike.filter(({ followed }) => followed >= Math.min(LONG, daysObserved / 2));
    const apart = long.filter((pair) => pair.apart > 0);
    const [best] = [apart, long, alike].filter((some) => some.length > 0);
    const inOrder = [...best!].sort((a, b) => a.apart - b.apart || a.key - b.key);
    return { replicate, pair: inOrder[Math.floor(inOrder.length / 2)] };
  }
  return undefined;
}
