/** Measures: every named outcome, in the order of reports. Ids are kebab-case and the same everywhere. */
import { custodyMeasures } from './custody.ts';
import { costMeasures, flowMeasures } from './flows.ts';
import type { Measure } from './measure.ts';
import { occupancyMeasures } from './occupancy.ts';
import { recidivismMeasures } from './recidivism.ts';

/** Every measure of a jurisdiction with these security levels, from most to least closed. */
export function measuresOf(levels: readonly string[]): readonly Measure[] {
  return [
    ...recidivismMeasures(levels.length),
    ...occupancyMeasures(levels),
    ...flowMeasures(),
    ...custodyMeasures(levels),
    ...costMeasures(),
  ];
}
