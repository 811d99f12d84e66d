/**
 * Cumulative incidence on exact days is that of R's package cmprsk: counts by day go through the estimator that counts by month go
 * through. `test/fixtures/cmprsk.R` makes the curves, `scripts/survival-fixture.ts` writes both files.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cumulativeIncidence } from '../../src/statistics/survival.ts';
import { daysFile, type EndedOnDay, livesByDay, releasedStudy } from './released-lives.ts';
import { byR, hasRPackage } from './with-r.ts';

const SCRIPT = 'test/fixtures/cmprsk.R';
const LIVES = readFileSync('test/fixtures/cmprsk-lives.csv', 'utf8');
const CURVES = readFileSync('test/fixtures/cmprsk-curves.csv', 'utf8');

/** The incidence of a charge and of another exit at the end of a day. */
type Row = readonly [day: number, event: number, exit: number];

const rowsIn = (text: string) => text.trim().split('\n').slice(1);
const curvesIn = (text: string) => rowsIn(text).map((line) => line.split(',').map(Number) as unknown as Row);
const livesIn = (text: string) =>
  rowsIn(text).map((line): EndedOnDay => {
    const [days, ended] = line.split(',') as [string, EndedOnDay['ended']];
    return { days: Number(days), ended };
  });

/** How many lives end in a way, by day. */
function countsBy(lives: readonly EndedOnDay[], ended: EndedOnDay['ended']): Int32Array {
  const counts = new Int32Array(Math.max(...lives.map(({ days }) => days)) + 1);
  for (const life of lives) if (life.ended === ended) counts[life.days]++;
  return counts;
}

/** Holds both incidences to those of R on every day on which somebody is charged or exits. */
function expectSame(lives: readonly EndedOnDay[], rows: readonly Row[]): void {
  const [events, exits, lost] = (['event', 'exit', 'lost'] as const).map((ended) => countsBy(lives, ended));
  const charged = cumulativeIncidence({ events: events!, competing: exits!, censored: lost! });
  const exited = cumulativeIncidence({ events: exits!, competing: events!, censored: lost! });
  expect(rows.length).toBeGreaterThan(200);
  for (const [day, event, exit] of rows) {
    expect(Math.abs(charged.estimate[day]! - event), `charged by day ${day}`).toBeLessThan(1e-9);
    expect(Math.abs(exited.estimate[day]! - exit), `other exit by day ${day}`).toBeLessThan(1e-9);
  }
}

describe('on the recorded lives', () => {
  const lives = livesIn(LIVES);

  test('the incidence of a charge and of another exit is that of R on every day', () => {
    expectSame(lives, curvesIn(CURVES));
  });

  test('people are lost on many days between the events, so that order and weights matter', () => {
    for (const ended of ['event', 'exit', 'lost'] as const)
      expect(countsBy(lives, ended).filter((count) => count > 0).length, ended).toBeGreaterThan(30);
  });
});

const isRHere = hasRPackage('cmprsk');

/** What R makes of these lives, now. */
function curvesByR(text: string): readonly Row[] {
  return curvesIn(byR(SCRIPT, text));
}

describe.skipIf(!isRHere)(
  `with R itself${isRHere ? '' : ' (skipped: no Rscript with the package cmprsk was found here)'}`,
  () => {
    test('the recorded curves are what R makes of the recorded lives', () => {
      const again = curvesByR(LIVES);
      const recorded = curvesIn(CURVES);
      expect(again.length).toBe(recorded.length);
      again.forEach((row, at) => {
        row.forEach((value, column) => {
          expect(Math.abs(value - recorded[at]![column]!)).toBeLessThan(1e-9);
        });
      });
    });

    test('and so it is of the lives of today', () => {
      const lives = livesByDay(releasedStudy);
      expectSame(lives, curvesByR(daysFile(lives)));
    });
  },
);
