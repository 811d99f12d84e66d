/** The program's own stock, written out as a list that others can start from. */
import { DAYS_PER_YEAR } from '../../src/engine/calendar.ts';
import { insideStatuses, NONE } from '../../src/people/person.ts';
import type { ListedPerson } from '../../src/prison/stock/listed-person.ts';
import { type Cell, liveUntil } from '../../src/simulation/simulate.ts';

/** Everybody inside on the morning on which observation starts, as a list would have them. */
export function stockOf(cell: Cell): readonly ListedPerson[] {
  const { people, rows } = liveUntil(cell, cell.start).world;
  const list: ListedPerson[] = [];
  for (let row = 0; row < rows.highest; row++) {
    if (people.level[row] === NONE || !insideStatuses.includes(people.status[row])) continue;
    const isRemand = people.sentenceDays[row] === 0 || people.status[row] === insideStatuses[0];
    list.push({
      key: people.index[row],
      status: people.status[row],
      level: people.level[row],
      unit: people.unit[row] === NONE ? undefined : people.unit[row],
      sex: people.sex[row],
      ageYears: Math.floor(((cell.start - people.birthDay[row]) / DAYS_PER_YEAR) * 10) / 10,
      offence: people.group[row],
      foreign: people.foreign[row] === 1,
      sentenceDays: isRemand ? 0 : people.sentenceDays[row],
      servedDays: cell.start - people.custodyDay[row] + (isRemand ? 0 : people.servedDays[row]),
      release: undefined,
    });
  }
  return list;
}
