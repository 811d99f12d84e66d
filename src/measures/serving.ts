/** Execution: plans, health care in hours, preventive detention, conditional release refused and what follows release on trial. */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { event } from '../people/life-events.ts';
import { medicationHandouts, staffHours } from '../prison/health.ts';
import { eventsOf, insideDays, type Measure, type Reading } from './measure.ts';

/** Every measure of how sentences are carried out that is read from life events and from the people inside. */
export function servingMeasures(): readonly Measure[] {
  return [
    yearly(
      'plan-reviews',
      'reviews of sentence plans kept',
      'reviews of a sentence plan that are kept',
      event.needReviewed,
    ),
    ofInmates(
      'health-hours',
      'doctors and nurses inside',
      'hours a week',
      'hours of doctors and nurses a week for the people in institutions on an average day, by the norms at the end',
      ({ parameters }, inmates) => staffHours(inmates, parameters.health),
    ),
    ofInmates(
      'medication-handouts',
      'medicine handed out',
      'a week',
      'times a week that medicine is handed out to the people in institutions on an average day, by the norms at the end',
      ({ parameters }, inmates) => medicationHandouts(inmates, parameters.health),
    ),
    yearly(
      'care-started',
      'care begun',
      'care of any kind that begins inside, or goes on after release',
      event.treated,
    ),
    share(
      'conditional-refused',
      'conditional release refused',
      'refusals of conditional release, settled as serving begins, among them and conditional releases from institutions',
      event.refused,
      [event.refused, event.conditional],
    ),
    share(
      'recall-share',
      'recalled from a trial period',
      'recalls to serve the rest, for trial periods that begin in the same time',
      event.recalled,
      [event.supervised],
    ),
    yearly(
      'rests-ordered',
      'rests of earlier sentences to be served',
      'rests of an earlier sentence that are to be served with a new one',
      event.restOrdered,
    ),
    yearly(
      'petitions',
      'releases tried by the court',
      'times that a court tries a release from preventive detention',
      event.petitioned,
    ),
    yearly(
      'extensions',
      'preventive detention extended',
      'times that the frame of preventive detention is extended',
      event.extended,
    ),
    yearly('probations', 'releases on probation', 'releases on probation from preventive detention', event.probation),
  ];
}

function yearly(id: string, label: string, definition: string, kind: number): Measure {
  return {
    id,
    label,
    unit: 'a year',
    definition,
    better: 'neither',
    value: ({ summary, days }) => (eventsOf(summary, kind) * DAYS_PER_YEAR) / days,
  };
}

function share(id: string, label: string, definition: string, kind: number, all: readonly number[]): Measure {
  return {
    id,
    label,
    unit: 'percent',
    definition,
    better: 'neither',
    value: ({ summary }) =>
      (100 * eventsOf(summary, kind)) / all.reduce((total, one) => total + eventsOf(summary, one), 0),
  };
}

function ofInmates(
  id: string,
  label: string,
  unit: string,
  definition: string,
  amount: (reading: Reading, inmates: number) => number,
): Measure {
  return {
    id,
    label,
    unit,
    definition,
    better: 'neither',
    value: (reading) => amount(reading, insideDays(reading.summary) / reading.days),
  };
}
