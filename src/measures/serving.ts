/** Serving: plans, health care in hours, preventive detention, conditional release refused and what follows release on trial. */
import { medicationHandouts, staffHours } from '../prison/health.ts';
import { events } from './amount.ts';
import { insideDays, type Measure, type Reading } from './measure.ts';
import { figure, percentage, yearly } from './ratio.ts';

/** Every measure of how sentences are carried out that is read from life events and from the people inside. */
export function servingMeasures(): readonly Measure[] {
  return [
    yearly({
      id: 'plan-reviews',
      label: 'reviews of sentence plans kept',
      definition: 'reviews of a sentence plan that are kept',
      of: events('needReviewed'),
    }),
    figure({
      id: 'health-hours',
      label: 'doctors and nurses inside',
      unit: 'hours a week',
      definition:
        'hours of doctors and nurses a week for the people in institutions on an average day, by the norms at the end',
      value: (reading) => staffHours(inmatesIn(reading), reading.parameters.health),
    }),
    figure({
      id: 'medication-handouts',
      label: 'medicine handed out',
      unit: 'a week',
      definition:
        'times a week that medicine is handed out to the people in institutions on an average day, by the norms at the end',
      value: (reading) => medicationHandouts(inmatesIn(reading), reading.parameters.health),
    }),
    yearly({
      id: 'care-started',
      label: 'care begun',
      definition: 'care of any kind that begins inside, or goes on after release',
      of: events('treated'),
    }),
    percentage({
      id: 'conditional-refused',
      label: 'conditional release refused',
      definition:
        'refusals of conditional release, settled as serving begins, among them and conditional releases from institutions',
      of: events('refused'),
      by: events('refused', 'conditional'),
    }),
    percentage({
      id: 'recall-share',
      label: 'recalled from a trial period',
      definition: 'recalls to serve the rest, for trial periods that begin in the same time',
      of: events('recalled'),
      by: events('supervised'),
    }),
    yearly({
      id: 'rests-ordered',
      label: 'rests of earlier sentences to be served',
      definition: 'rests of an earlier sentence that are to be served with a new one',
      of: events('restOrdered'),
    }),
    yearly({
      id: 'petitions',
      label: 'releases tried by the court',
      definition: 'times that a court tries a release from preventive detention',
      of: events('petitioned'),
    }),
    yearly({
      id: 'extensions',
      label: 'preventive detention extended',
      definition: 'times that the frame of preventive detention is extended',
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
