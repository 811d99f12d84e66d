/**
 * Relapse by year of release: a new prison sentence for an offence within two years of release, as the correctional service publishes
 * it by year, read from simulated lives.
 */
import { DAYS_PER_YEAR, parseDay, startOfYear, yearOf } from '../../src/engine/calendar.ts';
import { livesOf } from '../../src/lives/lives.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { DAYS_TO_BEGIN } from '../../src/simulation/summary.ts';
import { RELEASES } from '../../src/tables/lives.ts';
import { toRecords } from '../../src/tables/table.ts';
import { figure, row, tableOf, verdict } from './markdown.ts';
import { studyOf } from './runs.ts';

/** Per cent of releases by year: Kristoffersen, "Løslatelse fra fengsel: tilbakefallet synker", KRUS 2021 (NO0905-NO0907). */
const published: ReadonlyMap<number, number> = new Map([
  [2015, 20],
  [2016, 21],
  [2017, 15],
]);
const YEARS = 2;
/** Per cent of the published figure. */
const ALLOWED = 10;

/** Releases of a year from prison, and those with a charge within two years that led to a stay inside. */
interface Released {
  readonly people: number;
  readonly back: number;
}

/** Index releases from prison by year, in one replicate. Whoever dies, is expelled or leaves earlier stays in the denominator. */
export function releasedByYear(scenario: Scenario): ReadonlyMap<number, Released> {
  const found = new Map<number, Released>();
  for (const table of livesOf(studyOf([{ name: 'lives', scenario }], 1), { arm: 0, draw: 0, replicate: 0 })) {
    if (table.schema.name !== RELEASES.name) continue;
    for (const release of toRecords(table)) {
      if (release['index'] !== true || release['level'] === 'monitoring') continue;
      const day = parseDay(String(release['date']));
      const charged = String(release['new_charge_to_prison']);
      const isBack = charged !== '' && parseDay(charged) - day <= YEARS * DAYS_PER_YEAR;
      const { people, back } = found.get(yearOf(day)) ?? { people: 0, back: 0 };
      found.set(yearOf(day), { people: people + 1, back: back + (isBack ? 1 : 0) });
    }
  }
  return found;
}

/** The last year of release whose charges within two years, and the sentences for them, can be seen to the end. */
export function lastYearSeen({ end }: Pick<Scenario, 'end'>): number {
  const latest = end - DAYS_TO_BEGIN - YEARS * DAYS_PER_YEAR;
  const year = yearOf(latest);
  return latest >= startOfYear(year + 1) - 1 ? year : year - 1;
}

/** The table beside the published figures; years that the scenario cannot show are marked. */
export function relapseByYear(scenario: Scenario): string {
  const last = lastYearSeen(scenario);
  const isSeen = (year: number) => year >= yearOf(scenario.start) && year <= last;
  const released = [...published.keys()].some(isSeen) ? releasedByYear(scenario) : new Map<number, Released>();
  const rows = [...published].map(([year, observed]) => {
    const own = released.get(year);
    if (own === undefined || !isSeen(year)) {
      return row([
        `${year}`,
        figure(observed),
        '-',
        'not testable: the scenario ends before such sentences could begin',
      ]);
    }
    const simulated = (100 * own.back) / own.people;
    const isMet = Math.abs(simulated - observed) <= (ALLOWED / 100) * observed;
    return row([`${year}`, figure(observed), figure(simulated), verdict(isMet)]);
  });
  return tableOf(['released', 'published, per cent', 'simulated', `within ${ALLOWED} %`], rows);
}
