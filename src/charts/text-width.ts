/**
 * Text width: measures text in DejaVu Sans, so that a chart leaves exactly the room it needs.
 *
 * Read from the advance widths of DejaVu Sans 2.37, in hundredths of the font size. Measuring with the fonts of the
 * machine instead would give another picture on another machine.
 */

const REGULAR: Readonly<Record<number, string>> = {
  20: '\u2009',
  27: "'",
  28: 'ijl',
  29: 'IJ',
  32: ' ,.\u2019',
  34: '/:;\\|',
  35: 'f',
  36: '-',
  39: '()[]t',
  40: '!',
  41: 'r',
  46: '"',
  50: '*_`',
  52: 'sz',
  53: '?',
  55: 'c',
  56: 'L',
  58: 'Fk',
  59: 'vxy',
  60: 'P',
  61: 'TYao\u00e5',
  62: 'e',
  63: 'ESbdghnpqu',
  64: '$0123456789{}',
  66: 'K',
  68: 'AV',
  69: 'BRXZ',
  70: 'C',
  73: 'U',
  75: 'HN',
  77: 'DG',
  78: '&',
  79: 'OQ\u00d8',
  82: 'w',
  84: '#+<=>^~\u2212',
  86: 'M',
  95: '%',
  97: 'm',
  99: 'W',
  100: '@',
};

const WIDTHS = new Map(
  Object.entries(REGULAR).flatMap(([width, characters]) => [...characters].map((one) => [one, Number(width)])),
);

/** A character that is not in the table counts as wide as a digit. */
const OTHER = 64;

/** Bold is about an eighth wider than regular. */
const BOLD = 1.13;

/** The width in pixels of one line of text at this font size in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  let hundredths = 0;
  for (const character of text) hundredths += WIDTHS.get(character) ?? OTHER;
  return (hundredths / 100) * size * (bold ? BOLD : 1);
}

/** Breaks text between words into lines of at most this width in pixels; a wider word keeps a line of its own. */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size, bold) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
