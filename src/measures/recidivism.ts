/**
 * Recidivism: the cumulative incidence of return by every definition, at one, two, three and five years, for people released
 * from institutions and for all who served a sentence, in an institution or at home.
 *
 * A policy under which more people serve at home changes who is released from institutions. Published prison figures
 * describe the first group; a comparison of policies must use the second. Definitions dated by a charge are those of the
 * Norwegian correctional service: a new sentence for an offence within some years of release, whenever it begins.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { isByCharge } from '../simulation/recidivism-definition.ts';
import { DAYS_TO_BEGIN, type Definition, definitions, type Summary } from '../simulation/summary.ts';
import { actuarialIncidence } from '../statistics/survival.ts';
import { followUp, type Measure } from './measure.ts';
import { figure } from './ratio.ts';

/** Everybody who served, in an institution or at home. */
export const ALL_SERVED = 'all who served';

/** Every recidivism measure of a jurisdiction with these security levels. */
export function recidivismMeasures(levels: readonly string[]): readonly Measure[] {
  const inside = levels.map((_, level) => level);
  const measures = [2, 1, 3, 5].flatMap((horizon) =>
    definitions.flatMap((_, index) => [
      ...recidivismMeasure(index, horizon, [...inside, levels.length], { population: ALL_SERVED }),
      ...recidivismMeasure(index, horizon, inside, { levels }),
    ]),
  );
  return [...measures, ...[2, 5].flatMap((horizon) => relapseRise(horizon, inside)), ...reimprisonmentRate(levels)];
}

/** Cumulative incidence of a first event within some years of an index release, with death and expulsion as competing risks. */
export function recidivismWithin(
  summary: Summary,
  definition: number,
  years: number,
  lastLevels: readonly number[],
): number {
  const curve = actuarialIncidence(countsOf(summary, definition, lastLevels));
  return curve[12 * years - 1];
}

/**
 * First events per 100 person-years of follow-up, until the event, another exit, the end of follow-up or the last counted month.
 * A month with its event or exit counts half; the last counted month does not count.
 */
export function eventsPerPersonYears(summary: Summary, definition: number, lastLevels: readonly number[]): number {
  const { events, competing, censored } = countsOf(summary, definition, lastLevels);
  let [happened, months] = [0, 0];
  for (let month = 0; month < events.length - 1; month++) {
    happened += events[month];
    months += (month + 0.5) * (events[month] + competing[month] + censored[month]);
  }
  const last = events.length - 1;
  months += last * (events[last] + competing[last] + censored[last]);
  return (100 * happened) / (months / 12);
}

function countsOf(summary: Summary, definition: number, lastLevels: readonly number[]) {
  return {
    events: followUp(summary, 'events', definition, lastLevels),
    competing: followUp(summary, 'competing', definition, lastLevels),
    censored: followUp(summary, 'censored', definition, lastLevels),
  };
}

function recidivismMeasure(
  index: number,
  horizon: number,
  lastLevels: readonly number[],
  { population, levels }: { readonly population?: string; readonly levels?: readonly string[] },
): readonly Measure[] {
  const id = definitions[index];
  const from = population === undefined ? 'in an institution' : 'in an institution or on electronic monitoring';
  const least = horizon * DAYS_PER_YEAR + (isByCharge(id) ? DAYS_TO_BEGIN : 0);
  return figure({
    id,
    label: `${wording[id].label} within ${horizon} ${horizon === 1 ? 'year' : 'years'}, ${population ?? 'released from prison'}`,
    unit: 'percent',
    definition:
      `${wording[id].definition} within ${horizon} years of an index release, the first of a calendar year ` +
      `from a sentence served ${from}${wording[id].further ?? ''}; death and expulsion are competing risks; actuarial estimate`,
    better: 'lower',
    ...(population === undefined ? {} : { population }),
    ...(levels !== undefined &&
      isByCharge(id) && { perLevel: { levels, label: (level: string) => labelFrom(id, horizon, level) } }),
    horizon,
    value: ({ summary, days }, level) =>
      days < least
        ? Number.NaN
        : 100 * recidivismWithin(summary, index, horizon, level === undefined ? lastLevels : [level]),
  });
}

function labelFrom(id: Definition, horizon: number, level: string): string {
  return `${wording[id].label} within ${horizon} ${horizon === 1 ? 'year' : 'years'}, released from ${level}`;
}

/** How many more have relapsed if sentences outside prison count as well. */
function relapseRise(horizon: number, inside: readonly number[]): readonly Measure[] {
  const [sanction, prison] = [
    definitions.indexOf('new-charge-to-sanction'),
    definitions.indexOf('new-charge-to-prison'),
  ];
  return figure({
    id: 'relapse-rise',
    label: `relapses added by sentences outside prison, within ${horizon} years, released from prison`,
    unit: 'percent',
    definition:
      `new-charge-to-sanction over new-charge-to-prison within ${horizon} years, less one: how many more have relapsed if monitoring and ` +
      'community sentences count as well',
    horizon,
    value: ({ summary, days }) =>
      days < horizon * DAYS_PER_YEAR + DAYS_TO_BEGIN
        ? Number.NaN
        : 100 *
          (recidivismWithin(summary, sanction, horizon, inside) / recidivismWithin(summary, prison, horizon, inside) -
            1),
  });
}

function reimprisonmentRate(levels: readonly string[]): readonly Measure[] {
  const index = definitions.indexOf('new-prison-sentence');
  const inside = levels.map((_, level) => level);
  return figure({
    id: 'reimprisonment-rate',
    label: 're-imprisonment rate, released from prison',
    unit: 'per 100 person-years',
    definition:
      'first new prison sentences begun in an institution per 100 person-years since an index release, the first of a calendar year ' +
      'from a sentence served in an institution, until that event, death, expulsion, a new index release, the end, or five years',
    better: 'lower',
    perLevel: { levels, label: (level) => `re-imprisonment rate, released from ${level}` },
    value: ({ summary }, level) => eventsPerPersonYears(summary, index, level === undefined ? inside : [level]),
  });
}

const LATER =
  '; the charge stands for the offence, the sentence may begin later, but within two years of the charge, and charges of the last ' +
  'two years do not count';

const wording: Record<Definition, { label: string; definition: string; further?: string }> = {
  'new-charge': { label: 'charged again', definition: 'first new charge' },
  'new-conviction': { label: 'convicted again', definition: 'first new verdict of guilt' },
  'new-sanction': {
    label: 'back in the correctional service',
    definition: 'first new sentence begun in an institution, on electronic monitoring or in the community',
  },
  'new-prison-sentence': { label: 'back in prison', definition: 'first new prison sentence begun in an institution' },
  'new-charge-to-sanction': {
    label: 'offence leading back into the correctional service',
    definition: 'first charge that leads to a sentence in an institution, on electronic monitoring or in the community',
    further: LATER,
  },
  'new-charge-to-prison': {
    label: 'offence leading back to prison',
    definition: 'first charge that leads to a prison sentence in an institution',
    further: LATER,
  },
};
