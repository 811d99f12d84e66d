/**
 * Pair account: one pair of twins in full, with the luck behind the decision at which they part and the origin of the divergence.
 *
 * The replicate is simulated once more, keeping the record and the draws of this person alone. Then two further worlds separate
 * the person's own part: the world of the first arm with the rules of the second for decisions about this person alone, and the
 * reverse. Decisions about a person are the entries of their diary; places, seats and weekly steps are shared.
 */
import type { Day } from '../../engine/calendar.ts';
import { cellOf } from '../../experiment/study.ts';
import { type DecisionName, decisionNames } from '../../people/decisions.ts';
import { diaryNames } from '../../people/life-events.ts';
import type { Row } from '../../people/person.ts';
import { WatchedWorld } from '../../people/watched-world.ts';
import type { World } from '../../people/world.ts';
import { type DayStep, type Handler, handlers, openDiaries, day as stepsOfDay } from '../../simulation/day.ts';
import { type Branch, type Cell, type KeepLives, liveOn, type MakeWorld } from '../../simulation/simulate.ts';
import type { RecordedEvent } from '../life.ts';
import { halvesOf, livesOnRecord, type PersonKey } from '../record.ts';
import { type Traits, traitsIn } from '../traits.ts';
import { behindOf } from './causes.ts';
import { type Divergence, firstDivergence, isSameDivergence } from './divergence.ts';
import { pastOf, type TwinsPlan, withoutRows } from './twins.ts';

/** A draw made for a person. */
export interface Draw {
  readonly decision: DecisionName;
  readonly occasion: number;
  readonly day: Day;
  readonly luck: number;
}

/** Whether a divergence came from decisions about the person or from shared steps. */
export type Origin = 'own' | 'shared' | 'either' | 'both';

/** One pair. */
export interface PairAccount {
  readonly replicate: number;
  readonly key: PersonKey;
  readonly traits: Traits;
  /** Whole lives, from the first event on. */
  readonly first: readonly RecordedEvent[];
  readonly second: readonly RecordedEvent[];
  /** Undefined if the lives are the same. */
  readonly divergence: Divergence | undefined;
  /** The latest draw in each arm, up to that day, of every decision behind it; undefined if it was not drawn. */
  readonly draws: readonly (readonly [DecisionName, Draw | undefined, Draw | undefined])[];
  readonly origin: Origin | undefined;
}

/**
 * The pair with this key; undefined if the key is missing in an arm. Yields after each arm is simulated, so that the caller
 * can stop in between.
 */
export function* pairAccountIn(
  plan: TwinsPlan,
  replicate: number,
  key: PersonKey,
): Generator<void, PairAccount | undefined> {
  const [first, second] = [plan.first, plan.second].map((one) => cellOf(one, { draw: 0, replicate })) as [Cell, Cell];
  const isPerson = personOf(key);
  const drawn: [Draw[], Draw[]] = [[], []];
  const past = pastOf(first, plan.parting, isPerson, watching(isPerson, drawn[0]));
  const before = livesOnRecord(past.world.journal.rows).of(key);
  drawn[1].push(...drawn[0]);
  const branch = withoutRows(past);
  const one = lifeIn(first, branch, key, watching(isPerson, drawn[0]));
  yield;
  const other = lifeIn(second, branch, key, watching(isPerson, drawn[1]));
  yield;
  if (before.length === 0 && (one.length === 0 || other.length === 0)) return undefined;
  const divergence = firstDivergence(one, other);
  const { stream, index } = halvesOf(key);
  const origin = divergence && (yield* originOf(divergence, [first, second], branch, key, one));
  return {
    replicate,
    key,
    traits: traitsIn(first)(stream, index),
    first: [...before, ...one],
    second: [...before, ...other],
    divergence: divergence && { ...divergence, shared: divergence.shared + before.length },
    draws: divergence === undefined ? [] : drawsBehind(divergence, drawn),
    origin,
  };
}

function* originOf(
  divergence: Divergence,
  [first, second]: readonly [Cell, Cell],
  branch: Branch,
  key: PersonKey,
  life: readonly RecordedEvent[],
): Generator<void, Origin> {
  const isGiven = (cell: Cell, rules: Cell) => {
    const lived = lifeIn(cell, branch, key, undefined, withRules(personOf(key), rules));
    return isSameDivergence(divergence, firstDivergence(life, lived));
  };
  const isOwn = isGiven(first, second);
  yield;
  const isShared = isGiven(second, first);
  yield;
  if (isOwn) return isShared ? 'either' : 'own';
  return isShared ? 'shared' : 'both';
}

/** The steps of a day in which decisions about some people follow the rules of another cell. */
function withRules(isPerson: IsPerson, rules: Cell): readonly DayStep[] {
  const rulesOn = (day: Day) => rules.parameters.findLast(({ from }) => from <= day)!.values;
  const isTheirs = ({ people }: World, row: Row) => isPerson(people.stream[row], people.index[row]);
  const handle = diaryNames.map((name): Handler => {
    const usual = handlers[name as keyof typeof handlers];
    return (world, row, given) => usual(world, row, isTheirs(world, row) ? rulesOn(world.today) : given);
  });
  return stepsOfDay.map((one) =>
    one.name === 'diaries' ? { name: one.name, step: (world, given) => openDiaries(world, given, handle) } : one,
  );
}

function lifeIn(
  cell: Cell,
  branch: Branch,
  key: PersonKey,
  make: MakeWorld | undefined,
  steps?: readonly DayStep[],
): readonly RecordedEvent[] {
  return livesOnRecord(liveOn(cell, branch, personOf(key), make, steps).world.journal.rows()).of(key);
}

/** The draws of one person, added to a list as they are made. */
function watching(isPerson: IsPerson, drawn: Draw[]): MakeWorld {
  return (settings) =>
    new WatchedWorld(settings, (stream, index, decision, occasion, day, luck) => {
      if (isPerson(stream, index)) drawn.push({ decision: decisionNames[decision], occasion, day, luck });
    });
}

function drawsBehind(divergence: Divergence, drawn: readonly [readonly Draw[], readonly Draw[]]): PairAccount['draws'] {
  const latest = (draws: readonly Draw[], name: DecisionName) =>
    draws.findLast(({ decision, day }) => decision === name && day <= divergence.day);
  return behindOf(divergence).decisions.map((name) => [name, latest(drawn[0], name), latest(drawn[1], name)]);
}

type IsPerson = Exclude<KeepLives, boolean>;

function personOf(key: PersonKey): IsPerson {
  const { stream, index } = halvesOf(key);
  return (one, other) => one === stream && other === index;
}
