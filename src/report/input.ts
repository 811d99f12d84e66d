/**
 * Input: everything a report or brief is told. Plain values and tables, so that a report can be drawn again from a folder.
 *
 * Every text may come from a scenario, and is made safe where it is written. Arms are named as the charts name them.
 */

import type { EvidenceMode } from '../community/effects.ts';
import type { Measure } from '../measures/measure.ts';
import type { MeasureIdentity } from '../measures/measure-identity.ts';
import type { Table } from '../tables/table.ts';
import type { Finding } from './headline.ts';

/** A measure in an arm, as the summary of a study lists it. */
export interface MeasureRow extends MeasureIdentity {
  readonly label: string;
  readonly arm: string;
  readonly unit: string;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A paired difference, as the summary of a study lists it. */
export interface DifferenceRow extends Omit<MeasureRow, 'mean'> {
  readonly baseline: string;
  readonly better: Measure['better'];
  readonly difference: number | null;
}

/** One change that a policy makes. */
interface ReportChange {
  readonly lever: string;
  readonly before: string;
  readonly after: string;
  readonly unit: string;
}

/** A dated policy of an arm. */
export interface ReportPolicy {
  readonly name: string;
  /** First day, ISO 8601. */
  readonly from: string;
  /** History, law elsewhere, or invented. */
  readonly label?: string | undefined;
  readonly because?: string | undefined;
  readonly sets: readonly ReportChange[];
}

/** One arm: a scenario as people know it. */
export interface ReportArm {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly policies: readonly ReportPolicy[];
}

/** One of the figures at the top. NaN ends: no interval. */
export interface ReportFigure {
  readonly label: string;
  readonly unit: string;
  readonly baseline: FigureValue & { readonly low: number; readonly high: number };
  readonly arms: readonly (FigureValue & {
    readonly arm: string;
    readonly difference: number;
    /** The 95 % interval of the difference. */
    readonly low: number;
    readonly high: number;
  })[];
}

/** A mean, and its course over time for the spark line (empty: none). */
export interface FigureValue {
  readonly mean: number;
  readonly spark: readonly SparkPoint[];
}

/** A point of a spark line with its band; NaN ends: no band. */
export interface SparkPoint {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** A chart with the table it was drawn from. */
export interface ReportChart {
  /** File name without ending, such as `people-by-level`. */
  readonly id: string;
  /** What it answers, as a heading. */
  readonly question: string;
  readonly svg: string;
  readonly table: Table;
  readonly caption: string;
  /** What it says in words, each a paragraph above the picture. */
  readonly words?: readonly string[] | undefined;
  /** First: the one chart near the top; sure: beside the observed numbers; question: the long list. */
  readonly section: 'first' | 'sure' | 'question';
}

/** A difference in expected charges with so much evidence let in, of the same people in the same runs. */
export interface EvidenceContrast {
  readonly mode: EvidenceMode;
  readonly arm: string;
  readonly label: string;
  readonly unit: string;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** Who met something against who did not, in points of charges expected. NaN ends: no interval. */
export interface NaiveComparison {
  /** Who is compared with whom. */
  readonly compared: string;
  readonly naive: Points;
  /** What the model lets it do to those who met it. */
  readonly effect: Points;
  readonly overstatement: Points;
}

/** A number of percentage points with its 95 % interval. */
interface Points {
  readonly points: number;
  readonly low: number;
  readonly high: number;
}

/** A part of a spread, from 0 to 1, with its 95 % interval. */
export interface SpreadShare {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Where the spread of a measure over all runs of all arms comes from. */
export interface MeasureSpread {
  readonly label: string;
  readonly scenario: SpreadShare;
  readonly parameters: SpreadShare;
  readonly chance: SpreadShare;
}

/** How much of the spread of an arm's difference comes from parameters; the rest is chance. */
export interface DifferenceSpread {
  readonly label: string;
  readonly arm: string;
  readonly parameters: SpreadShare;
}

/** How to get the same result again. */
export interface Reproduction {
  readonly command: string;
  readonly digest: string;
  readonly inputDigest: string;
  readonly version: string;
  readonly seed: string;
  readonly replicates: number;
  /** Draws of the parameters; 1 means that only chance varies. */
  readonly draws: number;
}

/** A whole report. */
export interface ReportInput {
  readonly title: string;
  /** Place, years, replicates. */
  readonly subtitle: string;
  /** The baseline first. */
  readonly arms: readonly ReportArm[];
  /** What the first sentence says, one finding an arm. */
  readonly findings: readonly Finding[];
  readonly figures: readonly ReportFigure[];
  readonly measures: readonly MeasureRow[];
  readonly differences: readonly DifferenceRow[];
  readonly charts: readonly ReportChart[];
  /** Observed beside simulated numbers, as the chart `observed` reads them. */
  readonly observed?: Table | undefined;
  readonly evidenceContrasts?: readonly EvidenceContrast[] | undefined;
  /** Naive comparisons within the baseline. */
  readonly naive?: readonly NaiveComparison[] | undefined;
  /** Where the spread of the headline measures comes from; empty unless draws were run several times each. */
  readonly spreads?: readonly MeasureSpread[] | undefined;
  readonly differenceSpreads?: readonly DifferenceSpread[] | undefined;
  /** Parameters with passports: columns `parameter` and `grade`, and as many more as there are. */
  readonly parameters: Table;
  readonly reproduction: Reproduction;
  /** What a reader must know before trusting this, each a sentence. */
  readonly notes: readonly string[];
}
