/**
 * The curves of survival are those of R: estimates, standard errors and limits of Kaplan-Meier and Aalen-Johansen, made by the
 * package survival from lives after release with death and expulsion as other exits. `test/fixtures/survival.R` makes them,
 * `scripts/survival-fixture.ts` writes both files.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runBlock } from '../../src/experiment/study.ts';
import { definitions, MONTHS } from '../../src/simulation/summary.ts';
import { type Curve, cumulativeIncidence, kaplanMeier, type MonthlyCounts } from '../../src/statistics/survival.ts';
import { type Ended, livesFile, releasedLives, releasedStudy } from './released-lives.ts';
import { byR, hasRPackage } from './with-r.ts';

const SCRIPT = 'test/fixtures/survival.R';
const LIVES = 'test/fixtures/survival-lives.csv';
const CURVES = 'test/fixtures/survival-curves.csv';
const curveNames = ['kaplan-meier', 'aalen-johansen'] as const;

/** One month of one curve as R has it; NaN where it has nothing to say. */
type Row = Readonly<Record<'month' | 'at_risk' | 'estimate' | 'error' | 'low' | 'high', number>>;
type RCurves = ReadonlyMap<string, readonly Row[]>;

function curvesIn(text: string): RCurves {
  const [header, ...lines] = text.trim().split('\n');
  const names = header!.split(',');
  const curves = new Map<string, Row[]>();
  for (const line of lines) {
    const [definition, curve, ...numbers] = line.split(',');
    const values = numbers.map((number) => (number === '' ? Number.NaN : Number(number)));
    const row = Object.fromEntries(names.slice(2).map((name, at) => [name, values[at]])) as Row;
    const name = `${definition} ${curve}`;
    curves.set(name, [...(curves.get(name) ?? []), row]);
  }
  return curves;
}

function livesIn(text: string): readonly Ended[] {
  const [, ...lines] = text.trim().split('\n');
  return lines.map((line) => {
    const [definition, month, ended] = line.split(',') as [string, string, Ended['ended']];
    return { definition, month: Number(month), ended };
  });
}

function countsOf(lives: readonly Ended[], definition: string): MonthlyCounts {
  const of = (ended: Ended['ended']) => {
    const months = new Int32Array(MONTHS);
    for (const life of lives)
      if (life.definition === definition && life.ended === ended) months[life.month - 1] = months[life.month - 1] + 1;
    return months;
  };
  return { events: of('event'), competing: of('exit'), censored: of('lost') };
}

/** The project's own curve of a name. */
function ownCurve(name: (typeof curveNames)[number], { events, competing, censored }: MonthlyCounts): Curve {
  if (name === 'aalen-johansen') return cumulativeIncidence({ events, competing, censored });
  return kaplanMeier({ events, censored: Int32Array.from(events, (_, month) => competing[month] + censored[month]) });
}

/** Holds a curve to that of R in every month; limits where both have them: R has none before the first event. */
function expectSame(own: Curve, rows: readonly Row[]): void {
  let limits = 0;
  for (const { month, at_risk, estimate, error, low, high } of rows) {
    const at = month - 1;
    expect(own.atRisk[at], `at risk in month ${month}`).toBe(at_risk);
    const near = (mine: number, theirs: number, what: string) =>
      expect(Math.abs(mine - theirs), `${what} in month ${month}`).toBeLessThan(1e-9);
    near(own.estimate[at], estimate, 'estimate');
    near(own.standardError[at], error, 'error');
    if (!(error > 0)) continue;
    near(own.low[at], low, 'low');
    near(own.high[at], high, 'high');
    limits++;
  }
  expect(limits).toBeGreaterThan(12);
}

const fixture = curvesIn(readFileSync(CURVES, 'utf8'));
const lives = livesIn(readFileSync(LIVES, 'utf8'));
const recorded = [...new Set(lives.map(({ definition }) => definition))];
const everyCurve = recorded.flatMap((definition) => curveNames.map((name) => [name, definition] as const));

describe('on the recorded lives', () => {
  test.each(everyCurve)('%s of %s is that of R in every month', (name, definition) => {
    expectSame(ownCurve(name, countsOf(lives, definition)), fixture.get(`${definition} ${name}`)!);
  });

  test('there are a few hundred releases, events, other exits and people lost, in many months', () => {
    expect(recorded).toHaveLength(4);
    for (const definition of recorded) {
      const own = lives.filter((life) => life.definition === definition);
      expect(own.length).toBeGreaterThan(300);
      for (const ended of ['event', 'exit', 'lost'] as const) {
        const months = new Set(own.filter((life) => life.ended === ended).map(({ month }) => month));
        expect(months.size, `${definition}: ${ended}`).toBeGreaterThan(12);
      }
    }
  });
});

const isRHere = hasRPackage('survival');

/** What R makes of these lives, now. */
function curvesByR(text: string): RCurves {
  return curvesIn(byR(SCRIPT, text));
}

describe.skipIf(!isRHere)(
  `with R itself${isRHere ? '' : ' (skipped: no Rscript with the package survival was found here)'}`,
  () => {
    test('the recorded curves are what R makes of the recorded lives', () => {
      const again = curvesByR(readFileSync(LIVES, 'utf8'));
      expect([...again.keys()]).toEqual([...fixture.keys()]);
      for (const [name, rows] of again) {
        expect(rows.length).toBe(fixture.get(name)!.length);
        rows.forEach((row, at) => {
          for (const [column, value] of Object.entries(row) as [keyof Row, number][]) {
            const recorded = fixture.get(name)![at][column];
            if (Number.isNaN(value)) expect(recorded).toBeNaN();
            else expect(Math.abs(value - recorded), `${name}, ${column} of month ${row.month}`).toBeLessThan(1e-9);
          }
        });
      }
    });

    test('the counts of summaries of today give the curves that R makes of the lives of today', () => {
      const byR = curvesByR(livesFile(releasedLives(releasedStudy)));
      const summaries = [0, 1, 2].map(
        (replicate) => runBlock(releasedStudy, { draw: 0, replicate, arms: [0] })[0].summary,
      );
      definitions.forEach((definition, number) => {
        const levels = summaries[0].shape.levels + 1;
        const of = (part: 'events' | 'competing' | 'censored') =>
          Int32Array.from({ length: MONTHS }, (_, month) =>
            summaries
              .flatMap((summary) =>
                Array.from({ length: levels }, (_, level) => summary[part][(number * levels + level) * MONTHS + month]),
              )
              .reduce((sum, count) => sum + count, 0),
          );
        const counts = { events: of('events'), competing: of('competing'), censored: of('censored') };
        for (const name of curveNames) expectSame(ownCurve(name, counts), byR.get(`${definition} ${name}`)!);
      });
    });
  },
);
