/**
 * Sensitivity tables: the results of `stepdown sensitivity`, for files and for people.
 */

import { differenceUnit, withUnit } from '../charts/label.ts';
import type { Factor } from '../experiment/sensitivity/factors.ts';
import type { Outcomes, ScreenedFactor } from '../experiment/sensitivity/sensitivity.ts';
import type { Measure } from '../measures/measure.ts';
import { meanInterval } from '../statistics/intervals.ts';
import type { FactorIndices, Index } from '../statistics/sobol-indices.ts';
import { levelParts } from '../tables/estimate.ts';
import { INDICES, SCREENING } from '../tables/sensitivity.ts';
import { type Table, tableOfRows, type Value } from '../tables/table.ts';
import { coloursFor, type Terminal } from './terminal.ts';
import { textTable } from './text-table.ts';

/** All results; indices only if the variance was decomposed. */
export interface Sensitivities {
  readonly measures: readonly Measure[];
  readonly factors: readonly Factor[];
  /** By measure and factor. */
  readonly screenings: readonly (readonly ScreenedFactor[])[];
  readonly mattering: readonly Factor[];
  /** By measure and factor that matters. */
  readonly indices: readonly (readonly FactorIndices[])[];
}

/** Factors printed per measure. */
const SHOWN = 6;

/** Prints, per measure, the factors that move it most and their shares of its variance. */
export async function tellSensitivities(found: Sensitivities, terminal: Terminal): Promise<void> {
  const { measures, factors, screenings, mattering, indices } = found;
  const colours = await coloursFor(terminal.stdout, terminal);
  const shareOf = (at: number, name: string, order: 'first' | 'total') => {
    const factor = mattering.findIndex((one) => one.name === name);
    return factor === -1 ? ['', ''] : percentOf(indices[at][factor][order]);
  };
  const isShared = mattering.length > 0;
  const heading = ['', 'moves by', '', ...(isShared ? ['alone', '', 'in all', ''] : [])];
  const rows = measures.flatMap(({ label, unit }, at) => {
    const order = [...factors.keys()].sort((a, b) => screenings[at][b].muStar - screenings[at][a].muStar);
    const lines = order.slice(0, SHOWN).map((factor) => {
      const own = screenings[at][factor];
      const { name } = factors[factor];
      const shares = isShared ? [...shareOf(at, name, 'first'), ...shareOf(at, name, 'total')] : [];
      const moved = levelParts(own.muStar, own);
      const interval = `(${moved.interval})${own.standsOut ? '' : ' no more than luck'}`;
      return [`  ${name}`, moved.value, interval, ...shares];
    });
    const title = colours.bold(withUnit(label, differenceUnit(unit)));
    return [[title, ...heading.slice(1).map((text) => (at === 0 ? text : ''))], ...lines];
  });
  const columns = heading.map((_, column) => ({ align: column % 2 === 1 ? ('right' as const) : ('left' as const) }));
  terminal.stdout.write(textTable(rows, columns));
}

function percentOf({ index, low, high }: Index): readonly [string, string] {
  const whole = (share: number) => String(Math.round(100 * share));
  return [`${whole(index)} %`, `(${whole(low)} to ${whole(high)})`];
}

/** The results of screening, one row per measure and factor. */
export function screeningTable(
  measures: readonly Measure[],
  factors: readonly Factor[],
  screenings: readonly (readonly ScreenedFactor[])[],
  outcomes: Outcomes,
): Table {
  const rows = measures.flatMap(({ label, unit, better }, at) => {
    const known = outcomes[at][0].filter((value) => !Number.isNaN(value));
    const central = meanInterval(known.length === 0 ? outcomes[at][0] : known);
    return factors.map(({ name, paths }, factor): Value[] => {
      const own = screenings[at][factor];
      const { muStar, low, high, mu, sigma, byLuck } = own;
      const about = [label, differenceUnit(unit), better, central.mean, central.low, central.high];
      const signed = paths.length === 1 ? mu : Number.NaN;
      return [...about, name, paths.length, muStar, low, high, signed, sigma, byLuck, own.standsOut];
    });
  });
  return tableOfRows(SCREENING, rows);
}

/** Sobol indices, one row per measure, factor and order. */
export function indicesTable(
  measures: readonly Measure[],
  factors: readonly Factor[],
  indices: readonly (readonly FactorIndices[])[],
): Table {
  const rows = measures.flatMap(({ label }, at) =>
    factors.flatMap(({ name }, factor) =>
      (['first', 'total'] as const).map((order): Value[] => {
        const { index, low, high } = indices[at][factor][order];
        return [label, name, order, index, low, high];
      }),
    ),
  );
  return tableOfRows(INDICES, rows);
}
