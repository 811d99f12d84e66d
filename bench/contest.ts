/**
 * Contest: contestants take turns in the same minutes, round after round, so that a noisy minute falls on all of them.
 *
 * In every round each has a new process, since two processes with the same code differ by a few percent, whatever it is that the
 * compiler happened to do. The best turn of a round counts: others disturb, nothing helps. The machine is calibrated in each round.
 */
import type { Session } from './session.ts';
import type { Calibration } from './workloads/calibration.ts';
import { costOf, type Turn } from './workloads/processor-time.ts';

/** What is measured, under its name. */
export interface Contestant<Got extends Turn = Turn> {
  readonly name: string;
  readonly open: () => Promise<Session<Got>>;
}

/** What a contestant did. */
export interface Score<Got extends Turn = Turn> {
  /** Milliseconds of processor time per unit of work, in the best turn of each round. */
  readonly costs: readonly number[];
  /** The best turn of all. */
  readonly best: Got;
  readonly turns: readonly Got[];
  readonly peakMegabytes: number;
}

/** The scores in the order of the contestants, and the machine: the median of each of its figures over rounds. */
export interface Contest<Got extends Turn> {
  readonly scores: readonly Score<Got>[];
  readonly calibration: Calibration;
}

/** How long a contest lasts, and what happens beside it. */
export interface Rounds {
  readonly rounds: number;
  /** Turns of each contestant in a round. */
  readonly turns: number;
  /** Whether the costs by contestant, after `rounds` rounds, say enough; up to three times as many rounds follow otherwise. */
  readonly enough?: (costs: readonly (readonly number[])[]) => boolean;
  /** Measures the machine. */
  readonly calibrate: () => Promise<Calibration>;
  readonly say: (what: string) => void;
}

/** Holds a contest. */
export async function contest<Got extends Turn>(
  contestants: readonly Contestant<Got>[],
  { rounds, turns, enough = () => true, calibrate, say }: Rounds,
): Promise<Contest<Got>> {
  const tallies = contestants.map(() => ({ costs: [] as number[], turns: [] as Got[], peakMegabytes: 0 }));
  const calibrations: Calibration[] = [];
  const more = (round: number) =>
    round < rounds || (round < MOST * rounds && !enough(tallies.map(({ costs }) => costs)));
  for (let round = 0; more(round); round++) {
    say(`round ${round + 1}: calibration`);
    calibrations.push(await calibrate());
    const sessions: Session<Got>[] = [];
    try {
      for (const { name, open } of contestants) {
        say(`round ${round + 1}: ${name} starts`);
        sessions.push(await open());
      }
      for (const tally of tallies) tally.costs.push(Infinity);
      for (let turn = 0; turn < turns; turn++) {
        const order = [...sessions.keys()];
        for (const at of turn % 2 === round % 2 ? order : order.reverse()) {
          say(`round ${round + 1}, turn ${turn + 1}: ${contestants[at].name}`);
          const { result, peakMegabytes } = await sessions[at].turn(turn);
          const tally = tallies[at];
          tally.turns.push(result);
          tally.costs[round] = Math.min(tally.costs[round], costOf(result));
          tally.peakMegabytes = Math.max(tally.peakMegabytes, peakMegabytes);
        }
      }
    } finally {
      for (const session of sessions) session.close();
    }
  }
  const scores = tallies.map((tally) => ({ ...tally, best: bestOf(tally.turns) }));
  return { scores, calibration: medians(calibrations) };
}

/** The median of each figure; the machine at most times, and not at its best. */
export function medians(calibrations: readonly Calibration[]): Calibration {
  const of = (name: keyof Calibration) => {
    const values = calibrations.map((each) => each[name]).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)];
  };
  return {
    arithmetic: of('arithmetic'),
    within256KB: of('within256KB'),
    within4MB: of('within4MB'),
    within40MB: of('within40MB'),
  };
}

function bestOf<Got extends Turn>(turns: readonly Got[]): Got {
  return turns.reduce((best, turn) => (costOf(turn) < costOf(best) ? turn : best));
}

/** So many times the rounds asked for, a contest goes on that is not decided. */
const MOST = 3;
