/**
 * Scenario from: reads a scenario with the levers that this program has.
 */
import { type ParseContext, parseScenario } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { catalogue } from './parameters.ts';

/**
 * The scenario at `path`. `read` gives the text of a file by its path, so files may lie on a disk, in a bundle or in memory;
 * `find` says which path a name in a scenario means, by default the file beside the one that names it. A scenario's own
 * canonical `text` needs no other file. Throws one Failure with everything that is wrong, each with file, line and column.
 */
export function scenarioFrom(path: string, files: Omit<ParseContext, 'catalogue'>): Scenario {
  return parseScenario(path, { ...files, catalogue });
}
