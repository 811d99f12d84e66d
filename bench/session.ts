/**
 * Session: a process that measures one workload, turn by turn, and the same for programs that are not ours.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Compiled } from './compile.ts';
import type { Answer, Given, Result, Workload } from './measure.ts';

/** Something that can be asked for turns. */
export interface Session<Got> {
  readonly turn: (number: number) => Promise<Answer<Got>>;
  readonly close: () => void;
}

/** Starts a workload of this commit in a process of its own, ready for its first turn. Rejects if the process fails. */
export async function open<Name extends Workload>(
  { folder }: Compiled,
  workload: Name,
  ...given: Given<Name>
): Promise<Session<Result<Name>>> {
  const child = fork(join(folder, 'bench', 'measure.js'), [workload, ...given], { execArgv: [] });
  await answerOf(child, workload);
  return {
    turn(number) {
      const answer = answerOf<Answer<Result<Name>>>(child, workload);
      child.send(number);
      return answer;
    },
    close: () => child.disconnect(),
  };
}

/** One turn of a workload in a process of its own. */
export async function once<Name extends Workload>(
  compiled: Compiled,
  workload: Name,
  ...given: Given<Name>
): Promise<Result<Name>> {
  const session = await open(compiled, workload, ...given);
  const { result } = await session.turn(0);
  session.close();
  return result;
}

function answerOf<Got>(child: ChildProcess, workload: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const end = (code: number | null) =>
      reject(new Error(`the process of the workload ${workload} ended with ${code}`));
    child.once('exit', end);
    child.once('message', (answer) => {
      child.off('exit', end);
      resolve(answer as Got);
    });
  });
}
