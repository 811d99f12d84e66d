/**
 * Prior: the range of each factor before the figures are looked at, from the plan or from the evidence.
 */
import type { CalibrationPlan, WrittenCalibration, WrittenLever } from '../../evidence/calibration-plan.ts';
import { sampleValue } from '../../evidence/passport.ts';
import { cellsOf } from '../../evidence/value.ts';
import { Failure } from '../../failure.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** The plan with every range; `place` is its file. Throws a Failure for those that neither the plan nor the evidence gives. */
export function withPriors(plan: WrittenCalibration, place: string, { passports }: Scenario): CalibrationPlan {
  const problems: { place: string; problem: string; remedy: string }[] = [];
  const free = plan.free.map((lever) => {
    const range = lever.range ?? rangeInEvidence(lever, passports);
    if (typeof range !== 'string') return { ...lever, range };
    problems.push({ place, problem: `${lever.name}: ${range}`, remedy: 'write its range in the plan' });
    return { ...lever, range: [1, 1] as const };
  });
  if (problems.length > 0) throw new Failure(...problems);
  return { ...plan, free };
}

/** The middle 95 % of the distribution in the passport, over its central value; or why there is none. */
function rangeInEvidence(
  { path }: WrittenLever,
  passports: Scenario['passports'],
): readonly [low: number, high: number] | string {
  const passport = passports.get(path)!;
  if (passport.uncertainty === undefined) return `${path} is certain in the evidence`;
  const centre = cellsOf(passport.value) as readonly number[];
  const [low, high] = [0.025, 0.975].map((quantile) => {
    const drawn = cellsOf(sampleValue(passport, quantile)) as readonly number[];
    const ratios = [...drawn].map((value, cell) => value / centre[cell]).filter(Number.isFinite);
    return { least: Math.min(...ratios), most: Math.max(...ratios) };
  });
  for (const { least, most } of [low!, high!]) {
    if (!(most - least <= 0.01)) return `the range of ${path} in the evidence is no common factor of its cells`;
  }
  const range = [low!.least, high!.most] as const;
  return range[0] > 0 && range[0] < 1 && range[1] > 1 ? range : `${path} is at an end of its range in the evidence`;
}
