/** Options of the benchmark: what is left out has a usual value, and what is wrong is named. */
import { expect, test } from 'vitest';
import { readOptions } from '../../bench/options.ts';

test('without a word: everything but what is slow', () => {
  expect(readOptions([])).toEqual({
    measures: ['reference', 'observed', 'whole', 'mechanisms', 'workers'],
    against: undefined,
    rounds: 5,
    record: false,
  });
});

test('with another commit: the kernel and the model; slow measures if asked for', () => {
  expect(readOptions(['--against', 'HEAD~3', '--start', '--rounds', '9'])).toEqual({
    measures: ['reference', 'observed', 'whole', 'mechanisms', 'start'],
    against: 'HEAD~3',
    rounds: 9,
    record: false,
  });
});

test('measures are taken in their own order, each once', () => {
  expect(readOptions(['--only', 'growth,whole,observed', '--growth']).measures).toEqual([
    'observed',
    'whole',
    'growth',
  ]);
});

test.each([
  [['--only', 'observe'], /--only: there is no measure "observe"\n {2}did you mean "observed"\?/],
  [['--only', 'zzz'], /the measures are reference, observed/],
  [['--rounds', '0'], /--rounds: "0" is not a number of rounds/],
  [['--rounds', 'many'], /"many"/],
  [['--agains', 'HEAD'], /'--agains'.*\n.*--against COMMIT/],
  [['norway'], /norway/],
  [['--record', '--against', 'HEAD'], /--record: a comparison with another commit is not a baseline/],
] as const)('%j is refused', (typed, message) => {
  expect(() => readOptions(typed)).toThrow(message);
});
