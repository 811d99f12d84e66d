/**
 * Measures through the public door: all that there are, the usual ones, and one by its name.
 */
import { suggestion } from '../evidence/nearest.ts';
import { Failure } from '../failure.ts';
import { defaultMeasures as headlinesOf } from '../measures/headlines.ts';
import type { Measure } from '../measures/measure.ts';
import { lookUpMeasure, measureNameOf } from '../measures/measure-name.ts';
import { measuresOf as measuresOfLevels } from '../measures/measures.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { aScenario, someMeasures } from './arguments.ts';
import { checked, someText } from './checks.ts';

/** Every measure of a scenario: some exist once for each of its security levels. */
export const measuresOf = checked(
  'measuresOf',
  [['scenario', aScenario]],
  ({ dimensions }: Scenario): readonly Measure[] => measuresOfLevels(dimensions['level']),
);

/** The measures of an experiment that names none; returns are within two years, or within the study if it is shorter. */
export const defaultMeasures = checked(
  'defaultMeasures',
  [['scenario', aScenario]],
  (scenario: Scenario): readonly Measure[] => headlinesOf(scenario),
);

/**
 * The measure of a name that the command line takes: `occupancy`, `occupancy/high`, `new-charge@2y`. Throws a Failure with the
 * nearest name if there is none among `measures`.
 */
export const measureNamed = checked(
  'measureNamed',
  [
    ['name', someText({ reason: 'a measure is found by its name', remedy: "write 'occupancy', or 'new-charge@2y'" })],
    ['measures', someMeasures],
  ],
  (name: string, measures: readonly Measure[]): Measure => {
    const found = lookUpMeasure(name, measures);
    if (found !== undefined) return found;
    throw new Failure({
      place: 'measureNamed: name',
      problem: `there is no measure "${name}"`,
      reason: `none of the ${measures.length} measures has this name`,
      remedy: suggestion(name, new Set(measures.map(measureNameOf))),
    });
  },
);
