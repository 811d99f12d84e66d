/** Custody: absences, harm, deaths, plans and care, a year or for a thousand person-years inside; and how sentences end. */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { event } from '../people/life-events.ts';
import { status } from '../people/person.ts';
import { eventsOf, insideDays, type Measure, personDays, type Reading, releasedFrom, sumOf } from './measure.ts';

/** Every measure of what happens in custody, where the security levels have these names. */
export function custodyMeasures(levels: readonly string[]): readonly Measure[] {
  return [
    ...levels.map(
      (name, level): Measure => ({
        id: 'last-level',
        label: `released from ${name} security`,
        unit: 'percent',
        definition: `releases from sentences in institutions whose last day was at the level ${name}`,
        better: 'neither',
        level: name,
        value: ({ summary }) =>
          (100 * releasedFrom(summary, level)) /
          levels.reduce((total, _, other) => total + releasedFrom(summary, other), 0),
      }),
    ),
    yearly('escapes', 'escapes and walk-aways', 'people who leave an institution unlawfully', (reading) =>
      sumOf(reading.summary, 'escapes'),
    ),
    yearly('leave-failures', 'failures to return from leave', 'leaves from which somebody does not return', (reading) =>
      sumOf(reading.summary, 'leave-failures'),
    ),
    {
      id: 'monitoring-revoked',
      label: 'electronic monitoring revoked',
      unit: 'percent',
      definition: 'people on electronic monitoring who break its rules and serve the rest in an institution',
      better: 'lower',
      value: ({ summary }) => {
        const revoked = eventsOf(summary, event.monitoringRevoked);
        return (100 * revoked) / (revoked + eventsOf(summary, event.monitoringCompleted));
      },
    },
    {
      id: 'suicides',
      label: 'suicides in custody',
      unit: 'per 100,000 person-years',
      definition: 'deaths by suicide of people in institutions, for person-years inside',
      better: 'lower',
      value: ({ summary }) => (eventsOf(summary, event.suicide) * DAYS_PER_YEAR * 1e5) / insideDays(summary),
    },
    yearly('overdose-deaths', 'overdose deaths after release', 'deaths by overdose after custody', ({ summary }) =>
      eventsOf(summary, event.overdose),
    ),
    yearly('deaths', 'deaths', 'deaths of everybody in the model, inside or outside, from any cause', ({ summary }) =>
      eventsOf(summary, event.died),
    ),
    perThousand('self-harm', 'self-harm', 'incidents of self-harm', event.selfHarmed),
    perThousand('misconduct', 'returns to a more closed level', 'returns after misconduct', event.misconduct),
    share('isolation', 'remanded in full isolation', 'people taken into remand', event.isolated, event.remanded),
    share('restrictions', 'remanded with restrictions', 'people taken into remand', event.restricted, event.remanded),
    share('plans', 'stays with a sentence plan', 'people who begin to serve', event.planned, event.admitted),
    yearly('treatment-transfers', 'transfers to treatment institutions', 'sentences that go on there', ({ summary }) =>
      eventsOf(summary, event.toTreatment),
    ),
    {
      id: 'occupancy',
      label: 'people in treatment institutions, mean',
      unit: 'persons',
      definition: 'people serving in a treatment institution on an average day',
      better: 'neither',
      status: 'treatment',
      value: ({ summary, days }) => personDays(summary, status.treatment) / days,
    },
    yearly('fine-defaults', 'people called to serve for a fine', 'unpaid fines that are to be served', ({ summary }) =>
      eventsOf(summary, event.defaulted),
    ),
    yearly('transfers', 'transfers between units', 'moves to another unit of the same level', ({ summary }) =>
      eventsOf(summary, event.transferred),
    ),
  ];
}

function yearly(id: string, label: string, definition: string, total: (reading: Reading) => number): Measure {
  return {
    id,
    label,
    unit: 'a year',
    definition,
    better: 'neither',
    value: (reading) => (total(reading) * DAYS_PER_YEAR) / reading.days,
  };
}

function perThousand(id: string, label: string, what: string, kind: number): Measure {
  return {
    id,
    label,
    unit: 'per 1,000 person-years',
    definition: `${what}, for person-years in institutions`,
    better: 'lower',
    value: ({ summary }) => (eventsOf(summary, kind) * DAYS_PER_YEAR * 1000) / insideDays(summary),
  };
}

function share(id: string, label: string, among: string, kind: number, all: number): Measure {
  return {
    id,
    label,
    unit: 'percent',
    definition: `${label}, among ${among}`,
    better: 'neither',
    value: ({ summary }) => (100 * eventsOf(summary, kind)) / eventsOf(summary, all),
  };
}
