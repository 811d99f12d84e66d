/**
 * Care: what the health service gives, one bit each in the column `care`.
 */

/** Care that is waited for, in the order of the dimension `care`: meeting the service, psychiatric care, agonist treatment. */
export const careNames = ['contact', 'mental', 'agonist'] as const;

/** The number of each, as the life event `treated` tells it; the last is agonist treatment that goes on after release. */
export const careKind = Object.freeze({ contact: 0, mental: 1, agonist: 2, continued: 3 });

/** The bit of each, and that of having been screened for suicide risk on coming in. */
export const care = Object.freeze({ contact: 1, mental: 2, agonist: 4, screened: 8 });
