/**
 * Growth: how time grows with people, years and replicates, as exponents: 1 if twice as much takes twice as long.
 */
import { medians } from '../contest.ts';
import { lines, threeFigures } from '../lines.ts';
import { open } from '../session.ts';
import type { Calibration } from '../workloads/calibration.ts';
import type { Bench, Section } from './section.ts';

/** How much of something there was, and what it cost. */
export interface Step {
  readonly size: number;
  readonly milliseconds: number;
}

/** Measures all three, twice, or once if one round is asked for; the better counts. */
export async function growth(bench: Bench): Promise<Section> {
  const calibrations: Calibration[] = [];
  const best = new Map<string, Map<number, number>>();
  for (let round = 1; round <= Math.min(bench.rounds, ROUNDS); round++) {
    bench.say(`growth, round ${round}: calibration`);
    calibrations.push(await bench.calibrate());
    for (const [kind, measure] of kinds) {
      const known = best.get(kind) ?? new Map<number, number>();
      best.set(kind, known);
      bench.say(`growth, round ${round}: ${kind}`);
      for (const { size, milliseconds } of await measure(bench)) {
        known.set(size, Math.min(milliseconds, known.get(size) ?? Infinity));
      }
    }
  }
  const steps = [...best].map(
    ([kind, known]) => [kind, [...known].map(([size, milliseconds]) => ({ size, milliseconds }))] as const,
  );
  return {
    name: 'growth of time',
    calibration: medians(calibrations),
    ratios: {},
    figures: Object.fromEntries(steps.map(([kind, own]) => [`exponent of time against ${kind}`, exponentOf(own)])),
    against: {},
    table: tableOf(steps),
  };
}

const ROUNDS = 2;

const kinds: readonly (readonly [string, (bench: Bench) => Promise<readonly Step[]>])[] = [
  ['people', people],
  ['years', years],
  ['replicates', replicates],
];

/** Observed years of countries of several sizes, each in a process of its own: best of three. */
async function people({ ours }: Bench): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const size of [0.1, 0.2, 0.5, 1, 2, 5]) {
    const session = await open(ours, 'growthWithPeople', ours.folder, `${size}`);
    const times: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const { result } = await session.turn(turn);
      times.push(result.milliseconds / result.work);
    }
    session.close();
    steps.push({ size, milliseconds: Math.min(...times) });
  }
  return steps;
}

async function years({ ours }: Bench): Promise<readonly Step[]> {
  const session = await open(ours, 'growthWithYears', ours.folder);
  const steps = await stepsOf(session, [1, 2, 5, 10, 20]);
  session.close();
  return steps;
}

async function replicates({ ours }: Bench): Promise<readonly Step[]> {
  const session = await open(ours, 'growthWithReplicates', ours.folder);
  const steps = await stepsOf(session, [1, 2, 4, 8]);
  session.close();
  return steps;
}

/** The first turn is not counted, so that the code is compiled. */
async function stepsOf(
  session: Awaited<ReturnType<typeof open<'growthWithYears' | 'growthWithReplicates'>>>,
  sizes: readonly number[],
): Promise<readonly Step[]> {
  await session.turn(sizes[0]);
  const steps: Step[] = [];
  for (const size of sizes) steps.push({ size, milliseconds: (await session.turn(size)).result.milliseconds });
  return steps;
}

/** The slope of the logarithm of time against that of size, by least squares. */
export function exponentOf(steps: readonly Step[]): number {
  const points = steps.map(({ size, milliseconds }) => [Math.log(size), Math.log(milliseconds)] as const);
  const mean = (of: 0 | 1) => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return covariance / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}

function tableOf(measured: readonly (readonly [string, readonly Step[]])[]): readonly string[] {
  const rows = measured.flatMap(([kind, steps]) =>
    steps.map((step, at) => [
      kind,
      `${step.size}`,
      threeFigures(step.milliseconds),
      at === 0 ? '' : exponentOf([steps[at - 1], step]).toFixed(2),
    ]),
  );
  return lines([['more', 'how many', 'milliseconds', 'exponent since the line above'], ...rows]);
}
