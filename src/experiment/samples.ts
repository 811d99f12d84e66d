/**
 * Samples: keeps of every cell only what intervals over cells need, by week and by month.
 *
 * Single precision and a few columns per week keep a thousand replicates small; whole summaries need not stay in memory.
 */

import { weekLived } from '../measures/daily-life.ts';
import { followUp } from '../measures/measure.ts';
import { status, statuses } from '../people/person.ts';
import { kindsOfLived } from '../prison/regime.ts';
import { definitions, MONTHS, type Summary } from '../simulation/summary.ts';
import { actuarialIncidence } from '../statistics/survival.ts';

/** The sample of a cell. Rows of `weeks` are weeks, rows of `returns` are definitions of recidivism. */
export interface Sample {
  /** People: by level; then on remand, serving by level, monitored, away (treatment, absent), conditional, in processing, waiting for a place, all not at liberty; places by level. */
  readonly weeks: Float32Array;
  /** Shares with a first event by the end of each month but the last; NaN if nobody is followed. */
  readonly returns: Float32Array;
  /** Hours per week by kind, in the order of `kindsOfLived`: at each level, then on remand; NaN if nobody was there. */
  readonly kinds: readonly Float64Array[];
}

/** Months of a curve; the last month counted is incomplete and left out. */
export const CURVE_MONTHS = MONTHS - 1;

/** The columns of a week, for a number of levels. */
export function columnsOfWeek(levels: number) {
  return {
    atLevel: 0,
    remand: levels,
    serving: levels + 1,
    monitored: 2 * levels + 1,
    away: 2 * levels + 2,
    conditional: 2 * levels + 3,
    processing: 2 * levels + 4,
    waiting: 2 * levels + 5,
    total: 2 * levels + 6,
    places: 2 * levels + 7,
    count: 3 * levels + 7,
  };
}

/** The sample of a summary over a number of days. */
export function sampleOf(summary: Summary, days: number): Sample {
  const places = Array.from({ length: summary.shape.levels + 1 }, (_, place) => place);
  const kinds = places.map((place) => kindsOfLived(weekLived(summary, place)));
  return { weeks: weeksOf(summary, days), returns: returnsOf(summary), kinds };
}

function weeksOf({ stock, places, processing, waiting, shape }: Summary, days: number): Float32Array {
  const { levels } = shape;
  const columns = columnsOfWeek(levels);
  const perStatus = levels + 1;
  const weeks = new Float32Array(shape.weeks * columns.count);
  for (let week = 0; week < shape.weeks; week++) {
    const from = week * statuses.length * perStatus;
    const into = week * columns.count;
    const length = Math.min(7, days - 7 * week);
    const people = (at: number, level: number) => stock[from + at * perStatus + level] / length;
    let total = 0;
    for (let level = 0; level < levels; level++) {
      const remand = people(status.remand, level);
      const serving = people(status.serving, level) + people(status.detained, level) + people(status.defaulting, level);
      weeks[into + columns.atLevel + level] = remand + serving;
      weeks[into + columns.remand] += remand;
      weeks[into + columns.serving + level] = serving;
      weeks[into + columns.places + level] = places[week * levels + level] / length;
      total += remand + serving;
    }
    const away = people(status.treatment, levels) + people(status.absent, levels);
    weeks[into + columns.away] = away;
    total += away;
    for (const at of ['monitored', 'conditional'] as const) {
      const outside = people(status[at], levels);
      weeks[into + columns[at]] = outside;
      total += outside;
    }
    weeks[into + columns.processing] = processing[week] / length;
    weeks[into + columns.waiting] = waiting[week] / length;
    total += people(status.waiting, levels);
    weeks[into + columns.total] = total;
  }
  return weeks;
}

function returnsOf(summary: Summary): Float32Array {
  const lastLevels = Array.from({ length: summary.shape.levels + 1 }, (_, level) => level);
  const returns = new Float32Array(definitions.length * CURVE_MONTHS);
  for (let definition = 0; definition < definitions.length; definition++) {
    const estimate = actuarialIncidence({
      events: followUp(summary, 'events', definition, lastLevels),
      competing: followUp(summary, 'competing', definition, lastLevels),
      censored: followUp(summary, 'censored', definition, lastLevels),
    });
    returns.set(estimate.subarray(0, CURVE_MONTHS), definition * CURVE_MONTHS);
  }
  return returns;
}
