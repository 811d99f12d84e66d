/**
 * Precision: the option `--precision "new-charge@2y: 0.5pp, occupancy: 1%"`.
 */
import { suggestion } from '../../evidence/nearest.ts';
import type { Wanted } from '../../experiment/stopping.ts';
import { Failure } from '../../failure.ts';
import type { Measure } from '../../measures/measure.ts';
import { lookUpMeasure, measureNameOf } from '../../measures/measure-name.ts';
import { measuresOf } from '../../measures/measures.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** The precision wanted of a study of the scenario. Throws a Failure with everything that is wrong. */
export function wantedIn(text: string, { dimensions, years }: Scenario): readonly Wanted[] {
  const measures = measuresOf(dimensions['level']);
  const failures: { problem: string; remedy?: string }[] = [];
  const wanted = text.split(',').flatMap((part): Wanted[] => {
    const match = /^\s*([^\s:]+)\s*:\s*(\d+(?:\.\d+)?)\s*(pp|%)?\s*$/.exec(part);
    if (match === null) {
      const problem = `--precision "${part.trim()}": expected a measure and half the width of its interval`;
      failures.push({ problem, remedy: 'as in "new-charge@2y: 0.5pp, occupancy: 1%"' });
      return [];
    }
    const [, name, number, unit] = match as unknown as [string, string, string, string | undefined];
    const measure = lookUpMeasure(name, measures);
    if (measure === undefined) {
      const remedy = suggestion(name, new Set(measures.map(measureNameOf)));
      failures.push({ problem: `--precision: there is no measure "${name}"`, remedy });
      return [];
    }
    const isRelative = unit === '%';
    const problem = complaintAbout(measure, Number(number), unit, years);
    if (problem !== undefined) failures.push({ problem: `--precision ${name}: ${problem}` });
    return [{ name, measure, isRelative, margin: isRelative ? Number(number) / 100 : Number(number) }];
  });
  if (failures.length > 0) throw new Failure(...failures);
  return wanted;
}

function complaintAbout({ unit: own, horizon }: Measure, number: number, unit: string | undefined, years: number) {
  if (!(number > 0)) return 'half the width must be above 0';
  if (unit === 'pp' && own !== 'percent')
    return `percentage points (pp) are for percentages, and its unit is "${own}"; write a plain number in that unit, or %`;
  if (horizon !== undefined && horizon > years)
    return `${years} observed years are too few to follow anybody for ${horizon}`;
  return undefined;
}
