/**
 * Moved parts: the events that one run has and the run with one part less has not, for every part of an attribution and for the whole.
 *
 * Where the parts move the outcome of few, replicates hardly differ, and Student's interval over them is too narrow: of none, it has no
 * width at all. What moved with a part is the mean over the steps that switch it on, hence never more exact than a single one of them.
 * A part that leaves every cell as it was, digest by digest, moves nothing.
 */
import type { MemberEvents } from '../../measures/measure.ts';
import type { Interval } from '../../statistics/intervals.ts';
import { meansInOrders, shapleyMeans } from '../../statistics/shapley.ts';
import { type Moved, movedBetween, NOTHING, widened } from '../difference.ts';
import { partingDay, type Study } from '../study.ts';

/** The runs of an attribution, as far as steps between them need it. */
interface Steps {
  readonly names: readonly string[];
  readonly study: Study;
  readonly coalitions: readonly number[];
  readonly orders: readonly (readonly (readonly number[])[])[] | undefined;
}

/** Collects what moved, replicate by replicate. */
export class MovedParts {
  readonly #plan: Steps;
  readonly #parts: readonly Moved[][];
  readonly #whole: Moved[] = [];
  /** The coalitions, as differences in bits, between which a cell differed. */
  readonly #moving = new Set<number>();

  constructor(plan: Steps) {
    this.#plan = plan;
    this.#parts = plan.names.map(() => []);
  }

  /** Adds a replicate; `eventsOf` gives the events of an arm, `digestOf` the digest of its cell. */
  add(replicate: number, eventsOf: (arm: number) => MemberEvents, digestOf: (arm: number) => string): void {
    const { study, coalitions, names, orders } = this.#plan;
    const steps = new Map<string, Moved>();
    const between = (without: number, joined: number) => {
      const name = `${without} ${joined}`;
      const arms = [without, joined].map((coalition) => coalitions.indexOf(coalition)) as [number, number];
      if (digestOf(arms[0]) !== digestOf(arms[1])) this.#moving.add(without ^ joined);
      const canMove = Number.isFinite(partingDay(study, { draw: 0, arms }));
      const found = steps.get(name) ?? (canMove ? movedBetween(eventsOf(arms[1]), eventsOf(arms[0])) : NOTHING);
      steps.set(name, found);
      return found;
    };
    const means = (name: keyof Moved) => {
      const step = (without: number, joined: number) => between(without, joined)[name];
      return orders === undefined ? shapleyMeans(names.length, step) : meansInOrders(orders[replicate], step);
    };
    const [gained, lost, members] = [means('gained'), means('lost'), means('members')];
    for (const [part, moved] of this.#parts.entries())
      moved.push({ gained: gained[part], lost: lost[part], members: members[part] });
    this.#whole.push(between(0, (1 << names.length) - 1));
  }

  /** The interval of a part, or of the whole, at least as wide as what moved has it. */
  widened(mean: number, interval: Interval, part?: number): Interval {
    const switched = part === undefined ? (1 << this.#plan.names.length) - 1 : 1 << part;
    if (!this.#moving.has(switched)) return interval;
    return widened(mean, interval, part === undefined ? this.#whole : this.#parts[part], 100);
  }
}
