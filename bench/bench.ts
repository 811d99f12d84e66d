/**
 * The benchmark: `npm run bench`. README.md says what it answers and how to read it.
 *
 * Exit codes: 0 done; 1 slower than the commit that it is compared with, or the run failed; 2 the options are wrong.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../src/failure.ts';
import { readBaseline, recordBaseline } from './baseline.ts';
import { checkOut } from './checkout.ts';
import { compile, compileCpp } from './compile.ts';
import { type Measure, type Options, readOptions } from './options.ts';
import { verdictOf } from './paired-ratio.ts';
import { growth } from './sections/growth.ts';
import { mechanisms } from './sections/mechanisms.ts';
import { observed, whole } from './sections/norway.ts';
import { reference } from './sections/reference.ts';
import type { Bench, Section } from './sections/section.ts';
import { start } from './sections/start.ts';
import { workers } from './sections/workers.ts';
import { once } from './session.ts';
import { linesOf } from './show.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

const sectionsOf: Readonly<Record<Measure, readonly ((bench: Bench) => Promise<Section>)[]>> = {
  reference: [(bench) => reference(bench, 1, 8), (bench) => reference(bench, 10, 2)],
  observed: [observed],
  whole: [whole],
  mechanisms: [mechanisms],
  workers: [workers],
  start: [start],
  growth: [growth],
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
try {
  process.exitCode = await run(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}

async function run(options: Options): Promise<number> {
  const bench = prepared(options);
  const baseline = readBaseline();
  const sections: Section[] = [];
  for (const measure of options.measures.flatMap((name) => sectionsOf[name])) {
    const section = await measure(bench);
    say('');
    console.log(linesOf(section, baseline[section.name], bench.other?.name).join('\n'));
    sections.push(section);
  }
  if (options.record) {
    recordBaseline(sections);
    console.log('\nrecorded in bench/baseline.json');
  }
  const slower = sections.some(({ against }) => Object.values(against).some((ratio) => verdictOf(ratio) === 'slower'));
  if (slower) console.error(`\nslower than ${bench.other?.name}`);
  return slower ? 1 : 0;
}

/** Compiles what is measured into a folder that is gone when this process ends. */
function prepared({ against, rounds }: Options): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'stepdown-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const other = against === undefined ? undefined : checkOut(project, against, join(folder, 'checkout'));
  if (other?.sameLibraries === false)
    console.log(`${other.name} asks for other libraries; it is measured with those of this tree`);
  say('compiling');
  const cpp = compileCpp(project, join(folder, 'reference'));
  if (cpp === undefined) console.log('no g++ here: the C++ program is left out, and the ratios to it');
  const ours = compile(project, join(folder, 'ours'));
  return {
    ours,
    other: other && { name: other.name, ...compile(other.folder, join(folder, 'other')) },
    cpp,
    rounds,
    calibrate: () => once(ours, 'calibration'),
    say,
  };
}

/** Replaces the line of progress, on a terminal. */
function say(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${what}`);
}
