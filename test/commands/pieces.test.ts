import picocolors from 'picocolors';
import { describe, expect, test, vi } from 'vitest';
import type { Comparison, DifferenceResult, MeasureResult } from '../../src/experiment/comparison.ts';
import type { Reached, Stop } from '../../src/experiment/stopping.ts';
import { citationText } from '../../src/results/parameters-table.ts';
import { summaryOf } from '../../src/results/summary-file.ts';
import { armNames } from '../../src/studies/plan-study.ts';
import { shellWord } from '../../src/studies/request.ts';
import { headlineTable } from '../../src/terminal/headline-table.ts';
import { barLine, budgetLine, startBar, startBudgetBar } from '../../src/terminal/progress-bar.ts';
import { stopLines } from '../../src/terminal/study-answer.ts';
import { hasColours, type Terminal, terminalWidth } from '../../src/terminal/terminal.ts';
import { textTable } from '../../src/terminal/text-table.ts';

const terminal: Terminal = {
  stdout: { write: () => {} },
  stderr: { write: () => {} },
  cwd: '/',
  environment: {},
  now: () => 0,
  cores: 1,
  signal: new AbortController().signal,
};

describe('names of arms', () => {
  test.each([
    [
      ['scenarios/normality.yaml', 'scenarios/norway/baseline.yaml'],
      ['normality', 'baseline'],
    ],
    [
      ['norway/baseline.yaml', 'sweden/baseline.yaml'],
      ['norway-baseline', 'sweden-baseline'],
    ],
    [
      ['a.yaml', 'b/a.yaml'],
      ['a', 'b-a'],
    ],
    [
      ['a.yaml', 'a.yaml', 'a.yaml'],
      ['a', 'a-2', 'a-3'],
    ],
    [
      ['x/a.yaml', 'y/x/a.yaml'],
      ['x-a', 'x-a-2'],
    ],
  ])('%j are %j', (paths, names) => {
    expect(armNames(paths)).toEqual(names);
  });
});

