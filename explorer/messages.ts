/** Messages: what the page and its workers say to each other. */

/** Scenario files by path, complete: what they extend is among them. */
export type Texts = Readonly<Record<string, string>>;

/** One arm: the name that results bear, and the path of its file. */
export interface ArmFile {
  readonly name: string;
  readonly path: string;
}

/** A study asked for; the baseline comes first. A later one takes its place. */
export interface StudyWanted {
  readonly run: number;
  readonly texts: Texts;
  readonly arms: readonly ArmFile[];
  readonly seed: string;
  readonly replicates: number;
}

/** To a worker that computes cells: one replicate with all arms. */
export interface BlockWanted {
  readonly study: StudyWanted;
  readonly replicate: number;
}

/** The levers of a scenario as they stand on a day. */
export interface LeversWanted {
  readonly texts: Texts;
  readonly path: string;
  /** `2012-01-01`. */
  readonly day: string;
}

/** One number that can be moved: a lever, or its cell for one member of its dimension. */
export interface Knob {
  /** As a policy writes it: `placement.review_days.high`. */
  readonly path: string;
  readonly lever: string;
  /** The member of the dimension; empty if the lever has none. */
  readonly member: string;
  readonly meaning: string;
  readonly unit: string;
  readonly whole: boolean;
  /** Infinite ends are absent. */
  readonly low?: number;
  readonly high?: number;
  readonly inForce: number;
  /** The range that its evidence leaves open; absent if it counts as certain. */
  readonly range?: readonly [number, number];
  readonly grade: string;
  readonly source: string;
}

/** What a scenario offers to the page. */
export interface LeversKnown {
  readonly knobs: readonly Knob[];
  /** The levers that count people or places, which a smaller country has fewer of. */
  readonly counts: readonly string[];
  /** Its policies, and their first days. */
  readonly policies: readonly { readonly name: string; readonly from: string }[];
  readonly burnInStart: string;
  readonly levels: readonly string[];
}

/** A figure in both arms; the difference is absent with one arm. All numbers are those of the country as simulated. */
export interface ShownFigure {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly better: string;
  readonly definition: string;
  readonly baseline: GrowingEstimate;
  readonly mine?: GrowingEstimate;
  readonly difference?: GrowingEstimate;
}

/** NaN where it is not known. */
export interface GrowingEstimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** A line over time with its band. */
export interface Line {
  readonly arm: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** The results of the replicates so far. */
export interface Snapshot {
  readonly run: number;
  readonly done: number;
  readonly of: number;
  readonly figures: readonly ShownFigure[];
  /** What happened to the same people, in words; empty with one arm. */
  readonly finding: string;
  readonly account: readonly string[];
  /** Of the cohort by month since entry, and of people inside by year, by the name of their figure. */
  readonly lines: Readonly<Record<string, readonly Line[]>>;
  /** Of the replicates so far: that of the command line once all are done. */
  readonly digest: string;
}

/** A world of lives to watch, of one arm, in one replicate. */
export interface LivesWanted {
  readonly run: number;
  readonly texts: Texts;
  readonly arms: readonly ArmFile[];
  readonly seed: string;
}

/** The lives of an arm: person by person, the spans of its states. States are levels, then those of `outside`. */
export interface LivesFound {
  readonly run: number;
  readonly arm: number;
  readonly start: number;
  readonly end: number;
  readonly levels: readonly string[];
  readonly statesOutside: readonly string[];
  readonly keys: Float64Array;
  /** Where the spans of each person begin, and where the last ones end. */
  readonly begins: Uint32Array;
  readonly days: Int32Array;
  readonly states: Uint8Array;
  /** Usable places by level from a day on. */
  readonly places: readonly {
    readonly from: number;
    readonly byLevel: readonly number[];
    readonly monitoring: number;
  }[];
}

/** One life to tell. */
export interface TaleWanted {
  readonly run: number;
  readonly key: number;
}

/** A life in sentences, under every arm; `parted` is the day of the first event that differs, empty if none does. */
export interface Tale {
  readonly run: number;
  readonly who: string;
  readonly parted: string;
  readonly lives: readonly { readonly arm: string; readonly lines: readonly TaleLine[] }[];
}

export interface TaleLine {
  readonly day: string;
  readonly text: string;
  /** Whether it stands in both lives. */
  readonly shared: boolean;
}
