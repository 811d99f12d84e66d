/**
 * Level gap: prints how much more often people from closed prisons return to prison than people from open ones.
 *
 *     npx tsx scripts/level-gap.ts [REPLICATES]
 */

import { allCells, inProcess, readScenario } from '../src/index.ts';
import { levelGapStudy, levelGaps } from './validation/level-gap.ts';

const replicates = Number(process.argv[2] ?? 2);
const study = levelGapStudy(readScenario('norway/baseline'), replicates);
const cells = await allCells(study, inProcess());

console.log(
  'new prison sentence, per cent of people released (observed: 20 in 2 years, 32 in 5; 44 high, 23 low in 5)',
);
console.log('evidence AUC   years  all  high   low   gap');
for (const { arm, years, released, high, low, gap } of levelGaps(study, cells)) {
  const numbers = [released, high, low, gap].map((value) => value.toFixed(1).padStart(5)).join(' ');
  console.log(`${arm.padEnd(14)} ${years}     ${numbers}`);
}
