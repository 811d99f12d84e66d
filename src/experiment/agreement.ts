/**
 * Agreement: what the scenarios of two arms must have in common, so that the same people can be followed in both.
 */
import { formatDay } from '../engine/calendar.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Something in which a scenario differs from that of the first arm, as a scenario file names and writes it. */
export interface Disagreement {
  readonly what: string;
  readonly own: string;
  readonly others: string;
}

export const WHY_ARMS_AGREE = 'arms are compared person by person, so they must agree in this';

/** Every disagreement of a scenario with that of the first arm: first day, burn-in, and members of dimensions. */
export function disagreements(first: Scenario, scenario: Scenario): readonly Disagreement[] {
  const dimensions = new Set([first, scenario].flatMap((one) => Object.keys(one.dimensions)));
  const shared: readonly (readonly [what: string, of: (scenario: Scenario) => string])[] = [
    ['start', ({ start }) => formatDay(start)],
    ['burn_in_years', ({ burnInYears }) => String(burnInYears)],
    ...[...dimensions].map((name) => {
      const members = (one: Scenario) => (one.dimensions[name] ?? ['nothing']).join(', ');
      return [`dimensions.${name}`, members] as const;
    }),
  ];
  return shared
    .map(([what, of]) => ({ what, own: of(scenario), others: of(first) }))
    .filter(({ own, others }) => own !== others);
}
