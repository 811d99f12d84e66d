import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { epochsOf } from '../../src/scenario/epoch.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { baseline, catalogue, evidence, filesWith, readFrom } from './tiny.ts';

const heir = `extends: norway/baseline.yaml
title: Normality
policies:
  reviews-every-two-months:
    from: 2016-01-01
    until: 2020-01-01
    set:
      placement.review_days.high: 60
      facility.places.low: {multiply: 1.2}
  more:
    from: 2017-01-01
    after: reviews-every-two-months
    set:
      facility.places: {low: {add: 10}, transitional: 30}
      court.custody_factor: {violence: {first: 2}}
`;
const files = {
  'scenarios/heir.yaml': heir,
  'scenarios/norway/baseline.yaml': baseline,
  'scenarios/evidence/all.yaml': evidence,
};

const scraps = [
  '\t',
  '\n',
  ' ',
  ':',
  ': ',
  '- ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '#',
  '&a ',
  '*a',
  '!x ',
  '%',
  '|',
  '>',
  '?',
];
const words = ['__proto__', 'constructor', 'null', '~', 'yes', '.nan', '-.inf', '1e999', '0x1F', '40%', '2016-02-30'];
const places = ['high', 'multiply', '../x.yaml', 'heir.yaml', '2016-01-01', '-1', '1.5', '\u0000', '\ufeff', '𝄞', '\r'];
const scrap = fc.oneof(fc.constantFrom(...scraps, ...words, ...places), fc.string({ maxLength: 4 }));
const somewhere = fc.double({ min: 0, max: 0.999999, noNaN: true });

type Mutation = (text: string) => string;
const lineMutation = fc.tuple(fc.constantFrom('delete', 'double', 'indent', 'quote', 'swap'), somewhere, somewhere);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(somewhere, fc.nat(3), scrap).map(([where, cut, written]): Mutation => {
    return (text) => {
      const at = Math.floor(where * text.length);
      return text.slice(0, at) + written + text.slice(at + cut);
    };
  }),
  lineMutation.map(([kind, where, elsewhere]): Mutation => {
    return (text) => {
      const lines = text.split('\n');
      const at = Math.floor(where * lines.length);
      const other = Math.floor(elsewhere * lines.length);
      if (kind === 'delete') lines.splice(at, 1);
      if (kind === 'double') lines.splice(other, 0, lines[at]);
      if (kind === 'indent') lines[at] = `${elsewhere < 0.3 ? '\t' : '  '}${lines[at]}`;
      if (kind === 'quote') lines[at] = lines[at].replace(/: (.*)$/, ': "$1"');
      if (kind === 'swap') [lines[at], lines[other]] = [lines[other], lines[at]];
      return lines.join('\n');
    };
  }),
  fc.tuple(somewhere, scrap).map(([where, written]): Mutation => {
    return (text) => {
      const found = [...text.matchAll(/[\w.-]+/g)];
      const word = found[Math.floor(where * found.length)];
      return word ? text.slice(0, word.index) + written + text.slice(word.index + word[0].length) : text;
    };
  }),
);

test('however a file is mangled, the outcome is a scenario or complaints with file, line and column', () => {
  const outcomes = { scenario: 0, failure: 0 };
  const mangling = fc.tuple(
    fc.constantFrom(...(Object.keys(files) as (keyof typeof files)[])),
    fc.array(mutation, { minLength: 1, maxLength: 2 }),
  );
  fc.assert(
    fc.property(mangling, ([file, mutations]) => {
      const mangled = mutations.reduce((text, mutate) => mutate(text), files[file]);
      const read = readFrom(filesWith({ ...files, [file]: mangled }));
      try {
        const scenario = parseScenario('scenarios/heir.yaml', { read, catalogue });
        expect(epochsOf(scenario, catalogue).length).toBeGreaterThan(0);
        expect(parseScenario('copy', { read: () => scenario.text, catalogue }).text).toBe(scenario.text);
        outcomes.scenario++;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        for (const fact of error.facts) expect(fact.place).toMatch(/^scenarios\/[\w/]+\.yaml:[1-9]\d*:[1-9]\d*$/);
        expect(error.exitCode).toBe(2);
        outcomes.failure++;
      }
    }),
    { seed: 1, numRuns: 2000 },
  );
  expect(outcomes.scenario).toBeGreaterThan(200);
  expect(outcomes.failure).toBeGreaterThan(200);
});
