/**
 * Lives: the tables of people, their releases and their life events, for the replicates asked for.
 */
import { boolean, date, integer, KEY, text } from './columns.ts';
import type { TableSchema } from './table.ts';

const PERSON = text('person', 'who: stream and number of the arrival, the same in every arm');

/** One row a person who is in the window of observation on the first day observed or later. */
export const PEOPLE = {
  name: 'people',
  meaning: 'people seen since the start of observation, at their first charge and at the end',
  columns: [
    ...KEY,
    PERSON,
    date('arrived', 'day of the first charge in the window, which may be before observation starts'),
    date('born', 'day of birth'),
    text('sex', 'registered sex'),
    boolean('foreign', 'a foreign national'),
    text('offence', 'offence group of the first charge in the window'),
    date('first_sanction', 'first sanction before that charge; empty for no record'),
    integer('sanctions_before', 'sanctions', 'sanctions received before that charge'),
    integer('sanctions', 'sanctions', 'sanctions received by the end, or by the day of leaving'),
    text('left', 'died, expelled, or departed from the window; empty for who is still there at the end'),
    date('left_on', 'day of leaving; empty for who is still there'),
  ],
} as const satisfies TableSchema;

/** One row a release from serving since the start of observation. */
export const RELEASES = {
  name: 'releases',
  meaning: 'releases from serving, in an institution or at home, and the first return by each definition',
  columns: [
    ...KEY,
    PERSON,
    date('date', 'day of release'),
    text('kind', 'fullTime, conditional and probation leave an institution, monitoringCompleted ends serving at home'),
    text('level', 'security level of the day before; monitoring for serving at home'),
    integer('served', 'days', 'days served of the sentence, remand and earlier stays included'),
    integer('sentence', 'days', 'days to serve of the sentence, merged ones included'),
    boolean('index', 'an index release: the table survival counts it'),
    date('new_charge', 'first charge while followed; empty for none'),
    date('new_conviction', 'first conviction while followed; empty for none'),
    date(
      'new_sanction',
      'first community sentence, monitoring or admission other than a recall while followed; empty for none',
    ),
    date('new_prison_sentence', 'first admission other than a recall while followed; empty for none'),
    text('exit', 'died or expelled, if that ended the follow-up; empty otherwise'),
    date('followed_until', 'exit, departure, next index release of the same place, or the day after the last'),
  ],
} as const satisfies TableSchema;

/** One row a life event of the people in `people`. */
export const EVENTS = {
  name: 'events',
  meaning: 'every event on record of these people since they arrived, also before observation starts, in order',
  columns: [
    ...KEY,
    PERSON,
    date('date', 'day of the event'),
    text('event', 'kind of life event'),
    integer('detail', 'see meaning', 'the number that goes with the event'),
    text('meaning', 'that number in words: a level, an offence group, an outcome, or days; empty where there is none'),
  ],
} as const satisfies TableSchema;
