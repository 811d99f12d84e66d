/** Custody: absences, harm, plans and care, per year or per 1,000 person-years inside, and the level at release. */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { status } from '../people/person.ts';
import { type Amount, daysInside, events, recorded } from './amount.ts';
import { type Measure, personDays, type Reading, releasedFrom } from './measure.ts';
import { averageDay, percentage, type RatioWithout, ratio, yearly } from './ratio.ts';

/** Every measure of events in custody, for security levels of these names. */
export function custodyMeasures(levels: readonly string[]): readonly Measure[] {
  const releasedAt =
    (level: number) =>
    ({ summary }: Reading) =>
      releasedFrom(summary, level);
  const released: Amount = (reading) => levels.reduce((total, _, level) => total + releasedAt(level)(reading), 0);
  return [
    ...levels.map((name, level) =>
      percentage({
        id: 'last-level',
        label: `released from ${name} security`,
        definition: `share of releases from sentences in institutions with the last day at the level ${name}`,
        level: name,
        of: releasedAt(level),
        by: released,
      }),
    ),
    yearly({
      id: 'escapes',
      label: 'escapes and walk-aways',
      definition: 'people who leave an institution unlawfully',
      of: recorded('escapes'),
    }),
    yearly({
      id: 'leave-failures',
      label: 'failures to return from leave',
      definition: 'leaves that end without return',
      of: recorded('leave-failures'),
    }),
    percentage({
      id: 'monitoring-revoked',
      label: 'electronic monitoring revoked',
      definition: 'share of people on electronic monitoring who break its rules and serve the rest in an institution',
      better: 'lower',
      of: events('monitoringRevoked'),
      by: events('monitoringRevoked', 'monitoringCompleted'),
    }),
    per1000Years({
      id: 'self-harm',
      label: 'self-harm',
      definition: 'incidents of self-harm, per 1,000 person-years in institutions',
      of: events('selfHarmed'),
    }),
    per1000Years({
      id: 'misconduct',
      label: 'returns to a more closed level',
      definition: 'returns after misconduct, per 1,000 person-years in institutions',
      of: events('misconduct'),
    }),
    percentage({
      id: 'isolation',
      label: 'remanded in full isolation',
      definition: 'share of people taken into remand who are held in full isolation',
      of: events('isolated'),
      by: events('remanded'),
    }),
    percentage({
      id: 'restrictions',
      label: 'remanded with restrictions',
      definition: 'share of people taken into remand who are held with restrictions',
      of: events('restricted'),
      by: events('remanded'),
    }),
    percentage({
      id: 'plans',
      label: 'stays with a sentence plan',
      definition: 'sentence plans made, relative to people who begin to serve',
      of: events('planned'),
      by: events('admitted'),
    }),
    yearly({
      id: 'treatment-transfers',
      label: 'transfers to treatment institutions',
      definition: 'sentences that continue in a treatment institution',
      of: events('toTreatment'),
    }),
    averageDay({
      id: 'occupancy',
      label: 'people in treatment institutions, mean',
      definition: 'people serving in a treatment institution on an average day',
      status: 'treatment',
      of: ({ summary }) => personDays(summary, status.treatment),
    }),
    yearly({
      id: 'fine-defaults',
      label: 'people called to serve for a fine',
      definition: 'unpaid fines converted to time in prison',
      of: events('defaulted'),
    }),
    yearly({
      id: 'transfers',
      label: 'transfers between units',
      definition: 'moves to another unit of the same level',
      of: events('transferred'),
    }),
  ].flat();
}

function per1000Years(told: RatioWithout<'by' | 'scale'>): readonly Measure[] {
  const scale = 1000 * DAYS_PER_YEAR;
  return ratio({ unit: 'per 1,000 person-years', better: 'lower', ...told, by: daysInside, scale });
}
