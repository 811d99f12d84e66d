/**
 * The benchmark: `npm run bench`, or `npm run bench -- --record` to make the results the new baseline. README.md says how to
 * read it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, run } from './compile.ts';
import type { Measurement } from './measure.ts';
import type { WorkerTimes } from './workers.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const baselineFile = fileURLToPath(new URL('baseline.json', import.meta.url));

/** What is kept: ratios, to be compared, and the numbers behind them, to be looked at. */
interface Results {
  readonly ratios: Record<string, number>;
  readonly information: Record<string, number>;
}

const programs = compile(project);
const results: Results = { ratios: {}, information: {} };

if (programs.cpp === undefined) console.log('no g++ here: the C++ program is left out, and the ratios to it.');
measureReference(1, 8, 7);
measureReference(10, 2, 5);
measureNorway(3);
measureWorkers(2);
show();
if (process.argv.includes('--record')) {
  writeFileSync(baselineFile, `${JSON.stringify(results, undefined, 2)}\n`);
  console.log('\nrecorded in bench/baseline.json');
}

/** The reference workload, program after program, over and over, so that a noisy minute falls on all of them. */
function measureReference(scale: number, seeds: number, rounds: number): void {
  const commands = new Map([
    ['flat', [process.execPath, programs.measure, 'flat', `${scale}`, `${seeds}`]],
    ['kernel', [process.execPath, programs.measure, 'kernel', `${scale}`, `${seeds}`]],
    ...(programs.cpp ? [['C++', [programs.cpp, `${scale}`, `${seeds}`, '1']] as const] : []),
  ]);
  const best = new Map<string, Measurement>();
  for (let round = 1; round <= rounds; round++) {
    for (const [name, [program, ...given]] of commands) {
      progress(`reference workload, scale ${scale}, round ${round} of ${rounds}: ${name}`);
      keepBetter(best, name, JSON.parse(run(program!, given)));
    }
  }
  for (const [name, measurement] of best) inform(`${name}, scale ${scale}`, measurement);
  const speed = (name: string) => best.get(name)?.eventsPerSecond ?? Number.NaN;
  ratio(`kernel / flat, scale ${scale}`, speed('kernel') / speed('flat'));
  ratio(`kernel / C++, scale ${scale}`, speed('kernel') / speed('C++'));
  ratio(`flat / C++, scale ${scale}`, speed('flat') / speed('C++'));
}

/** The whole model, with the flat program beside it as a measure of the machine. */
function measureNorway(rounds: number): void {
  const best = new Map<string, Measurement>();
  for (let round = 1; round <= rounds; round++) {
    progress(`Norwegian model, round ${round} of ${rounds}`);
    keepBetter(best, 'flat', JSON.parse(run(process.execPath, [programs.measure, 'flat', '1', '8'])));
    keepBetter(best, 'Norway', JSON.parse(run(process.execPath, [programs.measure, 'norway', project])));
  }
  const norway = best.get('Norway')!;
  inform('Norway', norway);
  results.information['Norway: milliseconds a simulated year'] = rounded(
    (1000 * norway.eventsPerYear!) / norway.eventsPerSecond,
  );
  ratio('Norway / flat', norway.eventsPerSecond / best.get('flat')!.eventsPerSecond);
}

function measureWorkers(rounds: number): void {
  const best: Record<keyof WorkerTimes, number> = {
    loopAlone: Infinity,
    twoLoops: Infinity,
    studyOnOne: Infinity,
    studyOnTwo: Infinity,
  };
  for (let round = 1; round <= rounds; round++) {
    progress(`two workers, round ${round} of ${rounds}`);
    const times: WorkerTimes = JSON.parse(run(process.execPath, [programs.measure, 'workers', project]));
    for (const name of Object.keys(best) as (keyof WorkerTimes)[]) best[name] = Math.min(best[name], times[name]);
  }
  const possible = best.loopAlone / best.twoLoops;
  const reached = best.studyOnOne / best.studyOnTwo / 2;
  results.information['two loops at once: efficiency'] = rounded(possible);
  results.information['two workers: efficiency'] = rounded(reached);
  ratio('two workers / two loops', reached / possible);
}

function keepBetter(best: Map<string, Measurement>, name: string, measurement: Measurement): void {
  const before = best.get(name);
  if (before === undefined || measurement.eventsPerSecond > before.eventsPerSecond) best.set(name, measurement);
}

function inform(name: string, measurement: Measurement): void {
  results.information[`${name}: million events a second`] = rounded(measurement.eventsPerSecond / 1e6);
  results.information[`${name}: peak megabytes`] = Math.round(measurement.peakMegabytes);
}

function ratio(name: string, value: number): void {
  if (!Number.isNaN(value)) results.ratios[name] = rounded(value);
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function progress(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${what}`);
}

function show(): void {
  progress('');
  const baseline: Partial<Results> = existsSync(baselineFile) ? JSON.parse(readFileSync(baselineFile, 'utf8')) : {};
  for (const part of ['ratios', 'information'] as const) {
    console.log(`\n${part.padEnd(48)}${'now'.padStart(10)}${'baseline'.padStart(10)}${'change'.padStart(10)}`);
    for (const [name, now] of Object.entries(results[part])) {
      const before = baseline[part]?.[name];
      const change = before === undefined ? '' : `${(100 * (now / before - 1)).toFixed(0)} %`;
      console.log(name.padEnd(48) + `${now}`.padStart(10) + `${before ?? ''}`.padStart(10) + change.padStart(10));
    }
  }
}
