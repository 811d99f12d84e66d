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
import { measureNameOf } from '../measures/measure-name.ts';
import { measuresOf } from '../measures/measures.ts';
import type { Table } from '../tables/table.ts';
import { choicesOf } from './choice/cost-effectiveness.ts';
import { CohortPair } from './cohort-pairs.ts';
import { cohortSeries } from './cohort-series.ts';
import type { Comparison } from './comparison.ts';
import { type Moved, movedBetween, NOTHING } from './difference.ts';
import { drawSize, groupedByDraw } from './draw-groups.ts';
import { LastYear } from './last-year.ts';
import { LossCount, partsOfStudy } from './losses.ts';
import { differenceResult, layersResult, measureResult } from './measure-results.ts';
import { isQueue, unsettledQueue } from './queues.ts';
import { partingOf, readingOf } from './reading.ts';
import { columnsOfWeek, type Sample, sampleOf } from './samples.ts';
import { chartSeriesOf } from './series.ts';
import type { Unsettled } from './settling.ts';
import {
  blocksOf,
  type CellKey,
  type CellResult,
  digestOfArm,
  digestOfStudy,
  type Progress,
  partingDay,
  type RunBlocks,
  type Study,
} from './study.ts';
import { tablesOf } from './tables.ts';
import { type RunOfWaits, runOfWaits, waitingDaysTable } from './waiting-days.ts';

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
  /** What moved between an arm and the baseline, by measure and arm; empty where nothing is counted, or the two never part. */
  readonly #moved: readonly (readonly Moved[][])[];
  /** Every two arms, the first of them with the baseline. */
  readonly #pairs: readonly CohortPair[];
  readonly #samples: readonly Sample[][];
  readonly #waits: readonly RunOfWaits[][];
  readonly #digests: readonly string[][];
  readonly #lastYear: LastYear;
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
    this.#moved = this.#measures.map(() => study.arms.map(() => []));
    this.#pairs = pairsOf(study.arms.length).map((pair) => new CohortPair(study, pair));
    this.#samples = study.arms.map(() => []);
    this.#waits = study.arms.map(() => []);
    this.#digests = study.arms.map(() => []);
    this.#lastYear = new LastYear(study, this.#measures);
    this.lost = new LossCount(partsOfStudy(study));
  }

  /** Adds the cells of a block. */
  add(cells: readonly CellResult[]): void {
    this.#draws.push(cells[0].key.draw);
    const readings = cells.map((cell) => readingOf(this.#study, cell));
    const digests = cells.map(({ digest }) => digest);
    for (const pair of this.#pairs) pair.add(readings, digests, cells[0].key);
    for (const [at, { key, digest }] of cells.entries()) {
      const parting = partingOf(this.#study, key, [0, key.arm]);
      const reading = key.arm === 0 ? readings[0] : { ...readings[at], parting };
      this.#measures.forEach((measure, index) => {
        this.#values[index][key.arm].push(measure.value(reading));
      });
      if (key.arm > 0) this.#addBeside(key, reading, { ...readings[0], parting });
      this.#samples[key.arm].push(sampleOf(reading.summary, reading.days));
      this.#waits[key.arm].push(runOfWaits(reading.summary, this.#study.arms[0].scenario));
      this.#digests[key.arm].push(digest);
      this.#lastYear.add(cells[at]);
    }
  }

  #addBeside({ arm, draw }: CellKey, own: Reading, baseline: Reading): void {
    const parts = Number.isFinite(partingDay(this.#study, { draw, arms: [0, arm] }));
    this.#measures.forEach((measure, index) => {
      if (measure.isOfPair) this.#besides[index][arm].push(measure.value(baseline));
      if (measure.events === undefined) return;
      this.#moved[index][arm].push(parts ? movedBetween(measure.events(own), measure.events(baseline)) : NOTHING);
    });
  }

  /** Whether every cell of an arm is that of the baseline: then nothing can have moved. */
  #isAlike(arm: number): boolean {
    return this.#digests[arm].every((digest, block) => digest === this.#digests[0][block]);
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
    const { start, end, dimensions } = study.arms[0].scenario;
    const withBaseline = this.#pairs.slice(0, names.length - 1);
    const cohorts = withBaseline.flatMap((pair) => pair.result(start, drawSize(study), counted) ?? []);
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
              this.#isAlike(at + 1) ? [] : counted(this.#moved[index][at + 1]),
            ),
          ),
      ),
      lastYear: this.#lastYear.differences(
        counted,
        growing.map((one) => one !== undefined),
      ),
      cohorts,
      pairs:
        names.length < 3 ? [] : this.#pairs.flatMap((pair) => pair.difference(start, drawSize(study), counted) ?? []),
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
            ? withBaseline.map((pair, at) => ({ name: names[at + 1], curves: pair.curves(counted) }))
            : [],
          drawSize(study),
        ),
        ...chartSeriesOf(study, this.#samples.map(counted)),
        waitingDaysTable(names, this.#waits.map(counted), dimensions['level'], { start, end }),
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

/** Every two arms by index, those with the baseline first. */
function pairsOf(arms: number): readonly (readonly [number, number])[] {
  const all = Array.from({ length: arms }, (_, arm) => arm);
  return all.flatMap((one) => all.slice(one + 1).map((other) => [one, other] as const));
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
