/** The schemas that editors read are those of the program. Renew them with `npm run schemas`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { evidenceSchema, scenarioSchema } from '../../src/scenario/schema.ts';
import { catalogue } from '../../src/simulation/parameters.ts';

test.each([
  ['scenarios/schema.json', scenarioSchema(catalogue)],
  ['scenarios/evidence/schema.json', evidenceSchema(catalogue)],
])('%s is up to date', (path, schema) => {
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
});
