/**
 * Remake report: makes the charts and the report of a folder of results again, from its own files.
 */
import { join, resolve } from 'node:path';
import { copyFolder, writeFolderAtomically } from '../files/disk.ts';
import { lockFolder } from '../files/lock.ts';
import { shortestPath } from '../files/scenario-file.ts';
import { type ChartProblem, complainOfCharts } from '../report/content/chart-files.ts';
import { chartsAndReport } from '../report/content/charts-and-report.ts';
import { keptSeries } from '../report/content/study-charts.ts';
import { manifestOf } from '../results/manifest.ts';
import { readRecord, writeFiles } from '../results/study-folder.ts';
import { chartRenderer } from '../runners/chart-renderer.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Remakes charts and report; every other file stays. Throws a Failure if it is not a folder of results, or a run is writing there. */
export async function remakeReport(typed: string, { cwd, stdout, cores, signal }: Terminal): Promise<void> {
  const folder = resolve(cwd, typed);
  manifestOf(folder, typed);
  const release = lockFolder(folder, typed);
  const renderer = chartRenderer({ workers: cores, signal });
  let problems: readonly ChartProblem[];
  try {
    renderer.prepare();
    const record = await readRecord(folder, typed, keptSeries);
    const remade = await chartsAndReport(record, renderer.render);
    problems = remade.problems;
    signal.throwIfAborted();
    await writeFolderAtomically(folder, async (temporary) => {
      await copyFolder(folder, temporary, typed);
      await writeFiles(temporary, remade.files, record.manifest, record.files);
    });
  } finally {
    await renderer.end();
    release();
  }
  stdout.write(`report  ${shortestPath(join(folder, 'report.html'), cwd)}\n`);
  complainOfCharts(problems, typed);
}
