/**
 * Survival fixture: writes lives of a small world and, with R and its package survival, the curves that R makes of them.
 *
 *     npx tsx scripts/survival-fixture.ts
 *
 * The lives stay as they are when the engine changes: they are data, and a test sends the lives of today through R as well.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { livesFile, releasedLives, releasedStudy } from '../test/statistics/released-lives.ts';

const [lives, curves] = ['test/fixtures/survival-lives.csv', 'test/fixtures/survival-curves.csv'];
writeFileSync(lives!, livesFile(releasedLives(releasedStudy)));
execFileSync('Rscript', ['test/fixtures/survival.R', lives!, curves!], { stdio: 'inherit' });
