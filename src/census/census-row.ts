/** Census row: one row of a real list, on its way to the form of a scenario, with what is wrong in it and what is put in place of what. */
import { DAYS_PER_YEAR, type Day, parseDay, wholeYears } from '../engine/calendar.ts';
import { nearest } from '../evidence/nearest.ts';
import type { Dimensions } from '../evidence/value.ts';
import { LIFE_DAYS, listedStatuses, YOUNGEST } from '../scenario/inside.ts';
import { type DateOrder, dayIn } from './dialect.ts';
import { type Fact, plainly, usualWords } from './facts.ts';
import { releaseIn } from './release.ts';
import { mayBeThousands, numberIn, whyNoSentence } from './sentence-length.ts';

/** How to read a list. */
export interface CensusSettings {
  /** The day on which the list holds. */
  readonly on: Day;
  readonly dimensions: Dimensions;
  /** Facts by heading, where the heading does not say it itself. */
  readonly columns: ReadonlyMap<string, Fact>;
  /** Words of the scenario by fact and word of the list: `level:A` to `high`. */
  readonly words: ReadonlyMap<string, string>;
  /** Citizenships that are not foreign. */
  readonly home: readonly string[];
  readonly dateOrder: DateOrder | undefined;
}

/** One row on its way to the form of a scenario. */
export class CensusRow {
  readonly complaints: string[] = [];
  readonly imputed: string[] = [];
  /** Rules that put something else in the place of what the list says; how often would tell how many people have a status. */
  readonly rules: string[] = [];
  /** How this person goes on, if held past the day of release. */
  readonly held: string[] = [];
  /** What is done with a release long after the end of the sentence, or never. */
  readonly late: string[] = [];
  readonly #cell: (fact: Fact) => string;
  readonly #settings: CensusSettings;
  readonly #order: DateOrder;

  constructor(cell: (fact: Fact) => string, settings: CensusSettings, order: DateOrder) {
    this.#cell = cell;
    this.#settings = settings;
    this.#order = order;
  }

  /** The cells of a scenario; to be used only without complaints. */
  read(): Readonly<Record<string, string>> {
    const { dimensions } = this.#settings;
    const status = this.#word('status', listedStatuses);
    const isRemand = status === 'remand';
    const [sentence, served] = [isRemand ? '' : this.#sentence(), this.#served()];
    const row = {
      status,
      level: this.#level(isRemand),
      sentence_days: sentence,
      served_days: served,
      sex: this.#word('sex', dimensions['sex']),
      age: this.#age(),
      id: this.#cell('id'),
      unit: this.#perhaps('unit', dimensions['unit'] ?? []),
      offence: this.#perhaps('offence', dimensions['offence'] ?? []),
      foreign: this.#foreign(),
      release: isRemand ? '' : this.#release(status, sentence, served),
    };
    if (isRemand) this.#tellUnread();
    this.#complainOfTime(row, isRemand);
    return row;
  }

  /** Time inside that cannot be: beyond the sentence with no day of release, or longer than a life since fifteen. */
  #complainOfTime(
    row: Readonly<Record<'sentence_days' | 'served_days' | 'age' | 'release', string>>,
    isRemand: boolean,
  ): void {
    if (this.complaints.length > 0) return;
    const served = Number(row.served_days);
    if (!isRemand && row.sentence_days !== 'life' && row.release === '' && served >= Number(row.sentence_days))
      this.complaints.push(`held beyond the sentence, with no day of release${this.#written('release')}`);
    if (row.age !== '' && served > (Number(row.age) + 1 - YOUNGEST) * DAYS_PER_YEAR)
      this.complaints.push(`inside for longer than since the age of ${YOUNGEST}`);
  }

