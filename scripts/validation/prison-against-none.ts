/**
 * Prison against none: the same people with and without custody, from the verdict, for five years.
 *
 * For one quarter the courts of one arm sentence nobody to prison; then both arms go on alike. Pairs are people whose verdict of the
 * quarter is prison in the other arm, who were charged before it and are at liberty: up to the verdict their lives are the same in
 * both arms, and so is their luck after it. Everything counts from the verdict: time inside, waiting, abroad and dead (intention to
 * treat), as in the study of judges by Bhuller, Dahl, Løken and Mogstad (Journal of Political Economy 128, 2020).
 */
import { DAYS_PER_YEAR, type Day } from '../../src/engine/calendar.ts';
import { cellOf } from '../../src/experiment/study.ts';
import { traitsIn } from '../../src/lives/traits.ts';
import { event } from '../../src/people/life-events.ts';
import { need } from '../../src/people/needs.ts';
import type { World } from '../../src/people/world.ts';
import { verdicts } from '../../src/prison/court.ts';
import { type Scenario, withPolicies, withRun } from '../../src/scenario/scenario.ts';
import { liveOn, liveUntil } from '../../src/simulation/simulate.ts';
import { type PairedDifference, pairedDifference } from '../../src/statistics/paired.ts';

const DAYS_OF_VERDICTS = 91;
const YEARS = 5;

/** A person sentenced to prison in one arm and to something else in the other. */
export interface Pair {
  readonly isForeign: boolean;
  /** Whether they lacked work on arrival. */
  readonly isOutOfWork: boolean;
  /** Charges within five years of the verdict. */
  readonly chargesAfterPrison: number;
  readonly chargesAfterNone: number;
  readonly isExpelled: boolean;
}

/** Every pair of some replicates of a scenario, at central parameters. */
export function pairsOf(scenario: Scenario, replicates: number): readonly Pair[] {
  const six = withRun(scenario, { years: YEARS + 1 });
  return Array.from({ length: replicates }, (_, replicate) => pairsIn(six, replicate)).flat();
}

/** Per cent charged within five years after prison less per cent after another sanction, in points, over pairs. */
export function differenceOver(pairs: readonly Pair[]): PairedDifference {
  const charged = (of: (pair: Pair) => number) => pairs.map((pair) => (of(pair) > 0 ? 100 : 0));
  return pairedDifference(
    charged(({ chargesAfterPrison }) => chargesAfterPrison),
    charged(({ chargesAfterNone }) => chargesAfterNone),
  );
}

function pairsIn(scenario: Scenario, replicate: number): readonly Pair[] {
  const from = scenario.start;
  const until = from + DAYS_OF_VERDICTS;
  const [prison, none] = [scenario, withoutPrison(scenario, from, until)].map((arm) =>
    cellOf(arm, { draw: 0, replicate }),
  );
  const past = liveUntil(prison!, from);
  const [afterPrison, afterNone] = [prison!, none!].map((cell) => livesIn(liveOn(cell, past, true).world));
  const traitsOf = traitsIn(prison!);
  const found: Pair[] = [];
  for (const [key, life] of afterPrison!) {
    const verdictDay = sentencedAtLiberty(life, until);
    if (verdictDay === undefined) continue;
    const other = afterNone!.get(key) ?? [];
    const isPaired = other.some(
      ({ kind, day, detail }) => kind === event.verdict && day === verdictDay && detail === verdicts.otherSanction,
    );
    if (!isPaired) throw new Error(`person ${key} has no verdict without prison on the day of the verdict with it`);
    const [stream, index] = key.split(':').map(Number) as [number, number];
    const { foreign, needs } = traitsOf(stream, index);
    found.push({
      isForeign: foreign,
      isOutOfWork: (needs & need.work) !== 0,
      chargesAfterPrison: chargesAfter(life, verdictDay),
      chargesAfterNone: chargesAfter(other, verdictDay),
      isExpelled: life.some(({ kind }) => kind === event.expelled),
    });
  }
  return found;
}

function withoutPrison(scenario: Scenario, from: Day, until: Day): Scenario {
  const change = { path: 'court.custody_odds', noun: 'court', name: 'custodyOdds', members: [], cells: [0] } as const;
  const policy = {
    name: 'no prison for a quarter',
    from,
    until,
    label: 'experiment',
    because: 'The same people with and without custody.',
    after: scenario.policies.map(({ name }) => name),
    changes: [{ ...change, operation: 'set' as const, value: 0 }],
  };
  return withPolicies(scenario, [...scenario.policies, policy]);
}

interface Happening {
  readonly kind: number;
  readonly day: Day;
  readonly detail: number;
}

function livesIn(world: World): ReadonlyMap<string, readonly Happening[]> {
  const lives = new Map<string, Happening[]>();
  const { kind, stream, index, day, detail } = world.journal.rows();
  for (let row = 0; row < kind.length; row++) {
    const key = `${stream[row]}:${index[row]}`;
    const life = lives.get(key) ?? [];
    life.push({ kind: kind[row], day: day[row], detail: detail[row] });
    lives.set(key, life);
  }
  return lives;
}

/** The day of a first verdict of the quarter, if it is prison, at liberty, for a charge before the quarter. */
function sentencedAtLiberty(life: readonly Happening[], until: Day): Day | undefined {
  const first = life.find(({ kind }) => kind === event.charged || kind === event.verdict);
  if (first === undefined || first.kind !== event.verdict || first.detail !== verdicts.prison || first.day >= until)
    return;
  const isInside = life.some(
    ({ kind, day }) => day === first.day && (kind === event.passedStraight || kind === event.remandEnded),
  );
  return isInside ? undefined : first.day;
}

function chargesAfter(life: readonly Happening[], verdictDay: Day): number {
  const last = verdictDay + YEARS * DAYS_PER_YEAR;
  return life.filter(({ kind, day }) => kind === event.charged && day > verdictDay && day <= last).length;
}
