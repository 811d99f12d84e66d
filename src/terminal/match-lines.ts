/** Match lines: prints what a wave left, and how far its emulators can be trusted. */
import type { YearlyFigure } from '../evidence/observations.ts';
import type { Matched } from '../experiment/calibration/waves.ts';

/** Two lines on the latest wave: members and space left; emulators, and the figure that rules out most. */
export function waveLine({ waves, kept, effectiveSize }: Matched, figures: readonly YearlyFigure[]): string {
  const { number, asked, lost, left, emulators, ruledOut } = waves.at(-1)!;
  const own = kept.filter(({ wave }) => wave === number).length;
  const without = lost === 0 ? '' : `, ${lost} could not be simulated`;
  const size = effectiveSize.toFixed(1);
  const used = emulators.filter(({ isUsed }) => isUsed).length;
  const explained = [...emulators].map(({ emulator }) => emulator.explained).sort((a, b) => a - b);
  const middle = Math.round(100 * explained[Math.floor(explained.length / 2)]);
  const strictest = ruledOut.indexOf(Math.max(...ruledOut));
  const { measure, year } = figures[strictest];
  return [
    `wave ${number}: ${own} of ${asked} settings kept${without}; ${kept.length} members of effective size ${size}; ${percent(left)} of the space left`,
    `  ${used} of ${emulators.length} emulators predict runs left out as well as they say; half explain ${middle} % or more; ${measure} of ${year} rules out most, ${percent(ruledOut[strictest])}`,
  ].join('\n');
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}
