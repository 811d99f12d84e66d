/**
 * Bed allocation: hands out free places to the queue each morning.
 *
 * Monitoring comes first, for whole sentences and for the end of longer ones in the order in force; then the levels from the most
 * open to the most closed. At each level the order is: people held outside the units, the recalled (who always enter), transfers
 * to the home region, and people who move on from another level, or make way for others (`making-way`); each list is first come, first served. What is left goes to
 * people at liberty (`calling-in`). People who move on or begin to serve leave the reserve for remand untouched. Women and men
 * have lists and places of their own; for monitoring all wait together.
 *
 * Schedules `admitted`.
 */
import { event } from '../people/life-events.ts';
import { custodyGrounds, isServing, NONE, type Row, SEXES, status, statusOnGround } from '../people/person.ts';
import { pauseClock } from '../people/spell.ts';
import { classesOfWaiting, type World } from '../people/world.ts';
import { callIn } from './calling-in.ts';
import { makeWay } from './capacity/making-way.ts';
import { type CapacityParameters, isAsNeeded, releasesByEstate } from './capacity.ts';
import { type FacilityParameters, roomToHandOut } from './facility.ts';
import { bringIn, transfer, unitFor } from './lodging.ts';
import { leftForTheEnd, type MonitoringParameters, planBreach } from './monitoring.ts';
import { addOpenDays, joinQueue, type PlacementParameters, planMisconduct } from './placement.ts';

/** Daily step, in the morning: hands out places. */
export function step(
  world: World,
  given: PlacementParameters,
  facility: FacilityParameters,
  capacity: CapacityParameters,
  monitoring: MonitoringParameters,
): void {
  world.settleWaiting();
  fillMonitoring(world, monitoring);
  sendOnFromMonitoring(world, given);
  if (releasesByEstate(capacity)) for (let sex = 0; sex < SEXES; sex++) makeWay(world, sex, given, facility);
  world.settleWaiting();
  for (let level = world.levels - 1; level >= 0; level--) {
    bringIn(world, level, facility, capacity);
    admitRecalled(world, level, given, facility, capacity);
    transfer(world, level, facility, capacity);
    for (let sex = 0; sex < SEXES; sex++) fill(world, level, sex, given, facility, capacity);
  }
  callIn(world, given, facility, capacity, (row, level) => place(world, row, level, given, facility, capacity));
}

function fillMonitoring(world: World, monitoring: MonitoringParameters): void {
  const { places, order, reserve } = monitoring;
  const left = places - world.inside[world.monitoring];
  if (order === 'end-first') {
    monitorFirst(
      world,
      classesOfWaiting.atLiberty,
      monitorFirst(world, classesOfWaiting.inside, left, monitoring),
      monitoring,
    );
    return;
  }
  const rest = monitorFirst(world, classesOfWaiting.atLiberty, left, monitoring);
  monitorFirst(world, classesOfWaiting.inside, leftForTheEnd(rest, places, reserve), monitoring);
}

/** Gives up to so many places to the first of a class; what is left of them. */
function monitorFirst(world: World, classOfWaiting: number, places: number, monitoring: MonitoringParameters): number {
  const list = world.listOf(world.monitoring, classOfWaiting, 0);
  let left = places;
  for (let row = world.waiting.first(list); row >= 0 && left > 0; row = world.waiting.first(list), left--) {
    monitor(world, row, monitoring);
  }
  return left;
}

/** Sends people for whom monitoring has no place on to the list of a level. */
function sendOnFromMonitoring(world: World, given: PlacementParameters): void {
  const list = world.listOf(world.monitoring, classesOfWaiting.atLiberty, 0);
  for (let row = world.waiting.first(list); row >= 0; row = world.waiting.first(list)) {
    joinQueue(world, row, given);
  }
}

function admitRecalled(
  world: World,
  level: number,
  given: PlacementParameters,
  facility: FacilityParameters,
  capacity: CapacityParameters,
): void {
  for (let sex = 0; sex < SEXES; sex++) {
    const list = world.listOf(level, classesOfWaiting.recalled, sex);
    for (let row = world.waiting.first(list); row >= 0; row = world.waiting.first(list)) {
      place(world, row, level, given, facility, capacity);
    }
  }
}

/** People inside who wait to move on to a level, as far as it has room. */
function fill(
  world: World,
  level: number,
  sex: number,
  given: PlacementParameters,
  facility: FacilityParameters,
  capacity: CapacityParameters,
): void {
  const list = world.listOf(level, classesOfWaiting.inside, sex);
  let left = isAsNeeded(capacity) ? Infinity : roomToHandOut(world, facility, level, sex);
  for (let row = world.waiting.first(list); row >= 0 && left > 0; row = world.waiting.first(list), left--) {
    place(world, row, level, given, facility, capacity);
  }
}

function place(
  world: World,
  row: Row,
  level: number,
  given: PlacementParameters,
  facility: FacilityParameters,
  capacity: CapacityParameters,
): void {
  const { people, waiting } = world;
  const moves = isServing(people.status[row]);
  waiting.leave(row);
  if (moves) addOpenDays(world, row);
  people.levelDay[row] = world.today;
  world.moveTo(row, statusOnGround[people.basis[row]], level, unitFor(world, row, level, facility, capacity));
  if (!moves) {
    begin(world, row);
    return;
  }
  world.record(event.moved, row, level);
  planMisconduct(world, row, given, false);
}

function monitor(world: World, row: Row, monitoring: MonitoringParameters): void {
  const { people, diary, waiting } = world;
  const moves = isServing(people.status[row]);
  waiting.leave(row);
  if (moves) addOpenDays(world, row);
  people.levelDay[row] = world.today;
  world.moveTo(row, status.monitored, NONE);
  if (!moves) {
    begin(world, row);
    return;
  }
  world.record(event.moved, row, world.monitoring);
  diary.clear(row, event.reviewed);
  planBreach(world, row, people.releaseDay[row], monitoring);
}

function begin(world: World, row: Row): void {
  const { people, diary } = world;
  if (people.basis[row] === custodyGrounds.fineDefault) pauseClock(world, row);
  people.custodyDay[row] = world.today;
  diary.clear(row, event.charged);
  diary.clear(row, event.departed);
  diary.set(row, event.admitted, world.today);
}
