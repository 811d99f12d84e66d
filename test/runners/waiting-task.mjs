// Waiting task: waits without hearing anything, as a simulation does, and tells when it began and on which thread.
import { threadId } from 'node:worker_threads';

const still = new Int32Array(new SharedArrayBuffer(4));

export default function wait(milliseconds) {
  const began = performance.timeOrigin + performance.now();
  Atomics.wait(still, 0, 0, milliseconds);
  return { began, thread: threadId };
}
