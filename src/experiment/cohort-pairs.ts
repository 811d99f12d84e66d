/**
 * Cohort pairs: what happened to the same people under two arms, pair by pair.
 *
 * Each pair counts people who enter from the day on which its arms part, so a late policy is not diluted. People are
 * shown to be the same by a hash of the members and their days of entry. Where the courts themselves change, those sentenced are
 * not the same people, and the people charged are followed instead.
 */
import { DAYS_PER_YEAR, formatDay } from '../engine/calendar.ts';
import { countsWithin, eventsByStratum, membershipOf, membersIn, populationOf } from '../measures/cohort-counts.ts';
import { type MemberEvents, type Reading, sumOf } from '../measures/measure.ts';
import type { Scenario } from '../scenario/scenario.ts';
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
import { type CohortSetting, reachOf } from './cohort-reach.ts';
import { type Month, newTally, type PairTally } from './cohort-tally.ts';
import { exposureOf, heldDays, type PartName, partNames, partsOf } from './decomposition.ts';
import { differenceOf, type Moved, movedBetween, NOTHING } from './difference.ts';
import { knownMeans } from './draw-groups.ts';
import { type OwnBeginnings, ownBeginnings } from './own-policies.ts';
import { costsOfRun, type Estimate, type PairCosts, pairCosts } from './pair-costs.ts';
import { partingOf } from './reading.ts';
import { type CellKey, partingDay, type Study } from './study.ts';

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

/** Shares charged again by month since entry, by month and cell, and what moved between the arms by then. */
export interface CohortCurves {
  readonly population: string;
  readonly arm: readonly (readonly number[])[];
  readonly baseline: readonly (readonly number[])[];
  readonly moved: readonly (readonly Moved[])[];
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
  /** When the policies of both begin, unless the arm alone has one, or both begin on one day. */
  readonly begins?: OwnBeginnings;
  /** Where the arms part after the first quarter began: people of all quarters observed, and those of them who enter after it. */
  readonly entered?: { readonly ever: number; readonly after: number };
  /** Members over all replicates; `same` is as many if both arms have the same people, else 0 beside those of the baseline. */
  readonly members: number;
  readonly same: number;
  readonly baselineMembers?: number;
  /** Members who left the window of observation within the follow-up, because their first verdict came years after the charge. */
  readonly left: number;
  /** Members per 100 prison sentences of the years observed, and who both are; absent for people charged. */
  readonly coverage?: number;
  readonly makeup: CohortMakeup;
  readonly everySentence: CohortMakeup;
  readonly parts: readonly CohortPart[];
  /** What the members add to the difference of everybody while they are followed. */
  readonly added: CohortAdded;
}

/** Differences with their 95 % intervals: crimes in million kroner per year, and people inside on an average day observed. */
export interface CohortAdded {
  readonly crime: Estimate;
  readonly inside: Estimate;
}

/** The members of two arms who are charged again: the difference in percentage points, with its 95 % interval, and those in costs. */
export interface PairResult
  extends Pick<
    CohortResult,
    | 'arm'
    | 'baseline'
    | 'population'
    | 'years'
    | 'from'
    | 'until'
    | 'parted'
    | 'begins'
    | 'members'
    | 'same'
    | 'baselineMembers'
  > {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly costs: PairCosts;
}

/** Collects the cohorts of one arm beside those of another. */
export class CohortPair {
  readonly #study: Study;
  readonly #arms: readonly [number, number];
  readonly #isSame: Record<Cohort, boolean> = { sentenced: true, charged: true, stock: true };
  readonly #byCohort: Record<Cohort, PairTally>;
  /** Whether every cell of one arm is that of the other: then nothing can have moved. */
  #isAlike = true;
  #setting: CohortSetting | undefined;

  /** `arms` are indexes: of the arm that stands for the baseline, and of the other. */
  constructor(study: Study, arms: readonly [number, number]) {
    this.#study = study;
    this.#arms = arms;
    this.#byCohort = { sentenced: newTally(), charged: newTally(), stock: newTally() };
  }

