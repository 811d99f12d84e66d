/** Words of a list that the scenario does not have are named with their number and the nearest that is known. */
import { expect, test } from 'vitest';
import { readCensus } from '../../src/census/census.ts';
import { parseDay } from '../../src/engine/calendar.ts';

test('unknown offences and units are named, each with its rows and the nearest word, and nobody is left out', () => {
  const dimensions = { level: ['high'], sex: ['male', 'female'], unit: ['north'], offence: ['violence', 'drugs'] };
  const rows = ['Drogs;north', 'drogs;north', 'Drogs;north', 'Frimerker;north', 'drugs;nord'];
  const text = `status;level;sex;sentence;served days;offence;unit\n${rows.map((row) => `serving;high;male;400;10;${row}\n`).join('')}`;
  const settings = { on: parseDay('2021-01-01'), columns: new Map(), words: new Map(), home: [], dateOrder: undefined };
  const census = readCensus('list.csv', text, { ...settings, dimensions });
  expect(census.people).toHaveLength(5);
  const told = (fact: string, word: string, known: string, ours: string) =>
    `${fact}: "${word}" is not one of the scenario's, so as in the history taken over; ${known}; to say which is meant: --word "${fact}:${word}=${ours}"`;
  expect(Object.fromEntries(census.imputed)).toMatchObject({
    [told('offence', 'Drogs', 'the nearest is drugs', 'drugs')]: 2,
    [told('offence', 'drogs', 'the nearest is drugs', 'drugs')]: 1,
    [told('offence', 'Frimerker', 'known: violence, drugs', 'ONE OF THESE')]: 1,
    [told('unit', 'nord', 'the nearest is north', 'north')]: 1,
  });
});
