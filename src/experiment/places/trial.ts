/**
 * Trial: runs a scenario with a number of places at a level, and judges the number by risk and by waiting.
 *
 * A run comes to grief if on some evening of the quarter more people are held at the level than it has usable places. The sentenced wait
 * at liberty, so a level that only they enter never overflows: nine in ten of those who begin to serve at the level, in the calendar
 * year of the quarter, must also have waited at most so many days. All numbers of places meet the same people with the same luck.
 *
 * Where numbers are in doubt too, every run has a parameter draw of its own: runs stay independent, so the bounds stay exact, and
 * the risk is that of chance and of wrong numbers together.
 */
import { type Day, quartersSince, yearOf } from '../../engine/calendar.ts';
import { Failure } from '../../failure.ts';
import type { Measure } from '../../measures/measure.ts';
import { measuresOf } from '../../measures/measures.ts';
import { SEXES } from '../../people/person.ts';
import { addedByDate, parameters as facility } from '../../prison/facility.ts';
import { type Change, writtenPath } from '../../scenario/change.ts';
import { epochOn, epochsOf, parametersIn } from '../../scenario/epoch.ts';
import type { LeverValues } from '../../scenario/lever-values.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { catalogue } from '../../simulation/parameters.ts';
import { LEVEL_WAITS, type PeakCount, peakAt, type Summary, type SummaryShape } from '../../simulation/summary.ts';
import type { Interval } from '../../statistics/intervals.ts';
import { readingOf } from '../reading.ts';
import { complaintsAboutPoints, sweepPlan } from '../sensitivity/sweep.ts';
import type { Lose, RunBlocks, Study } from '../study.ts';
import { type PooledShare, pooledShare, riskBounds, runsToShow } from './bounds.ts';
import type { Verdict } from './search.ts';

/** The question: which level, by when, at what risk. */
export interface CapacityQuestion {
  readonly scenario: Scenario;
  /** The index of the level. */
  readonly level: number;
  /** A day of the quarter that is judged. */
  readonly by: Day;
  /** The day from which the places stand. */
  readonly from: Day;
  /** Whether every quarter from the one of `from` to that of `by` is judged, and not the last alone. */
  readonly anyQuarter: boolean;
  /** The chance of grief that is accepted. */
  readonly risk: number;
  /** The confidence of every bound. */
  readonly confidence: number;
  /** Days that nine in ten wait at the most; from 0 to `LEVEL_WAITS` less 2: longer waits are counted together. */
  readonly wait: number;
  /** Runs for every number of places. */
  readonly replicates: number;
  /** Whether every run has a set of possible values of its own (a parameter draw, or a member), or all have the central values. */
  readonly drawn?: boolean;
}

/** The share of people who must wait no longer. */
export const SHARE_IN_TIME = 0.9;

/** One run of a trial. */
export interface Run {
  readonly replicate: number;
  readonly shape: SummaryShape;
  readonly peaks: Int32Array;
  readonly unitEvenings: Int32Array;
  readonly breached: boolean;
  /** People who begin to serve at the level in the year, and those of them who waited no longer than asked. */
  readonly begun: number;
  readonly inTime: number;
  /** Million kroner per year, mean of the years simulated. */
  readonly cost: number;
}

/** What the runs with one number of places show. */
export interface Trial extends Verdict {
  /** Undefined for the scenario itself. */
  readonly places: number | undefined;
  readonly runs: readonly Run[];
  readonly breaches: number;
  readonly risk: Interval & { readonly share: number };
  readonly inTime: PooledShare;
  /** Whether the risk, and the waiting, pass surely. */
  readonly passesRisk: boolean;
  readonly passesWait: boolean;
}

/** The quarter in which a day falls, counted from January of the first observed year. */
export function calendarQuarterOf({ start }: Pick<Scenario, 'start'>, day: Day): number {
  return quartersSince(yearOf(start), day);
}

/** The quarter that is judged, the last of them if there are several. */
export function quarterAsked({ scenario, by }: Pick<CapacityQuestion, 'scenario' | 'by'>): number {
  return calendarQuarterOf(scenario, by);
}

/** The quarter in which the places open, or the first observed. */
export function firstQuarter({ scenario, from }: Pick<CapacityQuestion, 'scenario' | 'from'>): number {
  return Math.max(0, calendarQuarterOf(scenario, from));
}

/**
 * Places in single units of the level that opened by the day asked, less those closed or under repair then. They stay as they are
 * planned; the places of the level change beside them.
 */
export function placesByDate({ scenario, by, level }: Pick<CapacityQuestion, 'scenario' | 'by' | 'level'>): number {
  const given = parametersIn(epochOn(epochsOf(scenario, catalogue), by), facility);
  let places = 0;
  for (let unit = 0; unit < given.womenShare.length; unit++)
    for (let sex = 0; sex < SEXES; sex++) places += addedByDate(given, level, unit, sex);
  return places;
}

/** Runs the scenario with so many places, those opened by date among them, or as it is. Throws a Failure for an impossible number, or if too many runs are lost. */
export async function tryPlaces(
  question: CapacityQuestion,
  places: number | undefined,
  run: RunBlocks,
  lose?: Lose,
): Promise<Trial> {
  return {
    places,
    ...(await tryLevers(question, places === undefined ? [] : [placesLever(question, places)], run, lose)),
  };
}

