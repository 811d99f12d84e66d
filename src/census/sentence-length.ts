/** Sentence length: numbers as lists write them, and why a text is none that a sentence can have. */
import { LIFE_DAYS } from '../scenario/inside.ts';

/** A number with a decimal point or comma; NaN for any other text. */
export function numberIn(text: string): number {
  return /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

/** Three digits behind a mark may be decimals, or the rest of thousands. */
const THOUSANDS = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** Whether a text may be thousands as well as a number with three decimals. */
export function mayBeThousands(text: string): boolean {
  return THOUSANDS.test(text);
}

/** Why a text is no sentence; `days` is what it would be in days. */
export function whyNoSentence(written: string, days: number): string {
  if (written === '') return 'empty';
  if (mayBeThousands(written))
    return `"${written}" may be ${written.replace(/[.,]/, '')}, or a number with three decimals`;
  if (Number.isNaN(days)) return `"${written}" is not a number of days, months or years, nor life`;
  if (days < 1) return `"${written}" is less than a day`;
  return `"${written}" is ${days} days, and ${LIFE_DAYS} or more stand for life: write life if it is`;
}
