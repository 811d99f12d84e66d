/**
 * The public door: `import { compare, readScenario, workerThreads } from 'stepdown-sim'`.
 *
 * It holds everything of `stepdown-sim/browser`, and what needs Node: scenarios from files, worker threads, pictures. The guide
 * `docs/guides/library.md` shows a whole program.
 */
export * from './browser.ts';
export { VERSION } from './files/version.ts';
export { readScenario, readTwins, svgToPng, workerThreads } from './library/threads-and-files.ts';
export type { TwinsSettings } from './runners/twins.ts';
export type { WorkerSettings } from './runners/worker-threads.ts';
