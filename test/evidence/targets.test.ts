import { expect, test } from 'vitest';
import { isWithin, readTargets, type Target } from '../../src/evidence/targets.ts';
import { complaintsAbout } from '../scenario/tiny.ts';

const written = `remand-stock:
  label: People on remand
  unit: persons
  period: 2012
  observed: 947.4
  tolerance: 0.1
  source: {authors: Statistics Norway, year: 2012, title: Days in prison}
  ids: [NO0242]
  fitted: yes
  note: days divided by 366
new-charge@3y: {label: Charged again, unit: percent, period: 2003, observed: 54, tolerance: 0.1, source: {year: 2013, title: Reoffending}, fitted: no}
`;

const reading = (text: string) => readTargets('t.yaml', () => text);
const complaintAfter = (old: string, replacement: string) => {
  expect(written).toContain(old);
  return complaintsAbout(() => reading(written.replace(old, replacement)));
};

test('targets are read in order, with everything they say', () => {
  const [first, second] = reading(written);
  expect(first).toEqual({
    measure: 'remand-stock',
    label: 'People on remand',
    unit: 'persons',
    period: '2012',
    population: undefined,
    observed: 947.4,
    tolerance: 0.1,
    sources: [{ authors: 'Statistics Norway', year: '2012', title: 'Days in prison' }],
    ids: ['NO0242'],
    fitted: true,
    note: 'days divided by 366',
  });
  expect(second).toMatchObject({ measure: 'new-charge@3y', fitted: false, ids: [] });
});

test('whatever is wrong is told with its place', () => {
  expect(complaintAfter('observed: 947.4', 'observed: many')).toContain('t.yaml:5:13: remand-stock.observed');
  expect(complaintAfter('  fitted: yes\n', '')).toContain('t.yaml:2:3: remand-stock.fitted is missing');
  expect(complaintAfter('label: People', 'lable: People')).toContain('did you mean "label"?');
  expect(complaintAfter('tolerance: 0.1\n', 'tolerance: 0\n')).toContain('t.yaml:6:14');
  expect(complaintAfter('remand-stock', 'Remand_Stock')).toContain('t.yaml:1:1: "Remand_Stock" cannot be the name');
});

test('an observed figure without a publication is refused', () => {
  const complaint = complaintAfter('{authors: Statistics Norway, year: 2012, title: Days in prison}', 'assumption');
  expect(complaint).toContain('t.yaml:7:11: remand-stock: an observed figure needs a publication');
});

test('all complaints come at once', () => {
  const twice = written.replaceAll('fitted', 'filled');
  expect(complaintsAbout(() => reading(twice)).split('there is no key "filled" here')).toHaveLength(3);
});

test('the tolerance is a share of the observed figure, bounds included', () => {
  const target = { observed: 200, tolerance: 0.1 } as Target;
  expect([179, 180, 220, 221].map((simulated) => isWithin(target, simulated))).toEqual([false, true, true, false]);
});
