/** Measures: every named outcome, in the order of reports. Ids are kebab-case and the same everywhere. */
import { activityMeasures } from './activity.ts';
import { cohortMeasures } from './cohort.ts';
import { contactMeasures } from './contact.ts';
import { costMeasures } from './costs.ts';
import { custodyMeasures } from './custody.ts';
import { dailyLifeMeasures } from './daily-life.ts';
import { deathMeasures } from './deaths.ts';
import { expectedMeasures } from './expected-reoffending.ts';
import { flowMeasures } from './flows.ts';
import type { Measure } from './measure.ts';
import { occupancyMeasures } from './occupancy.ts';
import { recidivismMeasures } from './recidivism.ts';
import { safetyMeasures } from './safety.ts';
import { servingMeasures } from './serving.ts';
import { victimisationMeasures } from './victimisation.ts';
import { waitingMeasures } from './waiting.ts';

/** Every measure of a jurisdiction with these security levels, from most to least closed. */
export function measuresOf(levels: readonly string[]): readonly Measure[] {
  return [
    ...cohortMeasures(),
    ...recidivismMeasures(levels),
    ...expectedMeasures(),
    ...occupancyMeasures(levels),
    ...waitingMeasures(),
    ...flowMeasures(),
    ...custodyMeasures(levels),
    ...deathMeasures(),
    ...servingMeasures(),
    ...dailyLifeMeasures(levels),
    ...activityMeasures(levels),
    ...safetyMeasures(levels),
    ...contactMeasures(),
    ...victimisationMeasures(),
    ...costMeasures(),
  ];
}
