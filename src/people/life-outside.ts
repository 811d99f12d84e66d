/**
 * Life outside: the columns of the data dictionary on what is arranged for it, the spell at liberty, and its follow-up.
 */
import { NOT_YET, type Trait } from './trait.ts';

/** The columns of life outside, in the form of the dictionary of `person.ts`. */
export const lifeOutside = {
  spellDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day on which the present spell of liberty began, if one is followed',
    writer: 'release, reoffending, spell',
  },
  logit: {
    kind: 'float64',
    unit: 'log-odds',
    meaning: 'log-odds of a charge within two years at risk',
    writer: 'reoffending',
  },
  timeToCharge: {
    kind: 'float64',
    unit: 'years',
    meaning:
      'failure time: time at risk from the start of the present spell to the next charge, at the present log-odds',
    writer: 'reoffending',
  },
  pausedDays: {
    kind: 'int32',
    unit: 'days',
    meaning: 'days at risk in the present spell when custody stopped the clock',
    writer: 'spell',
  },
  policyLogit: {
    kind: 'float64',
    unit: 'log-odds',
    meaning: 'part of the log-odds that policy moved, centre included',
    writer: 'reoffending',
  },
  asked: {
    kind: 'uint8',
    unit: 'arrangements',
    meaning: 'arrangements for the time after release that are waited for, one bit each',
    writer: 'arrangement, reentry',
  },
  arranged: {
    kind: 'uint8',
    unit: 'arrangements',
    meaning: 'arrangements made for the time after release, one bit each: a home, a job, care',
    writer: 'arrangement, reentry',
  },
  arrangedUntil: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day after release on which an arranged home and job are lost',
    writer: 'arrangement, reentry',
  },
  indexDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'latest index release from an institution',
    writer: 'follow-up',
  },
  indexLevel: { kind: 'uint8', unit: 'level', meaning: 'security level of the day before it', writer: 'follow-up' },
  indexMet: {
    kind: 'uint8',
    unit: 'bits',
    meaning: 'recidivism definitions met since that release',
    writer: 'follow-up',
  },
  homeDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'index completion of a sentence on electronic monitoring',
    writer: 'follow-up',
  },
  caseDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day of the charge that opened the present case, as far as it is observed',
    writer: 'follow-up',
  },
  movedDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day of the latest move in the follow-up of cohorts',
    writer: 'cohorts',
  },
  cohortDay: {
    kind: 'int32',
    atFirst: NOT_YET,
    unit: 'day',
    meaning: 'day of the verdict of the first case, if it was prison and is observed',
    writer: 'cohorts',
  },
  stockCase: {
    kind: 'uint16',
    unit: 'episodes',
    meaning: 'case in which the person was inside on the day of the stock cohort; 0 for everybody else',
    writer: 'stock',
  },
  cohortMet: {
    kind: 'uint8',
    unit: 'bits',
    meaning: 'events met since entry into each cohort',
    writer: 'cohorts',
  },
  homeMet: { kind: 'uint8', unit: 'bits', meaning: 'recidivism definitions met since then', writer: 'follow-up' },
} as const satisfies Record<string, Trait>;
