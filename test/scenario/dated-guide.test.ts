/** The files of the guide to figures by date are read as they stand. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarioFrom } from '../../src/browser.ts';
import { parseDay } from '../../src/engine/calendar.ts';
import { epochOn, epochsOf } from '../../src/scenario/epoch.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { readOver } from '../tiny.ts';

const guide = readFileSync('docs/guides/dated-inputs.md', 'utf8');
const [figures, plan] = [...guide.matchAll(/^```\n((?:date|event),[\s\S]*?)^```$/gm)].map(([, text]) => text);

test('the figures and the plan of the guide make a scenario that means what the guide says', () => {
  const files = {
    'scenarios/mine.yaml': 'title: Mine\nextends: harbour/baseline.yaml\ninputs: [figures.csv, plan.csv]\n',
    'scenarios/figures.csv': figures!,
    'scenarios/plan.csv': plan!,
  };
  const scenario = scenarioFrom('scenarios/mine.yaml', { read: readOver(files) });
  const chargesOn = (day: string) =>
    epochOn(epochsOf(scenario, catalogue), parseDay(day)).values['arrivals']['perYear'] as number;
  // 420 in 2018 and before, the line passes 430 in 2019, 450 grows by 2 %; January has the factor 0.9, March 1
  const seen = ['2005-03-01', '2018-01-01', '2019-03-01', '2021-03-01', '2022-03-01', '2024-01-01'].map(chargesOn);
  const meant = [420, 378, 430, 450, 459, 450 * 1.02 ** 3 * 0.9];
  for (const [at, value] of meant.entries()) expect(seen[at]).toBeCloseTo(value, 9);
});
