/** Chosen levers: the handful that the page shows first, in groups, with plain names and the words by which people look for them. */

/** A lever with a plain name; `words` are what else it is called. */
export interface ChosenLever {
  readonly lever: string;
  readonly name: string;
  readonly words: string;
}

export interface LeverGroup {
  readonly title: string;
  readonly levers: readonly ChosenLever[];
}

export const groups: readonly LeverGroup[] = [
  {
    title: 'Levels and places',
    levers: [
      {
        lever: 'facility.places',
        name: 'Places',
        words: 'beds capacity cells open prison closed prison high low security',
      },
      {
        lever: 'placement.review_days',
        name: 'Time between reviews',
        words: 'step down progression transfer open prison',
      },
      {
        lever: 'placement.served_share',
        name: 'Time served before a move',
        words: 'step down progression open prison',
      },
      {
        lever: 'monitoring.places',
        name: 'Places on electronic monitoring',
        words: 'ankle tag bracelet home detention curfew EM',
      },
      {
        lever: 'monitoring.limit_days',
        name: 'Longest sentence on monitoring',
        words: 'ankle tag bracelet home detention EM',
      },
    ],
  },
  {
    title: 'Plan and programmes',
    levers: [
      { lever: 'plan.days_to_plan', name: 'Days to the sentence plan', words: 'sentence planning case management' },
      { lever: 'plan.match_share', name: 'Needs met by the plan', words: 'treatment help programme rehabilitation' },
      {
        lever: 'programme.fidelity',
        name: 'Programmes given as designed',
        words: 'quality treatment education course',
      },
    ],
  },
  {
    title: 'Staff and contact',
    levers: [
      { lever: 'staff.officers', name: 'Officers per place', words: 'guards staffing staff' },
      {
        lever: 'staff.contact_share',
        name: 'Working time in contact',
        words: 'contact officer dynamic security guards',
      },
      { lever: 'staff.training', name: 'Officers trained', words: 'dynamic security education guards' },
    ],
  },
  {
    title: 'Family',
    levers: [
      { lever: 'family.visits_allowed', name: 'Visits allowed', words: 'visiting children relatives' },
      { lever: 'family.phone_minutes', name: 'Telephone time', words: 'calls phone' },
      { lever: 'leave.granted_share', name: 'Leave granted', words: 'furlough temporary release home leave' },
    ],
  },
  {
    title: 'Health',
    levers: [
      { lever: 'health.care_share', name: 'Care that reaches people', words: 'doctor methadone psychiatry treatment' },
      {
        lever: 'health.continuity',
        name: 'Treatment goes on after release',
        words: 'methadone agonist opioid overdose',
      },
      { lever: 'health.screened_share', name: 'Screened for suicide on entry', words: 'suicide self-harm' },
    ],
  },
  {
    title: 'Way out',
    levers: [
      {
        lever: 'release.conditional_granted',
        name: 'Conditional release granted',
        words: 'parole early release licence',
      },
      {
        lever: 'release.prepare_days',
        name: 'Preparation before release',
        words: 'resettlement reentry through the gate',
      },
      { lever: 'reentry.guarantee', name: 'Guarantee at release', words: 'housing home job care reentry resettlement' },
    ],
  },
];

/** The plain name of a lever, if it has one. */
export const chosen: ReadonlyMap<string, ChosenLever> = new Map(
  groups.flatMap(({ levers }) => levers.map((one) => [one.lever, one] as const)),
);
