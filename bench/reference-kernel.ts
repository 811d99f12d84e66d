/**
 * The reference workload on the kernel, written as a mechanism is: columns, a diary for each person, a handler for each kind
 * of event, luck by person, decision and occasion. Whole days; places are handed out in the evening, in the order of the lists.
 */
import { Agenda } from '../src/engine/agenda.ts';
import { DAYS_PER_YEAR, type Day } from '../src/engine/calendar.ts';
import { exponential, geometric, lognormal, poisson, wholeDays } from '../src/engine/distribution.ts';
import { exp, log } from '../src/engine/mathematics.ts';
import { packOccasion, type RandomKey, randomKey, uniform } from '../src/engine/random.ts';
import { columnsOf, RowAllocator } from '../src/engine/store.ts';
import { WaitingLists } from '../src/engine/waiting-lists.ts';
import { FOLLOWED_DAYS, HORIZON_DAYS, type ReferenceRun, WINDOW_START } from './reference.ts';

/** Runs one seed (a whole number from 1) at a scale. */
export function runKernel(seed: number, scale: number): ReferenceRun {
  const prison = new Prison(randomKey('reference', seed), scale);
  for (let today = 0; today < HORIZON_DAYS; today++) {
    prison.today = today;
    admitNewPeople(prison);
    openDiaries(prison);
    handOutPlaces(prison);
    if (today >= WINDOW_START) countPeople(prison);
  }
  return resultOf(prison);
}

type Row = number;

/** What stands in diaries, in the order in which one person's day takes it. */
const event = Object.freeze({
  returned: 0,
  remandEnded: 1,
  eligible: 2,
  released: 3,
  reoffended: 4,
  supervisionEnded: 5,
});

const handlerOf: readonly ((prison: Prison, row: Row) => void)[] = [
  onReturned,
  onRemandEnded,
  onEligible,
  onReleased,
  onReoffended,
  onSupervisionEnded,
];

const place = Object.freeze({ remand: 0, queue: 1, high: 2, low: 3, supervision: 4, pending: 5, community: 6 });
const PLACES = 7;

/** The waiting lists, by what people wait for. */
const list = Object.freeze({ high: 0, low: 1 });

const decision = Object.freeze({
  arrivals: 0,
  age: 1,
  priors: 2,
  remand: 3,
  remandDays: 4,
  sentence: 5,
  desistance: 6,
  reoffence: 7,
  pending: 8,
});

/** The streams of keys: the outside world, and people. */
const OUTSIDE = 0;
const PEOPLE = 1;

/** The state: what the world is to mechanisms. */
class Prison {
  today: Day = 0;
  readonly people = columnsOf(
    {
      index: 'uint32',
      episode: 'int32',
      birthDay: 'int32',
      priors: 'uint8',
      place: 'uint8',
      mayMove: 'uint8',
      releaseDay: 'int32',
      sentenceEnd: 'int32',
    },
    FIRST_CAPACITY,
  );
  readonly diary = new Agenda(handlerOf.length, FIRST_CAPACITY, 0, HORIZON_DAYS - 1);
  readonly waiting = new WaitingLists(Object.keys(list).length, FIRST_CAPACITY);
  readonly rows = new RowAllocator();
  readonly count = new Int32Array(PLACES);
  readonly personDays = new Float64Array(PLACES);
  readonly scale: number;
  readonly highPlaces: number;
  readonly lowPlaces: number;
  arrived = 0;
  events = 0;
  releases = 0;
  reoffended = 0;
  readonly #key: RandomKey;

  constructor(key: RandomKey, scale: number) {
    this.#key = key;
    this.scale = scale;
    this.highPlaces = Math.floor(3000 * scale);
    this.lowPlaces = Math.floor(2600 * scale);
  }

  readonly comesBefore = (a: Row, b: Row) => this.people.index[a] < this.people.index[b];