  /** `: "2099-12-31" is none`; nothing for an empty cell. */
  #written(fact: Fact): string {
    return this.#cell(fact) === '' ? '' : `: "${this.#cell(fact)}" is none`;
  }

  /** The word of the scenario for a cell; a complaint if there is none. */
  #word(fact: Fact, words: readonly string[]): string {
    const found = this.#translated(fact, words);
    if (found === undefined) this.complaints.push(`${fact}: "${this.#cell(fact)}" is none of ${words.join(', ')}`);
    return found ?? '';
  }

  #translated(fact: Fact, words: readonly string[]): string | undefined {
    const written = this.#cell(fact);
    const plain = plainly(written);
    const given = this.#settings.words.get(`${fact}:${plain}`);
    if (given !== undefined) return words.find((word) => word === given);
    const usual: Readonly<Record<string, readonly string[]>> = usualWords[fact as keyof typeof usualWords] ?? {};
    return words.find((word) => plainly(word) === plain || usual[word]?.some((other) => plainly(other) === plain));
  }

  #perhaps(fact: Fact, words: readonly string[]): string {
    if (this.#cell(fact) === '') return '';
    const found = this.#translated(fact, words);
    if (found === undefined) this.imputed.push(unknownWord(fact, this.#cell(fact), words));
    return found ?? '';
  }

  #level(isRemand: boolean): string {
    const [closed] = this.#settings.dimensions['level'];
    const level = this.#word('level', this.#settings.dimensions['level']);
    if (!isRemand || level === closed || level === '') return level;
    this.rules.push(`level: people on remand are at ${closed}, whatever the list says`);
    return closed;
  }

  #sentence(): string {
    const days = this.#cell('sentence_days');
    const months = this.#cell('sentence_months');
    const years = this.#cell('sentence_years');
    const written = days || months || years;
    if (/^(life|lifetime|for life)$/i.test(written)) return 'life';
    const factor = days ? 1 : months ? DAYS_PER_YEAR / 12 : DAYS_PER_YEAR;
    const whole = Math.round(numberIn(written) * factor);
    if (whole >= 1 && whole < LIFE_DAYS && !mayBeThousands(written)) return String(whole);
    this.complaints.push(`sentence: ${whyNoSentence(written, whole)}`);
    return '';
  }

  #served(): string {
    const written = this.#cell('served_days');
    if (/^\d+$/.test(written)) return written;
    const day = this.#day('admitted');
    if (day !== undefined && day <= this.#settings.on) return String(this.#settings.on - day);
    this.complaints.push(`served: ${this.#whyNoDaysServed(written, day)}`);
    return '';
  }

  #whyNoDaysServed(written: string, day: Day | undefined): string {
    if (day !== undefined) return 'admitted after the day of the list';
    if (written !== '') return 'days served are not a whole number';
    return this.#cell('admitted') === ''
      ? 'neither days served nor a day of admission'
      : 'the day of admission is no day of the calendar';
  }

  #age(): string {
    const written = this.#cell('age');
    const born = this.#day('birth_date');
    const year = this.#cell('birth_year') || this.#cell('birth_date');
    let age = numberIn(written);
    if (Number.isNaN(age) && born !== undefined) age = wholeYears(born, this.#settings.on);
    if (Number.isNaN(age) && /^\d{4}$/.test(year)) {
      age = wholeYears(parseDay(`${year}-07-01`), this.#settings.on);
      this.imputed.push('age: from the year of birth, as if born on 1 July');
    }
    if (Number.isNaN(age) && `${written}${year}` !== '') {
      this.complaints.push('age: neither a number of years nor a day or year of birth');
      return '';
    }
    if (Number.isNaN(age)) {
      this.imputed.push('age: unknown, so as in the history taken over');
      return '';
    }
    if (age < YOUNGEST || age > 100) this.complaints.push(`age: not from ${YOUNGEST} to 100`);
    return String(age);
  }

  #foreign(): string {
    if (this.#cell('foreign') !== '') return this.#word('foreign', ['no', 'yes']);
    const citizenship = this.#cell('citizenship');
    const { home } = this.#settings;
    if (citizenship === '' || home.length === 0) return '';
    return home.some((one) => plainly(one) === plainly(citizenship)) ? 'no' : 'yes';
  }

  #release(status: string, sentence: string, served: string): string {
    if (this.complaints.length > 0) return '';
    const custody = { status, sentence, served: Number(served) };
    const found = releaseIn(this.#cell('release'), this.#day('release'), this.#settings.on, custody);
    if (found.complaint !== undefined) this.complaints.push(found.complaint);
    if (found.imputed !== undefined) this.imputed.push(found.imputed);
    if (found.held !== undefined) this.held.push(found.held);
    if (found.late !== undefined) this.late.push(found.late);
    return found.cell;
  }

  /** On remand nothing is known yet of a sentence and its end. */
  #tellUnread(): void {
    const sentences = ['sentence_days', 'sentence_months', 'sentence_years'] as const;
    if (sentences.some((fact) => this.#cell(fact) !== ''))
      this.rules.push('sentence: people on remand have none yet, whatever the list says');
    if (this.#cell('release') !== '')
      this.rules.push('release: people on remand have no day yet, whatever the list says');
  }

  #day(fact: Fact): Day | undefined {
    return dayIn(this.#cell(fact), this.#order);
  }
}

/** A word that the scenario does not have, the nearest that it has, and how to say which is meant. */
function unknownWord(fact: Fact, written: string, words: readonly string[]): string {
  const close = nearest(written, words);
  const known = close === undefined ? `known: ${words.join(', ')}` : `the nearest is ${close}`;
  const example = `--word "${fact}:${written}=${close ?? 'ONE OF THESE'}"`;
  return `${fact}: "${written}" is not one of the scenario's, so as in the history taken over; ${known}; to say which is meant: ${example}`;
}
