/**
 * Headline table: the few measures that are printed when a study is done, each arm beside its difference from the baseline.
 */

import { differenceLabel, numberLabel } from '../charts/label.ts';
import type { Comparison, DifferenceResult, MeasureResult } from '../experiment/comparison.ts';
import { ALL_SERVED } from '../experiment/recidivism.ts';
import { formatInterval } from '../tables/format.ts';
import type { Colours } from './terminal.ts';
import { textTable } from './text-table.ts';

/** The table, its first line the heading and the names of the arms. */
export function headlineTable(
  comparison: Comparison,
  heading: string,
  levels: readonly string[],
  colours: Colours,
): string {
  const [baseline, ...others] = comparison.arms;
  const rows = headlines(comparison.measures, levels).map((measure) => {
    const own = (arm: string) => comparison.measures.find((one) => one.arm === arm && isSameMeasure(one, measure))!;
    const difference = (arm: string) =>
      comparison.differences.find((one) => one.arm === arm && isSameMeasure(one, measure))!;
    const label = `${measure.label}${UNITS[measure.unit] ?? `, ${measure.unit}`}`;
    const first =
      others.length === 0 ? [plain(numberLabel(measure.mean)), interval(measure)] : [plain(numberLabel(measure.mean))];
    return [
      label,
      ...first,
      ...others.flatMap((arm) => [plain(numberLabel(own(arm).mean)), shown(difference(arm), colours)]),
    ];
  });
  const header = [
    heading,
    baseline!,
    ...(others.length === 0 ? ['95 % interval'] : []),
    ...others.flatMap((arm) => [arm, '']),
  ];
  const isMean = (column: number) => column === 1 || (others.length > 0 && column > 0 && column % 2 === 0);
  const alignments = header.map((_, column) => ({ align: isMean(column) ? 'right' : 'left' }) as const);
  return textTable([header.map((name) => colours.bold(name)), ...rows], alignments);
}

/** Recidivism, people inside, overflow, waiting and cost, in the first arm of a list of measures. */
export function headlines<Result extends NamedMeasure & { readonly arm: string }>(
  measures: readonly Result[],
  levels: readonly string[],
): readonly Result[] {
  const closed = levels[0]!;
  const wanted: readonly NamedMeasure[] = [
    { measure: 'new-charge', population: ALL_SERVED, horizon: 2 },
    { measure: 'charges' },
    { measure: 'occupancy' },
    { measure: 'occupancy', level: closed },
    { measure: 'overflow-chance', level: closed },
    { measure: 'queue-length' },
    { measure: 'cost' },
  ];
  const first = measures[0]?.arm;
  return wanted.flatMap(
    (one) => measures.find((measure) => measure.arm === first && isSameMeasure(measure, one)) ?? [],
  );
}

/** How units stand behind a label that may name them already. */
const UNITS: Readonly<Record<string, string>> = { percent: ', %', persons: '' };

/** What tells one measure from another. */
export type NamedMeasure = Pick<MeasureResult, 'measure' | 'population' | 'horizon' | 'level' | 'status'>;

/** Whether two results are of one measure, whatever their arms. */
export function isSameMeasure(a: NamedMeasure, b: NamedMeasure): boolean {
  return (['measure', 'population', 'horizon', 'level', 'status'] as const).every((name) => a[name] === b[name]);
}

function shown(result: DifferenceResult, colours: Colours): string {
  const { difference, low, high } = result;
  const isClear = low > 0 || high < 0;
  const text = `${plain(differenceLabel(difference))} ${signedInterval(result)}`;
  return isClear ? colours.bold(text) : text;
}

function interval({ low, high }: { readonly low: number; readonly high: number }): string {
  return plain(formatInterval(low, high));
}

/** As `interval`, but each end with its sign. */
function signedInterval({ low, high }: { readonly low: number; readonly high: number }): string {
  const ends = interval({ low, high }).slice(1, -1).split(', ');
  return `(${ends.map((end) => (/^[1-9]|^0\.0*[1-9]/.test(end) ? `+${end}` : end)).join(', ')})`;
}

/** Thin spaces and true minus signs are for print; a terminal gets plain ones. */
function plain(text: string): string {
  return text.replaceAll('\u2009', ' ').replaceAll('\u2212', '-');
}
