/**
 * Far changes: numbers of policies so far from those in force that a slip of the pen is more likely than a policy.
 *
 * A factor written as a number, or months where days are meant, passes every bound. Beyond five times, or under a fifth, of what is in
 * force the change is told with both numbers; the five is an assumption. From nothing, or to nothing, is no slip.
 */

import { sampleValue } from '../../evidence/passport.ts';
import { cellsOf } from '../../evidence/value.ts';
import { cellNames, cellText } from '../../results/parameters-table.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { changesOf, type NamedChange } from './scenario-account.ts';

const FAR_TIMES = 5;

/** One sentence per policy and lever, on the member that changes most. */
export function farChanges(scenario: Scenario): readonly string[] {
  return scenario.policies.flatMap((policy) => {
    const far = changesOf(policy, scenario).filter((change) => timesOf(change) > FAR_TIMES);
    const levers = [...new Set(far.map(leverOf))];
    return levers.map((lever) => {
      const own = far.filter((change) => leverOf(change) === lever);
      const most = own.reduce((one, other) => (timesOf(other) > timesOf(one) ? other : one));
      const more = own.length === 1 ? '' : `, and ${own.length - 1} more of ${lever}`;
      const times = cellText(Number(timesOf(most).toPrecision(2)));
      const way = Number(most.after) > Number(most.before) ? `${times} times as much` : `${times} times less`;
      const { before, after, unit } = most;
      return `policy ${policy.name}: ${most.lever} goes from ${before} to ${after} (${unit}), ${way}${more}${evidenceOn(most, scenario)}: is this meant?`;
    });
  });
}

/** How many times the one number is the other; 1 for words, and from or to nothing. */
function timesOf({ before, after }: NamedChange): number {
  const times = Number(after) / Number(before);
  return times > 0 && times < Infinity ? Math.max(times, 1 / times) : 1;
}

function leverOf({ lever }: NamedChange): string {
  return lever.split('.').slice(0, 2).join('.');
}

/** The range of the evidence for a number, if its passport gives one. */
function evidenceOn(change: NamedChange, { passports, dimensions }: Scenario): string {
  const passport = passports.get(leverOf(change));
  if (passport?.uncertainty === undefined) return '';
  const member = change.lever.slice(leverOf(change).length + 1);
  const cell = cellNames(passport.parameter, dimensions).indexOf(member);
  const [low, high] = RANGE.map((u) => cellText(cellsOf(sampleValue(passport, u))[cell]));
  return `; the evidence allows ${low} to ${high} before any policy`;
}

/** The middle 95 % of an uncertainty. */
const RANGE = [0.025, 0.975];
