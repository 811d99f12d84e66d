/**
 * Show: a section in the terminal, with its calibration beside it, the baseline's figures, and the verdict on another commit.
 */
import type { Recorded } from './baseline.ts';
import { lines, threeFigures } from './lines.ts';
import { type PairedRatio, verdictOf } from './paired-ratio.ts';
import type { Section } from './sections/section.ts';
import type { Calibration } from './workloads/calibration.ts';

/** The lines of a section. `other` is the commit that it is compared with. */
export function linesOf(
  section: Section,
  recorded: Recorded | undefined,
  other: string | undefined,
): readonly string[] {
  const { name, calibration, ratios, figures, against, table } = section;
  const shownFigures = table === undefined ? figures : {};
  const rows = [
    ...Object.entries(ratios).map(([of, ratio]) => row(of, ratio.ratio, spread(ratio), recorded?.ratios[of])),
    ...Object.entries(shownFigures).map(([of, value]) => row(of, value, '', recorded?.figures[of])),
  ];
  return [
    '',
    name,
    `  the machine now: ${machine(calibration)}`,
    ...(recorded?.calibration === undefined ? [] : [`  when recorded:   ${machine(recorded.calibration)}`]),
    ...(rows.length === 0 ? [] : lines([['', 'now', '95 % interval', 'recorded', 'change'], ...rows])),
    ...(table === undefined ? [] : ['', ...table]),
    ...Object.entries(against).map(([of, ratio]) => `${of}, this tree / ${other}: ${verdict(ratio)}`),
  ];
}

function row(name: string, now: number, interval: string, before: number | undefined): readonly string[] {
  const change = before === undefined ? '' : `${(100 * (now / before - 1)).toFixed(0)} %`;
  return [`  ${name}`, threeFigures(now), interval, before === undefined ? '' : threeFigures(before), change];
}

function machine({ arithmetic, within256KB, within4MB, within40MB }: Calibration): string {
  const [step, near, middle, far] = [arithmetic, within256KB, within4MB, within40MB].map(threeFigures);
  return `${step} ns per multiply-add; per load ${near} ns in 256 KB, ${middle} in 4 MB, ${far} in 40 MB`;
}

/** Nothing, if one round bounds neither end. */
function spread({ low, high }: PairedRatio): string {
  if (!Number.isFinite(high)) return '';
  return `${threeFigures(low)} to ${threeFigures(high)}`;
}

function verdict(ratio: PairedRatio): string {
  return `${threeFigures(ratio.ratio)} (${spread(ratio) || 'one round, no interval'}): ${verdictOf(ratio)}`;
}
