/**
 * Simulate: runs a cell from parameters and a key to a summary. Reads and writes nothing else.
 *
 * A cell begins with its burn-in, the same engine under the same rules, and is observed from its start to its end. Arms
 * with a common past run it once: `liveUntil` stops on the morning of the day on which they part, and `liveOn` takes each
 * arm from there to the end.
 */
import { applyNewCharging } from '../community/reoffending.ts';
import { addYears, DAYS_PER_YEAR, type Day } from '../engine/calendar.ts';
import { randomKey } from '../engine/random.ts';
import { DAYS_BETWEEN } from '../people/roll.ts';
import { takeStock } from '../people/stock.ts';
import { World, type WorldSettings } from '../people/world.ts';
import type { WorldSnapshot } from '../people/world-snapshot.ts';
import { replaceInsiders } from '../prison/initial-stock.ts';
import { applyNewLaw } from '../prison/retroactivity.ts';
import type { ListedPerson } from '../prison/stock/listed-person.ts';
import { type DayStep, day, live } from './day.ts';
import { Observation } from './observe.ts';
import type { Parameters } from './parameters.ts';
import { copyOf, type Summary } from './summary.ts';

/** Parameters from a day on. */
export interface DatedParameters {
  readonly from: Day;
  readonly values: Parameters;
}

/** Everything that a cell depends on. */
export interface Cell {
  /** In order of date, the first from the beginning of the burn-in. */
  readonly parameters: readonly DatedParameters[];
  readonly levels: number;
  /** Prison units. */
  readonly units: number;
  /** Offence groups. */
  readonly offences: number;
  /** The initial stock: people inside on the first observed day; empty for those whom the burn-in brought there. */
  readonly inside: readonly ListedPerson[];
  readonly burnInStart: Day;
  /** The first day that is observed. */
  readonly start: Day;
  /** The first day that is not simulated. */
  readonly end: Day;
  /** The day whose people inside are followed as a cohort, within the days observed; absent if there is none. */
  readonly stockDay?: Day;
  readonly seed: string;
  readonly replicate: number;
}

/** The morning of a day: the world, and what was observed so far. */
export interface Branch {
  readonly world: WorldSnapshot;
  readonly summary: Summary | undefined;
}

/** The results of a cell: its summary, and its world for readers of lives. */
export interface Lived {
  readonly summary: Summary;
  readonly world: World;
}

/** Which people's life events are kept. */
export type KeepLives = NonNullable<WorldSettings['keepLives']>;

/** Makes the world of a cell, plain or watched. */
export type MakeWorld = (settings: WorldSettings) => World;

/** Runs a cell from the beginning of its burn-in to the morning of `day`. With `keepLives`, its life events are kept. */
export function liveUntil(cell: Cell, day: Day, keepLives: KeepLives = false, make = plain): Branch {
  const world = newWorld(cell, keepLives, make);
  const observation = run(world, cell, cell.burnInStart, Math.min(day, cell.end));
  return { world: world.snapshot(), summary: observation?.summary };
}

/** Runs a cell from a branch to the morning of a later day. Its life events are not kept. */
export function liveFrom(cell: Cell, branch: Branch, day: Day): Branch {
  const world = newWorld(cell, false, plain);
  world.restore(branch.world);
  const sofar = observationSoFar(world, cell, branch);
  const observation = run(world, cell, branch.world.today, Math.min(day, cell.end), sofar);
  return { world: world.snapshot(), summary: observation?.summary };
}

/** Runs a cell from a branch to its end, or to the morning of an earlier day, by the given steps of a day. */
export function liveOn(
  cell: Cell,
  branch: Branch,
  keepLives: KeepLives = false,
  make = plain,
  steps: readonly DayStep[] = day,
  until: Day = cell.end,
): Lived {
  const world = newWorld(cell, keepLives, make);
  world.restore(branch.world);
  const { today } = branch.world;
  const observation = run(world, cell, today, until, observationSoFar(world, cell, branch), steps);
  return { summary: observation!.close(until), world };
}

/** Runs a whole cell, by the given steps of a day. */
export function simulate(cell: Cell, keepLives: KeepLives = false, steps = day): Lived {
  const world = newWorld(cell, keepLives, plain);
  const observation = run(world, cell, cell.burnInStart, cell.end, undefined, steps);
  return { summary: observation!.close(cell.end), world };
}

/** Runs a whole cell and stops after each year, the first of which begins with the burn-in: for work that can be watched. */
export function* simulateByYear(cell: Cell): Generator<void, Lived> {
  const world = newWorld(cell, false, plain);
  let observation: Observation | undefined;
  for (let from = cell.burnInStart; from < cell.end; from = world.today) {
    observation = run(world, cell, from, Math.min(addYears(from, 1), cell.end), observation);
    yield;
  }
  return { summary: observation!.close(cell.end), world };
}

/** Whether the weekly steps run on a day. */
export function weekBegins({ start }: Cell, today: Day): boolean {
  return today >= start - YEARS_OF_WEEKS * DAYS_PER_YEAR && (today - start) % DAYS_BETWEEN === 0;
}

const plain: MakeWorld = (settings) => new World(settings);

function newWorld(
  { seed, replicate, burnInStart, end, levels, units }: Cell,
  keepLives: KeepLives,
  make: MakeWorld,
): World {
  return make({
    key: randomKey(seed, replicate),
    firstDay: burnInStart,
    lastDay: end - 1,
    levels,
    units,
    keepLives,
  });
}

/** The observation of a branch, to be gone on with in a world that was restored from it; undefined before the start. */
function observationSoFar(world: World, cell: Cell, branch: Branch): Observation | undefined {
  const seen = branch.summary && copyOf(branch.summary);
  return seen && new Observation(world, cell, branch.world.today, seen);
}

/** Runs the days from `from` to the evening before `until`; `world.today` is then the morning of `until`. */
function run(
  world: World,
  cell: Cell,
  from: Day,
  until: Day,
  sofar?: Observation,
  steps = day,
): Observation | undefined {
  let observation = sofar;
  let epoch = Math.max(1, cell.parameters.filter((dated) => dated.from < from).length) - 1;
  for (let today = from; today < until; today++) {
    world.today = today;
    const before = cell.parameters[epoch].values;
    if (cell.parameters[epoch + 1]?.from === today) epoch++;
    const given = cell.parameters[epoch].values;
    if (today === cell.start) replaceInsiders(world, cell.inside, given);
    if (today === cell.start) observation = new Observation(world, cell, today);
    observation?.begin(today, given);
    if (today === cell.stockDay) {
      takeStock(world);
      observation?.takeStock();
    }
    if (given !== before) {
      applyNewLaw(world, before, given);
      applyNewCharging(world, before.reoffending, given.reoffending);
    }
    live(world, given, weekBegins(cell, today), steps);
    observation?.count(today, given);
  }
  world.today = until;
  return observation;
}

/** The last years of the burn-in that include the weekly steps: enough for what moves slowly to settle. */
const YEARS_OF_WEEKS = 2;
