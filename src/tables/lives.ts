/**
 * Lives: the tables of people, their releases and their life events, for the replicates asked for.
 */
import { column, KEY } from './columns.ts';
import type { TableSchema } from './table.ts';

const PERSON = column.text('person', 'key of the person: stream and number of the arrival, the same in every arm');

/** One row per person who is in the window of observation on the first day observed or later. */
export const PEOPLE = {
  name: 'people',
  meaning: 'people observed, as they were at their first charge and at the end',
  columns: [
    ...KEY,
    PERSON,
    column.date('arrived', 'day of the first charge in the window, which may be before observation starts'),
    column.date('born', 'day of birth'),
    column.text('sex', 'registered sex'),
    column.boolean('foreign', 'a foreign national'),
    column.text('offence', 'offence group of the first charge in the window'),
    column.date('first_sanction', 'first sanction before that charge; empty for no record'),
    column.integer('sanctions_before', 'sanctions', 'sanctions received before that charge'),
    column.integer('sanctions', 'sanctions', 'sanctions received by the end, or by the day of leaving'),
    column.text('left', 'died, expelled, or departed from the window; empty if still there at the end'),
    column.date('left_on', 'day of leaving; empty if still there'),
  ],
} as const satisfies TableSchema;

/** One row per release from serving since the start of observation. */
export const RELEASES = {
  name: 'releases',
  meaning: 'releases from serving, in an institution or at home, and the first return by each definition',
  columns: [
    ...KEY,
    PERSON,
    column.date('date', 'day of release'),
    column.text(
      'kind',
      'fullTime, conditional and probation leave an institution, monitoringCompleted ends serving at home',
    ),
    column.text('level', 'security level of the day before; monitoring for serving at home'),
    column.integer('served', 'days', 'days served of the sentence, remand and earlier stays included'),
    column.integer('sentence', 'days', 'days to serve of the sentence, merged ones included'),
    column.boolean('index', 'whether it is an index release, which the table survival counts'),
    column.date('new_charge', 'first charge while followed; empty for none'),
    column.date('new_conviction', 'first conviction while followed; empty for none'),
    column.date(
      'new_sanction',
      'first community sentence, monitoring or admission other than a recall while followed; empty for none',
    ),
    column.date('new_prison_sentence', 'first admission other than a recall while followed; empty for none'),
    column.date(
      'new_charge_to_sanction',
      'first charge while followed for which a community sentence, monitoring or a stay inside began within two years; empty for none',
    ),
    column.date(
      'new_charge_to_prison',
      'first charge while followed for which a stay inside began within two years; empty for none',
    ),
    column.text('exit', 'died or expelled, if that ended the follow-up; empty otherwise'),
    column.date('followed_until', 'exit, departure, next index release of the same place, or the day after the last'),
  ],
} as const satisfies TableSchema;

/** One row per life event of the people in `people`. */
export const EVENTS = {
  name: 'events',
  meaning: 'every recorded event of these people since they arrived, before the start of observation too, in order',
  columns: [
    ...KEY,
    PERSON,
    column.date('date', 'day of the event'),
    column.boolean('burn_in', 'whether the day is before the first observed day, when the world only warms up'),
    column.text('event', 'kind of life event'),
    column.number('amount', 'see meaning', 'days or needs that go with the event; empty if none do'),
    column.text(
      'meaning',
      'what goes with the event: a level, an offence group, an outcome, a unit; days or needs if it is an amount; empty if nothing does',
    ),
  ],
} as const satisfies TableSchema;
