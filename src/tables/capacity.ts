/**
 * Capacity: the tables of the places that a level needs: one row per number tried, per quarter, per level, per unit.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

/** The runs of a trial. */
const RUNS = [
  column.integer('runs', 'count', 'replicates'),
  column.integer('breaches', 'count', 'runs with more people than usable places on some evening of the quarter'),
] as const;

/** The runs of a trial, and the risk that they show. */
const RISK = [
  ...RUNS,
  column.number('risk', 'share', 'breaches per run'),
  column.number('risk_low', 'share', 'lower bound of the risk, one-sided, at the confidence asked'),
  column.number('risk_high', 'share', 'upper bound of the risk, one-sided, at the confidence asked'),
] as const;

const scenarioColumn = column.text('scenario', '"as it is", or "with the answer": the number of places found');

export const CAPACITY = {
  name: 'capacity',
  meaning: 'numbers of places tried at a level, under the same luck: risk of overflow, waiting and cost',
  columns: [
    column.text('level', 'security level'),
    column.integer('places', 'places', 'planned at the level from the day on which they stand'),
    column.boolean('is_answer', 'whether this is the smallest number that passes'),
    ...RUNS,
    column.number('risk', 'share', 'breaches per run, the most of this number and all larger ones tried'),
    column.number(
      'risk_low',
      'share',
      'lower bound of the risk of this number alone, one-sided, at the confidence asked',
    ),
    column.number(
      'risk_high',
      'share',
      'upper bound of the risk, one-sided, at the confidence asked, the highest of this number and all larger ones tried',
    ),
    column.number(
      'in_time',
      'share',
      'people who begin to serve at the level in the year and waited no longer than asked, the least of this number and all larger ones tried',
    ),
    column.number(
      'in_time_low',
      'share',
      'lower bound of that share, one-sided, the lowest of this number and all larger ones tried',
    ),
    column.number('in_time_high', 'share', 'upper bound of the share of this number alone, one-sided'),
    column.boolean('passes_risk', 'whether the upper bound of the risk is within the risk asked'),
    column.boolean(
      'passes_wait',
      'whether the lower bound of the share in time is nine in ten, at this number and all larger ones tried',
    ),
    column.number('peak', 'persons', 'people at the level on the fullest evening of the quarter, mean over runs'),
    column.number('usable', 'places', 'usable places on that evening, second beds included, mean over runs'),
    column.number('nights', 'evenings', 'evenings of the quarter with more people than usable places, mean over runs'),
    column.number(
      'own_nights',
      'evenings',
      'evenings with anybody beyond the places of their own sex or unit, mean over runs',
    ),
    column.number('queue', 'persons', 'people waiting at liberty for the level on the last evening, mean over runs'),
    column.number('cost', 'million kroner per year', 'custody and supervision, mean of the years simulated'),
    column.number('cost_change', 'million kroner per year', 'from the scenario itself, paired by replicate'),
    column.number('cost_low', 'million kroner per year', 'lower end of its 95 % interval'),
    column.number('cost_high', 'million kroner per year', 'upper end of its 95 % interval'),
    column.number(
      'building',
      'million kroner per year',
      'building of the places beyond those in force, spread over years',
    ),
  ],
} as const satisfies TableSchema;