  draw(decision: number, row: Row): number {
    const { index, episode } = this.people;
    return uniform(this.#key.low, this.#key.high, index[row], packOccasion(PEOPLE, decision, episode[row]));
  }

  drawOutside(decision: number): number {
    return uniform(this.#key.low, this.#key.high, 0, packOccasion(OUTSIDE, decision, this.today));
  }

  enter(): Row {
    const row = this.rows.take();
    this.people.index[row] = this.arrived++;
    this.people.episode[row] = 0;
    this.people.place[row] = place.community;
    this.count[place.community]++;
    return row;
  }

  leave(row: Row): void {
    this.count[this.people.place[row]]--;
    this.diary.clearAll(row);
    this.rows.give(row);
  }

  stand(row: Row, newPlace: number): void {
    this.count[this.people.place[row]]--;
    this.people.place[row] = newPlace;
    this.count[newPlace]++;
  }

  reserve(more: number): void {
    this.people.ensure(this.rows.count + more);
    this.diary.ensure(this.people.capacity);
    this.waiting.ensure(this.people.capacity);
  }
}

const FIRST_CAPACITY = 4096;

function admitNewPeople(prison: Prison): void {
  const { people } = prison;
  const arriving = poisson(prison.drawOutside(decision.arrivals), 25 * prison.scale);
  prison.reserve(arriving);
  for (let nth = 0; nth < arriving; nth++) {
    const row = prison.enter();
    const years = 18 + Math.min(57, exponential(prison.draw(decision.age, row), 14));
    people.birthDay[row] = prison.today - wholeDays(years * DAYS_PER_YEAR);
    people.priors[row] = Math.min(255, geometric(prison.draw(decision.priors, row), 1.5));
    prison.events++;
    arrive(prison, row);
  }
}

function openDiaries(prison: Prison): void {
  const { diary } = prison;
  diary.open(prison.today);
  for (let row = diary.next(); row >= 0; row = diary.next()) {
    for (let kind = diary.takeDue(row); kind >= 0; kind = diary.takeDue(row)) handlerOf[kind](prison, row);
    diary.settle(row);
  }
}

function onReturned(prison: Prison, row: Row): void {
  prison.events++;
  arrive(prison, row);
}

function onRemandEnded(prison: Prison, row: Row): void {
  prison.events++;
  sentence(prison, row);
}

function onEligible(prison: Prison, row: Row): void {
  prison.events++;
  prison.people.mayMove[row] = 1;
  if (prison.people.place[row] === place.high) prison.waiting.join(list.low, row);
}

function onReleased(prison: Prison, row: Row): void {
  const { people, diary, today } = prison;
  prison.events++;
  prison.waiting.leave(row);
  prison.stand(row, place.supervision);
  if (today <= HORIZON_DAYS - FOLLOWED_DAYS) prison.releases++;
  diary.set(row, event.supervisionEnded, people.sentenceEnd[row]);
  if (prison.draw(decision.desistance, row) < 0.6) return;
  const age = (today - people.birthDay[row]) / DAYS_PER_YEAR;
  const logHazardRatio = -0.03 * (age - 35) + 0.1 * Math.min(people.priors[row], 10);
  const hazard = log(exponential(prison.draw(decision.reoffence, row), 1));
  diary.set(row, event.reoffended, today + wholeDays(500 * exp((hazard - logHazardRatio) * 1.25)));
}

function onReoffended(prison: Prison, row: Row): void {
  const { people, diary, today } = prison;
  prison.events++;
  diary.clear(row, event.supervisionEnded);
  const released = people.releaseDay[row];
  if (released <= HORIZON_DAYS - FOLLOWED_DAYS && today - released < FOLLOWED_DAYS) prison.reoffended++;
  people.priors[row] = Math.min(255, people.priors[row] + 1);
  people.episode[row]++;
  prison.stand(row, place.pending);
  diary.set(row, event.returned, today + wholeDays(exponential(prison.draw(decision.pending, row), 90)));
}

function onSupervisionEnded(prison: Prison, row: Row): void {
  prison.events++;
  if (prison.diary.due(row, event.reoffended) >= HORIZON_DAYS) prison.leave(row);
  else prison.stand(row, place.community);
}

function arrive(prison: Prison, row: Row): void {
  if (prison.draw(decision.remand, row) < 0.4) {
    const days = wholeDays(exponential(prison.draw(decision.remandDays, row), 60));
    prison.stand(row, place.remand);
    prison.diary.set(row, event.remandEnded, prison.today + days);
  } else {
    sentence(prison, row);
  }
}

function sentence(prison: Prison, row: Row): void {
  const { people, diary, today } = prison;
  const days = lognormal(prison.draw(decision.sentence, row), 120, 1.1);
  people.mayMove[row] = 0;
  people.releaseDay[row] = today + wholeDays((days * 2) / 3);
  people.sentenceEnd[row] = today + wholeDays(days);
  diary.set(row, event.eligible, today + wholeDays(days / 3));
  diary.set(row, event.released, people.releaseDay[row]);
  prison.stand(row, place.queue);
  prison.waiting.join(list.high, row);
}

function handOutPlaces(prison: Prison): void {
  const { people, waiting, count, highPlaces, lowPlaces } = prison;
  waiting.settle(prison.comesBefore);
  for (let row = waiting.first(list.low); row >= 0 && count[place.low] < lowPlaces; row = waiting.first(list.low)) {
    waiting.leave(row);
    prison.stand(row, place.low);
    prison.events++;
  }
  for (let row = waiting.first(list.high); row >= 0 && count[place.high] < highPlaces; row = waiting.first(list.high)) {
    waiting.leave(row);
    prison.stand(row, place.high);
    prison.events++;
    if (people.mayMove[row] === 1) waiting.join(list.low, row);
  }
}

function countPeople({ count, personDays }: Prison): void {
  for (let at = 0; at < PLACES; at++) personDays[at] += count[at];
}

function resultOf({ events, personDays, releases, reoffended, scale }: Prison): ReferenceRun {
  const mean = (at: number) => personDays[at] / (HORIZON_DAYS - Math.ceil(WINDOW_START)) / scale;
  return {
    events,
    means: {
      remand: mean(place.remand),
      queue: mean(place.queue),
      high: mean(place.high),
      low: mean(place.low),
      supervision: mean(place.supervision),
      pending: mean(place.pending),
      reoffendedWithin2Years: reoffended / releases,
    },
  };
}
