/**
 * Chart: the frame that every chart has around its panels: title, subtitle, reading aid, source.
 *
 * A chart is a plain object that follows Vega-Lite 6 and holds its own data, so that it can be written to a file,
 * opened elsewhere and redrawn.
 */
import type { Value } from '../tables/table.ts';
import { wrapText } from './text-width.ts';
import { CONFIG, SECONDARY_INK } from './theme.ts';

/** A complete Vega-Lite specification with its data inside. */
export type VegaLiteSpec = Readonly<Record<string, unknown>>;

/** Draws a chart. */
export type RenderChart = (spec: VegaLiteSpec) => Promise<RenderedChart>;

/** A chart as drawn, as far as it could be. */
export interface RenderedChart {
  /** The SVG document. */
  readonly svg?: string;
  /** The picture, two pixels per pixel of the SVG. */
  readonly png?: Uint8Array;
  /** What went wrong with the rest. */
  readonly problem?: string;
}

/** The input of a chart besides its table. */
export interface ChartContext {
  /** The finding or the question, a sentence. */
  readonly title: string;
  /** Measure, unit, place, years, replicates. */
  readonly subtitle: string;
  /** Source and digest. */
  readonly footer: string;
  /** Names of the arms as shown, the baseline first; they give each arm its colour. */
  readonly arms: readonly string[];
  /** Security levels from most to least closed. */
  readonly levels: readonly string[];
  /** Days on which policies begin, for charts over time; absent if they hold from the first day. */
  readonly begins?: readonly PolicyBegins[];
}

/** The day on which an arm parts from the baseline, ISO 8601, and the words at its mark. */
export interface PolicyBegins {
  readonly on: string;
  readonly label: string;
}

/** One panel: a Vega-Lite view or layer. */
export type Panel = Readonly<Record<string, unknown>>;

/** The widest line of a title, in pixels. */
const WIDTH = 740;
const SIZE = { title: 15, subtitle: 11, footer: 9 } as const;

/** The specification: title, subtitle, a reading aid for the marks, the panels in columns, the footer. */
export function chartOf(
  context: ChartContext,
  reading: string,
  panels: readonly Panel[],
  options: { readonly columns?: number; readonly spacing?: number } = {},
): VegaLiteSpec {
  const { columns = 1, spacing = 18 } = options;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: context.title,
    title: {
      text: wrapText(context.title, WIDTH, SIZE.title, true),
      subtitle: [context.subtitle, reading].flatMap((line) => wrapText(line, WIDTH, SIZE.subtitle)),
      fontSize: SIZE.title,
      subtitleFontSize: SIZE.subtitle,
      subtitlePadding: 6,
      offset: 14,
    },
    vconcat: [
      {
        concat: panels,
        columns,
        spacing,
        title: {
          text: wrapText(context.footer, WIDTH, SIZE.footer),
          orient: 'bottom',
          fontSize: SIZE.footer,
          fontWeight: 'normal',
          color: SECONDARY_INK,
          offset: 10,
        },
      },
    ],
    config: CONFIG,
  };
}

/** Inline data; texts in `dates` are read as days in universal time, so that no time zone enters. */
export function dataOf(
  values: readonly Readonly<Record<string, Value | null>>[],
  dates: readonly string[] = [],
): object {
  if (dates.length === 0) return { values };
  return { values, format: { parse: Object.fromEntries(dates.map((name) => [name, "utc:'%Y-%m-%d'"])) } };
}

/** A number for inline data: six significant digits suffice for any screen. */
export function compact(x: number): number | null {
  return Number.isFinite(x) ? Number(x.toPrecision(6)) : null;
}
