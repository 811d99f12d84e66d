/** A forecast says how big it is before it begins, and warns where it goes too far. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addYears } from '../../src/engine/calendar.ts';
import { growing } from '../../src/experiment/forecast/growth.ts';
import { chargesOn, sizeOf } from '../../src/experiment/size.ts';
import { readScenario } from '../../src/files/scenario-file.ts';
import { withRun } from '../../src/scenario/scenario.ts';
import { farInWords, sizeInWords } from '../../src/studies/forecast-size.ts';
import { tinyFolder, typed } from '../commands/typed.ts';

const harbour = withRun(readScenario('harbour/baseline'), { seed: 'a', years: 10 });

test('the size counts runs, years and first charges, and what variants share once', () => {
  const one = sizeOf({ arms: [{ name: 'a', scenario: harbour }], replicates: 40, draws: 0 });
  expect(one).toMatchObject({ runs: 40, burnInYears: 20, charges: [430, 430] });
  expect(one.years).toBeCloseTo(10, 1);
  expect(one.seconds).toBeCloseTo(40 * 30 * (0.006 + 430 * 1.37e-5), 0);
  const arms = [0, 0.02].map((rate) => ({ name: `${rate}`, scenario: growing(harbour, rate) }));
  const two = sizeOf({ arms, replicates: 40, draws: 0 });
  expect(two.runs).toBe(80);
  expect(two.charges[1]).toBeGreaterThan(two.charges[0]);
  // the second variant has the burn-in of the first
  expect(two.seconds / one.seconds).toBeGreaterThan(4 / 3);
  expect(two.seconds / one.seconds).toBeLessThan(1.4);
  expect(chargesOn(arms[1]!.scenario, addYears(harbour.start, 9))).toBeCloseTo(430 * 1.02 ** 9, 6);
});

test.each([
  [100, 2, 'about 50 seconds on 2 threads'],
  [3600, 2, 'about 30 minutes on 2 threads'],
  [36_000, 1, 'about 10 hours on 1 thread'],
])('%d seconds on %d threads: %s', (seconds, workers, told) => {
  const size = { runs: 40, burnInYears: 20, years: 76, charges: [480, 520] as const, seconds };
  expect(sizeInWords(size, workers)).toBe(
    `40 runs of 96 years (20 of burn-in and 76 of forecast), 480 to 520 first charges per year: ${told} of a quiet machine; runs kept from before take none`,
  );
});

test('the horizon is ten years', () => {
  expect(farInWords(10)).toBeUndefined();
  expect(farInWords(76)).toMatch(/^the forecast goes 76 years ahead, beyond 10: .* no doubt about laws/);
});

test('both are told before anything runs; charges that files let grow beyond reason are refused', async () => {
  const folder = await tinyFolder();
  const line = 'forecast tiny --until 2023-12-31 --replicates 2 --out far';
  const told: string[] = [];
  const stderr = {
    isTTY: true,
    columns: 90,
    write: (text: string) => told.push(text),
    cursorTo: () => {},
    clearLine: () => {},
  };
  const stopped = new AbortController();
  stopped.abort(new Error('stopped before the first day'));
  await typed(line, folder, { stderr, signal: stopped.signal });
  expect(told[0]).toMatch(
    /^2 runs of 14 years \(2 of burn-in and 12 of forecast\), 91.\d first charges|^2 runs of 14 years/,
  );
  expect(told[1]).toMatch(/warning.*: the forecast goes 12 years ahead, beyond 10/);
  const rows = '2012-06-01,arrivals.per_year,grow,50 %,per year,assumed,what if,\n';
  await writeFile(join(folder, 'scenarios', 'grow.csv'), `date,lever,change,value,unit,basis,source,note\n${rows}`);
  await writeFile(join(folder, 'scenarios', 'grows.yaml'), 'title: Grows\nextends: tiny.yaml\ninputs: [grow.csv]\n');
  const { exitCode, stderr: complaint } = await typed('forecast grows --until 2023-12-31', folder);
  expect([exitCode, complaint]).toEqual([
    2,
    expect.stringMatching(
      /^first charges grow from .* to .* on 2023-12-31\n {2}a forecast takes at most 10 times as many as at its start\n/,
    ),
  ]);
});
