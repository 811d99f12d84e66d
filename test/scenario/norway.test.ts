import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { failure, parameters as reoffending, slope } from '../../src/community/reoffending.ts';
import { formatDay, parseDay } from '../../src/engine/calendar.ts';
import { dimensionsOf } from '../../src/evidence/catalogue.ts';
import type { ParameterValue } from '../../src/evidence/parameter.ts';
import { readTargets } from '../../src/evidence/targets.ts';
import { riskAge, score } from '../../src/people/risk.ts';
import { chanceAfterOdds, parameters as court } from '../../src/prison/court.ts';
import { parameters as detention } from '../../src/prison/detention.ts';
import { parameters as monitoring } from '../../src/prison/monitoring.ts';
import { parameters as remand, remandClass } from '../../src/prison/remand.ts';
import { lengthWithin, parameters as sentence } from '../../src/prison/sentence.ts';
import { lawfulLength } from '../../src/prison/sentence-terms.ts';
import { epochsOf, parametersIn } from '../../src/scenario/epoch.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const norway = scenarioFrom('scenarios/norway/baseline.yaml', { read });
const epoch = epochsOf(norway, catalogue)[0];
const groups = norway.dimensions.offence!;
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0);

/** Not estimated but computed from the baseline: the mean shift by which effects are centred. */
const COMPUTED = 'effects.centre';

/** Unconditional prison sentences of 2009 by offence group, per cent: PC0152-PC0159, narcotics split 9.6 and 6.5. */
const prisonMix = [5.2, 23.0, 20.4, 3.2, 9.6, 6.5, 0.6, 5.1, 26.5].map((percent) => percent / 100.1);
/** Share previously sanctioned among them: PC0094-PC0148; narcotics split, traffic assumed. */
const recordMix = [0.596, 0.766, 0.732, 0.462, 0.8, 0.72, 0.783, 0.43, 0.55];
/** Fully and partly unconditional sentences of 2011 by length: NO0658-NO0670. */
const lengths2011 = [5576 + 1250, 720 + 287, 914 + 318, 719 + 225, 185, 65, 30, 22, 30];

describe('the baseline', () => {
  test('has a passport for every number that some mechanism reads, and ten years to observe from 2012', () => {
    expect([...norway.passports.keys()]).toEqual([...catalogue.keys()]);
    expect(Object.keys(norway.dimensions).sort()).toEqual([...dimensionsOf(catalogue)].sort());
    expect([norway.burnInStart, norway.start, norway.end].map(formatDay)).toEqual([
      '1992-01-01',
      '2012-01-01',
      '2022-01-01',
    ]);
  });

  test.each([
    'synthesise.offence_share',
    'synthesise.category_share',
    'synthesise.age_share',
    'court.charge_share',
    'sentence.band_share',
    'placement.entry_share',
  ])('%s adds up to 1', (path) => {
    for (const row of rowsOf(norway.passports.get(path)!.value)) expect(sum(row)).toBeCloseTo(1, 12);
  });

  test('what is not assumed cites a publication; what is assumed has a range or says why not', () => {
    for (const { path, grade, sources, uncertainty, note, parameter } of norway.passports.values()) {
      if (path === COMPUTED) continue;
      if (grade !== 'assumption') expect(sources, path).not.toEqual([]);
      else if (uncertainty === undefined && parameter.kind === 'number')
        expect(note, path).toMatch(/no range of their own|Not uncertain|carried by/);
    }
  });
});

describe('the risk scale is OGRS3', () => {
  const given = parametersIn(epoch, reoffending);
  const categories = norway.dimensions.category!;

  test('coefficients are those published', () => {
    const [male, female] = given.ageWeight;
    expect(given.interceptOneYear).toBe(1.402562384);
    expect(given.interceptTwoYears).toBe(2.121705678);
    expect(given.recordWeight).toBe(1.251124464);
    expect([given.recordNone, given.recordSome]).toEqual([0.126142106, 0.463062792]);
    expect([male![0], male![7]]).toEqual([-0.061594199, -2.025261458]);
    expect([female![1], female![7]]).toEqual([-0.897480934, -2.44983716]);
    expect(given.categoryWeight[categories.indexOf('violence')]).toBe(0);
    expect(given.categoryWeight[categories.indexOf('theft-non-motor')]).toBe(0.661244321);
    expect(given.categoryWeight[categories.indexOf('drug-import-production')]).toBe(-0.795556373);
    expect(slope(given.interceptOneYear, given.interceptTwoYears)).toBeCloseTo(1.0375045, 6);
  });

  test.each([
    [22, 6, 15, 'violence', 0.427, 0.604],
    [30, 15, 16, 'theft-non-motor', 0.667, 0.804],
    [35, 0, 35, 'violence', 0.062, 0.119],
    [45, 3, 25, 'drink-driving', 0.093, 0.174],
    [40, 30, 14, 'theft-non-motor', 0.698, 0.826],
  ])('a man of %i with %i sanctions since he was %i: %s', (age, previous, first, category, oneYear, twoYears) => {
    const ageWeight = given.ageWeight[0][riskAge(age, given.riskAgeFrom)];
    const categoryWeight = given.categoryWeight[categories.indexOf(category)];
    const logit = given.interceptTwoYears + score(previous, age, first, ageWeight, categoryWeight, given);
    const g = slope(given.interceptOneYear, given.interceptTwoYears);
    expect(failure(1, logit, g)).toBeCloseTo(oneYear, 3);
    expect(failure(2, logit, g)).toBeCloseTo(twoYears, 3);
  });
});

