/**
 * The public door: `import { compare, readScenario, workerThreads } from 'stepdown-sim'`.
 *
 * It holds everything of `stepdown-sim/browser`, and what needs Node: scenarios from files, worker threads, pictures. The guide
 * `docs/guides/library.md` shows a whole program.
 */
export * from './browser.ts';
export { svgToPng } from './files/png.ts';
export { readScenario } from './files/scenario-file.ts';
export { VERSION } from './files/version.ts';
export { readTwins, type TwinsSettings } from './runners/twins.ts';
export { type WorkerSettings, workerThreads } from './runners/worker-threads.ts';
