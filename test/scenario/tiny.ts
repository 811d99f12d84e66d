/**
 * A jurisdiction with three nouns, kept in memory: small enough to read whole, with every kind of parameter.
 */
import { catalogueOf } from '../../src/evidence/catalogue.ts';
import type { ReadText } from '../../src/evidence/document.ts';
import { choice, days, factor, parametersOf, places, share, yesNo } from '../../src/evidence/parameter.ts';
import { Failure } from '../../src/failure.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

export const placement = parametersOf('placement', {
  reviewDays: days('time between two reviews', { by: 'level', bounds: [7, 3650] }),
  basis: choice('what placement goes by', ['risk-and-needs', 'offence']),
});
export const facility = parametersOf('facility', {
  places: places('beds that may be used', { by: 'level' }),
  singleCells: share('part of the places in single cells'),
  open: yesNo('whether new people are admitted'),
});
export const court = parametersOf('court', {
  custodyFactor: factor('odds of custody against the average', { by: ['offence', 'record'], bounds: [0, 100] }),
});
export const catalogue = catalogueOf([placement, facility, court]);

export const evidence = `placement.review_days:
  unit: days
  value: {high: 90, low: 60, transitional: 30}
  range: {high: [60, 120], low: [30, 90], transitional: [15, 45]}
  place: Norway
  period: 2002-2014
  source: {authors: Kriminalomsorgen, year: 2013, title: Yearbook, page: 12}
  design: rule
  causal: no
  grade: A
placement.basis: {unit: choice, value: risk-and-needs, place: Norway, period: 2012, source: assumption, grade: assumption, note: the law}
facility.places:
  unit: places
  value: {high: 100, low: 50, transitional: 10}
  place: Norway
  period: 2012
  source: [{year: 2012, title: Places}, {year: 2013, title: More places}]
  grade: B
facility.single_cells:
  unit: share
  value: 0.9
  distribution: {triangular: [0.8, 0.9, 1]}
  place: Norway
  period: 2012
  source: assumption
  grade: assumption
facility.open: {unit: yes or no, value: yes, place: Norway, period: 2012, source: {year: 2012, title: Law}, grade: A}
court.custody_factor:
  unit: ratio
  value:
    violence: {first: 1, again: 2}
    theft: 0.5
  distribution: {factor: {lognormal: {median: 1, interval95: [0.8, 1.25]}}}
  place: Norway
  period: 2012
  source: {year: 2012, title: Courts}
  grade: C
`;

export const baseline = `title: Baseline
place: Norway
dimensions:
  level: [high, low, transitional]
  offence: [violence, theft]
  record: [first, again]
evidence: [../evidence/all.yaml]
start: 2012-01-01
years: 10
burn_in_years: 15
seed: norway
replicates: 20
`;

/** The files of the tiny jurisdiction, with some added or replaced. */
export function filesWith(changes: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> {
  return new Map(
    Object.entries({ 'scenarios/evidence/all.yaml': evidence, 'scenarios/norway/baseline.yaml': baseline, ...changes }),
  );
}

/** Reads from memory, and fails as a disk does. */
export function readFrom(files: ReadonlyMap<string, string>): ReadText {
  return (path) => {
    const text = files.get(path);
    if (text === undefined) throw new Failure({ place: path, problem: 'there is no such file' });
    return text;
  };
}

/** A scenario that extends the baseline. */
export function heir(text: string): Scenario {
  const files = filesWith({ 'scenarios/heir.yaml': `extends: norway/baseline.yaml\n${text}` });
  return parseScenario('scenarios/heir.yaml', { read: readFrom(files), catalogue });
}

/** A scenario with one or more policies, written from the first column. */
export function withPolicy(policies: string): Scenario {
  return heir(`policies:\n${policies.replace(/^(?=.)/gm, '  ')}`);
}

/** Everything that is wrong, as a person reads it; throws when nothing is. */
export function complaintsAbout(reading: () => unknown): string {
  try {
    reading();
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
  throw new Error('nothing was found wrong');
}
