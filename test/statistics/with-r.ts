/** R, where it is installed: whether a package is there, and what a script makes of a file. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether Rscript finds this package. */
export function hasRPackage(name: string): boolean {
  try {
    execFileSync('Rscript', ['-e', `library(${name})`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What a script, called with the paths of an input and an output, writes for this text. */
export function byR(script: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'stepdown-r-'));
  try {
    const [from, into] = [join(folder, 'lives.csv'), join(folder, 'curves.csv')];
    writeFileSync(from, text);
    execFileSync('Rscript', [script, from, into]);
    return readFileSync(into, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
