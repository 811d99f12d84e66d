/**
 * Survival fixture: writes lives of a small world, and the curves that the package survival of R computes from them.
 *
 *     npx tsx scripts/survival-fixture.ts
 *
 * The lives stay the same when the engine changes: they are data, and another test sends current lives through R.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { livesFile, releasedLives, releasedStudy } from '../test/statistics/released-lives.ts';

const [lives, curves] = ['test/fixtures/survival-lives.csv', 'test/fixtures/survival-curves.csv'];
writeFileSync(lives!, livesFile(releasedLives(releasedStudy)));
execFileSync('Rscript', ['test/fixtures/survival.R', lives!, curves!], { stdio: 'inherit' });
