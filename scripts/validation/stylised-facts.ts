/**
 * Stylised facts: computes, from simulated lives, regularities known from prisons everywhere, none of which is an input.
 *
 * Everything is read from the tables of lives, as any outsider could. Each person counts only with the first index release, so
 * the record at that release is the record at arrival and one more sanction.
 */
import { DAYS_PER_YEAR, parseDay } from '../../src/engine/calendar.ts';
import { numbersOf, type Table, textsOf } from '../../src/tables/table.ts';

/** One person at the first index release, and the time of the next charge. */
export interface FirstRelease {
  readonly ageYears: number;
  readonly isWoman: boolean;
  /** Sanctions before the present one. */
  readonly previous: number;
  readonly yearsSinceFirst: number;
  readonly sentenceDays: number;
  /** Years to the first charge; Infinity if there is none during follow-up. */
  readonly chargedAfter: number;
  /** Years of follow-up: to the end, departure, or the next index release. */
  readonly followed: number;
  /** Years to the end of observation. */
  readonly observable: number;
  /** Charges within five years of the release. */
  readonly charges: number;
}

/** The first index release from an institution of each person in the tables of one cell. */
export function firstReleases(people: Table, releases: Table, events: Table): readonly FirstRelease[] {
  const day = (written: string) => (written === '' ? Number.NaN : parseDay(written));
  const ids = textsOf(people, 'person');
  const [born, first, sex] = [textsOf(people, 'born'), textsOf(people, 'first_sanction'), textsOf(people, 'sex')];
  const before = numbersOf(people, 'sanctions_before');
  const placeOf = new Map(ids.map((id, row) => [id, row]));
  const chargeDays = chargesByPerson(events, day);
  const [who, dates, level] = [textsOf(releases, 'person'), textsOf(releases, 'date'), textsOf(releases, 'level')];
  const [charged, until] = [textsOf(releases, 'new_charge'), textsOf(releases, 'followed_until')];
  const [sentence, index] = [numbersOf(releases, 'sentence'), releases.column('index')];
  const end = until.reduce((latest, written) => Math.max(latest, day(written)), -Infinity);
  const seen = new Set<string>();
  const found: FirstRelease[] = [];
  for (let row = 0; row < who.length; row++) {
    const id = who[row];
    if (index[row] !== 1 || level[row] === 'monitoring' || seen.has(id)) continue;
    seen.add(id);
    const place = placeOf.get(id)!;
    const out = day(dates[row]);
    const chargedOn = day(charged[row]);
    const record = day(first[place]);
    found.push({
      ageYears: (out - day(born[place])) / DAYS_PER_YEAR,
      isWoman: sex[place] === 'female',
      previous: before[place],
      yearsSinceFirst: Number.isNaN(record) ? 0 : (out - record) / DAYS_PER_YEAR,
      sentenceDays: sentence[row],
      chargedAfter: Number.isNaN(chargedOn) ? Infinity : (chargedOn - out) / DAYS_PER_YEAR,
      followed: (day(until[row]) - out) / DAYS_PER_YEAR,
      observable: (end - out) / DAYS_PER_YEAR,
      charges: (chargeDays.get(id) ?? []).filter((one) => one > out && one <= out + 5 * DAYS_PER_YEAR).length,
    });
  }
  return found;
}

function chargesByPerson(events: Table, day: (written: string) => number): ReadonlyMap<string, readonly number[]> {
  const [who, dates, kinds] = [textsOf(events, 'person'), textsOf(events, 'date'), textsOf(events, 'event')];
  const found = new Map<string, number[]>();
  kinds.forEach((kind, row) => {
    if (kind !== 'charged') return;
    const days = found.get(who[row]) ?? [];
    days.push(day(dates[row]));
    found.set(who[row], days);
  });
  return found;
}

/** Percentage charged within a number of years: the product-limit estimate of Kaplan and Meier, in exact days. */
export function chargedWithin(releases: readonly FirstRelease[], years: number): number {
  return 100 * (1 - freeUntil(releases, years));
}

/** Percentage charged in the year after a number of years without a charge. */
export function chargedAfterClean(releases: readonly FirstRelease[], clean: number): number {
  return 100 * (1 - freeUntil(releases, clean + 1) / freeUntil(releases, clean));
}

/** The probability of no charge within a number of years. People censored on a day are still at risk on that day. */
function freeUntil(releases: readonly FirstRelease[], years: number): number {
  const exits = releases
    .map(({ chargedAfter, followed }) => ({ at: Math.min(chargedAfter, followed), isCharge: chargedAfter <= followed }))
    .sort((a, b) => a.at - b.at || Number(b.isCharge) - Number(a.isCharge));
  let free = 1;
  for (const [gone, { at, isCharge }] of exits.entries()) {
    if (at > years) break;
    if (isCharge) free *= 1 - 1 / (exits.length - gone);
  }
  return free;
}

/** Concentration: the percentage of charges within five years that falls on the given share of people, those with most charges. */
export function concentration(releases: readonly FirstRelease[], share: number): number {
  const charges = releases
    .filter(({ observable }) => observable >= 5)
    .map((one) => one.charges)
    .sort((a, b) => b - a);
  const total = charges.reduce((sum, one) => sum + one, 0);
  const top = charges.slice(0, Math.round(share * charges.length)).reduce((sum, one) => sum + one, 0);
  return (100 * top) / total;
}

/**
 * AUC of a score for charges within two years: the probability that a person charged has a higher score than one not charged
 * (Mann and Whitney), with ties counted half.
 */
export function auc(releases: readonly FirstRelease[], scoreOf: (release: FirstRelease) => number): number {
  const known = releases.filter(({ followed, chargedAfter }) => followed >= 2 || chargedAfter <= 2);
  const scored = known
    .map((release) => ({ score: scoreOf(release), isCharged: release.chargedAfter <= 2 }))
    .sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < scored.length; ) {
    let to = from;
    while (to < scored.length && scored[to].score === scored[from].score) to++;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at++) if (scored[at].isCharged) rankSum += rank;
    from = to;
  }
  const charged = scored.filter(({ isCharged }) => isCharged).length;
  return (rankSum - (charged * (charged + 1)) / 2) / (charged * (scored.length - charged));
}
