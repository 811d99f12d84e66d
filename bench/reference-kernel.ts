/**
 * The reference workload on the kernel, written as mechanisms are: a diary for each person, columns, a handler for each kind
 * of event, places handed out in the evening, luck by person, decision and occasion. Whole days.
 */
import { Agenda } from '../src/engine/agenda.ts';
import { DAYS_PER_YEAR, type Day } from '../src/engine/calendar.ts';
import { exponential, geometric, lognormal, poisson, wholeDays } from '../src/engine/distribution.ts';
import { exp, power } from '../src/engine/mathematics.ts';
import { packOccasion, type RandomKey, randomKey, uniform } from '../src/engine/random.ts';
import { columnsOf, RowAllocator } from '../src/engine/store.ts';
import { WaitingLists } from '../src/engine/waiting-lists.ts';
import { FOLLOWED_DAYS, HORIZON_DAYS, type ReferenceRun, WINDOW_START } from './reference.ts';

/** Runs one seed (a whole number from 1) at a scale. */
export function runKernel(seed: number, scale: number): ReferenceRun {
  const prison = new Prison(randomKey('reference', seed), scale);
  for (let today = 0; today < HORIZON_DAYS; today++) {
    prison.today = today;
    arrivals(prison, 25 * scale);
    openDiaries(prison);
    handOutPlaces(prison);
    if (today >= WINDOW_START) countPeople(prison);
  }
  return prison.result(scale);
}

/** Kinds of event that stand in diaries, in the order in which one person's day takes them. */
const event = Object.freeze({
  arrived: 0,
  remandEnded: 1,
  sentenced: 2,
  eligible: 3,
  released: 4,
  reoffended: 5,
  supervisionEnded: 6,
});

/** Where people are. */
const place = Object.freeze({ remand: 0, queue: 1, high: 2, low: 3, supervision: 4, pending: 5, community: 6 });
const PLACES = 7;

const decision = Object.freeze({
  arrivals: 0,
  remanded: 1,
  remandDays: 2,
  sentence: 3,
  cured: 4,
  reoffence: 5,
  age: 6,
  priors: 7,
  pending: 8,
});

/** The waiting lists: for a place in high, and for one in low. */
const list = Object.freeze({ high: 0, low: 1 });

/** The stream of the outside world in keys, and that of people. */
const OUTSIDE = 0;
const PEOPLE = 1;

type Row = number;

class Prison {
  today: Day = 0;
  readonly people = columnsOf(
    {
      index: 'uint32',
      birthDay: 'int32',
      episode: 'int32',
      priors: 'uint8',
      place: 'uint8',
      mayMove: 'uint8',
      sentencedDay: 'int32',
      sentenceDays: 'float64',
    },
    4096,
  );
  readonly diary = new Agenda(7, 4096, 0, HORIZON_DAYS - 1);
  readonly waiting = new WaitingLists(2, 4096);
  readonly rows = new RowAllocator();
  readonly count = new Int32Array(PLACES);
  readonly personDays = new Float64Array(PLACES);
  readonly highPlaces: number;
  readonly lowPlaces: number;
  arrived = 0;
  events = 0;
  releases = 0;
  reoffended = 0;
  readonly #key: RandomKey;

  constructor(key: RandomKey, scale: number) {
    this.#key = key;
    this.highPlaces = Math.floor(3000 * scale);
    this.lowPlaces = Math.floor(2600 * scale);
  }

  reserve(more: number): void {
    const needed = this.rows.count + more;
    if (needed <= this.people.capacity) return;
    this.people.ensure(needed);
    this.diary.ensure(this.people.capacity);
    this.waiting.ensure(this.people.capacity);
  }

  draw(decision: number, row: Row): number {
    const { index, episode } = this.people;
    return uniform(this.#key.low, this.#key.high, index[row]!, packOccasion(PEOPLE, decision, episode[row]!));
  }

  drawOutside(decision: number): number {
    return uniform(this.#key.low, this.#key.high, 0, packOccasion(OUTSIDE, decision, this.today));
  }

  stand(row: Row, newPlace: number): void {
    this.count[this.people.place[row]!]!--;
    this.people.place[row] = newPlace;
    this.count[newPlace]!++;
  }

  result(scale: number): ReferenceRun {
    const mean = (at: number) => this.personDays[at]! / (HORIZON_DAYS - Math.ceil(WINDOW_START)) / scale;
    return {
      events: this.events,
      means: {
        remand: mean(place.remand),
        queue: mean(place.queue),
        high: mean(place.high),
        low: mean(place.low),
        supervision: mean(place.supervision),
        pending: mean(place.pending),
        reoffendedWithin2Years: this.reoffended / this.releases,
      },
    };
  }
}

function arrivals(prison: Prison, perDay: number): void {
  const arriving = poisson(prison.drawOutside(decision.arrivals), perDay);
  prison.reserve(arriving);
  for (let nth = 0; nth < arriving; nth++) {
    const row = prison.rows.take();
    const { people } = prison;
    people.index[row] = prison.arrived++;
    people.episode[row] = 0;
    people.place[row] = place.pending;
    prison.count[place.pending]!++;
    const age = 18 + Math.min(57, exponential(prison.draw(decision.age, row), 14));
    people.birthDay[row] = prison.today - wholeDays(age * DAYS_PER_YEAR);
    people.priors[row] = Math.min(255, geometric(prison.draw(decision.priors, row), 1.5));
    prison.diary.set(row, event.arrived, prison.today);
  }
}

const handlerOf: readonly ((prison: Prison, row: Row) => void)[] = [
  onArrived,
  onRemandEnded,
  onSentenced,
  onEligible,
  onReleased,
  onReoffended,
  onSupervisionEnded,
];

function openDiaries(prison: Prison): void {
  const { diary } = prison;
  diary.open(prison.today);
  for (let row = diary.next(); row >= 0; row = diary.next()) {
    for (let kind = diary.takeDue(row); kind >= 0; kind = diary.takeDue(row)) handlerOf[kind]!(prison, row);
    diary.settle(row);
  }
}

function onArrived(prison: Prison, row: Row): void {
  prison.events++;
  if (prison.draw(decision.remanded, row) < 0.4) {
    const days = wholeDays(exponential(prison.draw(decision.remandDays, row), 60));
    prison.stand(row, place.remand);
    prison.diary.set(row, event.remandEnded, prison.today + days);
  } else {
    sentence(prison, row);
  }
}

function onRemandEnded(prison: Prison, row: Row): void {
  prison.events++;
  sentence(prison, row);
}
