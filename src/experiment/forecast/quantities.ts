/**
 * Quantities: the numbers of a forecast, read from the months of a summary.
 */
import { type LifeEventName, lifeEventNames } from '../../people/life-events.ts';
import { type status, statuses } from '../../people/person.ts';
import { sentenceClasses } from '../../people/sentence-classes.ts';
import { waitAt, type waitFigures } from '../../simulation/months.ts';
import { type PeakCount, peakAt, type Summary } from '../../simulation/summary.ts';
import type { Period } from './periods.ts';

/** One number of every period. */
export interface Quantity {
  /** The number in words: `people inside`. */
  readonly what: string;
  /** The part of all that it is of: a level, a status, a sex, or all. */
  readonly of: string;
  readonly unit: string;
  /** Whether it exists by calendar quarter alone, whatever the periods. */
  readonly byQuarter?: boolean;
  /** Its value in a period; NaN if there is none. */
  readonly value: (summary: Summary, period: Period) => number;
}

/** The part that is everybody, or everything. */
export const ALL = 'all';

/** What is forecast, by name. */
export const what = {
  inside: 'people inside',
  outside: 'people outside prison',
  entries: 'entries',
  releases: 'releases',
  places: 'usable places',
  free: 'free places',
  beyond: 'nights beyond places',
  peak: 'peak day',
  peakPlaces: 'places on the peak day',
  peakBeyond: 'most people beyond places',
  overflow: 'most people beyond all places',
  waiting: 'waiting for a place',
  processing: 'not yet summoned',
  onEvening: 'waiting on the last evening',
  half: 'days waited, half',
  nineTenths: 'days waited, nine tenths',
} as const;

/** Every number of a forecast, for these security levels. */
export function quantitiesOf(levels: readonly string[]): readonly Quantity[] {
  const by = <Part>(
    parts: readonly (readonly [name: string, part: Part])[],
    of: (name: string, part: Part) => Quantity,
  ) => parts.map(([name, part]) => of(name, part));
  const each = levels.map((level, at) => [level, [at]] as const);
  const every = levels.map((_, at) => at);
  const all: readonly (readonly [string, readonly number[]])[] = [[ALL, every], ...each];
  const awaited: readonly (readonly [string, readonly number[]])[] = [
    [ALL, [...every, levels.length]],
    ...each,
    ['electronic monitoring', [levels.length]],
  ];
  const waits: readonly (readonly [string, number])[] = [
    [ALL, levels.length + 1],
    ...levels.map((level, at) => [level, at] as const),
  ];
  return [
    ...by(all, (of, at) => stock(what.inside, of, 'people', (summary) => people(summary, insideNames, at))),
    ...by(insideGroups, (of, names) => stock(what.inside, of, 'people', (summary) => people(summary, names, every))),
    stock(what.inside, 'women', 'people', (summary) => sums(summary.monthWomen, levels.length, every)),
    stock(what.inside, 'men', 'people', (summary) => {
      const inside = people(summary, insideNames, every);
      const women = sums(summary.monthWomen, levels.length, every);
      return (month) => inside(month) - women(month);
    }),
    ...by(outsideGroups, (of, names) =>
      stock(what.outside, of, 'people', (summary) => people(summary, names, [levels.length])),
    ),
    ...by(entries, (of, flow) => sum(what.entries, of, 'people', (summary) => events(summary, flow))),
    ...by(releases, (of, flow) => sum(what.releases, of, 'people', (summary) => events(summary, flow))),
    ...by(all, (of, at) => stock(what.places, of, 'places', (summary) => sums(summary.monthPlaces, levels.length, at))),
    ...by(all, (of, at) =>
      stock(what.free, of, 'places', (summary) => {
        const [places, inside] = [sums(summary.monthPlaces, levels.length, at), people(summary, insideNames, at)];
        return (month) => places(month) - inside(month);
      }),
    ),
    ...by(all, (of, at) =>
      sum(what.beyond, of, 'person-nights', (summary) => sums(summary.monthOverflow, levels.length, at)),
    ),
    ...peakDay.flatMap(([name, unit, count]) => levels.map((level, at) => peak(name, level, unit, at, count))),
    ...by(awaited, (of, at) =>
      stock(what.waiting, of, 'people', (summary) => sums(summary.monthQueue, levels.length + 1, at)),
    ),
    stock(what.processing, ALL, 'people', (summary) => {
      const all = people(summary, ['waiting'], [levels.length]);
      const queue = sums(summary.monthQueue, levels.length + 1, [...every, levels.length]);
      return (month) => all(month) - queue(month);
    }),
    ...waits.flatMap(([where, at]) =>
      [ALL, ...sentenceClasses].flatMap((sentence, index) => {
        const of = index === 0 ? where : where === ALL ? sentence : `${where}, ${sentence}`;
        return evening.map(([name, unit, figure]) => lastEvening({ what: name, of, unit }, at, index, figure));
      }),
    ),
  ];
}

