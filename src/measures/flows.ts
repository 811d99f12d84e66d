/** Flows: charges, sentences, entries and releases. */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { event } from '../people/life-events.ts';
import { eventsOf, insideDays, type Measure, sumOf } from './measure.ts';

/** Every measure of flows. */
export function flowMeasures(): readonly Measure[] {
  const perYear = (id: string, label: string, definition: string, kinds: readonly number[]): Measure => ({
    id,
    label,
    unit: 'a year',
    definition,
    better: 'neither',
    value: ({ summary, days }) =>
      (kinds.reduce((total, kind) => total + eventsOf(summary, kind), 0) * DAYS_PER_YEAR) / days,
  });
  const released = [event.fullTime, event.conditional];
  return [
    perYear('charges', 'charges', 'charges in cases where prison is at stake', [event.charged]),
    perYear('prison-sentences', 'prison sentences imposed', 'unconditional prison sentences', [
      event.sentenced,
      event.merged,
    ]),
    perYear('remand-entries', 'remand entries', 'people taken into remand', [event.remanded]),
    perYear('remand-releases', 'releases from remand', 'people released from remand before the verdict', [
      event.remandReleased,
    ]),
    perYear('straight-passes', 'passes from remand into serving', 'remand that turns into serving', [
      event.passedStraight,
    ]),
    {
      id: 'sentence-entries',
      label: 'entries to serve from liberty',
      unit: 'a year',
      definition: 'people who begin to serve in an institution from liberty, the recalled included',
      better: 'neither',
      value: ({ summary, days }) =>
        ((eventsOf(summary, event.admitted) - eventsOf(summary, event.passedStraight)) * DAYS_PER_YEAR) / days,
    },
    perYear(
      'releases',
      'releases from prison sentences',
      'releases from institutions, at full time or conditional',
      released,
    ),
    perYear(
      'monitoring-releases',
      'releases from electronic monitoring',
      'sentences completed on electronic monitoring',
      [event.monitoringCompleted],
    ),
    {
      id: 'conditional-share',
      label: 'releases that are conditional',
      unit: 'percent',
      definition: 'conditional releases among releases from prison sentences in institutions',
      better: 'neither',
      value: ({ summary }) => {
        const conditional = eventsOf(summary, event.conditional);
        return (100 * conditional) / (conditional + eventsOf(summary, event.fullTime));
      },
    },
    {
      id: 'time-served',
      label: 'institution days a release',
      unit: 'days',
      definition: 'days in an institution under sentence, remand not included, for a release',
      better: 'neither',
      value: ({ summary }) =>
        sumOf(summary, 'institution-days') / (eventsOf(summary, event.fullTime) + eventsOf(summary, event.conditional)),
    },
    {
      id: 'remand-days',
      label: 'days of a remand',
      unit: 'days',
      definition: 'days from entry into remand to release or verdict',
      better: 'neither',
      value: ({ summary }) => sumOf(summary, 'remand-days') / eventsOf(summary, event.remandEnded),
    },
    {
      id: 'person-years-inside',
      label: 'person-years inside',
      unit: 'person-years a year',
      definition: 'person-years in institutions a year, remand included',
      better: 'neither',
      value: ({ summary, days }) => insideDays(summary) / days,
    },
  ];
}
