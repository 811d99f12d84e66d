/**
 * Compare: the same people, the same luck, another policy.
 *
 * Every arm is run with every replicate; each measure of an arm is set against the baseline's replicate by replicate, so
 * the interval is that of the difference.
 */
import { DAYS_PER_WEEK } from '../engine/calendar.ts';
import { usablePlaces } from '../prison/facility.ts';
import type { Parameters } from '../simulation/parameters.ts';
import { meanInterval } from '../statistics/intervals.ts';
import { pairedDifference } from '../statistics/paired.ts';
import type { Comparison, DifferenceResult, MeasureResult } from './comparison.ts';
import type { Measure } from './measure.ts';
import { measuresOf } from './measures.ts';
import {
  blocksOf,
  type CellResult,
  cellOf,
  digestOfArm,
  digestOfStudy,
  type Progress,
  partingDay,
  type RunBlocks,
  type Study,
} from './study.ts';
import { tablesOf } from './tables.ts';

/** Runs a study and compares its arms with the first. */
export async function compare(study: Study, runBlocks: RunBlocks, progress: Progress): Promise<Comparison> {
  const cells: CellResult[] = [];
  for await (const block of runBlocks(study, blocksOf(study), progress)) cells.push(...block);
  return comparisonOf(study, cells);
}

/** The comparison that some cells give. */
export function comparisonOf(study: Study, cells: readonly CellResult[]): Comparison {
  const names = study.arms.map((arm) => arm.name);
  const measures = measuresOf(study.arms[0]!.scenario.dimensions['level']!);
  const values = measures.map((measure) => study.arms.map((_, arm) => valuesOf(study, cells, measure, arm)));
  const armDigests = new Map(names.map((name, arm) => [name, digestOfArm(cells.filter(({ key }) => key.arm === arm))]));
  return {
    arms: names,
    measures: measures.flatMap((measure, index) =>
      names.map((arm, at) => measureResult(measure, arm, values[index]![at]!)),
    ),
    differences: measures.flatMap((measure, index) =>
      names
        .slice(1)
        .map((arm, at) => differenceResult(measure, arm, names[0]!, values[index]![at + 1]!, values[index]![0]!)),
    ),
    tables: tablesOf(study, cells, (arm, level, week) => placesIn(study, arm, level, week)),
    armDigests,
    resultDigest: digestOfStudy(armDigests),
    replicates: study.replicates,
    parting: partingDay(study),
  };
}

function valuesOf(study: Study, cells: readonly CellResult[], measure: Measure, arm: number): Float64Array {
  const { scenario } = study.arms[arm]!;
  const parameters = parametersOn(study, arm, scenario.end);
  const own = cells.filter(({ key }) => key.arm === arm);
  own.sort((a, b) => a.key.draw - b.key.draw || a.key.replicate - b.key.replicate);
  return Float64Array.from(own, ({ summary }) =>
    measure.value({ summary, days: scenario.end - scenario.start, parameters }),
  );
}

function about({ id, label, unit, better, population, horizon, level, status }: Measure) {
  return {
    measure: id,
    label,
    unit,
    better,
    ...(population === undefined ? {} : { population }),
    ...(horizon === undefined ? {} : { horizon }),
    ...(level === undefined ? {} : { level }),
    ...(status === undefined ? {} : { status }),
  };
}

function measureResult(measure: Measure, arm: string, values: Float64Array): MeasureResult {
  const known = values.filter((value) => !Number.isNaN(value));
  const { mean, low, high } = known.length === 0 ? { mean: NaN, low: NaN, high: NaN } : meanInterval(known);
  return { ...about(measure), arm, definition: measure.definition, mean, low, high, replicates: known.length };
}

function differenceResult(
  measure: Measure,
  arm: string,
  baseline: string,
  values: Float64Array,
  others: Float64Array,
): DifferenceResult {
  const known = [...values.keys()].filter((index) => !Number.isNaN(values[index]! + others[index]!));
  const pick = (from: Float64Array) => Float64Array.from(known, (index) => from[index]!);
  const { difference, low, high, gain } =
    known.length === 0
      ? { difference: NaN, low: NaN, high: NaN, gain: NaN }
      : pairedDifference(pick(values), pick(others));
  return { ...about(measure), arm, baseline, difference, low, high, gain, replicates: known.length };
}

function parametersOn(study: Study, arm: number, day: number): Parameters {
  const cell = cellOf(study.arms[arm]!.scenario, { draw: 0, replicate: 0 });
  return cell.parameters.findLast((dated) => dated.from <= day)!.values;
}

function placesIn(study: Study, arm: number, level: number, week: number): number {
  const { facility } = parametersOn(study, arm, study.arms[arm]!.scenario.start + DAYS_PER_WEEK * week);
  return usablePlaces(facility.places[level]!, facility.ceiling[level]!, facility.heldByOthers[level]!);
}
