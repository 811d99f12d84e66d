/**
 * Listed terms: how custody goes on for a person of the list, as the list says and, where it does not, as in the history taken over.
 *
 * The past bears on the future: whoever has served beyond the day of conditional release was refused it; whoever is past the day of a
 * transfer home was not transferred; and courts decide about people on remand as they would have in the history taken over,
 * since remand reckoned with it. Without this, many would leave on the first day.
 *
 * Schedules `assessed`, `released`, `remandEnded`.
 */
import { DAYS_PER_YEAR, type Day } from '../../engine/calendar.ts';
import { event } from '../../people/life-events.ts';
import { custodyGrounds, type Row, status } from '../../people/person.ts';
import type { SynthesiseParameters } from '../../people/synthesise.ts';
import type { World } from '../../people/world.ts';
import { type CourtParameters, verdictFor } from '../court.ts';
import { type DetentionParameters, planPetition } from '../detention.ts';
import { prepareRelease, type ReleaseParameters, setReleaseDate } from '../release.ts';
import { type RemandParameters, remandStay } from '../remand.ts';
import { expectedLength, type SentenceParameters, settleRelease } from '../sentence.ts';
import type { ListedPerson } from './listed-person.ts';

/** The parameters behind the laws and draws of the day. */
export interface TermsParameters {
  readonly court: CourtParameters;
  readonly detention: DetentionParameters;
  readonly release: ReleaseParameters;
  readonly remand: RemandParameters;
  readonly sentence: SentenceParameters;
  readonly synthesise: SynthesiseParameters;
}

/** The first key of a person, theirs or one made from it, that is free and by which the court decides as in the history. */
export function fittingKey(
  world: World,
  row: Row,
  another: Row,
  { key, status: standing }: ListedPerson,
  taken: ReadonlySet<number>,
  given: CourtParameters,
): number {
  const { people } = world;
  const isOpen = standing === status.remand && people.status[another] === status.remand;
  const verdict = isOpen ? verdictFor(world, another, given) : undefined;
  let first: number | undefined;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const next = (key + Math.imul(attempt, STRIDE)) >>> 0;
    if (taken.has(next)) continue;
    world.renumber(row, next);
    if (verdict === undefined || verdictFor(world, row, given) === verdict) return next;
    first ??= next;
  }
  return first!;
}

/** On remand: the rest of the stay as in the history, or a new one. */
export function stayOnRemand(
  world: World,
  row: Row,
  { servedDays }: ListedPerson,
  isSame: boolean,
  given: TermsParameters,
): void {
  const { people, diary, today } = world;
  people.custodyDay[row] = today - servedDays;
  if (isSame) return;
  forgetTerms(world, row);
  people.servedDays[row] = 0;
  people.sentenceDays[row] = expectedLength(world, row, given.sentence);
  diary.set(row, event.remandEnded, today + remandStay(world, row, given.remand));
}

/** Serving: days served and to serve as listed, and the release that follows from them. */
export function serve(world: World, row: Row, listed: ListedPerson, isSame: boolean, given: TermsParameters): void {
  const { people, diary, today } = world;
  const remaining = diary.due(row, event.released);
  const wasGranted = people.conditionalGranted[row];
  if (!isSame) forgetTerms(world, row);
  people.basis[row] = groundOf(listed.status);
  people.imposedDays[row] = listed.sentenceDays;
  people.sentenceDays[row] = listed.sentenceDays;
  people.servedDays[row] = isSame ? Math.min(people.servedDays[row], listed.servedDays) : 0;
  people.custodyDay[row] = today - (listed.servedDays - people.servedDays[row]);
  if (!isSame && people.basis[row] !== custodyGrounds.fineDefault) diary.set(row, event.assessed, today);
  if (listed.status === status.detained) {
    detain(world, row, listed, isSame, given);
    return;
  }
  settleRelease(world, row, given.release);
  if (isSame && listed.sentenceDays <= listed.servedDays) announce(world, row, remaining, given.release);
  else setTerms(world, row, listed, isSame ? wasGranted : undefined, given.release);
  if (listed.release !== undefined) announce(world, row, listed.release, given.release);
}

/** The release by the terms of the sentence, of which some have been decided already. */
function setTerms(
  world: World,
  row: Row,
  { servedDays }: ListedPerson,
  wasGranted: number | undefined,
  given: ReleaseParameters,
): void {
  const { people, diary, today } = world;
  setReleaseDate(world, row, given);
  const transfer = diary.due(row, event.released);
  if (transfer < people.releaseDay[row] && transfer > today) return;
  const isPast = servedDays >= people.earliestDays[row];
  const isConditional = !isPast && (wasGranted ?? people.conditionalGranted[row]) === 1;
  const toServe = isConditional ? people.earliestDays[row] : people.sentenceDays[row];
  people.conditionalGranted[row] = isConditional ? 1 : 0;
  announce(world, row, today + Math.max(1, toServe - servedDays), given);
}

/** Announces a release on a day, or none with Infinity. */
function announce(world: World, row: Row, day: Day, given: ReleaseParameters): void {
  const { people, diary, today } = world;
  const isNever = day > today + LONGEST;
  people.releaseDay[row] = isNever ? today + LONGEST : Math.max(today + 1, day);
  if (isNever) diary.clear(row, event.released);
  else diary.set(row, event.released, people.releaseDay[row]);
  prepareRelease(world, row, given);
}

/** Preventive detention: the frame is the sentence; the end of the minimum term is listed as the release, or as in the history. */
function detain(world: World, row: Row, { release }: ListedPerson, isSame: boolean, given: TermsParameters): void {
  const { people, diary, today } = world;
  diary.clear(row, event.released);
  if (release !== undefined && release !== Infinity) people.minimumDay[row] = release;
  else if (!isSame) {
    const { sentenceDays, servedDays, custodyDay } = people;
    const minimum = Math.floor(sentenceDays[row] * given.detention.minimumShare);
    people.minimumDay[row] = custodyDay[row] + minimum - servedDays[row];
  }
  people.conditionalGranted[row] = 0;
  people.releaseDay[row] = Math.max(today, people.minimumDay[row]);
  planPetition(world, row);
}

/** Nothing that a custody of another kind had planned falls due. */
function forgetTerms({ diary }: World, row: Row): void {
  for (const kind of [event.remandEnded, event.released, event.petitioned, event.reviewed, event.assessed])
    diary.clear(row, kind);
  for (const kind of [event.admitted, event.planned, event.absconded, event.prepared]) diary.clear(row, kind);
}

function groundOf(standing: number): number {
  if (standing === status.detained) return custodyGrounds.detention;
  return standing === status.defaulting ? custodyGrounds.fineDefault : custodyGrounds.sentence;
}

/** Days beyond which a release never comes within a simulation. */
const LONGEST = Math.floor(300 * DAYS_PER_YEAR);

/** Tries to find a key; a third of people or more fit at once, so hardly anybody needs twenty. */
const MOST_ATTEMPTS = 1000;

/** From one attempt to the next: odd, so that no key comes twice. */
const STRIDE = 0x9e3779b1;
