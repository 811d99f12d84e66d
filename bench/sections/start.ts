/**
 * `npm start`, with eight replicates: processor time of the whole command, charts and report included.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Compiled } from '../compile.ts';
import { contest } from '../contest.ts';
import type { Session } from '../session.ts';
import type { Turn } from '../workloads/processor-time.ts';
import { type Bench, comparison, type Section, treesOf } from './section.ts';

/** Runs the command three times, or as often as rounds are asked for if fewer, in turn with that of the other commit if there is one. */
export async function start(bench: Bench): Promise<Section> {
  const { calibrate, say } = bench;
  const rounds = Math.min(bench.rounds, ROUNDS);
  const contestants = treesOf(bench).map(({ name, compiled }) => ({
    name: `npm start of ${name}`,
    open: async () => command(compiled),
  }));
  const { scores, calibration } = await contest<StartTurn>(contestants, { rounds, turns: 1, calibrate, say });
  const { best } = scores[0];
  return {
    name: `npm start --replicates ${REPLICATES}`,
    calibration,
    ratios: {},
    figures: { 'processor seconds': best.milliseconds / 1000, 'seconds on the wall': best.wallSeconds },
    against: comparison(
      'processor time',
      scores.map(({ costs }) => costs),
    ),
  };
}

interface StartTurn extends Turn {
  readonly wallSeconds: number;
}

const REPLICATES = 8;
const ROUNDS = 3;

/**
 * The command in a folder of its own, empty but for the scenarios: it can neither find nor leave what an earlier run kept. The
 * shell knows the processor time of everything that the command started; memory is not measured.
 */
function command({ folder, start }: Compiled): Session<StartTurn> {
  return {
    async turn() {
      const empty = mkdtempSync(join(folder, 'start-'));
      symlinkSync(join(folder, 'scenarios'), join(empty, 'scenarios'), 'junction');
      const given = [join(folder, 'src', 'main.js'), ...start, '--replicates', `${REPLICATES}`, '--quiet'];
      const environment = { ...process.env, HOME: empty, XDG_CACHE_HOME: join(empty, 'cache') };
      const begun = performance.now();
      const { stdout, stderr, status } = spawnSync('sh', ['-c', TIMED, 'sh', process.execPath, ...given], {
        encoding: 'utf8',
        cwd: empty,
        env: environment,
      });
      if (status !== 0) throw new Error(`npm start ended with ${status}: ${stderr}`);
      const wallSeconds = (performance.now() - begun) / 1000;
      rmSync(empty, { recursive: true, force: true });
      const result = { milliseconds: 1000 * secondsOfChildren(stdout), work: 1, wallSeconds };
      return { result, peakMegabytes: Number.NaN };
    },
    close() {},
  };
}

/** Runs a command without its output, then prints the times of the shell and, on a second line, of all that it ran. */
const TIMED = '"$@" >/dev/null && times';

/** User and system time from the second line of the shell's `times`: `1m23.450000s 0m1.200000s`. */
export function secondsOfChildren(times: string): number {
  const parts = [...(times.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) throw new Error(`these are not the times of a shell: ${times}`);
  return parts.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
}