describe('the progress bar', () => {
  test.each([
    [0, 200, 0, 3, `${'-'.repeat(40)}   0 %  0/200`],
    [110, 200, 48, 3, `${'#'.repeat(22)}${'-'.repeat(18)}  55 %  110/200   413 cells/min  left 0:39`],
    [1, 2, 5000, 1, `${'#'.repeat(20)}${'-'.repeat(20)}  50 %  1/2   0 cells/min  left 1:23:20`],
    [200, 200, 60, 1, `${'#'.repeat(40)} 100 %  200/200   200 cells/min  left 0:00`],
  ])('after %i of %i in %i s', (done, of, seconds, cells, line) => {
    expect(barLine(done, of, seconds, cells)).toBe(line);
  });

  test('counts what it is told to', () => {
    expect(barLine(21, 42, 30, 1, 'years')).toMatch(/ {2}21\/42 {3}42 years\/min {2}left 0:30$/);
  });

  test.each([
    [true, true],
    [false, false],
  ])('with a person watching: %s, prints: %s', (isTTY, prints) => {
    let text = '';
    const stream = {
      isTTY,
      columns: 90,
      write: (more: string) => (text += more),
      on: () => {},
      removeListener: () => {},
    };
    const settings = { heading: ['stepdown run tiny', '2 replicates'], blocks: 2, cellsPerBlock: 1 } as const;
    const bar = startBar(settings, { ...terminal, stderr: stream });
    bar.progress(1, 2);
    bar.stop();
    expect(text.includes('2 replicates')).toBe(prints);
    expect(text.includes('50 %')).toBe(prints);
    if (!prints) expect(text).toBe('');
  });

  test('writes a line every half minute into a file', () => {
    vi.useFakeTimers();
    try {
      let text = '';
      const stderr = { write: (more: string) => (text += more) };
      const settings = { heading: ['stepdown run tiny', '2 replicates'], blocks: 4, cellsPerBlock: 1 } as const;
      const bar = startBar(settings, { ...terminal, stderr, logEvery: 30_000, now: () => Date.now() });
      vi.advanceTimersByTime(29_000);
      expect(text).toBe('');
      bar.progress(2, 4);
      vi.advanceTimersByTime(31_000);
      bar.stop();
      vi.advanceTimersByTime(600_000);
      expect(text.split('\n')).toHaveLength(3);
      expect(text).toMatch(/^stepdown run tiny {2}#+-+ +50 % {2}2\/4/);
    } finally {
      vi.useRealTimers();
    }
  });

  test.each([
    [{ replicates: 0, seconds: 0 }, `${'-'.repeat(40)}  0:00 of 0:20   0 replicates, at least 8 needed`],
    [{ replicates: 1, seconds: 5 }, `${'#'.repeat(5)}${'-'.repeat(35)}  0:05 of 0:20   1 replicate, at least 8 needed`],
    [
      { replicates: 7, seconds: 31 },
      `${'#'.repeat(35)}${'-'.repeat(5)}  0:31 of 0:20   7 replicates, at least 8 needed`,
    ],
    [
      { replicates: 11, needed: 24, seconds: 15 },
      `${'#'.repeat(30)}${'-'.repeat(10)}  0:15 of 0:20   11 replicates, about 24 needed`,
    ],
    [
      { replicates: 12, needed: 24, seconds: 15, budget: Number.POSITIVE_INFINITY },
      `${'#'.repeat(20)}${'-'.repeat(20)}  0:15   12 replicates, about 24 needed`,
    ],
    [
      { replicates: 2, seconds: 4, budget: Number.POSITIVE_INFINITY },
      `${'#'.repeat(10)}${'-'.repeat(30)}  0:04   2 replicates, at least 8 needed`,
    ],
  ])('of a study that ends by itself, with %j', (progress, line) => {
    expect(budgetLine({ needed: undefined, fewest: 8, budget: 20, ...progress })).toBe(line);
  });

  test('shows the time and the limit before anything is done', () => {
    let text = '';
    const stream = { isTTY: true, columns: 90, write: (more: string) => (text += more), on() {}, removeListener() {} };
    const settings = {
      heading: ['stepdown compare a b', '2 workers'],
      budget: 20,
      fewest: 8,
      seconds: () => 1,
    } as const;
    const bar = startBudgetBar(settings, { ...terminal, stderr: stream });
    expect(text).toContain('0:01 of 0:20   0 replicates, at least 8 needed');
    bar.onReplicate(9, 30);
    bar.stop();
    expect(text).toContain('9 replicates, about 30 needed');
  });
});

describe('what ended a study', () => {
  const reached = (margin: number) => [{ wanted: { name: 'new-charge@2y' }, margin, allowed: 0.5 } as Reached];
  test.each<[Stop, readonly string[]]>([
    [
      { replicates: 11, stoppedBy: 'precision', reached: reached(0.4321) },
      [
        'precision   new-charge@2y: ±0.432, wanted ±0.5',
        'replicates  11, narrow enough; --replicates 11 gives the same digest',
      ],
    ],
    [
      { replicates: 9, stoppedBy: 'budget', reached: reached(Number.POSITIVE_INFINITY) },
      [
        'precision   new-charge@2y: not known, wanted ±0.5',
        'replicates  9, stopped by time (see --budget): not narrow enough yet; --replicates 9 gives the same digest',
      ],
    ],
    [
      { replicates: 200, stoppedBy: 'most-replicates', reached: reached(0.6) },
      [
        'precision   new-charge@2y: ±0.6, wanted ±0.5',
        'replicates  200, the most allowed (see --most-replicates): not narrow enough yet; --replicates 200 gives the same digest',
      ],
    ],
  ])('%j', (stop, lines) => {
    expect(stopLines(stop)).toEqual(lines);
  });
});

describe('colours', () => {
  test.each([
    [true, {}, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, {}, false],
    [false, { CI: '1' }, false],
    [false, { FORCE_COLOR: '1' }, false],
  ])('on a terminal: %s, with %j: %s', (isTTY, environment, expected) => {
    expect(hasColours({ write: () => {}, isTTY }, { ...terminal, environment })).toBe(expected);
  });
});

test.each([
  [{ COLUMNS: '60' }, 80, 60],
  [{ COLUMNS: '' }, 80, 80],
  [{ COLUMNS: 'wide' }, undefined, undefined],
  [{}, 72, 72],
])('with %j a terminal of %s characters has %s', (environment, columns, expected) => {
  const stdout = { write: () => {}, ...(columns !== undefined && { columns }) };
  expect(terminalWidth({ stdout, environment })).toBe(expected);
});

const about = {
  label: 'charged again',
  unit: 'percent',
  better: 'lower',
  horizon: 2,
  population: 'all who served',
} as const;
const charged = (arm: string, mean: number): MeasureResult => {
  return { ...about, measure: 'new-charge', arm, definition: 'd', mean, low: mean - 1, high: mean + 1, replicates: 3 };
};
const comparisonOf = (arms: readonly string[], differences: readonly DifferenceResult[]) =>
  ({
    arms,
    measures: arms.map((arm, index) => charged(arm, 45 + index)),
    differences,
    armDigests: new Map(arms.map((arm) => [arm, arm])),
  }) as unknown as Comparison;
const change = {
  ...about,
  measure: 'new-charge',
  baseline: 'as it is',
  difference: 1,
  gain: 1,
  replicates: 3,
} as const;

describe('the headline table', () => {
  const plain = picocolors.createColors(false);

  test('has the baseline, then each arm and its difference with signs', () => {
    const difference = { ...about, measure: 'new-charge', arm: 'open', baseline: 'as it is', difference: 1, gain: 1 };
    const comparison = comparisonOf(['as it is', 'open'], [{ ...difference, low: -0.2, high: 2.2, replicates: 3 }]);
    expect(headlineTable(comparison, '2012-2014', ['high'], plain).split('\n')).toEqual([
      '2012-2014         as it is  open  open \u2212 as it is',
      'charged again, %      45.0  46.0  +1.0 points (\u22120.2 to +2.2)',
      '',
    ]);
  });

  test('of one arm has its interval', () => {
    expect(headlineTable(comparisonOf(['open'], []), '2012', ['high'], plain).split('\n')).toEqual([
      '2012              open  95 % interval',
      'charged again, %  45.0  (44.0 to 46.0)',
      '',
    ]);
  });

  test('of a single run has no intervals, whatever their ends', () => {
    const none = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    const comparison = comparisonOf(
      ['as it is', 'open', 'shut'],
      [
        { ...change, ...none, arm: 'open' },
        { ...change, arm: 'shut', difference: Number.NaN, low: Number.NaN, high: Number.NaN },
      ],
    );
    expect(headlineTable(comparison, '2012', ['high'], plain).split('\n')[1]).toBe(
      'charged again, %      45.0  46.0  +1 points (n/a)  47.0  n/a',
    );
    const alone = { ...comparisonOf(['open'], []), measures: [{ ...charged('open', 45), ...none }] };
    expect(headlineTable(alone, '2012', ['high'], plain)).toContain('charged again, %    45  n/a\n');
  });

  test('has percentages from 0 to 100, but differences as they are', () => {
    const alone = { ...comparisonOf(['open'], []), measures: [charged('open', 0.5)] };
    expect(headlineTable(alone, '2012', ['high'], plain)).toContain('(0 to 1.5)');
    const comparison = comparisonOf(['as it is', 'open'], [{ ...change, arm: 'open', low: -120, high: 2 }]);
    expect(headlineTable(comparison, '2012', ['high'], plain)).toContain('0 points (\u2212120 to 0)');
  });

  test('breaks its labels where the line is short, and only then', () => {
    const comparison = comparisonOf(['as it is', 'open'], [{ ...change, arm: 'open', low: -0.2, high: 2.2 }]);
    const lines = (width: number) => headlineTable(comparison, '2012-2014', ['high'], plain, width).split('\n');
    expect(lines(60)).toEqual(lines(1000));
    expect(lines(59).slice(1, 3)).toEqual(['charged again,       45.0  46.0  +1.0 points (\u22120.2 to +2.2)', '%']);
    expect(lines(10).every((line) => line.length <= 59)).toBe(true);
  });

  test('marks the differences whose interval leaves zero out', () => {
    const difference = { ...about, measure: 'new-charge', arm: 'open', baseline: 'as it is', difference: 1, gain: 1 };
    const bold = picocolors.createColors(true);
    const shown = (low: number) => {
      const comparison = comparisonOf(['as it is', 'open'], [{ ...difference, low, high: 2, replicates: 3 }]);
      return headlineTable(comparison, '2012', ['high'], bold).split('\n')[1];
    };
    expect(shown(0.5)).toContain('\u001b[1m+1');
    expect(shown(-0.5)).not.toContain('\u001b[1m');
  });
});

test('a summary has 12 digits, and null for what could not be measured', () => {
  const measured = [charged('open', 100 / 3), charged('shut', Number.NaN)];
  const empty = { differences: [], lastYear: [], cohorts: [], pairs: [], layers: [], choices: [] };
  const comparison = { measures: measured, ...empty };
  const { measures } = summaryOf(comparison as unknown as Comparison);
  expect(measures[0]).toMatchObject({ arm: 'open', mean: 33.3333333333, low: 32.3333333333, replicates: 3 });
  expect(measures[1]).toMatchObject({ arm: 'shut', mean: null, low: null, high: null });
});

test('a text table has columns two spaces apart and no spaces at the ends of lines', () => {
  expect(
    textTable(
      [
        ['a', '1', 'x'],
        ['bcd', '20', ''],
      ],
      [{}, { align: 'right' }, {}],
    ),
  ).toBe('a     1  x\nbcd  20\n');
});

test.each([
  ['norway/baseline', 'norway/baseline'],
  ['a seed', "'a seed'"],
  ["it's", "'it'\\''s'"],
])('%s is %s in a shell', (word, quoted) => {
  expect(shellWord(word)).toBe(quoted);
});

test('a citation is one line', () => {
  expect(citationText({ authors: 'Kriminalomsorgen', year: '2013', title: 'Yearbook', page: '12' })).toBe(
    'Kriminalomsorgen 2013, Yearbook, p. 12',
  );
  expect(citationText({ year: '2012', title: 'Law', table: '4', journal: 'Lovdata' })).toBe(
    '2012, Law, Lovdata, table 4',
  );
});