/**
 * What is kept of the evenings of a quarter. The most people beyond places counts those beyond the places of their sex and unit; the
 * most beyond all places those beyond what the level can hold altogether, which is the overflow that `capacity` judges.
 */
const peakDay: readonly (readonly [name: string, unit: string, count: PeakCount])[] = [
  [what.peak, 'people', 'people'],
  [what.peakPlaces, 'places', 'places'],
  [what.peakBeyond, 'people', 'beyond'],
  [what.overflow, 'people', 'short'],
];

type StatusName = keyof typeof status;
/** An amount of a month. */
type OfMonth = (month: number) => number;
/** Life events added, and those taken off. */
interface Flow {
  readonly plus: readonly LifeEventName[];
  readonly minus?: readonly LifeEventName[];
}

const insideNames: readonly StatusName[] = ['remand', 'serving', 'detained', 'defaulting'];
const insideGroups: readonly (readonly [string, readonly StatusName[]])[] = [
  ['remand', ['remand']],
  ['sentence', ['serving']],
  ['preventive detention', ['detained']],
  ['in place of a fine', ['defaulting']],
];
const outsideGroups: readonly (readonly [string, readonly StatusName[]])[] = [
  ['electronic monitoring', ['monitored']],
  ['treatment institution', ['treatment']],
  ['absent', ['absent']],
  ['conditional release', ['conditional']],
];
const entries: readonly (readonly [string, Flow])[] = [
  ['remand', { plus: ['remanded'] }],
  ['sentence', { plus: ['admitted'], minus: ['passedStraight'] }],
  ['in place of a fine', { plus: ['fineBegun'] }],
  [ALL, { plus: ['remanded', 'admitted', 'fineBegun'], minus: ['passedStraight'] }],
];
const releases: readonly (readonly [string, Flow])[] = [
  ['remand', { plus: ['remandReleased'] }],
  ['sentence', { plus: ['fullTime', 'conditional', 'probation'] }],
  ['in place of a fine', { plus: ['fineServed'] }],
  [ALL, { plus: ['remandReleased', 'fullTime', 'conditional', 'probation', 'fineServed'] }],
];

/** The mean of the days of a period. */
function stock(what: string, of: string, unit: string, read: (summary: Summary) => OfMonth): Quantity {
  return {
    what,
    of,
    unit,
    value: (summary, { months, from, until }) => {
      const ofMonth = read(summary);
      return months.reduce((days, month) => days + ofMonth(month), 0) / (until - from);
    },
  };
}

/** The amount of a period. */
function sum(what: string, of: string, unit: string, read: (summary: Summary) => OfMonth): Quantity {
  return {
    what,
    of,
    unit,
    value: (summary, { months }) => {
      const ofMonth = read(summary);
      return months.reduce((amount, month) => amount + ofMonth(month), 0);
    },
  };
}

/** Of the fullest evening of a calendar quarter at a level. */
function peak(what: string, of: string, unit: string, level: number, count: PeakCount): Quantity {
  return {
    what,
    of,
    unit,
    byQuarter: true,
    value: ({ peaks, shape }, { months }) => peaks[peakAt(shape, Math.floor(months[0] / 3), level, count)],
  };
}

/** What is kept of those who wait on the last evening of a period. */
const evening: readonly (readonly [name: string, unit: string, figure: (typeof waitFigures)[number]])[] = [
  [what.onEvening, 'people', 'people'],
  [what.half, 'days', 'half'],
  [what.nineTenths, 'days', 'nine-tenths'],
];

/**
 * On the last evening of a period: people who wait, of all or of a sentence class; or the whole days since summons within which a
 * share of them lie, NaN if nobody waits.
 */
function lastEvening(
  told: Pick<Quantity, 'what' | 'of' | 'unit'>,
  destination: number,
  sentence: number,
  figure: (typeof waitFigures)[number],
): Quantity {
  return {
    ...told,
    value: ({ monthWaits, shape }, { months }) => {
      const at = (one: typeof figure) => waitAt(shape.levels, months.at(-1)!, destination, sentence, one);
      return figure !== 'people' && monthWaits[at('people')] === 0 ? Number.NaN : monthWaits[at(figure)];
    },
  };
}

function people({ monthStock, shape }: Summary, names: readonly StatusName[], levels: readonly number[]): OfMonth {
  const perStatus = shape.levels + 1;
  const cells = names.flatMap((name) => levels.map((level) => statuses.indexOf(name) * perStatus + level));
  return sums(monthStock, statuses.length * perStatus, cells);
}

function events({ monthFlow }: Summary, { plus, minus = [] }: Flow): OfMonth {
  const at = (names: readonly LifeEventName[]) => names.map((name) => lifeEventNames.indexOf(name));
  const [added, taken] = [plus, minus].map((names) => sums(monthFlow, lifeEventNames.length, at(names)));
  return (month) => added!(month) - taken!(month);
}

/** The sum of some columns of an array by month. */
function sums(counts: Int32Array, columns: number, at: readonly number[]): OfMonth {
  return (month) => at.reduce((total, column) => total + counts[month * columns + column], 0);
}
