/**
 * The part of the public door that needs Node: worker threads, scenarios from files, pictures.
 */
import type { RunBlocks } from '../experiment/study.ts';
import { Failure } from '../failure.ts';
import { svgToPng as pngOf } from '../files/png.ts';
import { readScenario as scenarioOfFile } from '../files/scenario-file.ts';
import type { TwinsPlan, TwinsRead } from '../lives/twins/twins.ts';
import { readTwins as readPlan, type TwinsSettings } from '../runners/twins.ts';
import { workerThreads as runOnThreads, type WorkerSettings } from '../runners/worker-threads.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { aFunction, checked, expecting, objectOf, optional, someText, wholeNumber } from './checks.ts';
import { aTwinsPlan } from './lives.ts';
import { aSignal, reproducing } from './runners.ts';

const workers = wholeNumber(1, 1024, {
  reason: 'it is the number of threads',
  remedy: "write 4, or availableParallelism() of 'node:os'",
});
const SETTINGS = { reason: 'it says how many threads to use', remedy: 'write { workers: 4 }' };

/**
 * Reads a scenario by its path or name: `norway/baseline` is looked for in `cwd`, in its folder `scenarios/`, and among the
 * scenarios of the program. Throws one Failure with everything that is wrong, each with file, line and column.
 */
export const readScenario = checked(
  'readScenario',
  [
    ['typed', someText({ reason: 'it is the name or path of a scenario', remedy: "write 'harbour/baseline'" })],
    ['cwd', optional(someText({ reason: 'it is the folder in which names are looked for', remedy: 'leave it out' }))],
  ],
  (typed: string, cwd?: string): Scenario => scenarioOfFile(typed, cwd),
);

/** A runner on `workers` threads. If the signal is aborted, it ends them, even within a block, and throws its reason. */
export const workerThreads = checked(
  'workerThreads',
  [
    [
      'settings',
      objectOf(
        'an object of settings',
        {
          workers,
          signal: optional(aSignal),
          reproduce: reproducing,
          megabytes: optional(
            wholeNumber(1, Infinity, { reason: 'it limits the heap of a thread', remedy: 'leave it out' }),
          ),
          task: optional(someText({ reason: 'it is the path of another task', remedy: 'leave it out' })),
        },
        SETTINGS,
      ),
    ],
  ],
  (settings: WorkerSettings): RunBlocks => runOnThreads(settings),
);

/** The results of every replicate of a plan, in order, in this thread or on several. */
export const readTwins = checked(
  'readTwins',
  [
    ['plan', aTwinsPlan],
    [
      'settings',
      objectOf(
        'an object of settings',
        {
          workers,
          signal: aSignal,
          lived: aFunction({ reason: 'it is called after each run of an arm', remedy: 'write () => {}' }),
        },
        { ...SETTINGS, remedy: 'write { workers: 4, signal: new AbortController().signal, lived: () => {} }' },
      ),
    ],
  ],
  (plan: TwinsPlan, settings: TwinsSettings): AsyncIterable<TwinsRead> => readPlan(plan, settings),
);

/** An SVG chart as the bytes of a PNG file; scale 2, the default, gives two pixels per pixel of the SVG. Throws a Failure for other text. */
export const svgToPng = checked(
  'svgToPng',
  [
    ['svg', someText({ reason: 'it is the SVG document to draw', remedy: 'write await renderSvg(spec)' })],
    [
      'options',
      optional(
        objectOf(
          'an object of options',
          {
            scale: optional(
              expecting('a number above 0, at most 20', (value) => Number(value) > 0 && Number(value) <= 20, {
                reason: 'it is the number of pixels per pixel of the SVG',
                remedy: 'write { scale: 2 }, or leave it out',
              }),
            ),
          },
          { reason: 'it says how large the picture is', remedy: 'write { scale: 2 }, or leave it out' },
        ),
      ),
    ],
  ],
  (svg: string, options?: { readonly scale?: number }): Uint8Array => {
    try {
      return pngOf(svg, options);
    } catch (error) {
      throw new Failure({
        place: 'svgToPng: svg',
        problem: 'is not an SVG document that can be drawn',
        reason: error instanceof Error ? error.message : String(error),
        remedy: 'write await renderSvg(spec)',
      });
    }
  },
);
