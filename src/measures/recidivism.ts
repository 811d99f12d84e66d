/**
 * Recidivism: the cumulative incidence of return by every definition, at one, two, three and five years, for people released
 * from institutions and for all who served a sentence, in an institution or at home.
 *
 * A policy under which more people serve at home changes who is released from institutions. Published prison figures
 * describe the first group; a comparison of policies must use the second.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { definitions, type Summary } from '../simulation/summary.ts';
import { actuarialIncidence } from '../statistics/survival.ts';
import { followUp, type Measure } from './measure.ts';
import { figure } from './ratio.ts';

/** Everybody who served, in an institution or at home. */
export const ALL_SERVED = 'all who served';

/** Every recidivism measure for this number of security levels. */
export function recidivismMeasures(levels: number): readonly Measure[] {
  const inside = Array.from({ length: levels }, (_, level) => level);
  return [2, 1, 3, 5].flatMap((horizon) =>
    definitions.flatMap((_, index) => [
      ...recidivismMeasure(index, horizon, [...inside, levels], ALL_SERVED),
      ...recidivismMeasure(index, horizon, inside),
    ]),
  );
}

/** Cumulative incidence of a first event within some years of an index release, with death and expulsion as competing risks. */
export function recidivismWithin(
  summary: Summary,
  definition: number,
  years: number,
  lastLevels: readonly number[],
): number {
  const curve = actuarialIncidence({
    events: followUp(summary, 'events', definition, lastLevels),
    competing: followUp(summary, 'competing', definition, lastLevels),
    censored: followUp(summary, 'censored', definition, lastLevels),
  });
  return curve[12 * years - 1];
}

function recidivismMeasure(
  index: number,
  horizon: number,
  lastLevels: readonly number[],
  population?: string,
): readonly Measure[] {
  const id = definitions[index];
  const from = population === undefined ? 'in an institution' : 'in an institution or on electronic monitoring';
  return figure({
    id,
    label: `${wording[id].label} within ${horizon} ${horizon === 1 ? 'year' : 'years'}, ${population ?? 'released from prison'}`,
    unit: 'percent',
    definition:
      `${wording[id].definition} within ${horizon} years of an index release, the first of a calendar year ` +
      `from a sentence served ${from}; death and expulsion are competing risks; actuarial estimate`,
    better: 'lower',
    ...(population === undefined ? {} : { population }),
    horizon,
    value: ({ summary, days }) =>
      days < horizon * DAYS_PER_YEAR ? Number.NaN : 100 * recidivismWithin(summary, index, horizon, lastLevels),
  });
}

const wording: Record<(typeof definitions)[number], { label: string; definition: string }> = {
  'new-charge': { label: 'charged again', definition: 'first new charge' },
  'new-conviction': { label: 'convicted again', definition: 'first new verdict of guilt' },
  'new-sanction': {
    label: 'back in the correctional service',
    definition: 'first new sentence begun in an institution, on electronic monitoring or in the community',
  },
  'new-prison-sentence': { label: 'back in prison', definition: 'first new prison sentence begun in an institution' },
};
