import { describe, expect, test } from 'vitest';
import { transferDay } from '../../src/prison/release.ts';
import { earliestRelease } from '../../src/prison/sentence-terms.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import { type Levers, livesIn, tinyCell, withLevers } from '../tiny.ts';

/** The law as it stands: two thirds, at least 60 days, at least 14 days left. */
const lawful = (sentenceDays: number) => earliestRelease(sentenceDays, 2 / 3, 60, 14);

test.each([
  [1, 1, 'the shortest sentence is served whole'],
  [14, 14, 'two weeks'],
  [30, 30, 'a month: two thirds would be less than 60 days'],
  [59, 59, 'shorter than the least'],
  [60, 60, 'as long as the least: nothing would remain'],
  [61, 61, 'one day would remain'],
  [73, 73, '13 days would remain: one too few'],
  [74, 60, 'the shortest sentence that qualifies: 60 served, 14 remain'],
  [75, 60, 'two thirds are 50, the least is 60'],
  [80, 60, 'the least still binds'],
  [89, 60, 'two thirds are 59.33, rounded up 60'],
  [90, 60, 'two thirds are 60 exactly, not 61'],
  [91, 61, 'two thirds are 60.67, rounded up'],
  [92, 62, 'two thirds are 61.33, rounded up'],
  [93, 62, 'two thirds are 62 exactly'],
  [100, 67, 'two thirds are 66.67'],
  [109, 73, 'two thirds are 72.67: as long as the longest sentence that does not qualify'],
  [110, 74, 'two thirds are 73.33: past 73 at last'],
  [120, 80, 'four months'],
  [180, 120, 'half a year'],
  [365, 244, 'a year: 243.33 rounded up'],
  [366, 244, 'a leap year: 244 exactly'],
  [730, 487, 'two years: 486.67'],
  [731, 488, '487.33 rounded up'],
  [1095, 730, 'three years are two years'],
  [3652, 2435, 'ten years: 2434.67'],
  [3653, 2436, '2435.33 rounded up'],
  [7670, 5114, '21 years, the longest that the law allows: 5113.33 rounded up'],
  [7671, 5114, '5114 exactly'],
])('a sentence of %i days may end after %i: %s', (sentenceDays, served) => {
  expect(lawful(sentenceDays)).toBe(served);
});

test.each([
  [74, 2 / 3, 60, 15, 74, 'a day more must remain, so 74 no longer qualifies'],
  [75, 2 / 3, 60, 15, 60, 'and 75 does'],
  [74, 2 / 3, 61, 14, 74, 'a day more must be served'],
  [365, 1, 60, 14, 365, 'no part is remitted'],
  [365, 0.5, 60, 14, 183, 'half: 182.5 rounded up'],
  [100, 0.5, 60, 14, 60, 'half is 50, the least is 60'],
  [90, 0.5, 0, 0, 45, 'without a least and a rest'],
  [90, 0.666667, 60, 14, 61, 'a share with too few decimals is another share'],
  [90, 0.66666666666667, 60, 14, 60, 'a share read from decimals misses a whole day by a hair, and is forgiven'],
])('of %i days, part %f, least %i, rest %i: %i, because %s', (sentenceDays, part, least, rest, served) => {
  expect(earliestRelease(sentenceDays, part, least, rest)).toBe(served);
});

test.each([
  [0, 1000, 270, 183, 270, 'enough is left'],
  [0, 453, 270, 183, 270, 'just enough'],
  [0, 452, 270, 183, 452, 'a day too little: released here'],
  [0, 100, 270, 183, 100, 'released before a transfer could be'],
  [500, 1500, 270, 183, 770, 'counted from the first day of the stay'],
  [0, 1000, 269.5, 183, 270, 'half a day is a day'],
  [0, 1000, 0, 183, 0, 'at once'],
  [0, 270, 270, 0, 270, 'never later than the release'],
])(
  'begun on day %i, release on %i, after %i with %i left: on day %i, because %s',
  (begin, release, after, rest, day) => {
    expect(transferDay(begin, release, after, rest)).toBe(day);
  },
);

