/**
 * Validate: compares observed with simulated figures, and writes docs/validation.md.
 *
 *     npm run validate [-- REPLICATES]
 *
 * No row is selected: every one is printed, met or missed. Eight replicates by default, half an hour on two cores.
 */
import { writeFileSync } from 'node:fs';
import { REPLICATES, validation } from './validation/document.ts';

const replicates = Number(process.argv[2] ?? REPLICATES);
if (!Number.isInteger(replicates) || replicates < 2) {
  console.error('validate: expected a number of replicates, 2 or more');
  process.exit(2);
}
writeFileSync('docs/validation.md', await validation(replicates, (line) => console.error(line)));
console.error('wrote docs/validation.md');
