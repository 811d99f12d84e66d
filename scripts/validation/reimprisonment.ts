/** Re-imprisonment: first new prison sentences per 100 person-years after index releases, by a need for help with drugs. */
import { DAYS_PER_YEAR, parseDay } from '../../src/engine/calendar.ts';
import { cellOf } from '../../src/experiment/study.ts';
import { livesOf } from '../../src/lives/lives.ts';
import { traitsIn } from '../../src/lives/traits.ts';
import { need } from '../../src/people/needs.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { RELEASES } from '../../src/tables/lives.ts';
import { toRecords } from '../../src/tables/table.ts';
import { studyOf } from './runs.ts';

/** The two rates in one replicate of a scenario. Releases from monitoring do not count. */
export function reimprisonmentByDrugs(scenario: Scenario): { readonly rateWith: number; readonly rateWithout: number } {
  const key = { arm: 0, draw: 0, replicate: 0 };
  const traitsOf = traitsIn(cellOf(scenario, key));
  const day = (text: unknown) => parseDay(String(text));
  const sums = { with: { happened: 0, days: 0 }, without: { happened: 0, days: 0 } };
  for (const table of livesOf(studyOf([{ name: 'lives', scenario }], 1), key)) {
    if (table.schema.name !== RELEASES.name) continue;
    for (const release of toRecords(table)) {
      if (release['index'] !== true || release['level'] === 'monitoring') continue;
      const [stream, index] = String(release['person']).split('-').map(Number) as [number, number];
      const sum = (traitsOf(stream, index).needs & need.drugs) === 0 ? sums.without : sums.with;
      const isBack = release['new_prison_sentence'] !== '';
      sum.happened += isBack ? 1 : 0;
      sum.days += day(isBack ? release['new_prison_sentence'] : release['followed_until']) - day(release['date']);
    }
  }
  const rate = ({ happened, days }: { readonly happened: number; readonly days: number }) =>
    (100 * happened * DAYS_PER_YEAR) / days;
  return { rateWith: rate(sums.with), rateWithout: rate(sums.without) };
}
