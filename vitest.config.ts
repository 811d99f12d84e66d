import { defineConfig } from 'vitest/config';

const slow = ['test/**/*.slow.test.ts'];
/** Tests neither read nor write the burn-ins that the user keeps. */
const env = { STEPDOWN_CACHE: 'off' };

export default defineConfig({
  test: {
    pool: 'threads',
    projects: [
      { test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: slow, testTimeout: 30_000, env } },
      { test: { name: 'slow', include: slow, testTimeout: 1_800_000, env } },
    ],
  },
});
