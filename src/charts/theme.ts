/**
 * Theme: colours, dashes, shapes and type that every chart shares.
 *
 * Colour has a meaning first: security levels run from dark (closed) to light (open), an arm keeps its colour in every
 * chart of a report, observed data are black. Arms also differ by dash and shape, so that a chart survives greyscale.
 * The colours of arms are those of Okabe and Ito, which people with the three common colour-blindnesses tell apart.
 */

/** The page. */
export const PAPER = '#FCFCFA';
/** Text and observed data. */
export const INK = '#1C1C1C';
/** Axis labels, subtitles and footers. */
export const SECONDARY_INK = '#5A5A5A';
/** Grid and rules. */
export const RULE = '#DEDEDA';
/** Fonts in order of preference; Verdana has nearly the widths of DejaVu Sans. */
const FONT = 'DejaVu Sans, Verdana, sans-serif';

/** Colours of states outside the security levels; other states take `OTHER_STATE`. */
const STATUS_COLOURS: Readonly<Record<string, string>> = {
  remand: '#B8792B',
  'conditional release': '#C9CFC4',
  supervision: '#C9CFC4',
  'electronic monitoring': '#B9D8D3',
  'day release': '#B9D8D3',
  'not yet summoned': '#F1F1EE',
  'waiting for a place': '#E6E6E2',
};
/** The colour of a state without one of its own. */
const OTHER_STATE = '#A3A3A0';

/** Opacity of the 95 % and 50 % bands. */
export const BAND_OPACITY = { wide: 0.2, narrow: 0.4 } as const;

/** The style of an arm: colour, the same colour dark enough for text, dash (empty: solid), and point shape. */
interface ArmStyle {
  readonly colour: string;
  readonly text: string;
  readonly dash: readonly number[];
  readonly shape: string;
}

const ARM_COLOURS = ['#6B6B6B', '#0072B2', '#D55E00', '#009E73', '#CC79A7', '#56B4E9', '#E69F00'];
const ARM_DASHES: readonly (readonly number[])[] = [[5, 3], [], [11, 3], [11, 3, 2, 3], [3, 2], [14, 3, 2, 3, 2, 3]];
const ARM_SHAPES = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down', 'triangle-right'];
const LEVEL_RAMP = ['#1B3A57', '#3E7CA6', '#7FB3C8', '#B9D8D3'];

/** The style of the arm in this position; position 0 is the baseline. */
export function armStyle(position: number): ArmStyle {
  const colour = ARM_COLOURS[position % ARM_COLOURS.length];
  return {
    colour,
    text: mix(colour, INK, 0.28),
    dash: ARM_DASHES[position % ARM_DASHES.length],
    shape: ARM_SHAPES[position % ARM_SHAPES.length],
  };
}

/**
 * The colours of security levels, ordered from most to least closed: even steps down one ramp, which leaves its
 * lightest step to electronic monitoring.
 */
export function levelColours(levels: readonly string[]): ReadonlyMap<string, string> {
  return new Map(levels.map((level, step) => [level, alongRamp(step / levels.length)]));
}

/** The colour of a state: a security level, or one of `STATUS_COLOURS`. */
export function stateColour(state: string, levels: readonly string[]): string {
  return levelColours(levels).get(state) ?? STATUS_COLOURS[state] ?? OTHER_STATE;
}

/**
 * The colour of a difference from -1 to 1: blue below zero, paper at zero, orange above. The ends are pale enough for ink to be
 * read on them.
 */
export function divergingColour(share: number): string {
  return mix(PAPER, share < 0 ? '#0072B2' : '#D55E00', 0.7 * Math.abs(share));
}

/** Vega-Lite configuration. Numbers have thin spaces between thousands and before the percent sign. */
export const CONFIG = {
  background: PAPER,
  font: FONT,
  padding: { left: 18, top: 16, right: 18, bottom: 14 },
  locale: {
    number: {
      decimal: '.',
      thousands: '\u2009',
      grouping: [3],
      currency: ['', ''],
      percent: '\u2009%',
      minus: '\u2212',
    },
  },
  view: { stroke: null },
  concat: { spacing: 18 },
  title: {
    anchor: 'start',
    color: INK,
    fontSize: 12,
    fontWeight: 'bold',
    subtitleColor: SECONDARY_INK,
    subtitleFontSize: 11,
    subtitlePadding: 4,
    offset: 8,
  },
  axis: {
    domain: false,
    ticks: false,
    grid: true,
    gridColor: RULE,
    labelColor: SECONDARY_INK,
    labelFontSize: 11,
    labelLimit: 0,
    labelPadding: 6,
    titleColor: SECONDARY_INK,
    titleFontSize: 11,
    titleFontWeight: 'normal',
    titleLimit: 0,
    titlePadding: 8,
  },
  axisY: { minExtent: 44 },
  axisX: {
    labelFlush: false,
    grid: false,
    domain: true,
    domainColor: SECONDARY_INK,
    ticks: true,
    tickColor: SECONDARY_INK,
    tickSize: 4,
  },
  legend: { labelLimit: 0, titleLimit: 0, labelFontSize: 11, labelColor: INK },
  text: { fontSize: 11, color: INK },
  line: { strokeWidth: 1.8, strokeCap: 'butt' },
} as const;

/** A colour between two `#RRGGBB` colours; share 0 is the first, 1 the second. */
export function mix(from: string, to: string, share: number): string {
  const channel = (colour: string, start: number): number => Number.parseInt(colour.slice(start, start + 2), 16);
  const mixed = [1, 3, 5].map((start) => {
    const value = channel(from, start) * (1 - share) + channel(to, start) * share;
    return Math.round(value).toString(16).toUpperCase().padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}

function alongRamp(position: number): string {
  const place = position * (LEVEL_RAMP.length - 1);
  const step = Math.min(Math.floor(place + 1e-9), LEVEL_RAMP.length - 2);
  return mix(LEVEL_RAMP[step], LEVEL_RAMP[step + 1], place - step);
}
