/** A scenario without a description of its own is described by what it changes, never in the words of what it extends. */
import { expect, test } from 'vitest';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';
import { readOver } from '../tiny.ts';

const files = {
  'scenarios/parent.yaml': `extends: norway/baseline.yaml
title: Parent
description: What the parent is.
policies:
  more-monitoring:
    from: 2014-01-01
    set: {monitoring.places: {multiply: 2}}
`,
  'scenarios/untitled.yaml': `extends: parent.yaml
policies:
  more-places:
    from: 2014-07-01
    until: 2015-01-01
    set: {facility.places.low: {add: 60}}
`,
};
const read = (text: string) =>
  scenarioFrom('scenarios/child.yaml', { read: readOver({ ...files, 'scenarios/child.yaml': text }) });
const described = (text: string) => read(text).description;

test('without a title of its own it has the name of its file', () => {
  expect(read('extends: parent.yaml\ntitle: Mine\n').title).toBe('Mine');
  expect(read('extends: parent.yaml\n').title).toBe('child');
});

test('its own words are kept, and those of its parent are not taken', () => {
  expect(described('extends: parent.yaml\ndescription: My own.\n')).toBe('My own.');
  expect(described('extends: parent.yaml\n')).toBe('As \u201cParent\u201d.');
  expect(described('extends: parent.yaml\ntitle: Mine\nseed: other\nreplicates: 3\nyears: 4\n')).toBe(
    'As \u201cParent\u201d.',
  );
});

test('what it changes is told in words, with the levers', () => {
  expect(
    described(
      'extends: parent.yaml\nyears: 4\nburn_in_years: 16\npolicies:\n  shorter:\n    from: 2014-01-01\n    set: {release.conditional_part: 0.5, placement.review_days: 30, monitoring.limit_days: {add: -5}}\n',
    ),
  ).toBe(
    'As \u201cParent\u201d, but: after a burn-in of 16 years; shorter, from 2014-01-01: longest sentence that may be served on monitoring from its start (monitoring.limit_days) lowered by 5 days, time between two reviews (placement.review_days) set to 30 days, part of a sentence after which conditional release is possible (release.conditional_part) set to 0.5 (share).',
  );
});

test('a policy of the parent that it moves is told too', () => {
  expect(described('extends: parent.yaml\npolicies:\n  more-monitoring:\n    from: 2015-01-01\n')).toBe(
    'As \u201cParent\u201d, but: more-monitoring, from 2015-01-01: people who can be monitored at once (monitoring.places) multiplied by 2.',
  );
});

test('what lies between it and the nearest scenario with a title is told with it', () => {
  expect(described('extends: untitled.yaml\nstart: 2013-01-01\n')).toBe(
    'As \u201cParent\u201d, but: observed from 2013-01-01; more-places, from 2014-07-01 until 2014-12-31: places that may be used (facility.places.low) raised by 60 places.',
  );
});

test('of many changes the first are told and the others counted', () => {
  const levels = ['high', 'low', 'transitional'];
  const policies = ['a', 'b', 'c', 'd', 'e'].map(
    (name, at) =>
      `  ${name}:\n    from: ${2012 + at}-01-01\n    until: ${2013 + at}-01-01\n    set:\n${levels.map((level) => `      facility.places.${level}: {add: 1}\n`).join('')}`,
  );
  const text = described(`extends: norway/baseline.yaml\npolicies:\n${policies.join('')}`)!;
  expect(text.match(/raised by 1 places/g)).toHaveLength(12);
  expect(text).toMatch(/; and 3 more changes\.$/);
});

test('its text is a scenario with the same description', () => {
  const scenario = read('extends: parent.yaml\nstart: 2013-01-01\n');
  const again = scenarioFrom('again.yaml', { read: readOver({ 'again.yaml': scenario.text }) });
  expect([again.title, again.description]).toEqual([scenario.title, scenario.description]);
  expect(again.text).toBe(scenario.text);
});
