/**
 * Inside: the initial stock, people inside on the first observed day, if a scenario lists them.
 *
 * Without a list they are those whom the burn-in brought there. With one, the list takes their place on `start`; the burn-in
 * still fills courts, queue, monitoring and the community.
 */
import { type Day, formatDay } from '../engine/calendar.ts';
import { digestOfText } from '../engine/digest.ts';
import type { Dimensions } from '../evidence/value.ts';

/** The legal statuses that a list may give. */
export const listedStatuses = ['serving', 'remand', 'detained', 'defaulting'] as const;

/** A person inside on the first observed day. */
export interface Insider {
  /** 32 bits from the name or number that the list gives, or from the row's content; decides the person's luck. */
  readonly key: number;
  readonly status: (typeof listedStatuses)[number];
  /** Index of the security level. */
  readonly level: number;
  /** Index of the unit; undefined if not listed. */
  readonly unit: number | undefined;
  /** Index of the member of the dimension `sex`. */
  readonly sex: number;
  /** Undefined if unknown. */
  readonly ageYears: number | undefined;
  /** Index of the offence group; undefined if not listed. */
  readonly offence: number | undefined;
  readonly foreign: boolean | undefined;
  /** Days to serve; 0 on remand, since no sentence is known yet. */
  readonly sentenceDays: number;
  /** Days of it served, or on remand so far. */
  readonly servedDays: number;
  /** The announced day of release; Infinity for none; undefined if it follows from the sentence. */
  readonly release: Day | undefined;
  /** `file:line:column` of the release, if read from a file. */
  readonly place?: string;
  /** Rows that `stepdown census` left out of the list, the same for everybody of it; undefined if the list does not say. */
  readonly leftOut?: number;
}

/** What is told of a list whose rows are withheld: how many, and the SHA-256 of them in order of their text. */
export interface Withheld {
  readonly people: number;
  readonly digest: string;
}

/** The columns of a list: those that it must have, and those that it may have. */
export const insideColumns = ['status', 'level', 'sentence_days', 'served_days', 'sex', 'age'] as const;
export const moreInsideColumns = ['id', 'unit', 'offence', 'foreign', 'release', 'left_out', 'on'] as const;

/** The age of criminal responsibility: nobody was inside before it. */
export const YOUNGEST = 15;

/** Days that stand for a sentence for life. */
export const LIFE_DAYS = 30_000;

/** The columns of the rows that a self-contained scenario writes: keys in place of names. */
export const writtenColumns = ['key', ...insideColumns, 'unit', 'offence', 'foreign', 'release'] as const;

/** The rows as a self-contained scenario writes them. */
export function insideText(inside: readonly Insider[], dimensions: Dimensions): readonly string[] {
  return inside.map((one) => [one.key, ...contentOf(one, dimensions)].join(','));
}

/** What a row says, in one order, without its key. */
export function contentOf(one: Insider, { level, sex, unit, offence }: Dimensions): readonly (string | number)[] {
  return [
    one.status,
    level[one.level],
    one.status === 'remand' ? '' : one.sentenceDays === LIFE_DAYS ? 'life' : one.sentenceDays,
    one.servedDays,
    sex[one.sex],
    one.ageYears ?? '',
    one.unit === undefined ? '' : unit[one.unit],
    one.offence === undefined ? '' : offence[one.offence],
    one.foreign === undefined ? '' : one.foreign ? 'yes' : 'no',
    one.release === undefined ? '' : one.release === Infinity ? 'none' : formatDay(one.release),
  ];
}

/** Keys for people from what names them, one each: those of equal names differ by their rank, and so does no order of rows. */
export function keysOf(names: readonly string[]): readonly number[] {
  const seen = new Map<string, number>();
  const ranked = names.map((name) => {
    const rank = seen.get(name) ?? 0;
    seen.set(name, rank + 1);
    return `${rank} ${name}`;
  });
  const keys = new Map<string, number>();
  const taken = new Set<number>();
  for (const name of [...ranked].sort()) {
    let key = hashOf(name);
    for (let again = 1; taken.has(key); again++) key = hashOf(`${name} ${again}`);
    taken.add(key);
    keys.set(name, key);
  }
  return ranked.map((name) => keys.get(name)!);
}

function hashOf(text: string): number {
  return Number.parseInt(digestOfText(text).slice(0, 8), 16);
}
