/**
 * Warnings: prints settings of a scenario that are allowed but probably not intended, before anything is simulated.
 */

import type { ScenarioFile } from '../files/scenario-file.ts';
import type { Scenario } from '../scenario/scenario.ts';
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

/** Prints, for every scenario whose parameter draws do not meet the figures that it was fitted to, why and what to do. */
export async function tellDraws(files: readonly ScenarioFile[], draws: number, terminal: Terminal): Promise<void> {
  const colours = await coloursFor(terminal.stderr, terminal);
  const paths = new Set(files.filter(({ scenario }) => draws > 0 && leavesItsFit(scenario)).map(({ path }) => path));
  for (const path of paths) terminal.stderr.write(`${path}: ${colours.yellow('warning')}: ${UNFITTED}\n`);
}

/** Whether a scenario was fitted but has no members, so that parameter draws leave the figures that it was fitted to. */
function leavesItsFit({ policies, members }: Scenario): boolean {
  return members === undefined && policies.some(({ label }) => label === 'calibration');
}

const UNFITTED =
  'this fit has no members, so draws take each number on its own and do not meet the figures that it was fitted to: queues of thousands are no ' +
  'forecast; use a scenario with members, such as norway/2021, or find them with stepdown match';
