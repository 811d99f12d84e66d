/**
 * Measures: the option `--measures "new-charge@2y, occupancy"`; by default the headlines.
 */
import { suggestion } from '../../evidence/nearest.ts';
import { Failure } from '../../failure.ts';
import { populationOf } from '../../measures/cohort-counts.ts';
import { defaultMeasures } from '../../measures/headlines.ts';
import type { Measure } from '../../measures/measure.ts';
import { lookUpMeasure, measureNameOf } from '../../measures/measure-name.ts';
import { measuresOf } from '../../measures/measures.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** The measures named, each once. Throws a Failure with every unknown name, and every horizon longer than the study. */
export function chosenMeasures(text: string | undefined, scenario: Scenario): readonly Measure[] {
  if (text === undefined) return defaultMeasures(scenario);
  const all = measuresOf(scenario.dimensions['level']);
  const names = [...new Set(text.split(',').map((name) => name.trim()))];
  const chosen = names.map((name) => lookUpMeasure(name, all));
  const problems = names.flatMap((name, at) => {
    const measure = chosen[at];
    if (measure === undefined) {
      const remedy = suggestion(name, new Set(all.map(measureNameOf)));
      return [{ problem: `--measures: there is no measure "${name}"`, remedy }];
    }
    const { horizon = 0, population } = measure;
    if (scenario.stockDay === undefined && population?.startsWith(populationOf.stock)) {
      const problem = `--measures ${name}: the scenario names no day whose people inside are followed`;
      return [{ problem, remedy: 'add stock_cohort: 2012-01-01, or another observed day, to the scenario' }];
    }
    if (horizon <= scenario.years) return [];
    return [
      { problem: `--measures ${name}: ${scenario.years} observed years are too few to follow anybody for ${horizon}` },
    ];
  });
  if (problems.length > 0) throw new Failure(...problems);
  return chosen.map((measure) => measure!);
}
