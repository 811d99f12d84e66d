/**
 * Sections: the parts of the founding essay, in its order, with the nouns whose levers each is about.
 *
 * `docs/essay.md` has every paragraph; a test holds that the names are those there. Some levers belong elsewhere than the rest of
 * their noun.
 */
import type { Lever } from '../evidence/catalogue.ts';

/** One section: its name, the nouns that are at home in it, and single levers of other nouns. */
export interface Section {
  readonly name: string;
  readonly nouns: readonly string[];
  readonly levers?: readonly string[];
}

/** The section of what the essay does not speak of. */
export const ELSEWHERE = 'Not in the essay';

export const sections: readonly Section[] = [
  { name: 'Opening', nouns: [] },
  { name: 'Philosophy', nouns: ['needs', 'reoffending'] },
  { name: 'Types of prisons', nouns: ['facility', 'placement'], levers: ['regime.single_cells'] },
  {
    name: 'Sentences and release',
    nouns: ['sentence', 'detention', 'release', 'monitoring', 'leave', 'supervision'],
  },
  { name: 'Daily life', nouns: ['regime', 'incidents'] },
  { name: 'Work and education', nouns: ['work', 'programme'] },
  { name: 'Health', nouns: ['health', 'treatment', 'mortality'] },
  { name: 'Staff culture', nouns: ['staff'] },
  { name: 'Visits, telephone and family', nouns: ['family'] },
  {
    name: 'Food, faith and practicalities',
    nouns: [],
    levers: [
      'regime.right',
      'regime.allowance',
      'regime.support',
      'regime.canteen_share',
      'regime.inspections',
      'regime.mail',
    ],
  },
  { name: 'Remand', nouns: ['remand', 'court'], levers: ['regime.remand_hours'] },
  { name: 'The famous prisons', nouns: ['effects', 'plan'] },
  { name: 'Victims and public safety', nouns: ['victims'] },
  { name: 'Visitors and researchers', nouns: ['synthesise', 'arrivals'] },
  { name: 'Working in justice or care', nouns: ['reentry'] },
  { name: 'The big picture', nouns: ['cost'] },
  { name: ELSEWHERE, nouns: ['absence', 'capacity', 'fine'] },
];

/** The section in which a lever is at home. */
export function sectionOf({ path, noun }: Pick<Lever, 'path' | 'noun'>): string {
  const own = sections.find(({ levers = [] }) => levers.includes(path));
  return (own ?? sections.find(({ nouns }) => nouns.includes(noun)))?.name ?? ELSEWHERE;
}
