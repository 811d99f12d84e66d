/**
 * Agreement: what the scenarios of two arms must have in common, so that the same people can be followed in both.
 */
import { formatDay } from '../engine/calendar.ts';
import { digestOfText } from '../engine/digest.ts';
import { insideText } from '../scenario/inside.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Something in which a scenario differs from that of the first arm, as a scenario file names and writes it. */
export interface Disagreement {
  readonly what: string;
  readonly own: string;
  readonly others: string;
}

export const WHY_ARMS_AGREE = 'arms are compared person by person, so they must agree in this';

/** Every disagreement of a scenario with that of the first arm: first day, burn-in, list of people inside, day of the stock cohort, and members of dimensions. */
export function disagreements(first: Scenario, scenario: Scenario): readonly Disagreement[] {
  const dimensions = new Set([first, scenario].flatMap((one) => Object.keys(one.dimensions)));
  const shared: readonly (readonly [what: string, of: (scenario: Scenario) => string])[] = [
    ['start', ({ start }) => formatDay(start)],
    ['burn_in_years', ({ burnInYears }) => String(burnInYears)],
    ['people_inside', listOf],
    ['stock_cohort', ({ stockDay }) => (stockDay === undefined ? 'no day' : formatDay(stockDay))],
    ...[...dimensions].map((name) => {
      const members = (one: Scenario) => (one.dimensions[name] ?? ['nothing']).join(', ');
      return [`dimensions.${name}`, members] as const;
    }),
  ];
  return shared
    .map(([what, of]) => ({ what, own: of(scenario), others: of(first) }))
    .filter(({ own, others }) => own !== others);
}

/** A list of people inside, without telling of anybody: how many rows, and the beginning of their digest. */
function listOf({ inside, dimensions }: Scenario): string {
  if (inside.length === 0) return 'no list';
  return `${inside.length} people, digest ${digestOfText([...insideText(inside, dimensions)].sort().join('\n')).slice(0, 10)}`;
}
