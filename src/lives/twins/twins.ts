/**
 * Twins: paired counterfactual life courses, the same people under two policies.
 *
 * Both arms share their luck (common random numbers), so the same key in both is one person in two worlds. One replicate is
 * simulated at a time: the common past once, then each arm with its record kept. Pairs are read one by one, and only counts
 * remain, with the divergences of the first replicates. To tell levers apart, each group of them is added alone to the first
 * arm, then left out of the second. A group that gives a person the very same first divergence is a cause of it.
 */
import type { Day } from '../../engine/calendar.ts';
import { cellOf } from '../../experiment/study.ts';
import { firstDifference } from '../../scenario/history.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { catalogue } from '../../simulation/parameters.ts';
import {
  type Branch,
  type Cell,
  type KeepLives,
  liveOn,
  liveUntil,
  type MakeWorld,
} from '../../simulation/simulate.ts';
import { keyOf, type LivesOnRecord, livesOnRecord, type PersonKey } from '../record.ts';
import { type Divergence, firstDivergence, isSameDivergence } from './divergence.ts';
import { daysApart } from './outcomes.ts';
import { type Switches, switchesBetween } from './switches.ts';
import { PairReader, type PairTallies } from './tallies.ts';

/** The plan of the simulations. */
export interface TwinsPlan {
  readonly first: Scenario;
  readonly second: Scenario;
  readonly replicates: number;
  /** The first day on which a number differs; Infinity if none ever does. */
  readonly parting: Day;
  /** The levers to tell apart; undefined if that is skipped. */
  readonly switches: Switches | undefined;
}

/** A pair that parted. */
export interface PartedPair {
  readonly key: PersonKey;
  readonly divergence: Divergence;
  /** Observed days in different states while both were followed, and all days on which both were followed. */
  readonly apart: number;
  readonly followed: number;
  /** The groups of levers, as bits, that give the same divergence alone. */
  alone: number;
  /** If none does: the groups without which it does not occur. */
  needed: number;
}

/** One replicate, read. */
export interface TwinsRead {
  readonly replicate: number;
  /** Pairs present on the first day observed or later. */
  readonly pairs: number;
  /** People who arrived in one arm only. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** In order of their keys. */
  readonly parted: readonly PartedPair[];
  readonly tallies: PairTallies;
}

/** The plan for a number of replicates; `quick` skips the levers. */
export function twinsPlan(first: Scenario, second: Scenario, replicates: number, quick: boolean): TwinsPlan {
  const parting = firstDifference(first, second, catalogue);
  const switches = quick || parting === Infinity ? undefined : switchesBetween(first, second);
  return { first, second, replicates, parting, switches };
}

/** The number of arms simulated per replicate, from the day on which they part. */
export function runsIn({ switches }: TwinsPlan): number {
  const groups = switches?.groups.length ?? 0;
  return 2 + (groups > 1 ? 2 * groups : 0);
}

/** Simulates and reads one replicate. Yields after each arm, so that the caller can stop in between. */
export function* twinsIn(plan: TwinsPlan, replicate: number): Generator<void, TwinsRead> {
  const cell = cellOf(plan.first, { draw: 0, replicate });
  const past = pastOf(cell, plan.parting, true);
  const before = livesOnRecord(past.world.journal.rows);
  const branch = withoutRows(past);
  const first = lived(cell, branch, true);
  yield;
  const second = lived(cellOf(plan.second, { draw: 0, replicate }), branch, true);
  yield;
  const read = readPairs(cell, before, first, second);
  yield* tellLevers(plan, replicate, branch, first, read.parted);
  return { replicate, ...read };
}

/** The common past of both arms, up to the morning of the day on which they part. */
export function pastOf(cell: Cell, parting: Day, keepLives: KeepLives, make?: MakeWorld): Branch {
  return liveUntil(cell, Math.max(parting, cell.burnInStart), keepLives, make);
}

/** A copy of that morning, with an empty record. */
export function withoutRows({ world, summary }: Branch): Branch {
  const none = new Int32Array(0);
  const rows = { kind: none, stream: none, index: new Uint32Array(0), day: none, detail: none };
  return { world: { ...world, journal: { ...world.journal, rows } }, summary };
}

function lived(cell: Cell, branch: Branch, keepLives: KeepLives): LivesOnRecord {
  return livesOnRecord(liveOn(cell, branch, keepLives).world.journal.rows());
}

function readPairs(
  cell: Cell,
  before: LivesOnRecord,
  first: LivesOnRecord,
  second: LivesOnRecord,
): Omit<TwinsRead, 'replicate'> {
  const reader = new PairReader(cell);
  const parted: PartedPair[] = [];
  let [pairs, onlyFirst, onlySecond] = [0, 0, 0];
  const keys = new Set([...before.keys, ...first.keys, ...second.keys]);
  for (const key of Float64Array.from(keys).sort()) {
    const past = before.of(key);
    const [one, other] = [first.of(key), second.of(key)];
    if (past.length === 0 && (one.length === 0 || other.length === 0)) {
      if (other.length === 0) onlyFirst++;
      else onlySecond++;
      continue;
    }
    const divergence = firstDivergence(one, other);
    const lives = [[...past, ...one], divergence && [...past, ...other]] as const;
    const spans = reader.read(key, lives[0], lives[1], divergence?.day);
    if (spans === undefined) continue;
    pairs++;
    if (divergence === undefined) continue;
    parted.push({ key, divergence, ...daysApart(spans[0], spans[1], cell), alone: 0, needed: 0 });
  }
  return { pairs, onlyFirst, onlySecond, parted, tallies: reader.tallies };
}

/** Notes in each pair the levers behind its divergence. */
function* tellLevers(
  { switches }: TwinsPlan,
  replicate: number,
  branch: Branch,
  first: LivesOnRecord,
  parted: readonly PartedPair[],
): Generator<void, void> {
  const groups = switches?.groups ?? [];
  if (groups.length === 1) for (const pair of parted) pair.alone = 1;
  if (groups.length < 2) return;
  for (const [at, { alone }] of groups.entries()) {
    for (const pair of whoParts(alone(replicate), branch, first, parted)) pair.alone |= 1 << at;
    yield;
  }
  const untold = parted.filter(({ alone }) => alone === 0);
  for (const [at, { without }] of groups.entries()) {
    if (untold.length > 0) {
      const still = new Set(whoParts(without(replicate), branch, first, untold));
      for (const pair of untold) if (!still.has(pair)) pair.needed |= 1 << at;
    }
    yield;
  }
}

/** The pairs that part in the same way if the second life is simulated in this cell. */
function whoParts(
  cell: Cell,
  branch: Branch,
  first: LivesOnRecord,
  pairs: readonly PartedPair[],
): readonly PartedPair[] {
  const wanted = new Set(pairs.map(({ key }) => key));
  const lives = lived(cell, branch, (stream, index) => wanted.has(keyOf(stream, index)));
  return pairs.filter(({ key, divergence }) =>
    isSameDivergence(divergence, firstDivergence(first.of(key), lives.of(key))),
  );
}
