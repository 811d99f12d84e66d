/**
 * Last year: differences in the last whole calendar year alone, for the headlines about everybody.
 *
 * A policy that lengthens or shortens time inside fills or empties the prisons over years. The mean over all years observed holds that
 * change-over, so it may differ from what the policy does once it has worked through, even in sign.
 */
import { startOfYear, yearOf } from '../engine/calendar.ts';
import { headlinesOfEverybody } from '../measures/headlines.ts';
import type { Measure } from '../measures/measure.ts';
import { identityOf, isSameMeasure, type MeasureIdentity } from '../measures/measure-identity.ts';
import { readingOfYear } from '../measures/year.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { differenceOf } from './difference.ts';
import { drawSize } from './draw-groups.ts';
import { isQueue } from './queues.ts';
import { type CellResult, cellOf, type Study } from './study.ts';

/** The paired difference of a measure in one year. */
export interface YearDifference extends MeasureIdentity {
  readonly label: string;
  readonly unit: string;
  readonly arm: string;
  readonly year: number;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** The last calendar year observed as a whole, but for a few days; undefined if it is the first too. */
export function lastWholeYear({ start, end }: Pick<Scenario, 'start' | 'end'>): number | undefined {
  const last = yearOf(end - 1);
  const year = end - startOfYear(last) < WHOLE ? last - 1 : last;
  return year > yearOf(start) ? year : undefined;
}

/** Collects the last year of the cells of a study, in order of draw and replicate. */
export class LastYear {
  readonly #study: Study;
  readonly #year: number | undefined;
  readonly #measures: readonly Measure[];
  /** Values by measure and arm. */
  readonly #values: readonly (readonly number[][])[];

  constructor(study: Study, measures: readonly Measure[]) {
    const [{ scenario }] = study.arms;
    const wanted = headlinesOfEverybody(scenario.dimensions['level']);
    this.#study = study;
    this.#year = study.arms.length === 1 ? undefined : lastWholeYear(scenario);
    this.#measures = wanted.flatMap(
      (identity) => measures.find((one) => isSameMeasure(identity, identityOf(one))) ?? [],
    );
    this.#values = this.#measures.map(() => study.arms.map(() => []));
  }

  /** Adds a cell. */
  add({ key, summary }: CellResult): void {
    if (this.#year === undefined) return;
    const cell = cellOf(this.#study.arms[key.arm].scenario, key, this.#study.design);
    const reading = readingOfYear(cell, summary, this.#year);
    this.#measures.forEach((measure, index) => {
      this.#values[index][key.arm].push(measure.value(reading));
    });
  }

  /** The differences from the baseline; those of a queue left out where it does not settle, by arm. `counted` leaves out what was lost. */
  differences(
    counted: <Value>(ofBlocks: readonly Value[]) => readonly Value[],
    grows: readonly boolean[],
  ): readonly YearDifference[] {
    const year = this.#year;
    if (year === undefined) return [];
    return this.#measures.flatMap((measure, index) => {
      const of = (arm: number) => Float64Array.from(counted(this.#values[index][arm]));
      const arms = [...this.#study.arms.keys()].slice(1);
      const known = isQueue(measure) ? arms.filter((arm) => !grows[0] && !grows[arm]) : arms;
      return known.map((arm) => {
        const { difference, low, high } = differenceOf(of(arm), of(0), drawSize(this.#study), []);
        const { label, unit } = measure;
        return { ...identityOf(measure), label, unit, arm: this.#study.arms[arm].name, year, difference, low, high };
      });
    });
  }
}

/** Days of a year that is as good as whole. */
const WHOLE = 360;
