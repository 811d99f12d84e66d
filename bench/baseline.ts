/**
 * Baseline: the results that were recorded last, in `baseline.json`, each section beside the calibration of its day.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Section } from './sections/section.ts';
import type { Calibration } from './workloads/calibration.ts';

/** A section as it is kept. */
export interface Recorded {
  /** Not known of what was recorded before machines were calibrated. */
  readonly calibration?: Calibration;
  readonly ratios: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, number>>;
}

/** Sections by name. */
export type Baseline = Readonly<Record<string, Recorded>>;

const file = fileURLToPath(new URL('baseline.json', import.meta.url));

/** The baseline; nothing if none was recorded. */
export function readBaseline(): Baseline {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Baseline) : {};
}

/** Puts sections in the place of those with the same names, and keeps the others. */
export function recordBaseline(sections: readonly Section[]): void {
  writeFileSync(file, `${JSON.stringify(withSections(readBaseline(), sections), undefined, 2)}\n`);
}

/** A baseline with new sections, each number at three figures. */
export function withSections(baseline: Baseline, sections: readonly Section[]): Baseline {
  const recorded = sections.map(({ name, calibration, ratios, figures }): readonly [string, Recorded] => [
    name,
    {
      calibration: rounded({ ...calibration }) as unknown as Calibration,
      ratios: rounded(Object.fromEntries(Object.entries(ratios).map(([of, { ratio }]) => [of, ratio]))),
      figures: rounded(figures),
    },
  ]);
  return { ...baseline, ...Object.fromEntries(recorded) };
}

function rounded(numbers: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Number(value.toPrecision(3))]));
}
