/** Luck that is keyed couples arms as well as can be: worse odds for everybody harm some and help nobody. */
import { expect, test } from 'vitest';
import { populations } from '../../src/lives/twins/tallies.ts';
import { type TwinsRead, twinsIn, twinsPlan } from '../../src/lives/twins/twins.ts';
import { withRun } from '../../src/scenario/scenario.ts';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';
import { pairedBinary } from '../../src/statistics/paired-binary.ts';
import { norway, readOver } from '../tiny.ts';

test('charged within two years of release, in Norway: perfect while lives are one, and above 80 % of perfect in all', () => {
  const policies = '  worse: {from: 2012-01-01, set: {reoffending.shift: {add: 0.2}}}\n';
  const text = `title: Worse odds\nextends: norway/baseline.yaml\npolicies:\n${policies}`;
  const worse = scenarioFrom('scenarios/worse.yaml', { read: readOver({ 'scenarios/worse.yaml': text }) });
  const [first, second] = [norway(), worse].map((scenario) => withRun(scenario, { years: 5 }));
  const steps = twinsIn(twinsPlan(first!, second!, 1, true), 0);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { charged } = (step.value as TwinsRead).tallies;
  const [all, , oneLife] = populations.map((_, at) => {
    const [both, onlyFirst, onlySecond, neither] = charged.slice(4 * at, 4 * at + 4);
    return pairedBinary({ both: both!, onlyFirst: onlyFirst!, onlySecond: onlySecond!, neither: neither! });
  });
  expect(oneLife!.people).toBeGreaterThan(5000);
  expect([oneLife!.onlyFirst, oneLife!.reached]).toEqual([0, 1]);
  expect(oneLife!.onlySecond).toBeGreaterThan(0.02);
  expect(all!.reached).toBeGreaterThan(0.8);
});
