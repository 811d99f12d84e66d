/**
 * In steps: runs long work in this thread step by step, so that it can be stopped and shows progress.
 */

/** Takes every step, with a pause after each in which the signal is heard, and gives the result. Throws the reason of the signal. */
export async function inSteps<Result>(
  steps: Generator<void, Result>,
  { signal, lived }: { readonly signal: AbortSignal; readonly lived: () => void },
): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    lived();
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  }
}
