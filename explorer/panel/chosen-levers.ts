/** Chosen levers: the handful that the page shows first, in groups, with plain names. */

/** A lever with a plain name. */
export interface ChosenLever {
  readonly lever: string;
  readonly name: string;
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
      },
      {
        lever: 'placement.review_days',
        name: 'Time between reviews',
      },
      {
        lever: 'placement.served_share',
        name: 'Time served before a move',
      },
      {
        lever: 'monitoring.places',
        name: 'Places on electronic monitoring',
      },
      {
        lever: 'monitoring.limit_days',
        name: 'Longest sentence on monitoring',
      },
    ],
  },
  {
    title: 'Plan and programmes',
    levers: [
      { lever: 'plan.days_to_plan', name: 'Days to the sentence plan' },
      { lever: 'plan.match_share', name: 'Needs met by the plan' },
      {
        lever: 'programme.fidelity',
        name: 'Programmes given as designed',
      },
    ],
  },
  {
    title: 'Staff and contact',
    levers: [
      { lever: 'staff.officers', name: 'Officers per place' },
      {
        lever: 'staff.contact_share',
        name: 'Working time in contact',
      },
      { lever: 'staff.training', name: 'Officers trained' },
    ],
  },
  {
    title: 'Family',
    levers: [
      { lever: 'family.visits_allowed', name: 'Visits allowed' },
      { lever: 'family.phone_minutes', name: 'Telephone time' },
      { lever: 'leave.granted_share', name: 'Leave granted' },
    ],
  },
  {
    title: 'Health',
    levers: [
      { lever: 'health.care_share', name: 'Care that reaches people' },
      {
        lever: 'health.continuity',
        name: 'Treatment goes on after release',
      },
      { lever: 'health.screened_share', name: 'Screened for suicide on entry' },
    ],
  },
  {
    title: 'Way out',
    levers: [
      {
        lever: 'release.conditional_granted',
        name: 'Conditional release granted',
      },
      {
        lever: 'release.prepare_days',
        name: 'Preparation before release',
      },
      { lever: 'reentry.guarantee', name: 'Guarantee at release' },
    ],
  },
];

/** The plain name of a lever, if it has one. */
export const chosen: ReadonlyMap<string, ChosenLever> = new Map(
  groups.flatMap(({ levers }) => levers.map((one) => [one.lever, one] as const)),
);
