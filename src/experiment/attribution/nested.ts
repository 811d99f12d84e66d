/**
 * Nested: runs the plan of `nested-plan` and divides the difference between two scenarios in the same people charged again.
 */
import { formatDay } from '../../engine/calendar.ts';
import { eventsByStratum, membershipOf, membersIn, populationOf } from '../../measures/cohort-counts.ts';
import type { MemberEvents } from '../../measures/measure.ts';
import { quarterBegins } from '../../simulation/cohorts.ts';
import { allCohorts, type Cohort, cohortEntries } from '../../simulation/summary.ts';
import type { CohortResult } from '../cohort-pairs.ts';
import { reachOf } from '../cohort-reach.ts';
import { differenceOf, movedBetween, NOTHING } from '../difference.ts';
import { LossCount, partsOfStudy } from '../losses.ts';
import { Queues } from '../queues.ts';
import type { Unsettled } from '../settling.ts';
import type { CellResult, Lose, RunBlocks } from '../study.ts';
import {
  AS_IS,
  GRADE_A,
  gradeParts,
  type NestedPart,
  type NestedPlan,
  NO_EVIDENCE,
  nestedParts,
  PLACES,
  settingOf,
} from './nested-plan.ts';

/** A part of the difference in members charged again, or the whole, in percentage points with its 95 % interval. */
export interface NestedShare {
  /** Undefined for the whole. */
  readonly part: NestedPart | undefined;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Members of one run in one replicate, and those charged again within the years followed. */
export interface NestedCount {
  readonly replicate: number;
  readonly run: string;
  readonly side: 'baseline' | 'scenario';
  readonly members: number;
  readonly charged: number;
}

/** The parts of a difference, and the people it is about; `same` is their number if they are the same in all runs, else 0. */
export interface NestedResult
  extends Pick<CohortResult, 'population' | 'years' | 'from' | 'until' | 'members' | 'same'> {
  readonly replicates: number;
  /** The parts in order, then the whole. */
  readonly parts: readonly NestedShare[];
  /** The effects with evidence by grade, then these together; empty if a scenario does not admit all evidence. */
  readonly grades: readonly NestedShare[];
  readonly counts: readonly NestedCount[];
  /** How the queues of the two scenarios as they are fail to settle. */
  readonly growing: readonly (Unsettled & { readonly side: NestedCount['side'] })[];
}

/** Runs the plan and divides the difference. Fails as `run` fails; with `lose`, goes on without replicates that fail. */
export async function divideNested(plan: NestedPlan, run: RunBlocks, lose?: Lose): Promise<NestedResult> {
  const { study, blocks } = plan;
  const [{ scenario: baseline }] = study.arms;
  const setting = settingOf(baseline, plan.from);
  const lost = new LossCount(partsOfStudy(study), lose);
  const queues = new Queues(study);
  const found = allCohorts.flatMap((cohort) => {
    const reach = reachOf(cohort, setting);
    return reach === undefined ? [] : [{ cohort, ...reach, isSame: true, replicates: [] as Replicate[] }];
  });
  for await (const cells of run(study, blocks, () => {}, lose && lost.lose)) {
    for (const cell of cells) queues.add(cell);
    for (const one of found) {
      const hashes = cells.map(({ summary }) => membershipOf(summary, one.cohort, one.window));
      one.isSame &&= hashes.every((hash) => hash === hashes[0]);
      one.replicates.push({
        replicate: cells[0].key.replicate,
        digests: cells.map(({ digest }) => digest),
        events: cells.map((cell) => eventsIn(cell, one)),
      });
    }
  }
  lost.check();
  const quoted = ORDER.map((name) => found.find(({ cohort }) => cohort === name)).filter((one) => one !== undefined);
  const { cohort, years, window, isSame, replicates } = quoted.find((one) => one.isSame) ?? quoted.at(-1)!;
  const share = (part: NestedPart | undefined, runs: NestedPart['runs']) => ({
    part,
    ...shareOf(plan, runs, replicates),
  });
  const grades = plan.arms.has(GRADE_A.name) ? gradeParts : [];
  const members = replicates.reduce((sum, { events }) => sum + events[0].members, 0);
  const isStock = cohort === 'stock';
  const dayOf = (quarter: number) => baseline.start + quarterBegins(quarter, 0);
  return {
    population: populationOf[cohort],
    years,
    from: formatDay(isStock ? baseline.stockDay! : dayOf(window.first)),
    until: formatDay(isStock ? baseline.stockDay! : dayOf(window.end) - 1),
    members,
    same: isSame ? members : 0,
    replicates: replicates.length,
    parts: [...nestedParts.map((part) => share(part, part.runs)), share(undefined, [AS_IS])],
    grades: [
      ...grades.map((part) => share(part, part.runs)),
      ...(grades.length === 0 ? [] : [share(undefined, [PLACES, NO_EVIDENCE])]),
    ],
    counts: replicates.flatMap((one) => countsOf(plan, one)),
    growing: plan.arms.get(AS_IS.name)!.flatMap((arm, at) => {
      const grows = queues.unsettled(arm);
      return grows === undefined ? [] : [{ ...grows, side: SIDES[at] }];
    }),
  };
}

/** Who is the headline: a stock if its day is named, else people newly sentenced, and the charged where the courts differ. */
const ORDER: readonly Cohort[] = ['stock', 'sentenced', 'charged'];

/** Members charged again in one replicate, and the digests of its cells, by arm. */
interface Replicate {
  readonly replicate: number;
  readonly digests: readonly string[];
  readonly events: readonly MemberEvents[];
}

type Reach = NonNullable<ReturnType<typeof reachOf>> & { readonly cohort: Cohort };

function eventsIn({ summary }: CellResult, { cohort, window, years }: Reach): MemberEvents {
  const months = eventsByStratum(summary, cohort, window, 'charged', 12 * years);
  const members = membersIn(summary, cohort, window)[cohortEntries.indexOf('members')];
  return { byStratum: months.map((events) => events[12 * years - 1]), members };
}

/** The difference in the first run, less that in the second if there is one: with the same people, a difference of two sums. */
function shareOf({ arms }: NestedPlan, runs: NestedPart['runs'], replicates: readonly Replicate[]) {
  const [first, second] = runs.map(({ name }) => arms.get(name)!) as [Pair, Pair | undefined];
  const more = second === undefined ? [first[1]] : [first[1], second[0]];
  const less = second === undefined ? [first[0]] : [first[0], second[1]];
  const isNothing = replicates.every(({ digests }) => {
    const [own, other] = [more, less].map((arms) => arms.map((arm) => digests[arm]).sort());
    return own!.join() === other!.join();
  });
  const percent = (arms: readonly number[]) =>
    Float64Array.from(replicates, ({ events }) => arms.reduce((sum, arm) => sum + percentOf(events[arm]), 0));
  const moved = replicates.map(({ events }) => {
    const [own, other] = [more, less].map((arms) => together(arms.map((arm) => events[arm]))) as [
      MemberEvents,
      MemberEvents,
    ];
    return isNothing ? NOTHING : movedBetween(own, other);
  });
  const { difference, low, high } = differenceOf(percent(more), percent(less), 1, moved);
  return { difference, low, high };
}

const SIDES = ['baseline', 'scenario'] as const;

type Pair = readonly [number, number];

/** The events of some arms, stratum by stratum, among the members of one. */
function together(all: readonly MemberEvents[]): MemberEvents {
  const byStratum = Array.from(all[0].byStratum, (_, at) => all.reduce((sum, one) => sum + one.byStratum[at], 0));
  return { byStratum, members: all[0].members };
}

function percentOf({ byStratum, members }: MemberEvents): number {
  return (100 * total(byStratum)) / members;
}

function total(byStratum: ArrayLike<number>): number {
  return Array.from(byStratum).reduce((sum, events) => sum + events, 0);
}

function countsOf({ arms }: NestedPlan, { replicate, events }: Replicate): readonly NestedCount[] {
  return [...arms].flatMap(([run, pair]) =>
    pair.map((arm, at) => {
      const { members, byStratum } = events[arm];
      return { replicate, run, side: SIDES[at], members, charged: total(byStratum) };
    }),
  );
}
