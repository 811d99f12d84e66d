/** Fit table: prints how many observed figures a fit meets, and the worst miss. */
import type { YearlyFigure } from '../evidence/observations.ts';
import type { Calibrated } from '../experiment/calibration/calibration.ts';
import type { Colours } from './terminal.ts';
import { textTable } from './text-table.ts';

/** One line per measure and use: the number of figures met, and the worst one. */
export function fitTable(observations: readonly YearlyFigure[], found: Calibrated, colours: Colours): string {
  const groups = new Map<string, number[]>();
  observations.forEach(({ measure, use }, at) => {
    const name = `${measure}\t${use}`;
    groups.set(name, [...(groups.get(name) ?? []), at]);
  });
  const distance = (at: number, simulated: readonly number[]) =>
    Math.abs(simulated[at] - observations[at].observed) / observations[at].observed;
  const rows = [...groups].map(([name, places]) => {
    const [measure, use] = name.split('\t') as [string, string];
    const met = places.filter((at) => distance(at, found.after) <= observations[at].tolerance).length;
    const worst = places.reduce((most, at) => (distance(at, found.after) > distance(most, found.after) ? at : most));
    const { year, observed, tolerance } = observations[worst];
    const words = `${year}: ${label(found.after[worst])}, observed ${label(observed)}, allowed ${Math.round(1000 * tolerance) / 10} %`;
    const count = `${met} of ${places.length}`;
    return [measure, use, met === places.length ? colours.green(count) : colours.yellow(count), words];
  });
  const header = ['figure', 'use', 'met', 'furthest off'].map((name) => colours.bold(name));
  return textTable(
    [header, ...rows],
    header.map(() => ({ align: 'left' as const })),
  );
}

function label(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
}
