/** Plain questions find the lever that is meant, and every lever can be pasted. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findLevers } from '../../src/levers/find.ts';
import { ELSEWHERE, sectionOf, sections } from '../../src/levers/sections.ts';
import { synonyms } from '../../src/levers/synonyms.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { norway } from '../tiny.ts';

const { passports } = norway();
const found = (typed: string) => findLevers(typed, catalogue, passports);

describe('a plain question finds the lever meant among the first three', () => {
  test.each([
    ['electronic monitoring', 'monitoring.places'],
    ['ankle tag', 'monitoring.limit_days'],
    ['open prison', 'facility.places'],
    ['furlough', 'leave.granted_share'],
    ['parole', 'release.conditional_part'],
    ['overcrowding', 'capacity.response'],
    ['short sentences', 'court.custody_odds'],
    ['staffing', 'staff.officers'],
    ['halfway house', 'placement.last_days'],
    ['drug treatment', 'treatment.places'],
    ['job after release', 'reentry.guarantee'],
    ['how many visits do families get?', 'family.visits_allowed'],
    ['how long do people wait for trial', 'court.days_to_verdict'],
    ['what does a guard cost per year', 'cost.officer_year'],
    ['solitary confinement on remand', 'remand.isolated_share'],
    ['are foreigners deported', 'release.expelled_share'],
    ['teach prisoners a trade', 'programme.places'],
    ['time locked in the cell', 'regime.hours'],
    ['suicide screening', 'health.screened_share'],
    ['maximum sentence', 'sentence.maximum'],
    ['phone calls home', 'family.phone_minutes'],
    ['how often is placement reviewed', 'placement.review_days'],
    ['life sentence', 'sentence.maximum'],
    ['escapes', 'absence.escapes_per_year'],
  ])('%s: %s', (typed, meant) => {
    expect(
      found(typed)
        .levers.slice(0, 3)
        .map(({ path }) => path),
    ).toContain(meant);
  });
});

test('a slip of the pen is mended, and told', () => {
  const { levers, readAs } = found('electronic monitring');
  expect([levers[0].path, [...readAs]]).toEqual(['monitoring.places', [['monitring', 'monitoring']]]);
});

test('a path finds its lever alone, a noun its own levers first', () => {
  expect(found('staff.training').levers.map(({ path }) => path)).toEqual(['staff.training']);
  expect(found('victims').levers[0].noun).toBe('victims');
});

test('a word that nothing has to do with finds nothing and is told; in company it is told too', () => {
  expect(found('xylophone zebra')).toMatchObject({ levers: [], unread: ['xylophone', 'zebra'] });
  expect(found('parole xylophone')).toMatchObject({ unread: ['xylophone'] });
  expect(found('the of')).toMatchObject({ levers: [] });
});

test('every lever is found by its own name', () => {
  const lost = [...catalogue.values()].filter((lever) => {
    const named = found(`${lever.noun} ${lever.path.split('.')[1].replaceAll('_', ' ')}`).levers;
    return !named.includes(lever);
  });
  expect(lost.map(({ path }) => path)).toEqual([]);
});

test('every synonym means levers that exist, and stands once', () => {
  const levers = synonyms.flatMap((one) => one.levers);
  expect(levers.filter((path) => !catalogue.has(path))).toEqual([]);
  const phrases = synonyms.flatMap((one) => one.phrases);
  expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) < at)).toEqual([]);
});

test('the sections are those of the essay, in its order', () => {
  const headings = [...readFileSync('docs/essay.md', 'utf8').matchAll(/^\| \*\*(.+?)\*\*/gm)].map(([, name]) => name);
  expect(sections.map(({ name }) => name)).toEqual([...headings, ELSEWHERE]);
});

test('every noun is at home in one section, and every single lever exists', () => {
  const nouns = [...new Set([...catalogue.values()].map(({ noun }) => noun))].sort();
  expect(sections.flatMap((section) => section.nouns).sort()).toEqual(nouns);
  expect(sections.flatMap(({ levers = [] }) => levers).filter((path) => !catalogue.has(path))).toEqual([]);
  expect(sectionOf(catalogue.get('regime.right')!)).toBe('Food, faith and practicalities');
});
