/**
 * Outcomes: counts the outcomes of one life in the observed years, for one person in one arm.
 *
 * Days count only while the person is followed: until death, expulsion or the end of the window of observation.
 */
import type { Day } from '../../engine/calendar.ts';
import { event } from '../../people/life-events.ts';
import { EXITS, type RecordedEvent } from '../life.ts';
import { daysWithin, outside, type Span } from '../trajectory.ts';

/** One outcome. */
export interface Outcome {
  readonly label: string;
  readonly unit: 'days' | 'per 100 people';
  /** The better direction for the person; neither if it depends on the alternative. */
  readonly better: 'lower' | 'neither';
}

/** The outcomes, in the order in which `outcomesIn` counts them. */
export function twinOutcomesOf(levels: readonly string[]): readonly Outcome[] {
  return [
    { label: 'days in custody', unit: 'days', better: 'lower' },
    { label: 'days on remand', unit: 'days', better: 'lower' },
    ...levels.map((level): Outcome => ({ label: `days serving: ${level}`, unit: 'days', better: 'neither' })),
    { label: 'days serving: monitoring', unit: 'days', better: 'neither' },
    { label: 'new charges', unit: 'per 100 people', better: 'lower' },
    { label: 'deaths', unit: 'per 100 people', better: 'lower' },
  ];
}

/** The outcomes of one life within [start, end), as whole numbers. The first charge of a life does not count. */
export function outcomesIn(
  happenings: readonly RecordedEvent[],
  spans: readonly Span[],
  { start, end, levels }: { readonly start: Day; readonly end: Day; readonly levels: number },
): Int32Array {
  const counts = new Int32Array(2 + levels + 3);
  const [remand, treatment, monitoring] = (['remand', 'treatment', 'electronic monitoring'] as const).map((state) =>
    outside(state, levels),
  );
  daysWithin(spans, start, end, (state, days) => {
    if (state < levels || state === remand || state === treatment) counts[0] += days;
    if (state === remand) counts[1] += days;
    if (state < levels || state === monitoring) counts[2 + state] += days;
  });
  for (let at = 1; at < happenings.length; at++) {
    const { kind, day } = happenings[at];
    if (day < start) continue;
    if (kind === event.charged) counts[3 + levels]++;
    if (kind === event.died) counts[4 + levels]++;
  }
  return counts;
}

/** Days on which both lives are followed and are not in the same state, and days on which both are followed. */
export function daysApart(
  first: readonly Span[],
  second: readonly Span[],
  { start, end, levels }: { readonly start: Day; readonly end: Day; readonly levels: number },
): { readonly apart: number; readonly followed: number } {
  const gone = outside('gone', levels);
  const dates = new Set([start, ...[...first, ...second].map(({ from }) => from)]);
  const days = [...dates].filter((day) => day >= start && day < end).sort((a, b) => a - b);
  let [apart, followed, one, other] = [0, 0, 0, 0];
  for (let at = 0; at < days.length; at++) {
    while (first[one + 1] !== undefined && first[one + 1].from <= days[at]) one++;
    while (second[other + 1] !== undefined && second[other + 1].from <= days[at]) other++;
    const [a, b] = [first[one], second[other]];
    if (a === undefined || b === undefined || a.from > days[at] || b.from > days[at]) continue;
    if (a.state === gone || b.state === gone) continue;
    const length = (days[at + 1] ?? end) - days[at];
    followed += length;
    if (a.state !== b.state) apart += length;
  }
  return { apart, followed };
}

/** Whether a life has ended, or left the window, before a day. */
export function isGoneBefore(happenings: readonly RecordedEvent[], day: Day): boolean {
  const last = happenings.at(-1);
  return last !== undefined && last.day < day && EXITS.includes(last.kind);
}

/**
 * Days of the first prison sentence served since a day, as imposed, merged sentences included; undefined if none is served.
 * A sentence that runs on that day is the first; serving in place of a fine does not count.
 */
export function firstSentence(happenings: readonly RecordedEvent[], since: Day): number | undefined {
  let imposed = 0;
  let served: number | undefined;
  for (const { kind, day, detail } of happenings) {
    if (served !== undefined && day >= since) return served;
    if (kind === event.sentenced || kind === event.detained || kind === event.termsChanged) imposed = detail;
    if (kind === event.merged || kind === event.restOrdered || kind === event.extended) imposed += detail;
    if (kind === event.admitted || kind === event.monitored) served = imposed;
    if (ENDS.includes(kind)) served = undefined;
  }
  return served;
}

/** Events that end a period of serving. */
const ENDS: readonly number[] = [
  event.fullTime,
  event.conditional,
  event.probation,
  event.monitoringCompleted,
  event.monitoringRevoked,
  ...EXITS,
];
