/** The tiny world with a history of five years: yearly and dated inputs, and policies as a fit leaves them. */
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { scenarioFrom } from '../../../src/simulation/scenario-from.ts';
import { readOver } from '../../tiny.ts';

const row = (date: string, lever: string, change: string, value: number, unit: string, basis = 'observed') =>
  [date, lever, change, value, unit, basis, 'nobody', 'a rule'].join(',');

const INPUTS = [
  'date,lever,change,value,unit,basis,source,note',
  ...[0.9, 1.2, 1.2, 1.4, 1.5].map((value, at) =>
    row(`${2011 + at}`, 'reoffending.charging', 'multiply', value, 'ratio', at === 1 ? 'inferred' : 'observed'),
  ),
  ...[10, 11, 12, 14, 15].map((value, at) => row(`${2011 + at}`, 'facility.places.low', 'set', value, 'places')),
  row('2011-01-01', 'monitoring.limit_days', 'set', 60, 'days'),
  row('2014-06-01', 'monitoring.limit_days', 'set', 120, 'days'),
  row('2014', 'fine.defaulted_share', 'multiply', 0.8, 'ratio'),
].join('\n');

const HISTORY = `title: A tiny world with a history
extends: scenarios/norway/baseline.yaml
inputs: [history.csv]
start: 2011-01-01
years: 5
burn_in_years: 3
seed: tiny
replicates: 2
policies:
  tiny:
    from: 1900-01-01
    set:
      arrivals.per_year: {multiply: 0.01}
      facility.places: {high: 24, transitional: 3}
      monitoring.places: {multiply: 0.02}
      treatment.places: {multiply: 0.02}
  over:
    from: 2011-01-01
    until: 2012-01-01
    label: calibration
    set:
      remand.mean_days: {multiply: 1.1}
  fitted-2012:
    from: 2012-01-01
    until: 2013-01-01
    label: calibration
    set:
      remand.odds: {multiply: 1.1}
      remand.mean_days: {multiply: 1.2}
  fitted-2013:
    from: 2013-01-01
    label: calibration
    set:
      remand.odds: {multiply: 1.3}
      remand.mean_days: {multiply: 1.3}
`;

/** Its files by path. */
export const historyFiles = { 'history.yaml': HISTORY, 'history.csv': `${INPUTS}\n` } as const;

let read: Scenario | undefined;

/** The world itself. */
export function tinyHistory(): Scenario {
  read ??= scenarioFrom('history.yaml', { read: readOver(historyFiles) });
  return read;
}