  /** Adds the readings of a block and the digests of its cells, by arm. */
  add(readings: readonly Reading[], digests: readonly string[], key: Pick<CellKey, 'draw'>): void {
    this.#isAlike &&= digests[this.#arms[0]] === digests[this.#arms[1]];
    const [baseline, arm] = this.#arms.map((index) => readings[index]) as [Reading, Reading];
    const { days, stockDay } = arm;
    const parting = partingOf(this.#study, key, this.#arms);
    const canMove = Number.isFinite(partingDay(this.#study, { ...key, arms: this.#arms }));
    const setting = { days, parting, stockDay };
    this.#setting ??= setting;
    for (const cohort of allCohorts) {
      const reach = reachOf(cohort, setting);
      if (reach === undefined) continue;
      const { years, window } = reach;
      const tally = this.#byCohort[cohort];
      const [own, theirs] = [arm, baseline].map(({ summary }) => membershipOf(summary, cohort, window));
      const entries = membersIn(arm.summary, cohort, window);
      const others = membersIn(baseline.summary, cohort, window)[MEMBERS];
      this.#isSame[cohort] &&= own === theirs;
      tally.entries = tally.entries.map((sum, at) => sum + entries[at]);
      tally.others += others;
      tally.citizens += membersIn(arm.summary, cohort, window, [CITIZENS])[MEMBERS];
      const [mine, beside] = [arm, baseline].map(({ summary }) => countsWithin(summary, cohort, window, years));
      tally.left += mine![LEFT];
      if (cohort !== 'stock') {
        const every = { first: 0, end: quartersOf(arm.summary.shape) };
        tally.ever += membersIn(arm.summary, cohort, every)[MEMBERS];
        tally.after += membersIn(arm.summary, cohort, { ...every, first: window.first })[MEMBERS];
      }
      tally.crime.push(((mine![CRIME] - beside![CRIME]) * DAYS_PER_YEAR) / days / 1000);
      tally.inside.push((heldDays(mine!) - heldDays(beside!)) / days);
      tally.costs.push([
        costsOfRun({ ...arm, parting }, cohort, years),
        costsOfRun({ ...baseline, parting }, cohort, years),
      ]);
      const length = years * DAYS_PER_YEAR;
      const parts = partsOf(exposureOf(mine!, entries[MEMBERS], length), exposureOf(beside!, others, length));
      for (const part of partNames) tally.parts[part].push(100 * parts[part]);
      const ofArm = eventsByStratum(arm.summary, cohort, window, 'charged', 12 * years);
      const ofBaseline = eventsByStratum(baseline.summary, cohort, window, 'charged', 12 * years);
      const months = this.#arms[0] === 0 ? Array.from(ofArm[0], (_, month) => month) : [12 * years - 1];
      tally.months.push(
        months.map((month) => {
          const own = { byStratum: ofArm.map((events) => events[month]), members: entries[MEMBERS] };
          const other = { byStratum: ofBaseline.map((events) => events[month]), members: others };
          const moved = canMove ? movedBetween(own, other) : NOTHING;
          return { arm: shareOf(own), baseline: shareOf(other), moved };
        }),
      );
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
    const cells = counted(this.#byCohort[cohort].months);
    if (cells.length === 0) return undefined;
    const by = <Name extends keyof Month>(name: Name) =>
      cells[0].map((_, month) => cells.map((cell) => cell[month][name]));
    const moved = this.#isAlike ? cells[0].map(() => []) : by('moved');
    return { population: populationOf[cohort], arm: by('arm'), baseline: by('baseline'), moved };
  }

  /** The difference in members charged again within the years followed; undefined if no year of entry could be followed for a year. */
  difference(start: number, size: number, counted: Counted): PairResult | undefined {
    const cohort = this.result(start, size, counted);
    const curves = this.curves(counted);
    if (cohort === undefined || curves === undefined) return undefined;
    const { arm, baseline, population, years, from, until, parted, begins, members, same, baselineMembers } = cohort;
    const others = {
      ...(begins === undefined ? {} : { begins }),
      ...(baselineMembers === undefined ? {} : { baselineMembers }),
    };
    const percent = (shares: readonly number[]) => Float64Array.from(shares, (share) => 100 * share);
    const [own, other] = [curves.arm, curves.baseline].map((months) => percent(months.at(-1)!)) as Two;
    const { difference, low, high } = differenceOf(own, other, size, curves.moved.at(-1)!);
    const costs = pairCosts(counted(this.#byCohort[this.#quoted()].costs), size);
    const pair = { arm, baseline, population, years, from, until, parted, members, same, ...others };
    return { ...pair, difference, low, high, costs };
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
    const { entries, others, citizens, left, parts, ever, after, ...added } = this.#byCohort[cohort];
    const [other, own] = this.#arms.map((arm) => this.#study.arms[arm].scenario) as [Scenario, Scenario];
    const begins = ownBeginnings(own, other, start + parting);
    const meanOf = (ofBlocks: readonly number[]) =>
      meanInterval(knownMeans(Float64Array.from(counted(ofBlocks)), size));
    const [members, withRecord, ages] = entries as [number, number, number];
    const [sentences, records, agesOfAll, citizensOfAll] = this.#every as [number, number, number, number];
    return {
      arm: this.#study.arms[this.#arms[1]].name,
      baseline: this.#study.arms[this.#arms[0]].name,
      population: populationOf[cohort],
      years,
      from: formatDay(start + (isStock ? stockDay! : quarterBegins(window.first, 0))),
      until: formatDay(start + (isStock ? stockDay! : quarterBegins(window.end, 0) - 1)),
      parted: formatDay(start + parting),
      ...(begins === undefined ? {} : { begins }),
      ...(window.first === 0 ? {} : { entered: { ever, after } }),
      members,
      ...(this.#isSame[cohort] ? { same: members } : { same: 0, baselineMembers: others }),
      left,
      ...(cohort === 'sentenced' ? { coverage: (100 * members) / this.#sentences } : {}),
      makeup: makeup(members, withRecord, ages, citizens),
      everySentence: makeup(sentences, records, agesOfAll, citizensOfAll),
      added: { crime: meanOf(added.crime), inside: meanOf(added.inside) },
      parts: partNames.map((part) => {
        const { mean, low, high } = meanOf(parts[part]);
        return { part, charges: mean, low, high };
      }),
    };
  }
}

type Two = [Float64Array, Float64Array];
type Counted = <Value>(ofBlocks: readonly Value[]) => readonly Value[];

function shareOf({ byStratum, members }: MemberEvents): number {
  return Array.from(byStratum).reduce((sum, events) => sum + events, 0) / members;
}

function makeup(members: number, withRecord: number, ages: number, citizens: number): CohortMakeup {
  const percent = (count: number) => (100 * count) / members;
  return { withRecord: percent(withRecord), age: ages / members, citizens: percent(citizens) };
}

const EVERY = ['sentences', 'sentences-record', 'sentences-age', 'sentences-citizens'] as const;
const MEMBERS = cohortEntries.indexOf('members');
const CRIME = cohortCounts.indexOf('crime');
const LEFT = cohortCounts.indexOf('left');
const CITIZENS = cohortGroups.indexOf('citizens');
