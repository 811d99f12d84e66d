/**
 * Own policies: the days on which two arms begin to do what the other does not.
 */
import { type Day, formatDay } from '../engine/calendar.ts';
import type { Policy } from '../scenario/policy.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** First days of an arm and of the one that stands for the baseline, ISO 8601; the arm may have no policy of its own. */
export interface OwnBeginnings {
  readonly arm?: string;
  readonly baseline: string;
}

/**
 * The days on which each begins, where the policies of the baseline count: undefined if it has none of its own, if both begin on
 * one day, or if the arms do not part by a policy.
 */
export function ownBeginnings(arm: Scenario, baseline: Scenario, parted: Day): OwnBeginnings | undefined {
  const [own, other] = [firstOwn(arm, baseline), firstOwn(baseline, arm)];
  if (!Number.isFinite(other) || own === other || Math.min(own, other) !== parted) return undefined;
  return { ...(Number.isFinite(own) ? { arm: formatDay(own) } : {}), baseline: formatDay(other) };
}

/** The first day observed on which a policy holds that another scenario does not have alike; Infinity if there is none. */
function firstOwn({ policies, start }: Scenario, other: Scenario): Day {
  const theirs = new Set(other.policies.map(textOf));
  const days = policies.filter((policy) => !theirs.has(textOf(policy))).map(({ from }) => Math.max(from, start));
  return Math.min(Infinity, ...days);
}

/** What a policy does, and when. */
function textOf({ from, until, changes }: Policy): string {
  return JSON.stringify([from, until, changes]);
}
