import { expect, test } from 'vitest';
import { blocksOf, runBlock } from '../../src/experiment/study.ts';
import { fromBytes, toBytes } from '../../src/runners/written-summary.ts';
import { emptySummary } from '../../src/simulation/summary.ts';
import { tinyScenario } from '../tiny.ts';

test('a summary is read back as it was', () => {
  const study = { arms: [{ name: 'a', scenario: tinyScenario() }], replicates: 1, draws: 0 };
  const { summary } = runBlock(study, blocksOf(study)[0])[0];
  summary.lives[0] = 0xffffffff;
  summary.stock[0] = -1;
  summary.sums[0] = 2 ** 52;
  expect(fromBytes(toBytes(summary))).toEqual(summary);
});

test('the bytes begin with the shape and are little-endian', () => {
  const summary = emptySummary({ weeks: 1, years: 1, levels: 1, offences: 2 });
  summary.stock[0] = 0x01020304;
  expect([...toBytes(summary).slice(0, 28)]).toEqual([
    ...[1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ...[4, 3, 2, 1],
  ]);
});

test.each([
  ['nothing', (_: Uint8Array) => new Uint8Array(0)],
  ['half', (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2)],
  ['too much', (bytes: Uint8Array) => Uint8Array.of(...bytes, 0)],
  ['an absurd shape', (bytes: Uint8Array) => bytes.fill(255, 0, 16)],
])('%s is no summary', (_, spoilt) => {
  expect(fromBytes(spoilt(toBytes(emptySummary({ weeks: 2, years: 1, levels: 3, offences: 2 }))))).toBeUndefined();
});
