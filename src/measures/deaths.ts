/**
 * Deaths: suicides, overdoses and all deaths, each beside a denominator.
 *
 * The hazards of suicide and of overdose begin anew at every passage of the gate and fall from then on. A policy under which
 * people come and go more often has more of both with as many people inside, so both stand per person-year and per passage.
 */
import { DAYS_PER_YEAR } from '../engine/calendar.ts';
import { status, statuses } from '../people/person.ts';
import { type Amount, daysInside, events, less, recorded } from './amount.ts';
import { type Measure, personDays } from './measure.ts';
import { percentage, ratio, yearly } from './ratio.ts';

/** Every measure of deaths. */
export function deathMeasures(): readonly Measure[] {
  return [
    ratio({
      id: 'suicides',
      label: 'suicides in custody',
      unit: 'per 100,000 person-years',
      definition: `suicides of people in institutions or in treatment, per 100,000 person-years there; ${GATE}`,
      better: 'lower',
      of: events('suicide'),
      by: daysInCustody,
      scale: 1e5 * DAYS_PER_YEAR,
    }),
    ratio({
      id: 'suicides',
      label: 'suicides per admission to custody',
      unit: 'per 1,000 admissions',
      definition:
        'suicides of people in institutions or in treatment, per 1,000 admissions to remand or to serve; passing straight from remand is no admission',
      better: 'lower',
      population: 'admissions',
      of: events('suicide'),
      by: admissions,
      scale: 1000,
    }),
    percentage({
      id: 'suicides',
      label: 'suicides on remand',
      unit: 'percent',
      definition: 'share of the suicides in custody that happen on remand',
      population: 'remand',
      of: recorded('suicides-remand'),
      by: events('suicide'),
    }),
    yearly({
      id: 'overdose-deaths',
      label: 'overdose deaths after release',
      definition: 'deaths from overdose after leaving custody',
      better: 'lower',
      of: events('overdose'),
    }),
    ratio({
      id: 'overdose-deaths',
      label: 'overdose deaths per release',
      unit: 'per 1,000 releases',
      definition: 'deaths from overdose after leaving custody, per 1,000 releases from remand or serving',
      better: 'lower',
      population: 'releases',
      of: events('overdose'),
      by: events('remandReleased', 'fullTime', 'conditional', 'probation', 'fineServed'),
      scale: 1000,
    }),
    yearly({
      id: 'deaths',
      label: 'deaths',
      definition: 'deaths of everybody followed, inside or outside, from any cause',
      of: events('died'),
    }),
    per1000Years('everybody followed', 'of everybody followed, inside or outside', events('died'), daysFollowed),
    per1000Years('people in custody', 'in institutions or in treatment', recorded('deaths-inside'), daysInCustody),
  ].flat();
}

function per1000Years(population: string, whose: string, of: Amount, by: Amount): readonly Measure[] {
  return ratio({
    id: 'deaths',
    label: `death rate, ${population}`,
    unit: 'per 1,000 person-years',
    definition: `deaths ${whose}, from any cause, per 1,000 person-years`,
    better: 'lower',
    population,
    of,
    by,
    scale: 1000 * DAYS_PER_YEAR,
  });
}

const GATE =
  'the risk is highest on the day of entry, so that it rises with admissions while the number inside stays: see suicides per admission';

function daysInCustody(reading: Parameters<Amount>[0]): number {
  return daysInside(reading) + personDays(reading.summary, status.treatment);
}

function daysFollowed({ summary }: Parameters<Amount>[0]): number {
  return statuses.reduce((total, _, at) => total + personDays(summary, at), 0);
}

/** Passages of the gate inwards, absences apart. */
const admissions: Amount = less(events('remanded', 'admitted', 'fineBegun'), events('passedStraight'));
