/**
 * Search: the smallest number of places that passes, by bisection.
 *
 * More places are assumed never to fail where fewer pass. The numbers tried show whether that held.
 */

/** How a number of places is judged. */
export interface Verdict {
  /** Whether it passes although chance is allowed against it: by the upper bound of the risk. */
  readonly surely: boolean;
  /** Whether it may pass: by the lower bound. Whatever passes surely may pass. */
  readonly possibly: boolean;
}

/** What to search. All numbers are whole multiples of `step`. */
export interface Range {
  readonly start: number;
  readonly step: number;
  readonly most: number;
}

/** What was found. */
export interface Found {
  /** The smallest number that passes surely; undefined if none up to the most does. */
  readonly answer: number | undefined;
  /** The smallest number that may pass; undefined if none up to the most does. */
  readonly low: number | undefined;
}

/** Tries numbers of places, each once, and finds the smallest that pass surely, and possibly. */
export async function searchPlaces(
  { start, step, most }: Range,
  judge: (places: number) => Promise<Verdict>,
): Promise<Found> {
  const known = new Map<number, Promise<Verdict>>();
  const judged = (index: number): Promise<Verdict> => {
    const verdict = known.get(index) ?? judge(index * step);
    known.set(index, verdict);
    return verdict;
  };
  const first = Math.ceil(start / step);
  const last = Math.max(first, Math.floor(most / step));
  const answer = await smallest(first, last, async (index) => (await judged(index)).surely);
  const low = await smallest(answer ?? first, last, async (index) => (await judged(index)).possibly);
  return { answer: answer === undefined ? undefined : answer * step, low: low === undefined ? undefined : low * step };
}

/** Whether nothing that passes has anything failing above it, among numbers in ascending order. */
export function isMonotone(passes: readonly boolean[]): boolean {
  return passes.every((pass, at) => !pass || passes.slice(at).every((higher) => higher));
}

/** The smallest whole number from 0 to `last` that passes: from `first` in growing strides to both sides of it, then by halves. */
async function smallest(
  first: number,
  last: number,
  passes: (index: number) => Promise<boolean>,
): Promise<number | undefined> {
  const stride = Math.max(1, Math.round(first * STRIDE));
  let [below, above] = [first, first];
  if (await passes(first)) {
    for (let jump = stride; ; jump *= 2) {
      if (above === 0) return 0;
      below = Math.max(0, above - jump);
      if (!(await passes(below))) break;
      above = below;
    }
  } else {
    for (let jump = stride; ; jump *= 2) {
      if (below >= last) return undefined;
      above = Math.min(last, below + jump);
      if (await passes(above)) break;
      below = above;
    }
  }
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (await passes(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** The first stride, as a share of the places in force. */
const STRIDE = 0.03;
