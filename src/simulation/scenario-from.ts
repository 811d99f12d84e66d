/**
 * Scenario from: reads a scenario against the catalogue of this program's parameters.
 */
import { type ParseContext, parseScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { catalogue } from './parameters.ts';
import { complainOfPlannedPlaces } from './planned-places.ts';

/**
 * The scenario at `path`. `read` gives the text of a file by its path, so files may lie on a disk, in a bundle or in memory;
 * `find` resolves a name in a scenario to a path, by default the file beside the one that names it. A scenario's own
 * canonical `text` needs no other file. Throws one Failure with every problem, each with file, line and column.
 */
export function scenarioFrom(path: string, files: Omit<ParseContext, 'catalogue'>): Scenario {
  const scenario = parseScenario(path, { ...files, catalogue });
  complainOfPlannedPlaces(path, scenario);
  return scenario;
}
