/**
 * Input: everything that a report or brief shows, as plain values and tables, so that a report can be redrawn from a folder.
 *
 * Any text may come from a scenario, so it is escaped where it is written. Arms have the same names as in charts.
 */

import type { EvidenceMode } from '../community/effects.ts';
import type { Losses } from '../experiment/losses.ts';
import type { OwnBeginnings } from '../experiment/own-policies.ts';
import type { Measure } from '../measures/measure.ts';
import type { MeasureIdentity } from '../measures/measure-identity.ts';
import type { Table } from '../tables/table.ts';
import type { Finding } from './headline.ts';
import type { SettledOrNot } from './settling.ts';

/** A measure in an arm, as the summary of a study lists it. */
export interface MeasureRow extends MeasureIdentity, SettledOrNot {
  readonly label: string;
  readonly arm: string;
  readonly unit: string;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A paired difference, as the summary of a study lists it. */
export interface DifferenceRow extends Omit<MeasureRow, keyof SettledOrNot> {
  readonly baseline: string;
  readonly better: Measure['better'];
  readonly difference: number | null;
}

/** The members charged again under two arms, in percentage points, and what they cost, as the summary of a study lists them. */
export interface PairRow {
  readonly arm: string;
  readonly baseline: string;
  readonly population: string;
  readonly years: number | null;
  readonly from: string;
  readonly until: string;
  readonly parted: string;
  /** When the policies of both begin; absent unless both, or the other alone, have one of their own. */
  readonly begins?: OwnBeginnings;
  readonly members: number | null;
  readonly same: number | null;
  /** Members under the other arm; absent if they are the same people. */
  readonly baselineMembers?: number | null;
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Thousands of kroner per person; absent in folders of an older version. */
  readonly costs?: { readonly custody: WrittenEstimate; readonly crime: WrittenEstimate };
}

/** A mean and its 95 % interval as a summary lists them. */
interface WrittenEstimate {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
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

/** One arm: a scenario under the name that people know. */
export interface ReportArm {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Its dated figures, as rows and in sentences; absent if there are none. */
  readonly inputs?: { readonly rows: readonly ReportInputRow[]; readonly sentences: readonly string[] } | undefined;
  readonly policies: readonly ReportPolicy[];
}

/** A dated figure below all policies, as written. */
export interface ReportInputRow {
  readonly lever: string;
  /** Year, month, or days. */
  readonly when: string;
  readonly figure: string;
  readonly unit: string;
  readonly basis: string;
  readonly source: string;
  readonly note: string;
  readonly file: string;
}

/** A figure at the top. NaN ends: no interval. */
export interface ReportFigure {
  readonly label: string;
  /** What is measured, in one sentence. */
  readonly definition: string;
  readonly unit: string;
  /** The smallest difference of interest, an assumption; absent if there is none. */
  readonly interest?: number | undefined;
  readonly baseline: FigureValue & { readonly low: number; readonly high: number };
  readonly arms: readonly (FigureValue & {
    readonly arm: string;
    readonly difference: number;
    /** The 95 % interval of the difference. */
    readonly low: number;
    readonly high: number;
  })[];
}

/** A mean, and its values over time for the spark line (empty: none). */
export interface FigureValue {
  readonly mean: number;
  /** What stands in place of the mean of a queue that does not settle. */
  readonly unsettled?: string | undefined;
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
  /** The question that it answers, as a heading. */
  readonly question: string;
  /** The drawing; undefined if the chart could not be drawn. */
  readonly svg: string | undefined;
  /** What could not be drawn of it, and why. */
  readonly problem?: string | undefined;
  readonly table: Table;
  readonly caption: string;
  /** Its findings in words, one paragraph each, above the picture. */
  readonly words?: readonly string[] | undefined;
  /** `first`: the one chart near the top; `sure`: beside the observed numbers; `question`: in the long list. */
  readonly section: 'first' | 'sure' | 'question';
}

/** A difference in expected charges under an evidence mode, for the same people in the same runs. */
export interface EvidenceContrast {
  readonly mode: EvidenceMode;
  readonly arm: string;
  readonly label: string;
  readonly unit: string;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** A naive comparison of exposed and unexposed people, in percentage points of expected charges. NaN ends: no interval. */
export interface NaiveComparison {
  /** The two groups in words. */
  readonly compared: string;
  readonly naive: Points;
  /** The effect in the model on the exposed. */
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

/** Variance components of a measure over all runs of all arms. */
export interface MeasureSpread {
  readonly label: string;
  readonly scenario: SpreadShare;
  readonly parameters: SpreadShare;
  readonly chance: SpreadShare;
}

/** The part of the variance of an arm's difference that comes from parameters; the rest is chance. */
export interface DifferenceSpread {
  readonly label: string;
  readonly arm: string;
  readonly parameters: SpreadShare;
}

/** The means to reproduce the result. */
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
  /** The first sentences, one finding per arm. */
  readonly findings: readonly Finding[];
  readonly figures: readonly ReportFigure[];
  /** What the means over all years hide, one sentence each, see `over-years.ts`. */
  readonly overYears?: readonly string[] | undefined;
  /** Comparisons that the first page rests on, see `looks.ts`. */
  readonly looks: number;
  readonly measures: readonly MeasureRow[];
  readonly differences: readonly DifferenceRow[];
  /** People charged again, for every two arms; absent with fewer than three arms. */
  readonly pairs?: readonly PairRow[] | undefined;
  readonly charts: readonly ReportChart[];
  /** Observed beside simulated numbers, as the chart `observed` reads them. */
  readonly observed?: Table | undefined;
  readonly evidenceContrasts?: readonly EvidenceContrast[] | undefined;
  /** Naive comparisons within the baseline. */
  readonly naive?: readonly NaiveComparison[] | undefined;
  /** Variance components of the headline measures; empty unless each draw was run several times. */
  readonly spreads?: readonly MeasureSpread[] | undefined;
  readonly differenceSpreads?: readonly DifferenceSpread[] | undefined;
  /** Parameters with passports: columns `parameter` and `grade`, and any others. */
  readonly parameters: Table;
  readonly reproduction: Reproduction;
  /** Cells that failed; undefined if none did. */
  readonly losses?: Losses | undefined;
  /** Caveats that a reader must know, one sentence each. */
  readonly notes: readonly string[];
}
