/**
 * Facts: what a list of inmates can tell of a person, and the headings under which real lists tell it.
 *
 * A heading is compared without case, spaces and signs. What is read from others (an age from a date of birth) stands beside what
 * it gives, in order of preference.
 */

/** The facts, each with the headings of its own. */
const headings = {
  id: [
    'id',
    'no',
    'number',
    'person id',
    'inmate id',
    'inmate no',
    'prisoner no',
    'inmate number',
    'prisoner id',
    'prisoner number',
    'person number',
  ],
  status: ['status', 'legal status', 'custody status', 'ground'],
  level: ['level', 'security level', 'security', 'security category'],
  unit: ['unit', 'prison', 'establishment', 'institution', 'facility', 'region'],
  sex: ['sex', 'gender'],
  age: ['age', 'age in years'],
  birth_date: ['birth date', 'date of birth', 'born on', 'dob'],
  birth_year: ['birth year', 'year of birth', 'born'],
  offence: ['offence', 'offense', 'main offence', 'main offense', 'crime', 'offence group'],
  foreign: ['foreign', 'foreign national'],
  citizenship: ['citizenship', 'nationality', 'country'],
  sentence_days: ['sentence days', 'sentence', 'sentence in days', 'days sentenced'],
  sentence_months: ['sentence months', 'sentence in months'],
  sentence_years: ['sentence years', 'sentence in years'],
  served_days: ['served days', 'served', 'days served', 'days inside', 'time served'],
  admitted: [
    'admitted',
    'admission',
    'admission date',
    'date of admission',
    'reception date',
    'entry',
    'entry date',
    'in since',
  ],
  release: [
    'release',
    'release date',
    'date of release',
    'earliest release',
    'earliest release date',
    'expected release',
  ],
} as const;

/** The name of a fact. */
export type Fact = keyof typeof headings;

/** All facts. */
export const facts = Object.keys(headings) as readonly Fact[];

/** What a list must tell, each in one of these ways. */
export const needed: readonly (readonly Fact[])[] = [
  ['status'],
  ['level'],
  ['sex'],
  ['sentence_days', 'sentence_months', 'sentence_years'],
  ['served_days', 'admitted'],
];

/** The fact that a heading names by itself; undefined if none. */
export function factNamed(heading: string): Fact | undefined {
  const plain = plainly(heading);
  return facts.find((fact) => plainly(fact) === plain || headings[fact].some((one) => plainly(one) === plain));
}

/** A text without case, spaces and signs. */
export function plainly(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Words that real lists use for statuses and sexes, beside those of the scenario. */
export const usualWords: Readonly<Record<'status' | 'sex' | 'foreign', Readonly<Record<string, readonly string[]>>>> = {
  status: {
    serving: ['sentenced', 'sentence', 'convicted', 'prison sentence', 'serving sentence'],
    remand: ['pretrial', 'pre-trial', 'custody', 'in custody', 'detained awaiting trial', 'unsentenced', 'untried'],
    detained: ['preventive detention', 'detention', 'forvaring'],
    defaulting: ['fine', 'fine default', 'in place of a fine'],
  },
  sex: { male: ['m', 'man', 'men'], female: ['f', 'w', 'k', 'woman', 'women'] },
  foreign: { yes: ['y', 'true', '1'], no: ['n', 'false', '0'] },
};