describe('courts give back what was published', () => {
  const given = parametersIn(epoch, court);
  const lengths = parametersIn(epoch, sentence);
  const onRemand = parametersIn(epoch, remand);

  test('charges lead to the mix of prison sentences of 2009, to half a percentage point', () => {
    const prison = groups.map((_, group) => {
      const [none, some] = [...given.custodyShare[group]].map((share) => chanceAfterOdds(share, given.custodyOdds));
      const custody = 1 / (recordMix[group] / some! + (1 - recordMix[group]) / none!);
      return given.chargeShare[group] * (1 - given.acquittedShare[group]) * custody;
    });
    for (const [group, share] of prison.entries()) {
      expect(Math.abs(share / sum(prison) - prisonMix[group])).toBeLessThan(0.005);
    }
  });

  test('lengths add up to the sentences of 2011', () => {
    const [shortest, next, ...rest] = norway.dimensions.band!.map((_, band) => mixed(lengths.bandShare, band));
    [shortest! + next!, ...rest].forEach((share, band) => {
      expect(share).toBeCloseTo(lengths2011[band] / sum(lengths2011), 3);
    });
    expect(next! / (shortest! + next!)).toBeCloseTo(0.09, 3);
  });

  test('160 to 195 days are executed for every sentence imposed, as stocks and flows of 2012 ask for', () => {
    const draws = 2000;
    let executed = 0;
    norway.dimensions.band!.forEach((_, band) => {
      for (let draw = 0; draw < draws; draw++) {
        const u = (draw + 0.5) / draws;
        const days = lengthWithin(u, lengths.bandFrom[band], lengths.bandTo[band], lengths.bandMean[band]);
        const kept = lawfulLength(days >= lengths.factorFrom ? days * lengths.lengthFactor : days, lengths.maximum);
        const at = remandClass(kept, onRemand.classTo);
        const atLiberty = 1 - onRemand.share[at] * onRemand.straightShare[at];
        executed += (mixed(lengths.bandShare, band) * kept * (1 - atLiberty * lengths.lapsedShare)) / draws;
      }
    });
    expect(executed).toBeGreaterThan(160);
    expect(executed).toBeLessThan(195);
  });

  function mixed(rows: readonly Float64Array[], column: number): number {
    return sum(rows.map((row, group) => row[column] * prisonMix[group]));
  }
});

test('the targets can be read, and the headline figures of recidivism were not fitted', () => {
  const targets = readTargets('scenarios/norway/targets.yaml', read);
  const held = targets.filter((target) => !target.fitted).map((target) => target.measure);
  expect(targets).toHaveLength(27);
  expect(held).toEqual(expect.arrayContaining(['new-charge-to-prison@2y', 'new-charge-to-prison@5y']));
  for (const { measure, unit, observed } of targets)
    if (unit === 'percent') expect(observed, measure).toBeLessThan(100);
});

function rowsOf(value: ParameterValue): readonly Iterable<number>[] {
  return value instanceof Float64Array ? [value] : (value as readonly Float64Array[]);
}

describe('the history', () => {
  const history = scenarioFrom('scenarios/norway/history.yaml', { read });
  const lawOn = (day: string) => {
    const found = epochsOf(history, catalogue).findLast(({ from }) => from <= parseDay(day))!;
    return { monitoring: parametersIn(found, monitoring), detention: parametersIn(found, detention) };
  };

  test.each([
    ['1999-06-01', 'sikring', 0.75],
    ['2001-12-31', 'sikring', 0.75],
    ['2002-01-01', 'forvaring', 1],
    ['2012-06-01', 'forvaring', 1],
  ])('on %s people found dangerous are under %s, at %f of the share', (day, law, part) => {
    const now = lawOn(day).detention;
    expect(now.law).toBe(law);
    expect(now.share[groups.indexOf('violence')]).toBeCloseTo(0.058 * part, 9);
  });

  test.each([
    ['2008-08-31', 0],
    ['2008-09-01', 130],
    ['2012-06-01', 130],
  ])(
    'on %s there are %i places of monitoring, in the counties of the pilot, for four months at most',
    (day, places) => {
      const { coveredShare, lastDays, limitDays, places: now } = lawOn(day).monitoring;
      expect([now, coveredShare, limitDays, lastDays]).toEqual([places, 0.5, 122, 122]);
    },
  );

  test('the inputs of monitoring go on to 2021', () => {
    const rows = read('scenarios/norway/inputs/monitoring.csv').split('\n');
    const later = rows.filter((row) => row.startsWith('20') && row > '2014').map((row) => row.split(',').slice(0, 4));
    expect(later).toEqual([
      ['2014-05-01', 'monitoring.places', 'set', '342'],
      ['2018-01-01', 'monitoring.places', 'set', '500'],
      ['2014-05-01', 'monitoring.covered_share', 'set', '1'],
      ['2020-09-01', 'monitoring.limit_days', 'set', '183'],
      ['2020-09-01', 'monitoring.last_days', 'set', '183'],
    ]);
  });
});
