/**
 * Cohort pairs: what happened to the same people under an arm and under the baseline, pair by pair.
 *
 * Each arm counts people who enter from the day on which it parts from the baseline, so a late policy is not diluted. People are
 * shown to be the same by a hash of the members and their days of entry. Where the courts themselves change, those sentenced are
 * not the same people, and the people charged are followed instead.
 */
import { DAYS_PER_YEAR, formatDay } from '../engine/calendar.ts';
import {
  chargedByMonth,
  cohortHorizons,
  countsWithin,
  longestHorizon,
  membershipOf,
  membersIn,
  populationOf,
  stockWindow,
  windowOf,
} from '../measures/cohort-counts.ts';
import { type Reading, sumOf } from '../measures/measure.ts';
import { quarterBegins } from '../simulation/cohorts.ts';
import {
  allCohorts,
  type Cohort,
  cohortCounts,
  cohortEntries,
  cohortGroups,
  quartersOf,
} from '../simulation/summary.ts';
import { meanInterval } from '../statistics/intervals.ts';
import { type Exposure, type PartName, partNames, partsOf } from './decomposition.ts';
import { knownMeans } from './draw-groups.ts';

/** A part of a difference in charges per 100 people, with its 95 % interval. */
export interface CohortPart {
  readonly part: PartName;
  readonly charges: number;
  readonly low: number;
  readonly high: number;
}

/** Who the members are: percentages, and the mean age in whole years. */
export interface CohortMakeup {
  readonly withRecord: number;
  readonly age: number;
  readonly citizens: number;
}

/** Shares charged again by month since entry, by month and cell. */
export interface CohortCurves {
  readonly population: string;
  readonly arm: readonly (readonly number[])[];
  readonly baseline: readonly (readonly number[])[];
}

/** The cohort of an arm and the baseline. */
export interface CohortResult {
  readonly arm: string;
  readonly baseline: string;
  readonly population: string;
  /** Years of follow-up, and the days between which members enter, ISO 8601. */
  readonly years: number;
  readonly from: string;
  readonly until: string;
  /** The day on which the arms part, if it lies within the observation. */
  readonly parted: string;
  /** Where the arms part after the first quarter began: people of all quarters observed, and those of them who enter after it. */
  readonly entered?: { readonly ever: number; readonly after: number };
  /** Members over all replicates; `same` is as many if the members of both arms are the same people, else 0. */
  readonly members: number;
  readonly same: number;
  /** Members who left the window of observation within the follow-up, because their first verdict came years after the charge. */
  readonly left: number;
  /** Members per 100 prison sentences of the years observed, and who both are; absent for people charged. */
  readonly coverage?: number;
  readonly makeup: CohortMakeup;
  readonly everySentence: CohortMakeup;
  readonly parts: readonly CohortPart[];
}

/** Collects the cohorts of one arm beside those of the baseline. */
export class CohortPair {
  readonly #arm: string;
  readonly #baseline: string;
  readonly #isSame: Record<Cohort, boolean> = { sentenced: true, charged: true, stock: true };
  readonly #byCohort: Record<Cohort, Tally>;
  #setting: Setting | undefined;

  constructor(arm: string, baseline: string) {
    this.#arm = arm;
    this.#baseline = baseline;
    this.#byCohort = { sentenced: newTally(), charged: newTally(), stock: newTally() };
  }

  /** Adds a cell of the arm and that of the baseline, both read from the day on which they part. */
  add(arm: Reading, baseline: Reading): void {
    const { days, parting = 0, stockDay } = arm;
    const setting = { days, parting, stockDay };
    this.#setting ??= setting;
    for (const cohort of allCohorts) {
      const reach = reachOf(cohort, setting);
      if (reach === undefined) continue;
      const { years, window } = reach;
      const tally = this.#byCohort[cohort];
      const [own, theirs] = [arm, baseline].map(({ summary }) => membershipOf(summary, cohort, window));
      const entries = membersIn(arm.summary, cohort, window);
      this.#isSame[cohort] &&= own === theirs;
      tally.entries = tally.entries.map((sum, at) => sum + entries[at]);
      tally.citizens += membersIn(arm.summary, cohort, window, [CITIZENS])[MEMBERS];
      const [mine, others] = [arm, baseline].map(({ summary }) => countsWithin(summary, cohort, window, years));
      tally.left += mine![LEFT];
      if (cohort !== 'stock') {
        const every = { first: 0, end: quartersOf(arm.summary.shape) };
        tally.ever += membersIn(arm.summary, cohort, every)[MEMBERS];
        tally.after += membersIn(arm.summary, cohort, { ...every, first: window.first })[MEMBERS];
      }
      const length = years * DAYS_PER_YEAR;
      const parts = partsOf(
        exposureOf(mine!, entries[MEMBERS], length),
        exposureOf(others!, membersIn(baseline.summary, cohort, window)[MEMBERS], length),
      );
      for (const part of partNames) tally.parts[part].push(100 * parts[part]);
      const shares = [arm, baseline].map(({ summary }) => {
        const [members] = membersIn(summary, cohort, window);
        return chargedByMonth(summary, cohort, window, 12 * years).map((count) => count / members!);
      });
      tally.shares.push(shares as [Float64Array, Float64Array]);
    }
    const reach = reachOf('sentenced', setting);
    if (reach === undefined) return;
    const perYear = DAYS_PER_YEAR / days;
    const { first, end } = reach.window;
    const entryYears = (quarterBegins(end, 0) - quarterBegins(first, 0)) / DAYS_PER_YEAR;
    this.#sentences += sumOf(baseline.summary, 'sentences') * perYear * entryYears;
    this.#every = this.#every.map((sum, at) => sum + sumOf(baseline.summary, EVERY[at]));
  }

