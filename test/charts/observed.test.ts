import { expect, test } from 'vitest';
import { observedChart } from '../../src/charts/observed.ts';
import { OBSERVED } from '../../src/tables/series.ts';
import type { Table } from '../../src/tables/table.ts';
import { toRecords } from '../../src/tables/table.ts';
import { CONTEXT, observed, tableOfRecords } from './synthetic.ts';

const spec = (table: Table) => JSON.stringify(observedChart(table, CONTEXT));
const changed = (change: Record<string, boolean | number>) =>
  tableOfRecords(
    OBSERVED,
    toRecords(observed()).map((record) => ({ ...record, ...change })),
  );

test('figures that were used to choose a parameter are marked in words, and the mark is explained', () => {
  expect(spec(observed())).toContain('"People inside, 2014 to 2018 (fitted)"');
  expect(spec(observed())).toContain('"People on remand, 2014 to 2018"');
  expect(spec(observed())).toContain('Fitted: the figure');
  expect(spec(changed({ fitted: false }))).not.toMatch(/fitted\)|Fitted:/);
});

test('without intervals there is no bar to read', () => {
  expect(spec(observed())).toContain('95 % interval');
  const single = spec(changed({ low: Number.NaN, high: Number.NaN }));
  expect(single).not.toContain('95 % interval');
  expect(single).toContain('Tick: simulated.');
});

test('a number far beyond the scale has no mark, which the renderer of pictures could not draw; the words say it', () => {
  const [far] = toRecords(observed());
  const { observed: seen } = far as { observed: number };
  const text = spec(changed({ simulated: 15 * seen, low: 14 * seen, high: 16 * seen }));
  expect(text).not.toMatch(/"(?:share|low|high)":1[4-6]/);
  expect(text).toMatch(/"share":null/);
});
