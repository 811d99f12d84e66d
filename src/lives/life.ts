/**
 * Life: derives the releases of one person, and the follow-up of each, from the recorded events.
 *
 * It reads only the record and the law on lengths and credit. Index releases and ends of follow-up obey the rules of
 * `simulation/follow-up`; a test holds that both agree count by count.
 */
import { DAYS_PER_YEAR, type Day, yearOf } from '../engine/calendar.ts';
import { event } from '../people/life-events.ts';
import { NONE } from '../people/person.ts';
import { verdicts } from '../prison/court.ts';
import { creditFor } from '../prison/remand.ts';
import type { SentenceParameters } from '../prison/sentence.ts';
import { executedLength, lawfulLength } from '../prison/sentence-terms.ts';
import { countsForCharge, definitionsMet, isByCharge } from '../simulation/recidivism-definition.ts';
import type { Cell } from '../simulation/simulate.ts';
import { definitions, MONTHS } from '../simulation/summary.ts';

/** One event on record. */
export interface RecordedEvent {
  /** The number of the life event. */
  readonly kind: number;
  readonly day: Day;
  readonly detail: number;
}

/** The context for reading a record. */
export interface RecordContext {
  /** The first day observed; earlier releases are passed over. */
  readonly start: Day;
  /** The first day after the simulation. */
  readonly end: Day;
  /** The number for electronic monitoring among the levels. */
  readonly monitoring: number;
  readonly lengthsOn: (day: Day) => SentenceParameters;
  /** Days of isolation begun that earn one more day of credit. */
  readonly creditEveryOn: (day: Day) => number;
}

/** A release from serving, in an institution or at home, and its follow-up. */
export interface Release {
  readonly day: Day;
  /** The number of the life event: at the end of the sentence, conditional, on probation, or monitoring completed. */
  readonly kind: number;
  readonly lastLevel: number;
  /** Days served of the sentence, remand included. */
  readonly servedDays: number;
  readonly sentenceDays: number;
  isIndex: boolean;
  /** The day of the first later event of each definition, or of the charge that led to it, during follow-up. */
  readonly firstDays: (Day | undefined)[];
  /** The death or expulsion that ended the follow-up. */
  exit: number | undefined;
  followedUntil: Day;
}

/** A life as the tables give it. */
export interface Life {
  /** Sanctions received since arriving. */
  readonly sanctions: number;
  /** The event with which the person left, and its day. */
  readonly left: RecordedEvent | undefined;
  readonly releases: readonly Release[];
}

/** The context that a cell gives to its people. */
export function recordContextOf({ start, end, levels, parameters }: Cell): RecordContext {
  const valuesOn = (day: Day) => parameters.findLast(({ from }) => from <= day)!.values;
  return {
    start,
    end,
    monitoring: levels,
    lengthsOn: (day) => valuesOn(day).sentence,
    creditEveryOn: (day) => valuesOn(day).remand.creditEvery,
  };
}

/** Reads a life from its events in the order in which they happened, from the first charge on. */
export function lifeOf(happenings: readonly RecordedEvent[], surroundings: RecordContext): Life {
  const reader = new Reader(surroundings);
  for (const happening of happenings) reader.read(happening);
  const last = happenings.at(-1)!;
  return {
    sanctions: reader.sanctions,
    left: EXITS.includes(last.kind) ? last : undefined,
    releases: reader.releases,
  };
}

class Reader {
  readonly releases: Release[] = [];
  sanctions = 0;
  readonly #surroundings: RecordContext;
  #sentenceDays = 0;
  #creditDays = 0;
  #isolatedDays = 0;
  #servedDays = 0;
  #stayDay: Day = 0;
  #isWaiting = false;
  #isRecalled = false;
  #chargeDay: Day = 0;
  /** Releases from institutions that are followed, then those at home. */
  readonly #followed: [Release[], Release[]] = [[], []];

  constructor(surroundings: RecordContext) {
    this.#surroundings = surroundings;
  }

  read(happening: RecordedEvent): void {
    const { kind, day, detail } = happening;
    this.#serve(happening);
    this.#meet(definitionsMet(kind, detail, this.#isRecalled), day);
    if (RELEASES.includes(kind)) this.#leave(happening);
    if (kind === event.atRisk && detail !== NONE) this.#begin(day, detail);
    if (EXITS.includes(kind)) this.#end(happening);
  }

