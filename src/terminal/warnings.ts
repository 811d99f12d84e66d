/**
 * Warnings: prints settings of a scenario that are allowed but probably not intended, before anything is simulated.
 */

import type { ScenarioFile } from '../files/scenario-file.ts';
import { scenarioWarnings } from '../simulation/scenario-warnings.ts';
import { coloursFor, type Terminal } from './terminal.ts';

/** Prints the warnings of every scenario on standard error, each with its file. */
export async function tellWarnings(files: readonly ScenarioFile[], terminal: Terminal): Promise<void> {
  const colours = await coloursFor(terminal.stderr, terminal);
  const lines = files.flatMap(({ path, scenario }) =>
    scenarioWarnings(scenario).map((warning) => `${path}: ${colours.yellow('warning')}: ${warning}\n`),
  );
  if (lines.length > 0) terminal.stderr.write(lines.join(''));
}
