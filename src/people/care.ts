/**
 * Care: the kinds of care that the health service gives, one bit each in the column `care`.
 */

/** Care with a wait, in the order of the dimension `care`: meeting the service, psychiatric care, agonist treatment. */
export const careNames = ['contact', 'mental', 'agonist'] as const;

/** The number of each in the detail of `treated`; `continued` is agonist treatment that goes on after release. */
export const careKind = Object.freeze({ contact: 0, mental: 1, agonist: 2, continued: 3 });

/** The bit of each; `screened` is screening for suicide risk on entry. */
export const care = Object.freeze({ contact: 1, mental: 2, agonist: 4, screened: 8 });
