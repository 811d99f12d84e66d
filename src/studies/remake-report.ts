/**
 * Remake report: makes the charts and the report of a folder of results again, from its own files.
 */
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeFolderAtomically } from '../files/disk.ts';
import { lockFolder } from '../files/lock.ts';
import { shortestPath } from '../files/scenario-file.ts';
import { chartsAndReport } from '../report/content/charts-and-report.ts';
import { keptSeries } from '../report/content/study-charts.ts';
import { readRecord, refuseOtherFolders, writeFiles } from '../results/study-folder.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Remakes charts and report; every other file stays. Throws a Failure if it is not a folder of results, or a run is writing there. */
export async function remakeReport(typed: string, { cwd, stdout }: Terminal): Promise<void> {
  const folder = resolve(cwd, typed);
  refuseOtherFolders(folder, typed);
  const release = lockFolder(folder, typed);
  try {
    const record = await readRecord(folder, typed, keptSeries);
    const drawn = await chartsAndReport(record);
    await writeFolderAtomically(folder, async (temporary) => {
      await cp(folder, temporary, { recursive: true });
      await writeFiles(temporary, drawn, record.manifest, record.files);
    });
  } finally {
    release();
  }
  stdout.write(`report  ${shortestPath(join(folder, 'report.html'), cwd)}\n`);
}
