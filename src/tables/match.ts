/**
 * Match: the tables of history matching: its members, its waves, its emulators, and every setting tried.
 */
import { column } from './columns.ts';
import type { TableSchema } from './table.ts';

const WAVE = column.integer('wave', '', 'number of the wave, from 1');
const IMPLAUSIBILITY = column.number(
  'implausibility',
  'standard deviations',
  'largest distance of the simulation from a figure',
);

/** The members; further columns hold the numbers, each named `policy lever`. */
export function membersSchema(numbers: readonly string[]): TableSchema {
  return {
    name: 'members',
    meaning: 'settings that the figures leave possible',
    columns: [
      column.number('weight', '', 'in proportion to the others'),
      column.text(
        'seed',
        'names the setting, and decides every uncertain parameter outside the columns if they are drawn',
      ),
      column.text('others', 'uncertain parameters outside the columns: drawn by the seed, or central'),
      WAVE,
      IMPLAUSIBILITY,
      column.text('digest', 'of its simulated cells'),
      ...numbers.map((name) => column.number(name, 'ratio', 'factor in this policy')),
    ],
  };
}

export const WAVES = {
  name: 'waves',
  meaning: 'what each wave left',
  columns: [
    WAVE,
    column.integer('settings', '', 'settings asked for'),
    column.integer('lost', '', 'settings that could not be simulated'),
    column.integer('kept', '', 'settings whose simulation is within the cut-off'),
    column.number('left', 'share', 'of the space before the fit, not ruled out after the wave'),
    column.integer('emulators', '', 'figures with an emulator that predicts runs left out as well as it says'),
  ],
} as const satisfies TableSchema;

export const EMULATORS = {
  name: 'emulators',
  meaning: 'how well each figure is emulated, and what it rules out',
  columns: [
    WAVE,
    column.text('measure', 'the figure'),
    column.number('year', '', 'calendar year'),
    column.boolean(
      'used',
      'whether at least nine in ten runs lie within three standard errors of what the others predict',
    ),
    column.number('explained', 'share', 'of the variance among settings, by predictions of runs left out'),
    column.number('within_2', 'share', 'of runs within two standard errors of what the others predict'),
    column.number('furthest', 'standard errors', 'of the run that the others predict worst'),
    column.number('error_stated', 'see figure', 'standard deviation of error of observation and model'),
    column.number('luck', 'see figure', 'standard deviation of one run by chance'),
    column.number('nugget', 'see figure', 'standard deviation of the mean of a setting about the smooth part'),
    column.number('ruled_out', 'share', 'of what earlier waves left, by this figure alone'),
  ],
} as const satisfies TableSchema;

/** Every setting simulated; further columns hold the factors. */
export function settingsSchema(factors: readonly string[]): TableSchema {
  return {
    name: 'settings',
    meaning: 'every setting simulated',
    columns: [
      WAVE,
      column.text('seed', 'decides every uncertain parameter outside the plan'),
      IMPLAUSIBILITY,
      column.text('worst', 'the figure furthest off'),
      column.boolean('kept', 'whether it is a member'),
      ...factors.map((name) => column.number(name, 'ratio', name)),
    ],
  };
}