/** Runs the scenario with each lever at its one value. Throws as `tryPlaces` does. */
export async function tryLevers(
  question: CapacityQuestion,
  levers: readonly LeverValues[],
  run: RunBlocks,
  lose?: Lose,
): Promise<Omit<Trial, 'places'>> {
  const { study, arm } = studyOf(question, levers);
  const cost = measuresOf(question.scenario.dimensions['level']).find(({ id }) => id === 'cost')!;
  const blocks = Array.from({ length: question.replicates }, (_, replicate) => {
    return { draw: question.drawn ? replicate + 1 : 0, replicate, arms: [arm] };
  });
  const runs: Run[] = [];
  for await (const cells of run(study, blocks, () => {}, lose))
    for (const cell of cells) runs.push(runOf(question, cell.key.replicate, cell.summary, costOf(cost, study, cell)));
  const fewest = runsToShow(question.risk, question.confidence);
  if (runs.length < fewest) {
    const problem = `only ${runs.length} of ${question.replicates} runs are left; the risk asked for takes ${fewest}`;
    throw new Failure({ problem, remedy: 'see above why the others failed' });
  }
  return { runs, ...judgedRuns(question, runs) };
}

/** What these runs say. */
export function judgedRuns(
  question: Pick<CapacityQuestion, 'scenario' | 'by' | 'level' | 'risk' | 'confidence'>,
  runs: readonly Run[],
): Omit<Trial, 'places' | 'runs'> {
  const breaches = runs.filter(({ breached }) => breached).length;
  const risk = { share: breaches / runs.length, ...riskBounds(breaches, runs.length, question.confidence) };
  const all = runs.map(({ begun }) => begun);
  const inTime = pooledShare(
    runs.map((run) => run.inTime),
    all,
    question.confidence,
  );
  const nobody = Number.isNaN(inTime.share);
  const waits = runs.some((run) => peakOf(run, quarterAsked(question), question.level, 'queue') > 0);
  const inTimeBy = (share: number) => (nobody ? !waits : share >= SHARE_IN_TIME);
  const passesRisk = risk.high <= question.risk;
  const passesWait = inTimeBy(inTime.low);
  return {
    breaches,
    risk,
    inTime,
    passesRisk,
    passesWait,
    surely: passesRisk && passesWait,
    possibly: risk.low <= question.risk && inTimeBy(inTime.high),
  };
}

/** A peak of a run. */
export function peakOf(
  { shape, peaks }: Pick<Run, 'shape' | 'peaks'>,
  quarter: number,
  level: number,
  count: PeakCount,
): number {
  return peaks[peakAt(shape, quarter, level, count)];
}

/** The part of a summary that a trial keeps. */
export function runOf(question: CapacityQuestion, replicate: number, summary: Summary, cost: number): Run {
  const { shape, peaks, unitEvenings, levelWaits } = summary;
  const last = quarterAsked(question);
  const first = question.anyQuarter ? firstQuarter(question) : last;
  const breached = breachesIn({ shape, peaks }, question.level, first, last);
  const at = (Math.floor(last / 4) * shape.levels + question.level) * LEVEL_WAITS;
  const waits = levelWaits.subarray(at, at + LEVEL_WAITS);
  const [begun, inTime] = [waits, waits.subarray(0, question.wait + 1)].map((days) => days.reduce((a, b) => a + b, 0));
  return { replicate, shape, peaks, unitEvenings, breached, begun: begun!, inTime: inTime!, cost };
}

/** Whether a run comes to grief in any quarter from the first to the last. */
export function breachesIn(run: Pick<Run, 'shape' | 'peaks'>, level: number, first: number, last: number): boolean {
  for (let quarter = first; quarter <= last; quarter++) if (peakOf(run, quarter, level, 'short') > 0) return true;
  return false;
}

function costOf(cost: Measure, study: Study, cell: Parameters<typeof readingOf>[1]): number {
  return cost.value(readingOf(study, cell, [cell.key.arm]));
}

/** The lever that gives the level this many places on the day asked, with what is planned by date among them. */
function placesLever(question: CapacityQuestion, places: number): LeverValues {
  const value = places - placesByDate(question);
  return leverAt(question.scenario, { path: 'facility.places', level: question.level, operation: 'set', value });
}

/** A lever at one value: at a level, or in all its cells. Throws an Error if there is no such lever. */
export function leverAt(
  { dimensions }: Pick<Scenario, 'dimensions'>,
  { path, level, ...moved }: { readonly path: string; readonly level?: number } & Pick<Change, 'operation' | 'value'>,
): LeverValues {
  const lever = catalogue.get(path);
  if (lever === undefined) throw new Error(`there is no lever ${path}`);
  const { noun, name, parameter } = lever;
  const size = parameter.by.reduce((cells, dimension) => cells * dimensions[dimension].length, 1);
  const where =
    level === undefined
      ? { members: [], cells: Array.from({ length: size }, (_, cell) => cell) }
      : { members: [dimensions['level'][level]], cells: [level] };
  const change: Change = { path, noun, name, ...where, ...moved };
  return { path: writtenPath(change), lever, values: [{ text: `${moved.operation} ${moved.value}`, change }] };
}

function studyOf({ scenario, from, replicates, drawn }: CapacityQuestion, levers: readonly LeverValues[]) {
  const draws = drawn ? replicates : 0;
  if (levers.length === 0)
    return { study: { arms: [{ name: 'as it is', scenario }], replicates, draws } satisfies Study, arm: 0 };
  const plan = sweepPlan(scenario, levers, from, replicates);
  const complaints = complaintsAboutPoints(plan);
  if (complaints.length > 0) throw new Failure(...complaints.map((problem) => ({ problem })));
  return { study: { ...plan.study, draws }, arm: plan.points[0].arm };
}
