/**
 * Centre: prints the centring constants of the Norwegian baseline, which keep mean risk unchanged, for the passports.
 *
 *     npx tsx scripts/centre.ts
 */

import { cellOf } from '../src/experiment/study.ts';
import { readScenario } from '../src/files/scenario-file.ts';
import { needNames } from '../src/people/needs.ts';
import { centreOf } from './validation/centring.ts';

const scenario = readScenario('norway/baseline');
const { spells, needMean, effectsCentre, spread, record } = centreOf(cellOf(scenario, { draw: 0, replicate: 0 }));
const short = (value: number) => Number(value.toFixed(4));

console.log(`spells of liberty after serving: ${spells}`);
console.log(
  `reoffending.need_mean: {${needNames.map((name, index) => `${name}: ${short(needMean[index])}`).join(', ')}}`,
);
console.log(
  `effects.centre: {all: ${short(effectsCentre[0])}, A: ${short(effectsCentre[1])}, none: ${short(effectsCentre[2])}}`,
);
const members = scenario.dimensions['effect'];
const ceilings = scenario.passports.get('effects.ceiling')!.value as Float64Array;
const bits = scenario.passports.get('effects.need')!.value as readonly Float64Array[];
const spreads = members.map((name, index) => {
  const asked = bits[index].reduce((sum, needed, bit) => (needed > 0 ? sum | (1 << bit) : sum), 0);
  return `${name}: ${short(spread(ceilings[index], asked))}`;
});
console.log(`effects.spread: {${spreads.join(', ')}}`);
console.log(`needs.record_mean: ${short(record.mean)}, needs.record_spread: ${short(record.spread)}`);
