/**
 * Synonyms: the plain words in which people ask for levers, with the levers that they mean, the likeliest first.
 *
 * Words are written as people say them; case, plurals and small slips of the pen do not matter. Whoever adds a lever adds here what
 * people call it, if that is not in its name or meaning: phrases up to a colon, then their levers.
 */

/** Phrases that mean the same, and what they mean. */
export interface Synonyms {
  readonly phrases: readonly string[];
  readonly levers: readonly string[];
}

const WRITTEN = `
electronic monitoring, ankle tag, ankle bracelet, electronic tag, tagging, home detention, house arrest, home curfew,
sentence served at home:
  monitoring.places monitoring.limit_days monitoring.last_days monitoring.last_share monitoring.eligible_share
tag at the end of a sentence, home detention curfew, early release on a tag:
  monitoring.last_days monitoring.last_share
tag revoked, breach of monitoring:
  monitoring.revoked_share
open prison, open place, low security, minimum security, category d:
  facility.places placement.entry_share placement.served_share placement.risk_ceiling
high security, closed prison, maximum security, supermax, category a:
  facility.places placement.entry_share placement.served_share
halfway house, transitional housing, hostel, resettlement prison:
  facility.places placement.last_days placement.served_share
step down, progression, move to lower security:
  placement.served_share placement.last_days placement.review_days
risk assessment, risk tool, classification:
  placement.assessment_auc placement.basis placement.risk_ceiling
near home, close to home, transfer, distance from family:
  placement.transfer_share family.far_ratio
sent back, misconduct, punishment inside, discipline:
  placement.misconduct_rate incidents.excluded_share
waiting list, queue, prison queue, waiting to serve:
  facility.places sentence.days_to_start placement.call_in_share
furlough, home leave, temporary release, weekend leave:
  leave.granted_share leave.days_per_year leave.part
day release, work release, work outside:
  leave.day_release_share leave.day_release_last
parole, conditional release, early release, release on licence, good time, two thirds rule:
  release.conditional_part release.conditional_granted release.conditional_least
early release to make room, emergency release:
  capacity.response capacity.early_days capacity.early_excluded
probation, supervision after release, licence conditions, probation officer:
  supervision.duty_share supervision.length_factor supervision.breach_share
recall, return to custody, technical violation, breach of parole:
  supervision.recalled_share supervision.breach_share supervision.duty_share
deportation, deport foreigners, expulsion, foreign prisoners:
  release.expelled_share release.transferred_share remand.foreign_odds
serve at home country, prisoner transfer abroad:
  release.transferred_share release.transfer_days release.transfer_rest
overcrowding, crowding, full prison, doubling up, double bunking, shared cell:
  capacity.response facility.crowding capacity.double_share facility.places
single cell, own cell, cell of their own:
  regime.single_cells facility.crowding capacity.double_share
build a prison, new prison, more prison places, prison places, beds, cells, capacity:
  facility.places facility.men_added capacity.response
close a prison, prison closure:
  facility.places facility.men_added
women, female prisoners, women prison:
  facility.women_share facility.women_added synthesise.female_share
building cost, cost of a new cell:
  cost.building cost.building_years
cost of a guard, cost of an officer, cost of staff, officer salary:
  cost.officer_year staff.officers
cost of prison, price of a place, budget, money:
  cost.place_year cost.officer_year cost.building
short sentence, short prison term, abolish short sentences:
  court.custody_odds monitoring.limit_days court.community_share sentence.length_factor
longer sentence, tougher sentence, harsher sentence, sentence length, shorter sentence:
  sentence.length_factor sentence.factor_from sentence.maximum
life sentence, maximum sentence, longest sentence, 21 years:
  sentence.maximum detention.frame_maximum
community service, community sentence, alternative to prison, alternative sanction:
  court.community_share court.custody_odds court.custody_share
fewer people to prison, prison or not, imprisonment rate:
  court.custody_odds court.custody_share
fine, day fine, unpaid fine, fine default:
  fine.defaulted_share court.fine_share fine.mean_days
slow court, court delay, backlog, faster courts, time to trial, wait for trial, wait for a verdict:
  court.days_to_verdict remand.mean_days sentence.days_to_start
acquittal, innocent, dropped case:
  court.acquitted_share
indeterminate sentence, dangerous offender, preventive detention:
  detention.share detention.granted_share detention.extended_share
bail, pretrial detention, jail before trial, awaiting trial, remand prisoner:
  remand.odds remand.share remand.mean_days
time on remand, long remand:
  remand.mean_days remand.first_part court.days_to_verdict
solitary confinement, isolation, segregation:
  remand.isolated_share incidents.excluded_share incidents.ordered_rate incidents.excluded_days
hours locked in, lock up, time out of cell, locked in cell:
  regime.hours regime.idle_locked regime.remand_hours
normality, life like outside, daily routine, timetable:
  regime.hours regime.right regime.outside_hours
nice cell, bright cell, architecture, building standard, decent cell:
  regime.material_standard regime.single_cells
pay, wage, prison wage, pocket money:
  regime.allowance regime.support regime.canteen_share
shop, canteen:
  regime.canteen_share regime.allowance
food, diet, religion, faith, lawyer:
  regime.right
cell search, drugs in prison, contraband, shakedown:
  regime.inspections regime.find_share incidents.rate
letter, parcel, post:
  regime.mail
staffing, staff shortage, more guards, prison officer, guard, warder, understaffed:
  staff.officers staff.contact_share staff.turnover staff.sick_leave
staff training, officer education, dynamic security:
  staff.training staff.contact_share staff.training_weight
burnout, staff leaving, sickness absence:
  staff.turnover staff.sick_leave
small prison, size of prison, large prison:
  staff.size staff.size_weight
violence in prison, fights, assault, riot, safety inside:
  incidents.rate incidents.climate_weight staff.officers
escape, abscond, walk away, run away:
  absence.escapes_per_year absence.failure_share absence.mean_days
work in prison, prison job, workshop, prison labour, idle:
  work.places work.taken_share work.hours
education, school, class, teacher, teach a trade, vocational training, learn a trade:
  programme.places programme.hours programme.pass_share programme.wish_other
rehabilitation, programme, cognitive behavioural therapy, anger management, offending behaviour course:
  programme.places programme.fidelity programme.dropout_share
drug treatment, addiction, rehab, substance abuse, detox:
  treatment.places programme.places health.continuity treatment.suited_share
methadone, buprenorphine, opioid substitution, agonist treatment, heroin:
  health.care_share health.continuity mortality.agonist_ratio
overdose, drug death after release, naloxone:
  mortality.overdose_rate health.continuity mortality.agonist_ratio
suicide, suicide prevention, screening:
  health.screened_share mortality.suicide_day_one mortality.screened_ratio
self harm, cutting:
  health.self_harm_rate health.self_harm_isolated
mental health, psychiatry, psychologist, therapy:
  health.care_share health.care_days needs.prevalence
doctor, nurse, prison health care:
  health.doctor_minutes health.nurse_minutes health.care_share health.independence
visit, family visit, conjugal visit, seeing the children:
  family.visits_allowed family.visited_share family.booking family.children_rooms
telephone, phone call, calling home, video call:
  family.phone_minutes family.phone_used family.phone_weight
children of prisoners, father, mother, child visit:
  family.children_rooms family.children_ratio leave.days_with_children
visit through glass, no contact visit:
  family.glass_share family.glass_weight
job after release, employment after prison, work after release, job:
  reentry.guarantee reentry.capacity reentry.success_share
housing after release, homeless, home after release, roof over the head, flat:
  reentry.guarantee reentry.capacity reentry.success_share reentry.family_home
reentry, resettlement, release preparation, aftercare, through the gate:
  reentry.guarantee reentry.capacity release.prepare_days reentry.success_share
sentence plan, case manager, contact officer, individual plan:
  plan.match_share plan.days_to_plan plan.contact_hours plan.review_days
reoffending, recidivism, relapse, crime again:
  reoffending.shift reoffending.charging effects.estimate
effect of policy, does it work, evidence of effect:
  effects.evidence effects.estimate effects.shrinkage
crime, crime rate, number of crimes, admissions, more criminals, population growth:
  arrivals.per_year reoffending.charging court.custody_odds
victim, cost of crime:
  victims.offence_cost victims.victim_share victims.offences_per_charge
age, young offenders, youth, elderly prisoners:
  synthesise.age_share synthesise.age_odds reoffending.age_weight
problems on arrival, poverty, unemployed before, needs:
  needs.prevalence needs.correlation
`;

export const synonyms: readonly Synonyms[] = [...WRITTEN.matchAll(/([^:]+):\s+((?:[a-z]+\.[a-z_]+\s+)+)/g)].map(
  ([, phrases = '', levers = '']) => ({
    phrases: phrases.split(',').map((phrase) => phrase.replace(/\s+/g, ' ').trim()),
    levers: levers.trim().split(/\s+/),
  }),
);