  /** Days and legal status, kept as the nouns of the prison keep them. */
  #serve({ kind, day, detail }: RecordedEvent): void {
    switch (kind) {
      case event.charged:
        if (this.#isWaiting) break;
        this.#chargeDay = day;
        this.#creditDays = 0;
        this.#isolatedDays = 0;
        this.#servedDays = 0;
        this.#isRecalled = false;
        break;
      case event.verdict:
        if (detail !== verdicts.acquitted) this.sanctions++;
        break;
      case event.isolated:
        this.#isolatedDays = detail;
        break;
      case event.remandEnded:
        this.#creditDays = creditFor(detail, this.#isolatedDays, this.#surroundings.creditEveryOn(day));
        break;
      case event.absconded:
        this.#servedDays += day - this.#stayDay;
        break;
      case event.recaptured:
        this.#stayDay = day;
        break;
      case event.detained:
      case event.termsChanged:
        this.#sentenceDays = detail;
        break;
      case event.sentenced: {
        const { factorFrom, lengthFactor, maximum } = this.#surroundings.lengthsOn(day);
        this.#sentenceDays = executedLength(detail, factorFrom, lengthFactor, maximum);
        this.#servedDays = this.#creditDays;
        this.#isWaiting = true;
        break;
      }
      case event.extended:
        this.#sentenceDays += detail;
        break;
      case event.merged:
      case event.restOrdered:
        this.#sentenceDays = lawfulLength(this.#sentenceDays + detail, this.#surroundings.lengthsOn(day).maximum);
        break;
      case event.lapsed:
      case event.servedInRemand:
      case event.passedStraight:
        this.#isWaiting = false;
        break;
      case event.admitted:
      case event.monitored:
        this.#isWaiting = false;
        this.#stayDay = day;
        break;
      case event.recalled:
        this.#isRecalled = true;
        break;
      case event.monitoringRevoked:
        this.#isRecalled = false;
        this.#servedDays += day - this.#stayDay;
        break;
    }
  }

  /** Notes the day, or that of the charge, as the first of these definitions (a set of bits) for every release in follow-up. */
  #meet(met: number, day: Day): void {
    for (const release of met === 0 ? [] : this.#followed.flat()) {
      definitions.forEach((name, definition) => {
        if ((met & (1 << definition)) === 0) return;
        if (!isByCharge(name)) release.firstDays[definition] ??= day;
        else if (countsForCharge(this.#chargeDay, release.day, day)) release.firstDays[definition] ??= this.#chargeDay;
      });
    }
  }

  #leave({ kind, day, detail }: RecordedEvent): void {
    const { start, end, monitoring } = this.#surroundings;
    this.#servedDays += day - this.#stayDay;
    if (day < start) return;
    const release: Release = {
      day,
      kind,
      lastLevel: detail,
      servedDays: this.#servedDays,
      sentenceDays: this.#sentenceDays,
      isIndex: false,
      firstDays: definitions.map(() => undefined),
      exit: undefined,
      followedUntil: end,
    };
    this.releases.push(release);
    this.#followed[detail === monitoring ? 1 : 0].push(release);
  }

  /** A spell at liberty after serving: its release may be an index release, which ends the follow-up of earlier ones. */
  #begin(day: Day, lastLevel: number): void {
    const place = lastLevel === this.#surroundings.monitoring ? 1 : 0;
    const release = this.#followed[place].at(-1);
    if (release?.day !== day) return;
    const before = this.#followed[place].find((other) => other.isIndex);
    if (before !== undefined && (yearOf(before.day) === yearOf(day) || (place === 1 && isWanted(before, day)))) return;
    release.isIndex = true;
    for (const other of this.#followed[place]) if (other !== release) other.followedUntil = day;
    this.#followed[place] = [release];
  }

  #end({ kind, day }: RecordedEvent): void {
    for (const release of this.#followed.flat()) {
      release.followedUntil = day;
      if (kind !== event.departed) release.exit = kind;
    }
  }
}

/** Whether a completion at home still lacks an event of some definition within its months of follow-up. */
function isWanted({ day: since, firstDays }: Release, today: Day): boolean {
  return (
    today - since < (MONTHS * DAYS_PER_YEAR) / 12 &&
    definitions.some((name, at) => !isByCharge(name) && firstDays[at] === undefined)
  );
}

const RELEASES: readonly number[] = [event.fullTime, event.conditional, event.probation, event.monitoringCompleted];
/** The events with which a person leaves the window of observation. */
export const EXITS: readonly number[] = [event.died, event.departed, event.expelled];
