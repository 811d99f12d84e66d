/**
 * Compare: the same people, the same luck (common random numbers), another policy.
 *
 * Every arm is run with every replicate. Each measure of an arm is compared with that of the baseline replicate by replicate, so
 * intervals are those of paired differences. Where parameters are drawn, a draw counts once: its replicates share its numbers,
 * so they are not independent. Cells that fail are left out together with their pairs, counted and named (`losses.ts`).
 */
import { DAYS_PER_WEEK } from '../engine/calendar.ts';
import { populationOf } from '../measures/cohort-counts.ts';
import { isOneCohort } from '../measures/headlines.ts';
import type { Measure, Reading } from '../measures/measure.ts';
import { identityOf } from '../measures/measure-identity.ts';
import { measureNameOf } from '../measures/measure-name.ts';
import { measuresOf } from '../measures/measures.ts';
import { meanInterval } from '../statistics/intervals.ts';
import { pairedDifference } from '../statistics/paired.ts';
import { layersOf, shareBetween } from '../statistics/variance-components.ts';
import type { Table } from '../tables/table.ts';
import { choicesOf } from './choice/cost-effectiveness.ts';
import { CohortPair } from './cohort-pairs.ts';
import { cohortSeries } from './cohort-series.ts';
import type { Comparison, DifferenceResult, MeasureResult, VarianceComponents } from './comparison.ts';
import { drawSize, groupedByDraw, knownGroups, knownMeans } from './draw-groups.ts';
import { LossCount, partsOfStudy } from './losses.ts';
import { isQueue, unsettledQueue } from './queues.ts';
import { readingOf } from './reading.ts';
import { columnsOfWeek, type Sample, sampleOf } from './samples.ts';
import { chartSeriesOf } from './series.ts';
import type { Unsettled } from './settling.ts';
import {
  blocksOf,
  type CellResult,
  digestOfArm,
  digestOfStudy,
  type Progress,
  type RunBlocks,
  type Study,
} from './study.ts';
import { tablesOf } from './tables.ts';

/** Receives the cells of each block and their tables, in order, for instance to write them to disk. */
export type OnBlock = (cells: readonly CellResult[], tables: readonly Table[]) => void | Promise<void>;

/**
 * Runs a study and compares its arms with the first. Keeps values of measures and samples only, not whole summaries. Goes on
 * without cells that fail; throws a Failure if fewer than two pairs are left.
 */
export async function compare(
  study: Study,
  runBlocks: RunBlocks,
  progress: Progress = () => {},
  onBlock: OnBlock = () => {},
): Promise<Comparison> {
  const collection = new Collection(study);
  for await (const cells of runBlocks(study, blocksOf(study), progress, collection.lost.lose)) {
    collection.add(cells);
    await onBlock(cells, tablesOf(study, cells));
  }
  return collection.comparison();
}

/** Collects what is kept of the cells of a study, in order of draw and replicate. */
export class Collection {
  readonly #study: Study;
  readonly #measures: readonly Measure[];
  /** Values by measure and arm, and those of the baseline beside each arm where they depend on the pair. */
  readonly #values: readonly (readonly number[][])[];
  readonly #besides: readonly (readonly number[][])[];
  readonly #pairs: readonly CohortPair[];
  readonly #samples: readonly Sample[][];
  readonly #digests: readonly string[][];
  /** The draw of each block. */
  readonly #draws: number[] = [];
  readonly lost: LossCount;

  constructor(study: Study) {
    this.#study = study;
    const hasStock = study.arms.some(({ scenario }) => scenario.stockDay !== undefined);
    const all = measuresOf(study.arms[0].scenario.dimensions['level']);
    this.#measures = hasStock ? all : all.filter(({ population }) => !population?.startsWith(populationOf.stock));
    this.#values = this.#measures.map(() => study.arms.map(() => []));
    this.#besides = this.#measures.map(() => study.arms.map(() => []));
    this.#pairs = study.arms.slice(1).map(({ name }) => new CohortPair(name, study.arms[0].name));
    this.#samples = study.arms.map(() => []);
    this.#digests = study.arms.map(() => []);
    this.lost = new LossCount(partsOfStudy(study));
  }

