/** Cited: no figure that counts as a test is cited by anything that its run is given. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourcesOfHistory } from '../../../scripts/validation/blind.ts';
import { asCited, citedIn, figureIds, isUndated, OBSERVED } from '../../../scripts/validation/cited.ts';
import { asPlanned, readCalibrationPlan } from '../../../src/evidence/calibration-plan.ts';
import { readObservations } from '../../../src/evidence/observations.ts';
import { readTargets } from '../../../src/evidence/targets.ts';
import { catalogue } from '../../../src/simulation/parameters.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const ids = figureIds(read(OBSERVED));
const figures = readObservations(OBSERVED, read);

test('an id is cited by itself or within a range of its series', () => {
  const isCited = citedIn(['ids: [NO0244, E131]', 'fitted to 65 people (NO0181-NO0201).']);
  expect(['NO0244', 'E131', 'NO0181', 'NO0190', 'NO0201'].every((id) => isCited([id]))).toBe(true);
  expect(['NO0245', 'NO0180', 'PC0190', 'E244'].some((id) => isCited([id]))).toBe(false);
});

describe.each(['calibration', 'calibration-2021'])('under the plan of %s', (name) => {
  const plan = readCalibrationPlan(`scenarios/norway/${name}.yaml`, read, catalogue);

  test.each([undefined, 2016])('blind after %s: no test is cited by evidence, inputs or policies', (blind) => {
    const sources = sourcesOfHistory(read, blind);
    const tests = asCited(asPlanned(plan, figures), ids, sources).filter(({ use }) => use === 'test');
    expect(tests.length).toBeGreaterThan(10);
    for (const { measure, year } of tests) {
      for (const id of ids.get(`${measure} ${year}`)!) {
        expect(sources.texts.filter((text) => text.includes(id)).map(() => `${measure} ${year}: ${id}`)).toEqual([]);
      }
    }
  });
});

describe('the history of Norway', () => {
  const plan = readCalibrationPlan('scenarios/norway/calibration.yaml', read, catalogue);
  const useOf = (blind: number | undefined) => {
    const marked = asCited(asPlanned(plan, figures), ids, sourcesOfHistory(read, blind));
    return (measure: string, year: number) => marked.find((one) => one.measure === measure && one.year === year)!.use;
  };

  test('is given stocks, balances and ceilings that its numbers were made from', () => {
    const of = useOf(undefined);
    for (const year of [1997, 2002, 2006, 2012, 2016]) expect(of('detention-stock', year)).toBe('follow');
    for (const measure of ['monitoring-releases', 'straight-passes', 'remand-releases']) {
      expect(of(measure, 2012)).toBe('follow');
      expect(of(measure, 2019)).toBe('test');
    }
    for (const measure of ['occupancy', 'sentence-stock', 'sentence-entries']) expect(of(measure, 2020)).toBe('follow');
  });

  test('blind after the fit is tested by totals, which its places no longer come from', () => {
    const of = useOf(2016);
    for (const year of [2017, 2018, 2019, 2020, 2021]) expect(of('occupancy', year)).toBe('test');
    expect(of('sentence-stock', 2021)).toBe('test');
    expect(of('sentence-entries', 2021)).toBe('follow');
    expect(of('detention-stock', 2021)).toBe('test');
  });

  test('has figures whose sources do not say their year', () => {
    expect(figures.filter(isUndated).map(({ measure }) => measure)).toEqual([
      'releases',
      'remand-entries',
      'time-served',
    ]);
  });
});

test('no target of Norway in 2012 that counts as a test is cited or fitted', () => {
  const { texts } = sourcesOfHistory(read);
  const fitted = new Set(
    figures.filter(({ use }) => use === 'fit').flatMap(({ measure, year }) => ids.get(`${measure} ${year}`)!),
  );
  const tests = readTargets('scenarios/norway/targets.yaml', read).filter((one) => !one.fitted);
  expect(tests.length).toBeGreaterThan(5);
  for (const target of tests) {
    expect([target.measure, citedIn(texts)(target.ids)]).toEqual([target.measure, false]);
    expect(target.ids.filter((id) => fitted.has(id))).toEqual([]);
  }
});
