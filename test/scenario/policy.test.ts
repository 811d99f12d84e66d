import { describe, expect, test } from 'vitest';
import { complaintsAbout, withPolicy } from './tiny.ts';

test('changes are resolved to the cells they touch', () => {
  const { policies } = withPolicy(`one:
  from: 2016-01-01
  set:
    placement.review_days: {high: 60, low: {add: 5}}
    facility.places: {multiply: 1.1}
    court.custody_factor.theft: 2
    court.custody_factor: {violence: {again: 3}}
`);
  expect(
    policies[0].changes.map(({ path, members, cells, operation, value }) => [path, members, cells, operation, value]),
  ).toEqual([
    ['court.custody_factor', ['theft'], [2, 3], 'set', 2],
    ['court.custody_factor', ['violence', 'again'], [1], 'set', 3],
    ['facility.places', [], [0, 1, 2], 'multiply', 1.1],
    ['placement.review_days', ['high'], [0], 'set', 60],
    ['placement.review_days', ['low'], [1], 'add', 5],
  ]);
});

test('policies stand by first day, then after those they work on, then by name', () => {
  const { policies } = withPolicy(`c: {from: 2016-01-01, after: d, set: {facility.open: no}}
d: {from: 2016-01-01, set: {facility.open: yes}}
b: {from: 2016-01-01, set: {placement.basis: offence}}
z: {from: 2015-01-01, set: {facility.single_cells: 1}}
`);
  expect(policies.map((policy) => policy.name)).toEqual(['z', 'b', 'd', 'c']);
});

test('after counts through others', () => {
  const { policies } = withPolicy(`a: {from: 2014-01-01, set: {facility.single_cells: 0.5}}
b: {from: 2015-01-01, after: a, set: {facility.single_cells: {add: 0.1}}}
c: {from: 2016-01-01, after: [b], set: {facility.single_cells: {add: 0.1}}}
`);
  expect(policies[2].after).toEqual(['a', 'b']);
});

test.each([
  [
    'one ends on the day the other begins',
    'a: {from: 2014-01-01, until: 2015-01-01, set: {facility.open: no}}\nb: {from: 2015-01-01, set: {facility.open: yes}}',
  ],
  [
    'they move other members',
    'a: {from: 2014-01-01, set: {facility.places.high: 1}}\nb: {from: 2014-01-01, set: {facility.places.low: 1}}',
  ],
  [
    'the later one says so',
    'a: {from: 2014-01-01, set: {facility.places.high: 1}}\nb: {from: 2014-01-01, after: a, set: {facility.places: 1}}',
  ],
])('two policies agree when %s', (_, policies) => {
  expect(withPolicy(policies).policies).toHaveLength(2);
});

