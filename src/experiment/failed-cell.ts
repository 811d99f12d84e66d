/**
 * Failed cell: tells the error of one cell from an error of the machine.
 *
 * A cell is a pure function of its key, so what it throws it throws again anywhere: an impossible draw of the parameters, or a
 * defect. Such a cell is lost, and the study can go on without it. Memory and stack that do not suffice are no property of a cell,
 * so these errors pass through unchanged and end the run.
 */

/** The error of a cell as its `cause`, with the index of the arm that failed. */
export class FailedCell extends Error {
  readonly arm: number;

  constructor(arm: number, cause: unknown) {
    super(`arm ${arm} failed`, { cause });
    this.name = 'FailedCell';
    this.arm = arm;
  }
}

/** Does the work of one arm. Throws a FailedCell if it fails, but an error of the machine as it is. */
export function workOfArm<Result>(arm: number, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (isOfTheMachine(error)) throw error;
    throw new FailedCell(arm, error);
  }
}

function isOfTheMachine(error: unknown): boolean {
  return error instanceof RangeError && /allocation failed|call stack size/.test(error.message);
}
