/**
 * Tallies: amounts counted week by week over all people inside, as one closed list.
 *
 * Most of daily life inside (hours of work, visits, wages) is no event of its own. The weekly steps add such amounts here,
 * whole numbers by security level, and the observation adds them up by year.
 */
interface Tally {
  readonly unit: string;
  readonly meaning: string;
  /** The noun that counts it. */
  readonly writer: string;
}

const list = {
  'inmate-weeks': { unit: 'person-weeks', meaning: 'people called on the weekly roll', writer: 'roll' },
  'programme-places': { unit: 'seat-weeks', meaning: 'seats in programmes, taken or not', writer: 'programme' },
  'programme-weeks': { unit: 'person-weeks', meaning: 'people who attend a programme', writer: 'programme' },
  'class-weeks': { unit: 'person-weeks', meaning: 'people who attend education', writer: 'programme' },
  'programme-waiting': { unit: 'person-weeks', meaning: 'people who wait for a programme', writer: 'programme' },
  'programme-starts': { unit: 'programmes', meaning: 'programmes begun', writer: 'programme' },
  'programme-waited': { unit: 'days', meaning: 'days waited for the programmes begun', writer: 'programme' },
  'programme-dropouts': { unit: 'programmes', meaning: 'programmes dropped', writer: 'programme' },
  'treatment-dropouts': { unit: 'programmes', meaning: 'programmes dropped other than education', writer: 'programme' },
  'programme-failures': {
    unit: 'programmes',
    meaning: 'programmes attended to the end, exam failed',
    writer: 'programme',
  },
  'basic-completed': { unit: 'programmes', meaning: 'basic education completed', writer: 'programme' },
  'vocational-completed': { unit: 'programmes', meaning: 'vocational certificates', writer: 'programme' },
  'higher-completed': { unit: 'programmes', meaning: 'higher education completed', writer: 'programme' },
  'cognitive-completed': { unit: 'programmes', meaning: 'cognitive programmes completed', writer: 'programme' },
  'addiction-completed': { unit: 'programmes', meaning: 'addiction programmes completed', writer: 'programme' },
  'violence-completed': { unit: 'programmes', meaning: 'violence programmes completed', writer: 'programme' },
  'basic-minutes': { unit: 'minutes', meaning: 'attended in basic education', writer: 'programme' },
  'vocational-minutes': { unit: 'minutes', meaning: 'attended in vocational education', writer: 'programme' },
  'higher-minutes': { unit: 'minutes', meaning: 'attended in higher education', writer: 'programme' },
  'cognitive-minutes': { unit: 'minutes', meaning: 'attended in cognitive programmes', writer: 'programme' },
  'addiction-minutes': { unit: 'minutes', meaning: 'attended in addiction programmes', writer: 'programme' },
  'violence-minutes': { unit: 'minutes', meaning: 'attended in violence programmes', writer: 'programme' },
  'work-places': { unit: 'place-weeks', meaning: 'places at work, taken or not', writer: 'work' },
  'work-weeks': { unit: 'person-weeks', meaning: 'people who work inside', writer: 'work' },
  'work-minutes': { unit: 'minutes', meaning: 'worked inside', writer: 'work' },
  'day-release-weeks': { unit: 'person-weeks', meaning: 'people who work or study outside by day', writer: 'work' },
  'home-asked': { unit: 'persons', meaning: 'people for whom a home is sought before release', writer: 'reentry' },
  'job-asked': { unit: 'persons', meaning: 'people for whom a job is sought before release', writer: 'reentry' },
  'care-asked': { unit: 'persons', meaning: 'people for whom care is sought before release', writer: 'reentry' },
  'home-arranged': {
    unit: 'persons',
    meaning: 'people for whom a home is arranged, by family or others',
    writer: 'reentry',
  },
  'job-arranged': { unit: 'persons', meaning: 'people for whom a job is arranged', writer: 'reentry' },
  'care-arranged': { unit: 'persons', meaning: 'people for whom care after release is arranged', writer: 'reentry' },
  'visits-contact': { unit: 'thousandths of a visit', meaning: 'visits of an hour in a room', writer: 'family' },
  'visits-glass': { unit: 'thousandths of a visit', meaning: 'visits of an hour through glass', writer: 'family' },
  'phone-minutes': { unit: 'minutes', meaning: 'on the telephone', writer: 'family' },
  ties: { unit: 'thousandths', meaning: 'strength of the ties of people on the roll', writer: 'family' },
  'officer-weeks': { unit: 'thousandths of an officer-week', meaning: 'officers in post', writer: 'staff' },
  'sick-weeks': { unit: 'thousandths of an officer-week', meaning: 'officers on sick leave', writer: 'staff' },
  'contact-minutes': { unit: 'minutes', meaning: 'of officers in contact with people inside', writer: 'staff' },
  climate: { unit: 'thousandths', meaning: 'climate around the people held in units', writer: 'staff' },
  'climate-weeks': { unit: 'person-weeks', meaning: 'people held in units', writer: 'staff' },
  'incidents-violence': { unit: 'incidents', meaning: 'violence between people inside', writer: 'incidents' },
  'incidents-assault': { unit: 'incidents', meaning: 'assaults on staff', writer: 'incidents' },
  'incidents-threats': { unit: 'incidents', meaning: 'threats', writer: 'incidents' },
  'incidents-contraband': { unit: 'incidents', meaning: 'contraband', writer: 'incidents' },
  'excluded-days': { unit: 'days', meaning: 'exclusion from company in answer to incidents', writer: 'incidents' },
  'exclusions-incident': {
    unit: 'exclusions',
    meaning: 'exclusions from company in answer to incidents',
    writer: 'incidents',
  },
  'exclusions-ordered': {
    unit: 'exclusions',
    meaning: 'exclusions from company ordered for other reasons',
    writer: 'incidents',
  },
  'exclusions-long': {
    unit: 'exclusions',
    meaning: 'of both, those long enough to count as isolation in the effects',
    writer: 'incidents',
  },
  'ordered-days': { unit: 'days', meaning: 'exclusion from company ordered for other reasons', writer: 'incidents' },
  'minutes-sleep': { unit: 'minutes', meaning: 'asleep; remand in the last column', writer: 'regime' },
  'minutes-care': {
    unit: 'minutes',
    meaning: 'on meals and personal care; remand in the last column',
    writer: 'regime',
  },
  'minutes-household': {
    unit: 'minutes',
    meaning: 'cooking, washing and cleaning; remand in the last column',
    writer: 'regime',
  },
  'minutes-work': { unit: 'minutes', meaning: 'worked; remand in the last column', writer: 'regime' },
  'minutes-class': { unit: 'minutes', meaning: 'in class; remand in the last column', writer: 'regime' },
  'minutes-programme': { unit: 'minutes', meaning: 'in programmes; remand in the last column', writer: 'regime' },
  'minutes-visits': { unit: 'minutes', meaning: 'on visits; remand in the last column', writer: 'regime' },
  'minutes-exercise': { unit: 'minutes', meaning: 'on exercise; remand in the last column', writer: 'regime' },
  'minutes-library': { unit: 'minutes', meaning: 'in the library; remand in the last column', writer: 'regime' },
  'minutes-faith': { unit: 'minutes', meaning: 'on faith; remand in the last column', writer: 'regime' },
  'minutes-arts': { unit: 'minutes', meaning: 'on music and art; remand in the last column', writer: 'regime' },
  'minutes-association': {
    unit: 'minutes',
    meaning: 'in company, nothing planned; remand in the last column',
    writer: 'regime',
  },
  'minutes-locked': { unit: 'minutes', meaning: 'locked in, awake; remand in the last column', writer: 'regime' },
  'regime-weeks': {
    unit: 'person-weeks',
    meaning: 'lived under a timetable; remand in the last column',
    writer: 'regime',
  },
  'active-weeks': {
    unit: 'person-weeks',
    meaning: 'with work, class or programme; remand in the last column',
    writer: 'regime',
  },
  'idle-locked-minutes': {
    unit: 'minutes',
    meaning: 'locked in for want of activity; remand in the last column',
    writer: 'regime',
  },
  'money-paid': { unit: 'krone', meaning: 'allowance and support paid', writer: 'regime' },
  'money-spent': { unit: 'krone', meaning: 'of that money, spent in the canteen', writer: 'regime' },
  'money-saved': { unit: 'krone', meaning: 'of that money, saved for release', writer: 'regime' },
  inspections: { unit: 'thousandths', meaning: 'inspections of rooms', writer: 'regime' },
  finds: { unit: 'thousandths', meaning: 'inspections that find something forbidden', writer: 'regime' },
  mail: { unit: 'thousandths', meaning: 'letters and parcels', writer: 'regime' },
  counts: { unit: 'thousandths', meaning: 'times that people are counted', writer: 'regime' },
  'single-weeks': { unit: 'thousandths of a person-week', meaning: 'people in a room of their own', writer: 'regime' },
  'treatment-starts': { unit: 'programmes', meaning: 'programmes begun other than education', writer: 'programme' },
  'treatment-failures': {
    unit: 'programmes',
    meaning: 'programmes other than education attended to the end, not passed',
    writer: 'programme',
  },
} as const satisfies Record<string, Tally>;

/** The name of a tally. */
export type TallyName = keyof typeof list;

/** Every name in order: a name's place is where the world counts it. */
export const tallyNames = Object.freeze(Object.keys(list) as TallyName[]);

/** The number of every tally, by name. */
export const tally = Object.freeze(
  Object.fromEntries(tallyNames.map((name, index) => [name, index])) as Record<TallyName, number>,
);
