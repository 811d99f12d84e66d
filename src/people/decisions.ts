/**
 * Decisions: every decision point, that is, every question that a random draw settles, as one closed list.
 *
 * A draw is a pure function of person, decision and occasion. Adding a decision at the end of the list changes no other
 * draw. The position in the list is part of every draw: never reorder, never reuse a line.
 */
const names = [
  // the outside world, whose occasions are calendar days
  'arrivals',
  // a person's traits, drawn once
  'offence',
  'category',
  'sex',
  'ageBand',
  'age',
  'foreign',
  'record',
  'firstSanction',
  'sanctionPace',
  'sanctions',
  'death',
  // a case, drawn once per episode
  'sameOffence',
  'verdict',
  'acquittal',
  'communitySentence',
  'lengthBand',
  'length',
  'courtDays',
  'remand',
  'remandDays',
  'straightPass',
  'lapse',
  'startDays',
  // a stay, drawn once per episode or once per review
  'assessment',
  'monitoring',
  'monitoringBreach',
  'monitoringBreachDay',
  'conditionalRelease',
  'recall',
  'breachDay',
  'expulsion',
  // a spell at liberty, drawn once per episode
  'reoffence',
  // traits that came later, drawn once
  'home',
  'needHousing',
  'needWork',
  'needDrugs',
  'needAlcohol',
  'needThinking',
  'needMental',
  // a case, drawn once per episode
  'restriction',
  'isolation',
  'isolationDays',
  'fineDefault',
  'fineDefaultDays',
  'fineDefaultWait',
  'detention',
  'frame',
  'minimum',
  // a stay, drawn once per episode or once per occasion within it
  'petition',
  'extension',
  'probation',
  'planDay',
  'planMatch',
  'planReview',
  'leave',
  'absence',
  'absenceDays',
  'misconduct',
  'transfer',
  'treatment',
  'screening',
  'careWait',
  'care',
  'continuity',
  'selfHarm',
  'suicide',
  'deathInside',
  // liberty, drawn once per episode
  'overdose',
  'supervisionDuty',
  // a case, drawn once per episode
  'restServed',
  // a stay in a treatment institution, drawn once per episode
  'treatmentDropout',
  'treatmentDropoutDay',
  // a trait that came later, drawn once
  'children',
  // a stay, drawn once per episode or once per occasion within it
  'dayRelease',
  'absconding',
  'transferHome',
  // life inside: once per person, per stay, per week of it, or per occasion within it
  'work',
  'programme',
  'dropout',
  'dropoutDay',
  'exam',
  'incident',
  'incidentKind',
  'exclusion',
  'ties',
  'visits',
  // the way out, drawn once per episode
  'arrangement',
  'arrangementLoss',
  'guarantee',
  // monitoring: where a person lives, drawn once; the offence, drawn once per episode
  'monitoringCounty',
  'monitoringOffence',
  // life inside, once per week of a stay
  'orderedExclusion',
  'orderedExclusionDays',
  // a charge while a sentence waits, once per episode
  'arrest',
  // the second part of a stay on remand
  'remandRest',
] as const;

/** The name of a decision. */
export type DecisionName = (typeof names)[number];

/** A decision's number: its place in the list, part of the counter of every draw. */
export type Decision = number;

/** The number of every decision, by name. */
export const decisions: Readonly<Record<DecisionName, Decision>> = numbered(names);

/** Every decision in order; the draw packs at most 256 of them. */
export const decisionNames: readonly DecisionName[] = names;

function numbered<Name extends string>(list: readonly Name[]): Readonly<Record<Name, number>> {
  const numbers = Object.fromEntries(list.map((name, index) => [name, index])) as Record<Name, number>;
  if (Object.keys(numbers).length !== list.length) throw new Error('a decision is in the list twice');
  if (list.length > 256) throw new Error('more than 256 decisions do not fit into the counter of a draw');
  return Object.freeze(numbers);
}