describe('what is wrong with a policy is named with place, value and what is allowed', () => {
  const at = 'scenarios/heir.yaml';
  test.each([
    ['a: 3', `${at}:3:6: policies.a: expected keys with values, got the number 3`],
    ['a: {set: {}}', `${at}:3:6: policies.a.from is missing`],
    ['a: {from: 2016-01-01}', `${at}:3:6: policies.a.set is missing`],
    ['a: {from: 2016-01-01, set: 3}', `${at}:3:30: policies.a.set: expected keys with values, got the number 3`],
    [
      'a: {from: soon, set: {}}',
      `${at}:3:13: policies.a.from: expected a day of the calendar such as 2016-01-31, got the text "soon"`,
    ],
    [
      'a: {form: 2016-01-01, set: {}}',
      `${at}:3:6: policies.a.from is missing\n${at}:3:7: policies.a: there is no key "form" here\n  did you mean "from"?`,
    ],
    [
      'a: {from: 2016-01-01, until: 2016-01-01, set: {}}',
      `${at}:3:32: policies.a: it ends on 2016-01-01, before its first day is over`,
    ],
    [
      'a: {from: 2016-01-01, set: {placement.review_dayz.high: 60}}',
      `${at}:3:31: there is no lever "placement.review_dayz.high"\n  did you mean "placement.review_days.high"?`,
    ],
    [
      'a: {from: 2016-01-01, set: {placement.walls: 60}}',
      `${at}:3:31: there is no lever "placement.walls"\n  placement has: review_days, basis`,
    ],
    [
      'a: {from: 2016-01-01, set: {kitchen: 60}}',
      `${at}:3:31: there is no lever "kitchen"\n  allowed: placement, facility, court`,
    ],
    [
      'a: {from: 2016-01-01, set: {placement.review_days.hgh: 60}}',
      `${at}:3:31: placement.review_days: there is no level "hgh"\n  did you mean "high"?`,
    ],
    [
      'a: {from: 2016-01-01, set: {placement.review_days: {hgh: 60}}}',
      `${at}:3:55: placement.review_days: there is no level "hgh"\n  did you mean "high"?`,
    ],
    [
      'a: {from: 2016-01-01, set: {placement.review_days.high.x: 60}}',
      `${at}:3:31: there is no lever "placement.review_days.high.x"\n  placement.review_days varies only by level`,
    ],
    [
      'a: {from: 2016-01-01, set: {facility.open.high: no}}',
      `${at}:3:31: there is no lever "facility.open.high"\n  facility.open does not vary`,
    ],
    [
      'a: {from: 2016-01-01, set: {placement.review_days.high: 3}}',
      `${at}:3:59: placement.review_days.high: must be from 7 to 3650, got 3\n  days: time between two reviews`,
    ],
    [
      'a: {from: 2016-01-01, set: {placement.review_days.high: {x: 3}}}',
      `${at}:3:59: placement.review_days.high: expected a number, got a map\n  days: time between two reviews`,
    ],
    [
      'a: {from: 2016-01-01, set: {facility.single_cells: 40%}}',
      `${at}:3:54: facility.single_cells: expected a number, got the text "40%"\n  share: part of the places in single cells\n  write 0.40`,
    ],
    [
      'a: {from: 2016-01-01, set: {facility.places: {multiply: 120%}}}',
      `${at}:3:59: facility.places.multiply: expected a number, got the text "120%"\n  write 1.20`,
    ],
    [
      'a: {from: 2016-01-01, set: {facility.places: {multiply: 1, add: 2}}}',
      `${at}:3:48: facility.places: write either {multiply: ...} or {add: ...} and nothing else`,
    ],
    [
      'a: {from: 2016-01-01, set: {facility.open: {add: 2}}}',
      `${at}:3:46: facility.open: only a number can be changed by add`,
    ],
    [
      'a: {from: 2016-01-01, set: {placement.basis: risk}}',
      `${at}:3:48: placement.basis: no such choice, got the text "risk"\n  allowed: risk-and-needs, offence`,
    ],
    [
      'a: {from: 2016-01-01, set: {facility.places: 3, facility.places.low: 4}}',
      `${at}:3:72: facility.places.low is set twice in this policy\n  the other is at ${at}:3:48; keep one of them`,
    ],
    [
      'a: {from: 2016-01-01, after: bb, set: {}}\nbcd: {from: 2016-01-01, set: {}}',
      `${at}:3:32: policies.a: there is no policy "bb" to come after\n  allowed: bcd`,
    ],
    ['a: {from: 2016-01-01, after: a, set: {}}', `${at}:3:32: policies.a: it comes after itself`],
    [
      'a: {from: 2016-01-01, after: b, set: {}}\nb: {from: 2017-01-01, set: {}}',
      `${at}:3:32: policies.a: it cannot come after a policy that begins later\n  b begins on 2017-01-01, a on 2016-01-01`,
    ],
    [
      'a: {from: 2016-01-01, after: b, set: {}}\nb: {from: 2016-01-01, after: a, set: {}}',
      `${at}:3:32: policies.a: it comes after itself\n${at}:4:32: policies.b: it comes after itself`,
    ],
    [
      'a: {from: 2016-01-01, set: {facility.places.low: 3}}\nb: {from: 2017-01-01, set: {facility.places: 4}}',
      `${at}:4:48: a and b both move facility.places from 2017-01-01 on\n  end a before that day, or write "after: a" in b`,
    ],
    [
      'a: {from: 2016-01-01, set: {facility.single_cells: {multiply: 2}}}',
      `${at}:3:54: policies.a: facility.single_cells must be from 0 to 1, got 1.8\n  with the central values of the evidence`,
    ],
    [
      'a: {from: 2016-01-01, set: {facility.places.low: {add: -70}}}',
      `${at}:3:52: policies.a: facility.places.low must be 0 or more, got -20\n  with the central values of the evidence`,
    ],
  ])('%s', (policies, complaint) => {
    expect(complaintsAbout(() => withPolicy(policies))).toBe(complaint);
  });
});
