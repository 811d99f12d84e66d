/**
 * Twin tallies: sums the outcomes of pairs over groups of people in one replicate, in whole numbers.
 */
import { DAYS_PER_YEAR, type Day } from '../../engine/calendar.ts';
import { event } from '../../people/life-events.ts';
import { SEXES } from '../../people/person.ts';
import type { Cell } from '../../simulation/simulate.ts';
import { lifeOf, type RecordContext, type RecordedEvent, recordContextOf } from '../life.ts';
import { halvesOf, isListed, type PersonKey } from '../record.ts';
import { traitsIn } from '../traits.ts';
import { type Span, stateTrajectory } from '../trajectory.ts';
import { firstSentence, isGoneBefore, outcomesIn, twinOutcomesOf } from './outcomes.ts';
import { subgroups, subgroupsOf } from './subgroups.ts';

/** The counts of each group and outcome, in the order of the array. */
export const twinSums = ['first', 'second', 'fewer', 'more'] as const;

/**
 * Populations for pairing charges within two years of the first index release: everybody seen in both arms; people released
 * from the same case, with equally many earlier charges in both; and people with identical lives up to and including that day.
 */
export const populations = ['all', 'same case', 'one life'] as const;

/** Counts of one replicate. */
export interface PairTallies {
  /** People of each group. */
  readonly people: Int32Array;
  /** By group, outcome and `sums`: totals in both arms, people who have less of it in the second arm, and more. */
  readonly counts: Float64Array;
  /** By `populations`, people by the arms in which a charge follows: both, the first alone, the second alone, neither. */
  readonly charged: Int32Array;
}

/** Reads pairs and adds them up. */
export class PairReader {
  readonly tallies: PairTallies;
  readonly #cell: Cell;
  readonly #surroundings: RecordContext;
  readonly #traitsOf: ReturnType<typeof traitsIn>;

  constructor(cell: Cell) {
    this.#cell = cell;
    this.#surroundings = recordContextOf(cell);
    this.#traitsOf = traitsIn(cell);
    const groups = subgroups(Array.from({ length: SEXES }, String)).length;
    const outcomes = twinOutcomesOf(Array.from({ length: cell.levels }, String)).length;
    this.tallies = {
      people: new Int32Array(groups),
      counts: new Float64Array(groups * outcomes * twinSums.length),
      charged: new Int32Array(4 * populations.length),
    };
  }

  /**
   * Adds the two lives of a person and the day on which they part; the second is undefined if it equals the first. Returns the
   * spans of both, or undefined for a person who left before observation starts, or is of a list of people inside: they are not
   * counted.
   */
  read(
    key: PersonKey,
    first: readonly RecordedEvent[],
    second: readonly RecordedEvent[] | undefined,
    parting: Day = Infinity,
  ): readonly [readonly Span[], readonly Span[]] | undefined {
    const cell = this.#cell;
    if (isListed(key)) return undefined;
    if (isGoneBefore(first, cell.start) && (second === undefined || isGoneBefore(second, cell.start))) return undefined;
    const spans = stateTrajectory(first, cell.levels);
    const others = second === undefined ? spans : stateTrajectory(second, cell.levels);
    const outcomes = outcomesIn(first, spans, cell);
    this.#add(key, first, outcomes, second === undefined ? outcomes : outcomesIn(second, others, cell));
    this.#addCharged(first, second, parting);
    return [spans, others];
  }

  #add(key: PersonKey, happenings: readonly RecordedEvent[], first: Int32Array, second: Int32Array): void {
    const { people, counts } = this.tallies;
    const { stream, index } = halvesOf(key);
    const traits = this.#traitsOf(stream, index);
    const { start } = this.#cell;
    const groups = subgroupsOf(traits, Math.max(start, traits.arrivalDay), firstSentence(happenings, start), SEXES);
    for (const group of groups) {
      people[group]++;
      for (let outcome = 0; outcome < first.length; outcome++) {
        const [one, other] = [first[outcome], second[outcome]];
        const at = (group * first.length + outcome) * twinSums.length;
        counts[at] += one;
        counts[at + 1] += other;
        if (other < one) counts[at + 2]++;
        if (other > one) counts[at + 3]++;
      }
    }
  }

  #addCharged(first: readonly RecordedEvent[], second: readonly RecordedEvent[] | undefined, parting: Day): void {
    const one = this.#chargeAfterRelease(first);
    if (one === undefined) return;
    const other = second === undefined ? one : this.#chargeAfterRelease(second);
    if (other === undefined) return;
    const at = one.isCharged ? (other.isCharged ? 0 : 1) : other.isCharged ? 2 : 3;
    const { charged } = this.tallies;
    charged[at]++;
    if (one.cases === other.cases) charged[4 + at]++;
    if (one.day < parting) charged[8 + at]++;
  }

  /** The first index release, and whether a charge followed within two years; undefined if there is no release or the answer is unknown. */
  #chargeAfterRelease(happenings: readonly RecordedEvent[]): Released | undefined {
    const release = lifeOf(happenings, this.#surroundings).releases.find(({ isIndex }) => isIndex);
    if (release === undefined) return undefined;
    const { day, firstDays, followedUntil } = release;
    const isCharged = (firstDays[0] ?? Infinity) - day < TWO_YEARS;
    if (!isCharged && followedUntil - day < TWO_YEARS) return undefined;
    const cases = happenings.filter((one) => one.kind === event.charged && one.day <= day).length;
    return { day, cases, isCharged };
  }
}

/** An index release, the cases of a life until then, and whether another followed within two years. */
interface Released {
  readonly day: Day;
  readonly cases: number;
  readonly isCharged: boolean;
}

const TWO_YEARS = 2 * DAYS_PER_YEAR;
