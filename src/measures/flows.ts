/** Flows: charges, sentences, entries and releases. */
import { daysInside, events, less, plus, recorded } from './amount.ts';
import type { Measure } from './measure.ts';
import { averageDay, percentage, ratio, yearly } from './ratio.ts';

/** Every measure of flows. */
export function flowMeasures(): readonly Measure[] {
  return [
    yearly({
      id: 'charges',
      label: 'charges',
      definition: 'charges in cases that may end in prison',
      of: events('charged'),
    }),
    yearly({
      id: 'prison-sentences',
      label: 'prison sentences imposed',
      definition: 'unconditional prison sentences',
      of: events('sentenced', 'merged'),
    }),
    yearly({
      id: 'remand-entries',
      label: 'remand entries',
      definition: 'people taken into remand',
      of: events('remanded'),
    }),
    yearly({
      id: 'remand-releases',
      label: 'releases from remand',
      definition: 'people released from remand before the verdict',
      of: events('remandReleased'),
    }),
    yearly({
      id: 'straight-passes',
      label: 'passes from remand into serving',
      definition: 'transfers from remand straight into serving',
      of: events('passedStraight'),
    }),
    yearly({
      id: 'sentence-entries',
      label: 'entries to serve from liberty',
      definition: 'people who begin to serve in an institution from liberty, recalls included',
      of: less(events('admitted'), events('passedStraight')),
    }),
    yearly({
      id: 'releases',
      label: 'releases from prison sentences',
      definition: 'releases from institutions, at full time or conditional',
      of: events('fullTime', 'conditional'),
    }),
    yearly({
      id: 'monitoring-starts',
      label: 'electronic monitoring begun',
      definition: 'people who begin to serve on electronic monitoring, from liberty or for the end of a sentence',
      of: plus(events('monitored'), recorded('monitored-last')),
    }),
    yearly({
      id: 'monitoring-starts-last',
      label: 'electronic monitoring begun for the end of a sentence',
      definition: 'people who go on to electronic monitoring from an institution',
      of: recorded('monitored-last'),
    }),
    yearly({
      id: 'monitoring-releases',
      label: 'releases from electronic monitoring',
      definition: 'sentences completed on electronic monitoring',
      of: events('monitoringCompleted'),
    }),
    percentage({
      id: 'conditional-share',
      label: 'releases that are conditional',
      definition: 'share of releases from prison sentences in institutions that are conditional',
      of: events('conditional'),
      by: events('fullTime', 'conditional'),
    }),
    ratio({
      id: 'time-served',
      label: 'institution days per release',
      unit: 'days',
      definition: 'days in an institution under sentence per release, remand not included',
      of: recorded('institution-days'),
      by: events('fullTime', 'conditional'),
    }),
    ratio({
      id: 'remand-days',
      label: 'days per stay on remand',
      unit: 'days',
      definition: 'mean days from entry into remand to release or verdict',
      of: recorded('remand-days'),
      by: events('remandEnded'),
    }),
    averageDay({
      id: 'person-years-inside',
      label: 'person-years inside',
      unit: 'person-years per year',
      definition: 'person-years in institutions per year, remand included',
      of: daysInside,
    }),
  ].flat();
}
