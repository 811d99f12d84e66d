/** Serving: plan reviews, hours of health care, preventive detention, refusals of conditional release, and recalls. */
import { medicationHandouts, staffHours } from '../prison/health.ts';
import { events } from './amount.ts';
import { insideDays, type Measure, type Reading } from './measure.ts';
import { figure, percentage, yearly } from './ratio.ts';

/** Every measure of serving that comes from life events and from the number of people inside. */
export function servingMeasures(): readonly Measure[] {
  return [
    yearly({
      id: 'plan-reviews',
      label: 'reviews of sentence plans',
      definition: 'reviews of a sentence plan that take place',
      of: events('needReviewed'),
    }),
    figure({
      id: 'health-hours',
      label: 'doctors and nurses inside',
      unit: 'hours per week',
      definition:
        'hours of doctors and nurses per week for the people in institutions on an average day, by the norms in force at the end',
      value: (reading) => staffHours(inmatesIn(reading), reading.parameters.health),
    }),
    figure({
      id: 'medication-handouts',
      label: 'medicine handed out',
      unit: 'per week',
      definition:
        'hand-outs of medicine per week to the people in institutions on an average day, by the norms in force at the end',
      value: (reading) => medicationHandouts(inmatesIn(reading), reading.parameters.health),
    }),
    yearly({
      id: 'care-started',
      label: 'care begun',
      definition: 'care of any kind that begins inside or continues after release',
      of: events('treated'),
    }),
    percentage({
      id: 'conditional-refused',
      label: 'conditional release refused',
      definition:
        'refusals of conditional release, decided when serving begins, as a share of refusals and conditional releases from institutions',
      of: events('refused'),
      by: events('refused', 'conditional'),
    }),
    yearly({
      id: 'released-early',
      label: 'released early to make room',
      definition: 'people whose release is brought forward because somebody else needs the place',
      of: events('releasedEarly'),
    }),
    percentage({
      id: 'recall-share',
      label: 'recalled from a trial period',
      definition: 'recalls to serve the rest of a sentence, per 100 trial periods that begin in the same time',
      of: events('recalled'),
      by: events('supervised'),
    }),
    yearly({
      id: 'rests-ordered',
      label: 'remainders of earlier sentences to be served',
      definition: 'remainders of an earlier sentence to be served with a new one',
      of: events('restOrdered'),
    }),
    yearly({
      id: 'petitions',
      label: 'court decisions on release from preventive detention',
      definition: 'court decisions on release from preventive detention',
      of: events('petitioned'),
    }),
    yearly({
      id: 'extensions',
      label: 'extensions of preventive detention',
      definition: 'extensions of the time frame of preventive detention',
      of: events('extended'),
    }),
    yearly({
      id: 'probations',
      label: 'releases on probation',
      definition: 'releases on probation from preventive detention',
      of: events('probation'),
    }),
  ].flat();
}

/** People in institutions on an average day. */
function inmatesIn({ summary, days }: Reading): number {
  return insideDays(summary) / days;
}
