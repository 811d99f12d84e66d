import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const all = ['test/**/*.test.ts'];
const slow = ['test/**/*.slow.test.ts'];
/** Tests neither read nor write the burn-ins that the user keeps. */
const env = { STEPDOWN_CACHE: 'off' };

/** Folders whose tests start programs, kill threads, take locks or stand in for the disk: each file has a process to itself. */
const ofProcesses = [
  ...['files', 'library', 'runners', 'scripts'].map((folder) => `test/${folder}/**/*.test.ts`),
  // puts another module in place of one that others have loaded
  'test/commands/failing-chart.test.ts',
  // removes its worktree when its process ends
  'test/bench/checkout.test.ts',
];
const apart = { pool: 'forks', isolate: true, sequence: { groupOrder: 1 } } as const;

/**
 * All other tests share a process and what they import, which halves their cost. They leave the process as they find it:
 * `test/shared-process.ts` holds every file to that.
 */
const shared = { pool: 'threads', isolate: false, setupFiles: 'test/shared-process.ts' } as const;

/** The clock judges no test: an hour, in milliseconds, ends one that hangs, and is enough for the longest on a busy machine. */
const hang = 3_600_000;
const limits = { testTimeout: hang, hookTimeout: hang, maxWorkers: availableParallelism() };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'fast', include: all, exclude: [...slow, ...ofProcesses], ...shared, ...limits, env } },
      { test: { name: 'processes', include: ofProcesses, exclude: slow, ...apart, ...limits, env } },
      { test: { name: 'slow', include: slow, ...apart, ...limits, env } },
    ],
  },
});