  /** Adds the cells of a block. */
  add(cells: readonly CellResult[]): void {
    this.#draws.push(cells[0].key.draw);
    for (const cell of cells) {
      const { key, digest } = cell;
      const reading = key.arm === 0 ? readingOf(this.#study, cell) : readingOf(this.#study, cell, [0, key.arm]);
      this.#measures.forEach((measure, index) => {
        this.#values[index][key.arm].push(measure.value(reading));
      });
      if (key.arm > 0) this.#addPair(key.arm, reading, readingOf(this.#study, cells[0], [0, key.arm]));
      this.#samples[key.arm].push(sampleOf(reading.summary, reading.days));
      this.#digests[key.arm].push(digest);
    }
  }

  #addPair(arm: number, own: Reading, baseline: Reading): void {
    this.#pairs[arm - 1].add(own, baseline);
    this.#measures.forEach((measure, index) => {
      if (measure.isOfPair) this.#besides[index][arm].push(measure.value(baseline));
    });
  }

  /** Throws a Failure if fewer than two pairs are left of several. */
  comparison(): Comparison {
    const study = this.#study;
    this.lost.check();
    const losses = this.lost.losses(study);
    const names = study.arms.map((arm) => arm.name);
    const armDigests = new Map(names.map((name, arm) => [name, digestOfArm(this.#digests[arm])]));
    const counted = <Value>(ofBlocks: readonly Value[]) =>
      drawSize(study) === 1
        ? ofBlocks
        : ofBlocks.filter((_, at) => !this.lost.isLost({ draw: this.#draws[at], replicate: 0 }));
    const growing = study.arms.map((_, arm) => unsettledArm(study, arm, counted(this.#samples[arm])));
    const valuesOf = (index: number, arm: number) => {
      const values = Float64Array.from(counted(this.#values[index][arm]));
      return isQueue(this.#measures[index]) && growing[arm] ? values.fill(Number.NaN) : values;
    };
    const baselineBeside = (measure: Measure, index: number, arm: number) =>
      measure.isOfPair ? Float64Array.from(counted(this.#besides[index][arm])) : valuesOf(index, 0);
    const draws = [...new Set(counted(this.#draws))];
    const decisions = choicesOf(study, draws, (name, arm) => {
      const index = this.#measures.findIndex((measure) => measureNameOf(measure) === name);
      return groupedByDraw(valuesOf(index, arm), drawSize(study));
    });
    const { start } = study.arms[0].scenario;
    const cohorts = this.#pairs.flatMap((pair) => pair.result(start, drawSize(study), counted) ?? []);
    return {
      arms: names,
      measures: this.#measures.flatMap((measure, index) =>
        names.map((arm, at) => ({
          ...measureResult(measure, arm, valuesOf(index, at), drawSize(study)),
          ...(isQueue(measure) && growing[at]),
        })),
      ),
      differences: this.#measures.flatMap((measure, index) =>
        names
          .slice(1)
          .map((arm, at) =>
            differenceResult(
              measure,
              arm,
              names[0],
              valuesOf(index, at + 1),
              baselineBeside(measure, index, at + 1),
              drawSize(study),
            ),
          ),
      ),
      cohorts,
      layers: this.#measures.flatMap((measure, index) =>
        layersResult(
          measure,
          names.map((_, at) => valuesOf(index, at)),
          drawSize(study),
        ),
      ),
      choices: decisions.results,
      series: [
        cohortSeries(
          names[0],
          // people of different windows do not belong into one chart
          isOneCohort(cohorts)
            ? this.#pairs.map((pair, at) => ({ name: names[at + 1], curves: pair.curves(counted) }))
            : [],
          drawSize(study),
        ),
        ...chartSeriesOf(study, this.#samples.map(counted)),
        ...decisions.tables,
      ],
      armDigests,
      resultDigest: digestOfStudy(armDigests),
      replicates: study.replicates,
      draws: study.draws,
      ...(losses === undefined ? {} : { losses }),
    };
  }
}

/** How the queue of an arm fails to settle, with one run per draw where parameters are drawn; undefined if it settles. */
function unsettledArm(study: Study, arm: number, samples: readonly Sample[]): Unsettled | undefined {
  const { start, end, dimensions } = study.arms[arm].scenario;
  const { waiting, count } = columnsOfWeek(dimensions['level'].length);
  const size = drawSize(study);
  const weeks = Math.ceil((end - start) / DAYS_PER_WEEK);
  const runs = Array.from({ length: samples.length / size }, (_, run) =>
    Float64Array.from({ length: weeks }, (_, week) => {
      const people = samples.slice(run * size, (run + 1) * size).map((sample) => sample.weeks[week * count + waiting]);
      return people.reduce((sum, one) => sum + one, 0) / size;
    }),
  );
  return unsettledQueue(study.arms[arm].scenario, runs);
}

function about(measure: Measure) {
  const { label, unit, better } = measure;
  const { measure: id, ...which } = identityOf(measure);
  return { measure: id, label, unit, better, ...which };
}

function measureResult(measure: Measure, arm: string, values: Float64Array, size: number): MeasureResult {
  const known = knownMeans(values, size);
  const { mean, low, high } = known.length === 0 ? { mean: NaN, low: NaN, high: NaN } : meanInterval(known);
  const { definition } = measure;
  return { ...about(measure), arm, definition, mean, low, high, replicates: known.length * size };
}

function differenceResult(
  measure: Measure,
  arm: string,
  baseline: string,
  values: Float64Array,
  others: Float64Array,
  size: number,
): DifferenceResult {
  const both = Float64Array.from(values, (value, at) => value + others[at]);
  const known = [...both.keys()].filter((at) => {
    const group = Math.floor(at / size) * size;
    return !both.subarray(group, group + size).some(Number.isNaN);
  });
  const pick = (from: Float64Array) => Float64Array.from(known, (at) => from[at]);
  const [own, theirs] = [pick(values), pick(others)];
  const { difference, low, high, gain } =
    known.length === 0
      ? { difference: NaN, low: NaN, high: NaN, gain: NaN }
      : pairedDifference(knownMeans(own, size), knownMeans(theirs, size));
  const share = shareBetween(
    knownGroups(
      own.map((value, at) => value - theirs[at]),
      size,
    ),
  );
  return {
    ...about(measure),
    arm,
    baseline,
    difference,
    low,
    high,
    gain,
    replicates: known.length,
    ...(share === undefined
      ? {}
      : { fromParameters: share.share, fromParametersLow: share.low, fromParametersHigh: share.high }),
  };
}

/** The variance components of a measure, if several draws were run with several replicates and it is known in all cells. */
function layersResult(measure: Measure, byArm: readonly Float64Array[], size: number): readonly VarianceComponents[] {
  if (size === 1 || byArm.some((values) => values.some(Number.isNaN))) return [];
  const layers = layersOf(byArm.map((values) => knownGroups(values, size)));
  if (layers === undefined) return [];
  const { scenario, parameters, chance } = layers;
  return [
    {
      ...about(measure),
      ...{ scenario: scenario.share, scenarioLow: scenario.low, scenarioHigh: scenario.high },
      ...{ parameters: parameters.share, parametersLow: parameters.low, parametersHigh: parameters.high },
      ...{ chance: chance.share, chanceLow: chance.low, chanceHigh: chance.high },
    },
  ];
}
