/**
 * Grade: how well a number is known.
 */

/** From the best known: counted or measured at the place, measured elsewhere or in part, estimated, assumed. */
export const grades = ['A', 'B', 'C', 'assumption'] as const;
export type Grade = (typeof grades)[number];
