/**
 * Subject: a compiled tree of this project, at this commit or another, as far as all commits since 66d86af have it in common.
 *
 * What is needed: `simulate`, `liveUntil` and `liveOn`, which takes the steps of a day, in `src/simulation/simulate.ts`; `day`,
 * `handlers` and `openDiaries` in `src/simulation/day.ts`; `cellOf` in `src/experiment/study.ts`. The reader of scenarios has moved.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Simulate = typeof import('../../src/simulation/simulate.ts');
type TheDay = typeof import('../../src/simulation/day.ts');
type LifeEvents = typeof import('../../src/people/life-events.ts');
type Study = typeof import('../../src/experiment/study.ts');
type ScenarioFile = typeof import('../../src/files/scenario-file.ts');

/** A model, and the cells of its Norwegian baseline. */
export interface Subject
  extends Pick<Simulate, 'simulate' | 'liveUntil' | 'liveOn'>,
    Pick<TheDay, 'day' | 'handlers' | 'openDiaries'>,
    Pick<LifeEvents, 'diaryNames'> {
  readonly cell: (replicate: number) => ReturnType<Study['cellOf']>;
}

/** Loads the model in a folder that `compile` has filled. Throws if it has no reader of scenarios. */
export async function subjectIn(folder: string): Promise<Subject> {
  const load = async (path: string) => import(pathToFileURL(join(folder, 'src', path)).href);
  const { simulate, liveUntil, liveOn }: Simulate = await load('simulation/simulate.js');
  const { day, handlers, openDiaries }: TheDay = await load('simulation/day.js');
  const { diaryNames }: LifeEvents = await load('people/life-events.js');
  const { cellOf }: Study = await load('experiment/study.js');
  const { readScenarioFile }: ScenarioFile = await load(readerIn(folder));
  const { scenario } = readScenarioFile('scenarios/norway/baseline.yaml', folder);
  const cell = (replicate: number) => cellOf(scenario, { draw: 0, replicate });
  return { simulate, liveUntil, liveOn, day, handlers, openDiaries, diaryNames, cell };
}

function readerIn(folder: string): string {
  const places = ['files/scenario-file.js', 'commands/scenario-file.js'];
  const found = places.find((path) => existsSync(join(folder, 'src', path)));
  if (found === undefined) throw new Error(`${folder} has no reader of scenarios at ${places.join(' or ')}`);
  return found;
}
