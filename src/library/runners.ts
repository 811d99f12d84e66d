/**
 * The runner of the public door that needs neither threads nor files.
 */

import type { RunBlocks } from '../experiment/study.ts';
import type { Reproduce } from '../runners/block-failure.ts';
import { inProcess as runInProcess } from '../runners/in-process.ts';
import { aFunction, checked, expecting, objectOf, optional } from './checks.ts';

/** A signal that can stop a run. */
export const aSignal = expecting('an AbortSignal', (value) => value instanceof AbortSignal, {
  reason: 'the run stops when it is aborted',
  remedy: 'write new AbortController().signal, or leave it out',
});

/** Gives the command that reproduces a failure. */
export const reproducing = optional(
  aFunction({ reason: 'it gives the command that reproduces a failure', remedy: 'leave it out' }),
);

/**
 * A runner that computes cells one after another in this thread. It stops between two blocks if the signal is aborted, and throws
 * its reason. A block that fails here would fail again: it goes to `lose` if the run has one, or else its Failure stops the study, with
 * the command of `reproduce`.
 */
export const inProcess = checked(
  'inProcess',
  [
    [
      'settings',
      optional(
        objectOf(
          'an object of settings',
          { signal: optional(aSignal), reproduce: reproducing },
          { reason: 'it may hold a signal', remedy: 'write inProcess(), or inProcess({ signal })' },
        ),
      ),
    ],
  ],
  (settings?: { readonly signal?: AbortSignal; readonly reproduce?: Reproduce }): RunBlocks => runInProcess(settings),
);
