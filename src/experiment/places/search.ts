/**
 * Search: the smallest number of places that passes, where no larger number tried fails.
 *
 * With few runs the share of them in grief is not monotone in places, even under the same luck: 141 places may spare a run that 142 do
 * not, because whoever gets a place changes what comes after. So the risk found at a number is the largest found there or at any
 * larger number tried (`fromHereUp`): it never grows with places, and a pass below a failure counts for nothing (`overruled`).
 *
 * The search goes by tens, in strides and then by halves, and tries the last ten one by one from above, down to the first that fails. Tests
 * in an order fixed beforehand, ended by the first failure, keep the confidence of a single one, however many pass before it and
 * however their luck hangs together (W. Maurer, L. A. Hothorn and W. Lehmacher, Biometrie in der chemisch-pharmazeutischen Industrie
 * 6, 1995; P. H. Westfall and A. Krishen, Journal of Statistical Planning and Inference 99, 2001). From ten to ten the promise leans
 * on more places sparing every run that fewer spare (`bounds.ts`).
 *
 * A step decides what is answered and not what is tried: in steps of two, five or ten the answer is that of single places, rounded
 * up. Other steps may round it up beyond the last ten: there the number must pass too.
 */

/** How a number of places is judged. */
export interface Verdict {
  /** Whether it passes although chance is allowed against it: by the upper bound of the risk. */
  readonly surely: boolean;
  /** Whether it may pass: by the lower bound. Whatever passes surely may pass. */
  readonly possibly: boolean;
}

/** What to search: from `start`, up to about `most`. */
export interface Range {
  readonly start: number;
  readonly most: number;
  /** Answers are whole multiples of it. */
  readonly step: number;
}

/** What was found. */
export interface Found {
  /** The smallest number that passes surely; undefined if none up to the most does. */
  readonly answer: number | undefined;
  /** The smallest number that may pass; undefined if none up to the most does. */
  readonly low: number | undefined;
}

/** Places from one number of the coarse search to the next. */
const TEN = 10;

/** Tries numbers of places, each once, and finds the smallest that pass surely, and possibly. */
export async function searchPlaces(
  { start, step, most }: Range,
  judge: (places: number) => Promise<Verdict>,
): Promise<Found> {
  const known = new Map<number, Promise<Verdict>>();
  const judged = (places: number): Promise<Verdict> => {
    const verdict = known.get(places) ?? judge(places);
    known.set(places, verdict);
    return verdict;
  };
  const surely = async (places: number) => (await judged(places)).surely;
  const possibly = async (places: number) => (await judged(places)).possibly;
  const { first, last } = tensOf({ start, most });
  const { answer, tens, single } = await smallestSure({ start, step, most }, surely);

  const lowTens = await smallest(tens ?? first, last, (ten) => possibly(ten * TEN));
  if (lowTens === undefined) return { answer, low: undefined };
  const above = Math.min(lowTens * TEN, single ?? Infinity);
  const low = await byHalves(Math.max(0, (lowTens - 1) * TEN), above, possibly);
  return { answer, low: roundedUp(low, step) };
}

/** The smallest number that passes surely, in whole steps; and before it is rounded up, alone and in tens. Undefined if none does. */
export async function smallestSure(
  { start, step, most }: Range,
  surely: (places: number) => Promise<boolean>,
): Promise<{ readonly answer?: number | undefined; readonly single?: number; readonly tens?: number }> {
  const { first, last } = tensOf({ start, most });
  const tens = await smallest(first, last, (ten) => surely(ten * TEN));
  if (tens === undefined) return {};
  const single = await downFrom(tens * TEN, surely);
  let answer: number | undefined = roundedUp(single, step);
  while (answer !== undefined && !(await surely(answer))) answer = answer < most ? answer + step : undefined;
  return { answer, single, tens };
}

function tensOf({ start, most }: Pick<Range, 'start' | 'most'>): { readonly first: number; readonly last: number } {
  const first = Math.ceil(start / TEN);
  return { first, last: Math.max(first, Math.floor(most / TEN)) };
}

function roundedUp(places: number, step: number): number {
  return Math.ceil(places / step) * step;
}

/** Values of numbers of places in ascending order, each replaced by the worst of itself and all after it; unknown ones stay so. */
export function fromHereUp(values: readonly number[], worst: (a: number, b: number) => number): readonly number[] {
  let known = Number.NaN;
  const downwards = [...values].reverse().map((value) => {
    if (Number.isNaN(value)) return value;
    known = Number.isNaN(known) ? value : worst(known, value);
    return known;
  });
  return downwards.reverse();
}

/** The places in a list, in ascending order of numbers of places, at which one passes and a larger one fails. */
export function overruled(passes: readonly boolean[]): readonly number[] {
  return passes.flatMap((pass, at) => (pass && passes.slice(at).includes(false) ? [at] : []));
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
  return byHalves(below, above, passes);
}

/** The first stride, as a share of the places in force. */
const STRIDE = 0.03;

/** A whole number above `below` that passes, as `above` does, where the one before it fails. */
async function byHalves(below: number, above: number, passes: (index: number) => Promise<boolean>): Promise<number> {
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (await passes(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** The last number, from one that passes down, before the first that fails; that ten less fails is known. */
async function downFrom(top: number, passes: (index: number) => Promise<boolean>): Promise<number> {
  let places = top;
  while (places > Math.max(0, top - TEN + 1) && (await passes(places - 1))) places--;
  return places;
}
