/**
 * Run experiment: the common part of the commands that go beyond one comparison: attribute, sweep, sensitivity, twins.
 *
 * Their cells are stored with those of all studies, so a stopped run continues from there. Their folder appears as a whole, with
 * tables as CSV, charts as SVG, PNG and Vega-Lite, and a manifest with the command that reproduces it.
 */
import type { VegaLiteSpec } from '../charts/chart.ts';
import { digestOfText } from '../engine/digest.ts';
import type { Lose, RunBlocks } from '../experiment/study.ts';
import { writeFolderAtomically } from '../files/disk.ts';
import type { ScenarioFile } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import { type ChartProblem, complainOfCharts, drawChart } from '../report/content/chart-files.ts';
import { claimFolder } from '../results/claimed-folder.ts';
import type { RecordedStudy } from '../results/manifest.ts';
import { type Files, WORKBOOK, writeFiles } from '../results/study-folder.ts';
import { chartRenderer } from '../runners/chart-renderer.ts';
import { storedBeside } from '../runners/stored-cells.ts';
import { publishedText } from '../scenario/withheld.ts';
import { toCsv } from '../tables/csv.ts';
import { dataPackage } from '../tables/data-package.ts';
import { schemaDocument, type Table } from '../tables/table.ts';
import { toWorkbook } from '../tables/workbook.ts';
import { tellLosses } from '../terminal/losses.ts';
import { withBar } from '../terminal/progress-bar.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { tellDraws } from '../terminal/warnings.ts';
import { ExperimentLosses } from './experiment-losses.ts';
import { cacheAsked } from './options/cache.ts';
import { type ExperimentRequest, shellWord } from './request.ts';

/** The tables and charts of an experiment. */
export interface Findings {
  readonly tables: readonly Table[];
  readonly charts: readonly { readonly id: string; readonly spec: () => VegaLiteSpec }[];
  /** Whether the tables are also written as one spreadsheet, `results.xlsx`. */
  readonly spreadsheet?: boolean;
  /** Other files of the folder. */
  readonly files?: Files;
  /** The study of which the findings tell, so that it can be run again from the manifest. */
  readonly study?: RecordedStudy;
}

/** The command that reproduces the results: its words, then the options that decide results. */
export function commandAgain(words: readonly string[], options: Readonly<Record<string, unknown>>): string {
  const typed = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, shellWord(String(value))],
  );
  return ['stepdown', ...words.map(shellWord), ...typed].join(' ');
}

/** An experiment: its command, its resolved scenarios, the heading of the progress bar, and the default folder. */
export interface Experiment {
  readonly command: string;
  readonly scenarios: readonly ScenarioFile[];
  readonly heading: readonly [left: string, right: string];
  readonly folder: string;
}

/** The folder of the results, as shown to people, and the digest of their tables. */
export interface Written {
  readonly folder: string;
  readonly digest: string;
}

/** The two parts of an experiment that differ from command to command. */
export interface ExperimentParts {
  /** Receives a runner that stores cells and shows progress, reports lost blocks to `lose`, and gives the findings to be written. */
  readonly find: (run: RunBlocks, lose: Lose) => Promise<Findings>;
  /** Prints the findings, unless everything is to be quiet. */
  readonly tell: (written: Written) => Promise<void> | void;
}

/**
 * Runs an experiment, writes its findings and prints them; losses are told and listed in the manifest. A failure leaves no files
 * behind, except that of a chart alone.
 */
export async function runExperiment(
  { command, scenarios, heading, folder: usual }: Experiment,
  request: Pick<ExperimentRequest, 'out' | 'overwrite' | 'workers' | 'cache' | 'quiet'> & { readonly draws?: number },
  terminal: Terminal,
  { find, tell }: ExperimentParts,
): Promise<void> {
  if (!request.quiet) await tellDraws(scenarios, request.draws ?? 0, terminal);
  const cache = cacheAsked(request, terminal);
  const folder = claimFolder(request, usual, (held) => held['command'] === command, terminal);
  try {
    const { digest, losses, problems } = await writeFolderAtomically(folder.path, async (temporary) => {
      const { signal, stderr } = terminal;
      const settings = { workers: request.workers ?? terminal.cores, signal, reproduce: () => command, cache };
      const { run, end } = await storedBeside(folder.path, settings, (line) => stderr.write(`${line}\n`));
      const counted = new ExperimentLosses(request.quiet ? run : withBar(run, () => heading, terminal));
      const findings = await find(counted.run, counted.lose).finally(end);
      const losses = counted.losses();
      signal.throwIfAborted();
      const tables = findings.tables.map((table) => [`${table.schema.name}.csv`, toCsv(table)] as const);
      const resultDigest = digestOfText(tables.map(([name, text]) => `${name}\n${text}`).join('\n'));
      const charts = await drawn(findings.charts, settings);
      signal.throwIfAborted();
      const schema = schemaDocument(findings.tables.map((table) => table.schema));
      const files = new Map<string, string | Uint8Array>(tables);
      const packaged = findings.tables.map(({ schema }) => ({ folder: '', format: 'csv' as const, schema }));
      const facts = {
        name: heading.join(' '),
        title: heading.join(', '),
        description: `Simulated, not observed. Made by: ${command}`,
      };
      files.set(
        'datapackage.json',
        `${JSON.stringify(dataPackage({ ...facts, version: VERSION }, packaged), undefined, 2)}\n`,
      );
      files.set('schema.json', `${JSON.stringify(schema, undefined, 2)}\n`);
      if (findings.spreadsheet) files.set(WORKBOOK, await toWorkbook(findings.tables));
      for (const [path, data] of [...charts.files, ...(findings.files ?? [])]) files.set(path, data);
      const texts = scenarios.map(({ path, scenario }) => ({ path, text: publishedText(scenario) }));
      const inputDigest = digestOfText(texts.map(({ path, text }) => `${path}\n${text}`).join('\n'));
      const manifest = { stepdown: VERSION, command, experiment: true, scenarios: texts, inputDigest } as const;
      const study = findings.study === undefined ? {} : { study: findings.study };
      const lost = losses === undefined ? {} : { losses };
      await writeFiles(temporary, files, { ...manifest, ...study, resultDigest, ...lost });
      return { digest: resultDigest, losses, problems: charts.problems };
    });
    await tellLosses(losses, `${folder.shown}/manifest.json`, terminal);
    if (!request.quiet) await tell({ folder: folder.shown, digest });
    complainOfCharts(problems, folder.shown);
  } finally {
    folder.release();
  }
}

/** The charts in three formats, as far as they can be drawn; more than one on threads. */
async function drawn(
  charts: Findings['charts'],
  { workers, signal }: { readonly workers: number; readonly signal: AbortSignal },
): Promise<{ files: Files; problems: readonly ChartProblem[] }> {
  const renderer = chartRenderer({ workers: Math.min(workers, charts.length), signal });
  try {
    const all = await Promise.all(charts.map(({ id, spec }) => drawChart(id, spec, renderer.render)));
    return {
      files: new Map(all.flatMap(({ files }) => [...files])),
      problems: all.flatMap(({ problems }) => problems),
    };
  } finally {
    await renderer.end();
  }
}
