/**
 * Losses: the blocks of a study that failed, counted and named.
 *
 * A cell that fails takes its block with it: draw and replicate are left out of every arm, so pairs stay pairs. Where an interval
 * counts whole parameter draws, a draw that lost a replicate is left out. Results without some of their runs are results for
 * the others, which need not be like them; beyond 5 %, some input allows what the model cannot run. Which it is often shows: every
 * lost draw has it in one tail of its distribution.
 */
import { Failure } from '../failure.ts';
import { drawnFrom } from './parameter-draw.ts';
import type { BlockKey, Lose, LostBlock, Study } from './study.ts';

/** Beyond this share of lost runs, some input is wrong. */
const MOST_LOST = 0.05;
/** After this many losses and nothing else, a study stops. */
const IN_VAIN = 20;

/** The cell that lost a block. */
export interface LostCell {
  readonly arm: string;
  readonly draw: number;
  readonly replicate: number;
  readonly problem: string;
  /** The command that runs this cell alone. */
  readonly reproduce?: string;
}

/** A parameter that every lost draw has in one tail of its distribution, further out than chance would put it. */
export interface SharedTail {
  readonly parameter: string;
  readonly tail: 'lowest' | 'highest';
  /** The share of the distribution that holds all lost draws. */
  readonly share: number;
}

/** The losses of a study. */
export interface Losses {
  /** The name of what is counted, in the plural. */
  readonly of: string;
  readonly asked: number;
  readonly lost: number;
  /** Whether more than 5 % are lost. */
  readonly isTooMany: boolean;
  /** In order of draw and replicate. */
  readonly cells: readonly LostCell[];
  /** Empty without parameter draws, or if chance alone could give it. */
  readonly tails: readonly SharedTail[];
}

/** The independent parts of an experiment, each of which is left out as a whole if it lost a block. */
export interface Parts {
  /** In the plural. */
  readonly name: string;
  readonly asked: number;
  /** The number, from 0, of the part to which a block belongs. */
  readonly partOf: (block: Pick<BlockKey, 'draw' | 'replicate'>) => number;
}

/** The parts of a study: its parameter draws if there are several, or else its replicates. */
export function partsOfStudy({ draws, replicates, only }: Study): Parts {
  if (only !== undefined) return { name: 'replicates', asked: 1, partOf: () => 0 };
  if (draws > 1) return { name: 'parameter draws', asked: draws, partOf: ({ draw }) => draw - 1 };
  return { name: 'replicates', asked: replicates, partOf: ({ replicate }) => replicate };
}

/** Counts the lost blocks of an experiment. */
export class LossCount {
  readonly blocks: LostBlock[] = [];
  readonly #parts: Parts;
  readonly #tell: Lose | undefined;
  readonly #lost = new Set<number>();

  /** `tell` receives every lost block, too. */
  constructor(parts: Parts, tell?: Lose) {
    this.#parts = parts;
    this.#tell = tell;
  }

  /** Counts a lost block. Throws a Failure if the first twenty parts are all lost: the others would be, too. */
  readonly lose: Lose = (lost) => {
    this.blocks.push(lost);
    this.#tell?.(lost);
    this.#lost.add(this.#parts.partOf(lost.block));
    const { name, asked } = this.#parts;
    if (this.#lost.size < IN_VAIN || asked <= IN_VAIN) return;
    for (let part = 0; part < IN_VAIN; part++) if (!this.#lost.has(part)) return;
    throw this.#tooLittle(`the first ${IN_VAIN} of ${asked} ${name} all failed; the first of them:`);
  };

  /** The number of parts that lost a block. */
  get count(): number {
    return this.#lost.size;
  }

  /** Whether the part to which a block belongs lost any block. */
  isLost(block: Pick<BlockKey, 'draw' | 'replicate'>): boolean {
    return this.#lost.has(this.#parts.partOf(block));
  }

  /** Throws a Failure if losses leave nothing, or a single part, which has no interval. */
  check(): void {
    const { name, asked } = this.#parts;
    const left = asked - this.count;
    if (this.count === 0 || left > 1) return;
    if (asked === 1) throw this.#tooLittle(undefined);
    if (left === 0) throw this.#tooLittle(`all ${asked} ${name} failed; the first of them:`);
    throw this.#tooLittle(`only one of ${asked} ${name} is left, which has no interval; the first that failed:`);
  }

  /** The losses of this study; undefined if there are none. */
  losses(study: Study): Losses | undefined {
    if (this.count === 0) return undefined;
    const { name, asked } = this.#parts;
    const draws = new Set(this.blocks.map(({ block }) => block.draw));
    return {
      of: name,
      asked,
      lost: this.count,
      isTooMany: isTooMany(this.count, asked),
      cells: this.blocks.map(lostCell),
      tails: study.draws > 1 ? sharedTails(study, [...draws]) : [],
    };
  }

  /** The failure of the first lost block, under a line on how many there are. */
  #tooLittle(problem: string | undefined): Failure {
    const [{ failure }] = this.blocks;
    const { facts, exitCode, cause } = failure;
    const whole = new Failure(...(problem === undefined ? [] : [{ problem, exitCode }]), ...facts);
    whole.cause = cause;
    return whole;
  }
}

/** The cell that lost a block, as it is told. */
export function lostCell({ block, name, failure }: LostBlock): LostCell {
  const [{ problem, reproduce }] = failure.facts;
  const { draw, replicate } = block;
  return { arm: name, draw, replicate, problem, ...(reproduce === undefined ? {} : { reproduce }) };
}

/** Whether so many are lost that some input must be wrong. */
export function isTooMany(lost: number, asked: number): boolean {
  return lost > MOST_LOST * asked;
}

/**
 * The parameters that all of some draws have in one tail. If a parameter had nothing to do with it, its tail of a given share would
 * hold them all with a chance of share^draws; a tail is shown if any parameter at all would have one like it in fewer than one of
 * twenty studies.
 */
function sharedTails({ arms, design }: Study, draws: readonly number[]): readonly SharedTail[] {
  const scenarios = arms.map(({ scenario }) => scenario);
  const paths = [...scenarios[0].passports.keys()].filter((path) =>
    scenarios.some(({ passports }) => passports.get(path)?.uncertainty !== undefined),
  );
  const quantiles = draws.map((draw) => drawnFrom(scenarios[0], draw, design).quantileOf);
  const tails = paths.flatMap((parameter): SharedTail[] => {
    const drawn = quantiles.map((quantileOf) => quantileOf(parameter) ?? Number.NaN);
    return [
      { parameter, tail: 'lowest', share: Math.max(...drawn) },
      { parameter, tail: 'highest', share: 1 - Math.min(...drawn) },
    ];
  });
  const byChance = (share: number) => draws.reduce((chance) => chance * share, tails.length);
  return tails.filter(({ share }) => byChance(share) < 0.05).sort((a, b) => a.share - b.share);
}
