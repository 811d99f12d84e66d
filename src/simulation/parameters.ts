/** Collects the parameters that mechanisms declare into the catalogue that parsing receives. */
import { parameters as cost } from '../community/cost.ts';
import { parameters as effects } from '../community/effects.ts';
import { parameters as reentry } from '../community/reentry.ts';
import { parameters as reoffending } from '../community/reoffending.ts';
import { parameters as supervision } from '../community/supervision.ts';
import { parameters as victims } from '../community/victims.ts';
import { type Catalogue, catalogueOf } from '../evidence/catalogue.ts';
import type { ValuesOf } from '../evidence/parameter.ts';
import { parameters as arrivals } from '../people/arrivals.ts';
import { parameters as mortality } from '../people/mortality.ts';
import { parameters as needs } from '../people/needs.ts';
import { parameters as synthesise } from '../people/synthesise.ts';
import { parameters as absence } from '../prison/absence.ts';
import { parameters as capacity } from '../prison/capacity.ts';
import { parameters as court } from '../prison/court.ts';
import { parameters as detention } from '../prison/detention.ts';
import { parameters as facility } from '../prison/facility.ts';
import { parameters as family } from '../prison/family.ts';
import { parameters as fine } from '../prison/fine.ts';
import { parameters as health } from '../prison/health.ts';
import { parameters as incidents } from '../prison/incidents.ts';
import { parameters as leave } from '../prison/leave.ts';
import { parameters as monitoring } from '../prison/monitoring.ts';
import { parameters as placement } from '../prison/placement.ts';
import { parameters as plan } from '../prison/plan.ts';
import { parameters as programme } from '../prison/programme.ts';
import { parameters as regime } from '../prison/regime.ts';
import { parameters as release } from '../prison/release.ts';
import { parameters as remand } from '../prison/remand.ts';
import { parameters as sentence } from '../prison/sentence.ts';
import { parameters as staff } from '../prison/staff.ts';
import { parameters as treatment } from '../prison/treatment.ts';
import { parameters as work } from '../prison/work.ts';

const groups = {
  arrivals,
  synthesise,
  needs,
  court,
  sentence,
  fine,
  detention,
  remand,
  facility,
  capacity,
  placement,
  monitoring,
  plan,
  treatment,
  programme,
  work,
  leave,
  family,
  regime,
  staff,
  incidents,
  absence,
  release,
  supervision,
  reentry,
  reoffending,
  effects,
  health,
  mortality,
  victims,
  cost,
} as const;

/** The parameters of all nouns in force on a day. */
export type Parameters = { readonly [Noun in keyof typeof groups]: ValuesOf<(typeof groups)[Noun]> };

/** Every parameter, by path. */
export const catalogue: Catalogue = catalogueOf(Object.values(groups));
