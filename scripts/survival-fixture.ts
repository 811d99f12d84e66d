/**
 * Survival fixture: writes lives of a small world, and the curves that R computes from them: by month with the package survival, by
 * day with the package cmprsk.
 *
 *     npx tsx scripts/survival-fixture.ts
 *
 * The lives stay the same when the engine changes: they are data, and another test sends current lives through R.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { daysFile, livesByDay, livesFile, releasedLives, releasedStudy } from '../test/statistics/released-lives.ts';

const [lives, curves] = ['test/fixtures/survival-lives.csv', 'test/fixtures/survival-curves.csv'];
writeFileSync(lives!, livesFile(releasedLives(releasedStudy)));
execFileSync('Rscript', ['test/fixtures/survival.R', lives!, curves!], { stdio: 'inherit' });

const [days, incidence] = ['test/fixtures/cmprsk-lives.csv', 'test/fixtures/cmprsk-curves.csv'];
writeFileSync(days!, daysFile(livesByDay(releasedStudy)));
execFileSync('Rscript', ['test/fixtures/cmprsk.R', days!, incidence!], { stdio: 'inherit' });