export const CAPACITY_ALTERNATIVES = {
  name: 'alternatives',
  meaning:
    'the level in the quarter asked with the places found, and with what the same money buys elsewhere, under the same luck',
  columns: [
    column.text('alternative', 'what is bought'),
    column.number('amount', 'places or share', 'places bought; for faster courts the part by which times are shorter'),
    column.number(
      'money',
      'million kroner per year',
      'building spread over years, and running, if every place is taken; missing where no price is published',
    ),
    ...RISK,
    column.number(
      'in_time',
      'share',
      'people who begin to serve at the level in the year and waited no longer than asked',
    ),
    column.number('free', 'places', 'usable places less people on the fullest evening of the quarter, mean over runs'),
    column.number('nights', 'evenings', 'evenings of the quarter with more people than usable places, mean over runs'),
    column.number('queue', 'persons', 'people waiting at liberty for the level on the last evening, mean over runs'),
    column.number('queue_change', 'persons', 'from the scenario itself, paired by replicate'),
    column.number('queue_low', 'persons', 'lower end of its 95 % interval'),
    column.number('queue_high', 'persons', 'upper end of its 95 % interval'),
    column.number('cost_change', 'million kroner per year', 'custody and supervision, from the scenario itself'),
    column.number('cost_low', 'million kroner per year', 'lower end of its 95 % interval'),
    column.number('cost_high', 'million kroner per year', 'upper end of its 95 % interval'),
  ],
} as const satisfies TableSchema;

export const CAPACITY_QUARTERS = {
  name: 'quarters',
  meaning: 'overflow and queue of the level by calendar quarter, as it is and with the answer',
  columns: [
    scenarioColumn,
    column.date('quarter', 'first day of the quarter'),
    column.number('risk', 'share', 'runs with more people than usable places on some evening'),
    column.number('risk_low', 'share', 'lower bound of the risk, one-sided, at the confidence asked'),
    column.number('risk_high', 'share', 'upper bound of the risk, one-sided, at the confidence asked'),
    column.number('peak', 'persons', 'people on the fullest evening, median of the runs'),
    column.number('peak_95', 'persons', 'people on the fullest evening, 95 % quantile of the runs'),
    column.number('usable', 'places', 'usable places on the fullest evening, mean over runs'),
    column.number('beyond', 'persons', 'most people beyond the usable places on an evening, mean over runs'),
    column.number('nights', 'evenings', 'evenings with more people than usable places, mean over runs'),
    column.number('own_beyond', 'persons', 'most people beyond the places of their own sex or unit, mean over runs'),
    column.number('own_nights', 'evenings', 'evenings with any such person, mean over runs'),
    column.number('queue', 'persons', 'people waiting at liberty for the level on the last evening, mean over runs'),
  ],
} as const satisfies TableSchema;

export const CAPACITY_LEVELS = {
  name: 'levels',
  meaning: 'every level in the quarter asked, with the answer, and how it moves from the scenario as it is',
  columns: [
    column.text('level', 'security level'),
    column.boolean('moves', 'whether a 95 % interval of its differences leaves zero out'),
    column.number(
      'risk',
      'share',
      'runs with more people than usable places of the level on some evening, with the answer',
    ),
    column.text(
      'fullest_unit',
      'the unit of the level that is full on most evenings, with the answer; empty if none ever is',
    ),
    column.number('full', 'share', 'evenings on which it is full'),
    ...(['people', 'nights', 'queue'] as const).flatMap((name) => {
      const [unit, what] = {
        people: ['persons', 'people on the fullest evening'],
        nights: ['evenings', 'evenings with more people than usable places'],
        queue: ['persons', 'people waiting at liberty for the level on the last evening'],
      }[name] as [string, string];
      return [
        column.number(`${name}_change`, unit, `${what}: the answer less the scenario itself, paired by replicate`),
        column.number(`${name}_low`, unit, 'lower end of its 95 % interval'),
        column.number(`${name}_high`, unit, 'upper end of its 95 % interval'),
      ];
    }),
  ],
} as const satisfies TableSchema;

export const CAPACITY_UNITS = {
  name: 'units',
  meaning: 'every unit with places in the quarter asked, as it is and with the answer, means over runs',
  columns: [
    scenarioColumn,
    column.text('level', 'security level'),
    column.text('unit', 'prison unit'),
    column.number('full', 'share', 'evenings on which nobody more fits in'),
    column.number(
      'beyond',
      'person-nights',
      'people beyond the places of the unit itself; those held outside all units are not in it',
    ),
  ],
} as const satisfies TableSchema;