  #sentences = 0;
  #every = EVERY.map(() => 0);

  /** The curves of the cohort quoted; undefined where there is no result. */
  curves(counted: Counted): CohortCurves | undefined {
    const cohort = this.#quoted();
    const cells = counted(this.#byCohort[cohort].shares);
    if (cells.length === 0) return undefined;
    const by = (side: 0 | 1) => Array.from(cells[0][0], (_, month) => cells.map((cell) => cell[side][month]));
    return { population: populationOf[cohort], arm: by(0), baseline: by(1) };
  }

  /** The stock if a scenario names its day and all arms have the same people; else people by entry. */
  #quoted(): Cohort {
    const hasStock = this.#setting !== undefined && reachOf('stock', this.#setting) !== undefined;
    if (hasStock && this.#isSame.stock) return 'stock';
    return this.#isSame.sentenced ? 'sentenced' : 'charged';
  }

  /**
   * The result; undefined if no year of entry could be followed for a year. `size` values share a parameter draw; `counted` leaves
   * out draws of which a part is lost.
   */
  result(start: number, size: number, counted: Counted): CohortResult | undefined {
    const setting = this.#setting ?? { days: 0, parting: 0, stockDay: undefined };
    const cohort = this.#quoted();
    const reach = reachOf(cohort, setting);
    if (reach === undefined) return undefined;
    const { years, window } = reach;
    const { parting, stockDay } = setting;
    const isStock = cohort === 'stock';
    const { entries, citizens, left, parts, ever, after } = this.#byCohort[cohort];
    const [members, withRecord, ages] = entries as [number, number, number];
    const [sentences, records, agesOfAll, citizensOfAll] = this.#every as [number, number, number, number];
    return {
      arm: this.#arm,
      baseline: this.#baseline,
      population: populationOf[cohort],
      years,
      from: formatDay(start + (isStock ? stockDay! : quarterBegins(window.first, 0))),
      until: formatDay(start + (isStock ? stockDay! : quarterBegins(window.end, 0) - 1)),
      parted: formatDay(start + parting),
      ...(window.first === 0 ? {} : { entered: { ever, after } }),
      members,
      same: this.#isSame[cohort] ? members : 0,
      left,
      ...(cohort === 'sentenced' ? { coverage: (100 * members) / this.#sentences } : {}),
      makeup: makeup(members, withRecord, ages, citizens),
      everySentence: makeup(sentences, records, agesOfAll, citizensOfAll),
      parts: partNames.map((part) => {
        const { mean, low, high } = meanInterval(knownMeans(Float64Array.from(counted(parts[part])), size));
        return { part, charges: mean, low, high };
      }),
    };
  }
}

/** The days that decide who can be followed how long. */
interface Setting {
  readonly days: number;
  readonly parting: number;
  readonly stockDay: number | undefined;
}

/** The longest horizon of a cohort, and who can be followed to it; undefined if nobody can be followed for a year. */
function reachOf(cohort: Cohort, { days, parting, stockDay }: Setting) {
  if (cohort !== 'stock') {
    const years = longestHorizon(days, parting);
    return years === undefined ? undefined : { years, window: windowOf(days, parting, years)! };
  }
  const years = cohortHorizons.find((one) => stockWindow(days, stockDay, one) !== undefined);
  return years === undefined ? undefined : { years, window: stockWindow(days, stockDay, years)! };
}

type Counted = <Value>(ofBlocks: readonly Value[]) => readonly Value[];

interface Tally {
  entries: number[];
  citizens: number;
  left: number;
  ever: number;
  after: number;
  readonly parts: Readonly<Record<PartName, number[]>>;
  /** Shares charged again by month, of the arm and of the baseline, by cell. */
  readonly shares: [Float64Array, Float64Array][];
}

function newTally(): Tally {
  const parts = Object.fromEntries(partNames.map((name) => [name, []])) as unknown as Record<PartName, number[]>;
  return { entries: cohortEntries.map(() => 0), citizens: 0, left: 0, ever: 0, after: 0, parts, shares: [] };
}

function makeup(members: number, withRecord: number, ages: number, citizens: number): CohortMakeup {
  const percent = (count: number) => (100 * count) / members;
  return { withRecord: percent(withRecord), age: ages / members, citizens: percent(citizens) };
}

/** Per member, from counts within a number of days. */
function exposureOf(counts: Float64Array, members: number, days: number): Exposure {
  const per = (name: (typeof cohortCounts)[number]) => counts[cohortCounts.indexOf(name)] / members;
  const levels = counts.subarray(cohortCounts.length);
  const inside = levels.reduce((sum, one) => sum + one, 0) / members + per('treated');
  const [monitored, abroad, dead] = [per('monitored'), per('abroad'), per('dead')];
  const liberty = days - inside - monitored - abroad - dead - per('elsewhere');
  return { charges: per('charges'), liberty, inside, monitored, abroad, dead };
}

const EVERY = ['sentences', 'sentences-record', 'sentences-age', 'sentences-citizens'] as const;
const MEMBERS = cohortEntries.indexOf('members');
const LEFT = cohortCounts.indexOf('left');
const CITIZENS = cohortGroups.indexOf('citizens');
