/**
 * Experiment: what the commands share that ask more than one comparison does: attribute, sweep, sensitivity, twins.
 *
 * Their cells are kept beside those of all studies, so that one that was stopped goes on; their folder appears as a whole, with
 * tables as CSV, charts as SVG, PNG and Vega-Lite, and a manifest with the command that gives it again.
 */
import { dirname, join, resolve } from 'node:path';
import type { VegaLiteSpec } from '../charts/chart.ts';
import { digestOfText } from '../engine/digest.ts';
import type { RunBlocks } from '../experiment/study.ts';
import { cellStore } from '../files/cell-store.ts';
import { writeFolderAtomically } from '../files/disk.ts';
import { engineVersion } from '../files/engine-version.ts';
import { lockFolder } from '../files/lock.ts';
import { svgToPng } from '../files/png.ts';
import { type ScenarioFile, shortestPath } from '../files/scenario-file.ts';
import { VERSION } from '../files/version.ts';
import { refuseForeignFolder, writeFiles } from '../results/study-folder.ts';
import { stored } from '../runners/stored.ts';
import { toCsv } from '../tables/csv.ts';
import { schemaDocument, type Table } from '../tables/table.ts';
import { type Bar, startBar } from '../terminal/progress-bar.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { ExperimentRequest } from './request.ts';
import { shellWord } from './request.ts';
import { runnerFor } from './runner.ts';

/** What an experiment leaves behind. */
export interface Findings {
  readonly tables: readonly Table[];
  readonly charts: readonly { readonly id: string; readonly spec: VegaLiteSpec }[];
}

/** The command that gives the same again: its words, then the options that decide results. */
export function commandAgain(words: readonly string[], options: Readonly<Record<string, unknown>>): string {
  const typed = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, shellWord(String(value))],
  );
  return ['stepdown', ...words.map(shellWord), ...typed].join(' ');
}

/** What is run: the command, its scenarios as they were resolved, what the bar says of it, and the folder where it goes by default. */
export interface Experiment {
  readonly command: string;
  readonly scenarios: readonly ScenarioFile[];
  readonly heading: readonly [left: string, right: string];
  readonly folder: string;
}

/** Where the results are, as a path for people, and the digest of their tables. */
export interface Written {
  readonly folder: string;
  readonly digest: string;
}

/**
 * Runs an experiment: `find` is handed a runner that keeps cells and shows progress, and what it finds is written. Nothing is
 * left behind when it fails.
 */
export async function runExperiment(
  { command, scenarios, heading, folder: usual }: Experiment,
  { out, workers: asked, quiet }: Pick<ExperimentRequest, 'out' | 'workers' | 'quiet'>,
  terminal: Terminal,
  find: (run: RunBlocks) => Promise<Findings>,
): Promise<Written> {
  const folder = resolve(terminal.cwd, out ?? join('output', usual));
  const shown = shortestPath(folder, terminal.cwd);
  refuseForeignFolder(folder, out ?? folder);
  const release = lockFolder(folder, out ?? shown);
  let digest = '';
  try {
    await writeFolderAtomically(folder, async (temporary) => {
      const store = cellStore(join(dirname(folder), '.cells'), (line) => terminal.stderr.write(`${line}\n`));
      const inner = await runnerFor(asked ?? terminal.cores, terminal.signal, () => command);
      const runner = stored({ store, engine: engineVersion(), tally: { found: 0, computed: 0 } }, inner);
      const findings = await find(quiet ? runner : withBar(runner, heading, terminal));
      terminal.signal.throwIfAborted();
      const tables = findings.tables.map((table) => [`${table.schema.name}.csv`, toCsv(table)] as const);
      digest = digestOfText(tables.map(([name, text]) => `${name}\n${text}`).join('\n'));
      const files = new Map([...tables, ...(await drawn(findings))]);
      const texts = scenarios.map(({ path, scenario: { text } }) => ({ path, text }));
      const inputDigest = digestOfText(texts.map(({ path, text }) => `${path}\n${text}`).join('\n'));
      const manifest = { stepdown: VERSION, command, experiment: true, scenarios: texts, inputDigest } as const;
      await writeFiles(temporary, files, { ...manifest, resultDigest: digest });
    });
  } finally {
    release();
  }
  return { folder: shown, digest };
}

/** The runner, with a bar while it runs. */
function withBar(runner: RunBlocks, heading: Experiment['heading'], terminal: Terminal): RunBlocks {
  return async function* (study, blocks, progress) {
    const cells = blocks.reduce((total, { arms }) => total + arms.length, 0);
    const bar: Bar = startBar({ heading, blocks: blocks.length, cellsPerBlock: cells / blocks.length }, terminal);
    try {
      yield* runner(study, blocks, (done, of) => {
        bar.progress(done, of);
        progress(done, of);
      });
    } finally {
      bar.stop();
    }
  };
}

/** The charts in three forms, and what the columns of the tables mean. */
async function drawn({ tables, charts }: Findings): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const { renderSvg } = await import('../charts/render.ts');
  const files = new Map<string, string | Uint8Array>();
  files.set('schema.json', `${JSON.stringify(schemaDocument(tables.map(({ schema }) => schema)), undefined, 2)}\n`);
  for (const { id, spec } of charts) {
    const svg = await renderSvg(spec);
    files.set(`${id}.svg`, svg);
    files.set(`${id}.png`, svgToPng(svg));
    files.set(`${id}.vl.json`, `${JSON.stringify(spec, undefined, 1)}\n`);
  }
  return files;
}
