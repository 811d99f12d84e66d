/**
 * Section: what is measured together, in the same rounds, beside one calibration.
 */
import type { Compiled } from '../compile.ts';
import { isNarrow, type PairedRatio, pairedRatio } from '../paired-ratio.ts';
import { once } from '../session.ts';
import type { Calibration } from '../workloads/calibration.ts';

/** What all sections are given. */
export interface Bench {
  readonly ours: Compiled;
  /** The commit that is compared with. */
  readonly other: (Compiled & { readonly name: string }) | undefined;
  /** The C++ program, unless there is no compiler for it. */
  readonly cpp: string | undefined;
  readonly rounds: number;
  /** Measures the machine. */
  readonly calibrate: () => Promise<Calibration>;
  /** Shows what is going on. */
  readonly say: (what: string) => void;
}

/** Results. */
export interface Section {
  readonly name: string;
  readonly calibration: Calibration;
  /** Programs of this commit compared with each other: to be compared between machines. */
  readonly ratios: Readonly<Record<string, PairedRatio>>;
  /** To be looked at: figures of one machine at one time. */
  readonly figures: Readonly<Record<string, number>>;
  /** Costs of this commit by those of the other, if there is one. */
  readonly against: Readonly<Record<string, PairedRatio>>;
  /** A table of its own, already in lines. */
  readonly table?: readonly string[];
}

/** A tree, and what its contestants are called. */
export interface Tree {
  readonly name: string;
  readonly compiled: Compiled;
}

/** The trees that are measured: ours, then the other. */
export function treesOf({ ours, other }: Bench): readonly Tree[] {
  const mine = { name: 'this tree', compiled: ours };
  return other === undefined ? [mine] : [mine, { name: other.name, compiled: other }];
}

/** Ours by the other's, from costs of both by round; nothing without the other. */
export function comparison(name: string, costs: readonly (readonly number[])[]): Section['against'] {
  const [ours, other] = costs;
  return other === undefined ? {} : { [name]: pairedRatio(ours, other) };
}

/** Whether the costs of two trees say enough; those of one always do. */
export function decided([ours, other]: readonly (readonly number[])[]): boolean {
  return other === undefined || isNarrow(pairedRatio(ours, other));
}

/** The snapshot of a tree after its burn-in, made when it is first asked for. */
export async function snapshotOf({ ours, say }: Bench, { name, compiled }: Tree): Promise<Snapshot> {
  const known = snapshots.get(compiled);
  if (known !== undefined) return known;
  say(`${name}: burn-in`);
  const file = `${compiled.folder}/burn-in.bin`;
  const { milliseconds } = await once(ours, 'burnIn', compiled.folder, file);
  const snapshot = { file, seconds: milliseconds / 1000 };
  snapshots.set(compiled, snapshot);
  return snapshot;
}

/** A branch on disk. */
export interface Snapshot {
  readonly file: string;
  /** Processor time of the burn-in. */
  readonly seconds: number;
}

const snapshots = new WeakMap<Compiled, Snapshot>();
