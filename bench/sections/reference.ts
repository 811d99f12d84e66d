/**
 * Reference workload: the kernel beside the fastest TypeScript that we can write, and beside C++.
 */
import { run } from '../compile.ts';
import { type Contestant, contest } from '../contest.ts';
import { pairedRatio } from '../paired-ratio.ts';
import { open, type Session } from '../session.ts';
import type { Turn } from '../workloads/processor-time.ts';
import { type Bench, comparison, decided, type Section, treesOf } from './section.ts';

/** Measures the reference workload at a scale, in so many turns of one seed each. */
export async function reference(bench: Bench, scale: number, turns: number): Promise<Section> {
  const { ours, cpp, rounds, calibrate, say } = bench;
  const kernels = treesOf(bench).map(({ name, compiled }) => ({
    name: `kernel of ${name}`,
    open: () => open(ours, 'kernel', compiled.folder, `${scale}`),
  }));
  const flat = { name: 'flat', open: () => open(ours, 'flat', `${scale}`) };
  const others = cpp === undefined ? [] : [cppProgram(cpp, scale)];
  const enough = (costs: readonly (readonly number[])[]) => decided(costs.slice(0, kernels.length));
  const contestants = [...kernels, flat, ...others];
  const { scores, calibration } = await contest(contestants, { rounds, turns, enough, calibrate, say });
  const kernel = scores[0];
  const [flatScore, cppScore] = scores.slice(kernels.length);
  const named = { kernel, flat: flatScore, ...(cppScore && { 'C++': cppScore }) };
  return {
    name: `reference workload, scale ${scale}`,
    calibration,
    ratios: {
      'speed: kernel / flat': pairedRatio(flatScore.costs, kernel.costs),
      ...(cppScore && {
        'speed: kernel / C++': pairedRatio(cppScore.costs, kernel.costs),
        'speed: flat / C++': pairedRatio(cppScore.costs, flatScore.costs),
      }),
    },
    figures: Object.fromEntries(
      Object.entries(named).flatMap(([name, { costs, peakMegabytes }]) => [
        [`${name}: million events per second`, 1 / (1000 * Math.min(...costs))],
        [`${name}: peak megabytes`, peakMegabytes],
      ]),
    ),
    against: comparison(
      'kernel, time',
      kernels.map((_, at) => scores[at].costs),
    ),
  };
}

/** It takes its own time: of each turn the better of two seeds. */
function cppProgram(program: string, scale: number): Contestant {
  const session: Session<Turn> = {
    async turn() {
      const { eventsPerSecond, peakMegabytes } = JSON.parse(run(program, [`${scale}`, '2'])) as {
        readonly eventsPerSecond: number;
        readonly peakMegabytes: number;
      };
      return { result: { milliseconds: 1000, work: eventsPerSecond }, peakMegabytes };
    },
    close() {},
  };
  return { name: 'C++', open: async () => session };
}
