import { expect, test } from 'vitest';
import { catalogueOf, dimensionsOf, leverSuggestion } from '../../src/evidence/catalogue.ts';
import { days, factor, parametersOf } from '../../src/evidence/parameter.ts';

const placement = parametersOf('placement', { reviewDays: days('between reviews', { by: 'level' }) });
const court = parametersOf('court', {
  custodyOdds: factor('odds', { by: ['offence', 'level'] }),
  delay: days('delay'),
});

test('every lever stands under noun and name in snake case, in the order of declaration', () => {
  const catalogue = catalogueOf([placement, court]);
  expect([...catalogue.keys()]).toEqual(['placement.review_days', 'court.custody_odds', 'court.delay']);
  expect(catalogue.get('placement.review_days')).toEqual({
    path: 'placement.review_days',
    noun: 'placement',
    name: 'reviewDays',
    parameter: placement.parameters.reviewDays,
  });
});

test('dimensions are those that some lever varies by, each once', () => {
  expect(dimensionsOf(catalogueOf([placement, court]))).toEqual(['level', 'offence']);
});

test('a lever declared twice is refused', () => {
  expect(() => catalogueOf([placement, court, placement])).toThrow('placement.review_days is declared twice');
});

test.each([
  ['placement.review_dayz.high', 'did you mean "placement.review_days.high"?'],
  ['placment.review_days', 'did you mean "placement.review_days"?'],
  ['court.walls', 'court has: custody_odds, delay'],
  ['cuort', 'did you mean "court"?'],
  ['kitchen.wage', 'allowed: placement, court'],
])('somebody who wrote %s is told: %s', (written, told) => {
  expect(leverSuggestion(written, catalogueOf([placement, court]))).toBe(told);
});