describe('each lever moves its measure', () => {
  const base = tinyCell();
  const { release } = base.parameters[0].values;
  const lives = (change: Partial<typeof release>) => {
    const levers: Levers = { release: { ...release, ...change } };
    return [...livesIn(simulate(withLevers(base, levers), true).world).values()];
  };
  const count = (change: Partial<typeof release>, name: string, detail?: number) =>
    lives(change)
      .flat()
      .filter((happening) => happening.event === name && (detail === undefined || happening.detail === detail)).length;

  test('conditional release is granted or refused, never both', () => {
    expect(count({ conditionalGranted: 1 }, 'refused')).toBe(0);
    expect(count({ conditionalGranted: 0 }, 'conditional')).toBe(0);
    expect(count({ conditionalGranted: 0.3 }, 'refused')).toBeGreaterThan(count({}, 'refused'));
    expect(count({ conditionalGranted: 0.3 }, 'conditional')).toBeLessThan(count({}, 'conditional'));
  });

  test('a greater share expelled or transferred home, and fewer come back', () => {
    expect(count({ expelledShare: 0, transferredShare: 0 }, 'expelled')).toBe(0);
    expect(count({ expelledShare: 1 }, 'expelled', 0)).toBeGreaterThan(count({ expelledShare: 0.3 }, 'expelled', 0));
    const quick = { transferDays: 30, transferRest: 60 };
    const transferred = count({ ...quick, transferredShare: 1 }, 'expelled', 1);
    expect(transferred).toBeGreaterThan(count({ ...quick, transferredShare: 0.2 }, 'expelled', 1));
    expect(transferred).toBeGreaterThan(count({ ...quick, transferredShare: 1, transferRest: 400 }, 'expelled', 1));
    expect(transferred).toBeGreaterThan(
      count({ ...quick, transferredShare: 1, transferDays: 300, transferRest: 60 }, 'expelled', 1),
    );
  });

  test.each(['fullTime', 'monitoringCompleted', 'servedInRemand'] as const)(
    'where every foreign national is expelled once a sentence is served, some are after %s',
    (end) => {
      const always: Levers = {
        release: { ...release, expelledShare: 1, transferredShare: 0 },
        synthesise: { foreignShare: new Float64Array(9).fill(1) },
        monitoring: { places: 500 },
        remand: { straightShare: new Float64Array(6) },
      };
      const lives = [...livesIn(simulate(withLevers(base, always), true).world).values()];
      const next = lives.flatMap((life) =>
        life.flatMap(({ event }, at) => (event === end ? [life[at + 1]?.event] : [])),
      );
      expect(new Set(next)).toEqual(new Set(['expelled']));
    },
  );

  test('whoever serves the end in treatment is expelled as from prison', () => {
    const toTreatment: Levers = {
      release: { ...release, expelledShare: 1, transferredShare: 0 },
      treatment: { places: 500, suitedShare: 1, dropoutShare: 0, leastDays: 1, limitDays: 3650 },
    };
    const ends = [...livesIn(simulate(withLevers(base, toTreatment), true).world).values()].filter(
      (life) => life.at(-1)?.event === 'expelled' && life.some(({ event }) => event === 'toTreatment'),
    );
    expect(ends.length).toBeGreaterThan(0);
  });

  test('a life in the model ends with an expulsion', () => {
    for (const life of lives({ expelledShare: 1, transferredShare: 1, transferDays: 30, transferRest: 60 })) {
      const at = life.findIndex(({ event }) => event === 'expelled');
      if (at >= 0) expect(life).toHaveLength(at + 1);
    }
  });

  test('the level of the last day goes on record, of every release from an institution', () => {
    const levels = new Set<number>();
    for (const { event, detail } of lives({}).flat()) {
      if (event === 'fullTime' || event === 'conditional') levels.add(detail);
    }
    expect([...levels].sort().slice(0, 2)).toEqual([0, 1]);
    expect(Math.max(...levels)).toBeLessThan(base.levels);
  });
});
