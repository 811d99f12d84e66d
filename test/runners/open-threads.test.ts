/** Threads that stay open run one study after another, several at once, and go on when one of them is left. */
import { afterEach, expect, test } from 'vitest';
import { blocksOf, type CellResult, runBlock, type Study } from '../../src/experiment/study.ts';
import { type OpenRunner, openThreads } from '../../src/runners/worker-threads.ts';
import { withRun } from '../../src/scenario/scenario.ts';
import { tinyScenario } from '../tiny.ts';

const studyOf = (seed: string, replicates: number): Study => ({
  arms: [{ name: 'as it is', scenario: withRun(tinyScenario(), { seed, years: 1 }) }],
  replicates,
  draws: 0,
});
const [one, other] = [studyOf('one', 1), studyOf('other', 3)];
const expected = (study: Study) => blocksOf(study).flatMap((block) => runBlock(study, block).map(digest));
const digest = (cell: CellResult) => cell.digest;

const open: OpenRunner[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ end }) => end()));
});

function opened(settings: Partial<Parameters<typeof openThreads>[0]> = {}): OpenRunner {
  const runner = openThreads({ workers: 2, ...settings });
  open.push(runner);
  return runner;
}

async function digestsFrom({ run }: OpenRunner, study: Study): Promise<readonly string[]> {
  const digests: string[] = [];
  for await (const cells of run(study, blocksOf(study), () => {})) digests.push(...cells.map(digest));
  return digests;
}

test('studies one after another, also after an end, and at once, have the digests of this thread', async () => {
  const runner = opened();
  expect(await digestsFrom(runner, one)).toEqual(expected(one));
  expect(await digestsFrom(runner, other)).toEqual(expected(other));
  await runner.end();
  const both = await Promise.all([one, other].map((study) => digestsFrom(runner, study)));
  expect(both).toEqual([expected(one), expected(other)]);
});

test('a study that is left early costs another nothing', async () => {
  const runner = opened();
  const others = digestsFrom(runner, other);
  const long = studyOf('long', 1000);
  for await (const cells of runner.run(long, blocksOf(long), () => {})) {
    expect(cells).toHaveLength(1);
    break;
  }
  expect(await others).toEqual(expected(other));
  expect(await digestsFrom(runner, one)).toEqual(expected(one));
});

test('a signal between two studies ends the threads, and stops the next with its reason', async () => {
  const stopping = new AbortController();
  const runner = opened({ signal: stopping.signal });
  await digestsFrom(runner, one);
  stopping.abort(new Error('enough'));
  await expect(digestsFrom(runner, other)).rejects.toThrow('enough');
});
