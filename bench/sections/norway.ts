/**
 * Norway: what a simulated year of the whole model costs, observed or over a whole run. The flat program takes turns with it and
 * stands for the speed of the machine.
 */
import { type Contestant, contest, type Score } from '../contest.ts';
import { pairedRatio } from '../paired-ratio.ts';
import { open } from '../session.ts';
import { type Bench, comparison, decided, type Section, type Snapshot, snapshotOf, treesOf } from './section.ts';

/** Measures observed years, from a snapshot after the burn-in: best of five in each round. */
export async function observed(bench: Bench): Promise<Section> {
  const trees = treesOf(bench);
  const snapshots: Snapshot[] = [];
  for (const tree of trees) snapshots.push(await snapshotOf(bench, tree));
  const contestants = trees.map(({ name, compiled }, at) => ({
    name,
    open: () => open(bench.ours, 'observedYears', compiled.folder, snapshots[at].file),
  }));
  const { scores, ...section } = await measured(bench, 'observed year', contestants, 5);
  const burnIns = figuresOf(bench, snapshots, ({ seconds }) => ({ 'seconds of the burn-in, lived once': seconds }));
  return { ...section, name: 'Norway, observed years', figures: { ...section.figures, ...burnIns } };
}

/** Measures whole runs, burn-in included: one in each round. */
export async function whole(bench: Bench): Promise<Section> {
  const contestants = treesOf(bench).map(({ name, compiled }) => ({
    name,
    open: () => open(bench.ours, 'wholeRun', compiled.folder),
  }));
  const { scores, ...section } = await measured(bench, 'year of a whole run', contestants, 1);
  const peaks = figuresOf(bench, scores, ({ peakMegabytes }) => ({ 'peak megabytes': peakMegabytes }));
  return { ...section, name: 'Norway, from the first day', figures: { ...section.figures, ...peaks } };
}

type Measured = Omit<Section, 'name'> & { readonly scores: readonly Score[] };

async function measured(
  bench: Bench,
  year: string,
  contestants: readonly Contestant[],
  turns: number,
): Promise<Measured> {
  const { ours, rounds, calibrate, say } = bench;
  const flat: Contestant = { name: 'flat', open: () => open(ours, 'yardstick') };
  const enough = (costs: readonly (readonly number[])[]) => decided(costs.slice(0, contestants.length));
  const { scores, calibration } = await contest([...contestants, flat], { rounds, turns, enough, calibrate, say });
  const norway = scores.slice(0, contestants.length);
  const millionEvents = scores[contestants.length].costs.map((cost) => 1e6 * cost);
  return {
    scores: norway,
    calibration,
    ratios: { [`time: ${year} / a million events of flat`]: pairedRatio(norway[0].costs, millionEvents) },
    figures: figuresOf(bench, norway, ({ costs, best }) => ({
      [`milliseconds per ${year}`]: Math.min(...costs),
      [`thousand life events per ${year}`]: (best.events ?? Number.NaN) / best.work / 1000,
    })),
    against: comparison(
      `time per ${year}`,
      norway.map(({ costs }) => costs),
    ),
  };
}

/** Figures of this tree under their names, and of the other commit with its name behind. */
function figuresOf<Measured>(
  { other }: Bench,
  [ours, theirs]: readonly Measured[],
  read: (measured: Measured) => Section['figures'],
): Section['figures'] {
  if (theirs === undefined) return read(ours);
  const named = Object.entries(read(theirs)).map(([name, value]) => [`${name}, ${other?.name}`, value]);
  return { ...read(ours), ...Object.fromEntries(named) };
}
