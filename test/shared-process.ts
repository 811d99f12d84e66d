/** Holds that a file of tests leaves the process which it shares with others as it found it. */
import { afterAll, beforeAll, expect } from 'vitest';

const shared = () => ({
  folder: process.cwd(),
  environment: { ...process.env },
  exitCode: process.exitCode,
  listeners: process.eventNames().map((name) => `${String(name)}: ${process.listenerCount(name)}`),
  // a library that is loaded late may note its version in a global with such a name
  globals: Object.getOwnPropertyNames(globalThis).filter((name) => !name.startsWith('__')),
});

let before: ReturnType<typeof shared>;

beforeAll(() => {
  before = shared();
});

afterAll(() => {
  expect(shared()).toEqual(before);
});
