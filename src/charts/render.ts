/**
 * Render: draws a Vega-Lite specification as SVG.
 *
 * The only door to vega and vega-lite. They take 0.6 s to load, so the first chart loads them. Text widths come from a table of
 * our own, not from the fonts of the machine, so that the same SVG comes out everywhere.
 */
import type { TopLevelSpec } from 'vega-lite';
import type { VegaLiteSpec } from './chart.ts';
import { textWidth } from './text-width.ts';

/** The chart as a standalone SVG document. Throws what Vega throws when a specification is wrong. */
export async function renderSvg(spec: VegaLiteSpec): Promise<string> {
  return (await drawWithWarnings(spec)).svg;
}

/** A drawn chart with the warnings of Vega-Lite and Vega. */
interface WarnedChart {
  readonly svg: string;
  readonly warnings: readonly string[];
}

/** The chart with the warnings of Vega-Lite and Vega; a chart of ours has none. */
export function drawWithWarnings(spec: VegaLiteSpec): Promise<WarnedChart> {
  const drawing = last.then(() => drawAlone(spec));
  last = drawing.catch(() => {});
  return drawing;
}

/** The chart begun last. One follows another, because those drawn at once would share the numbers of their clip paths. */
let last: Promise<unknown> = Promise.resolve();

/** Loads Vega and Vega-Lite. */
export async function loadVega(): Promise<{ vega: typeof import('vega'); vegaLite: typeof import('vega-lite') }> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  return { vega, vegaLite };
}

async function drawAlone(spec: VegaLiteSpec): Promise<WarnedChart> {
  const { vega, vegaLite } = await loadVega();
  measureWithOurTable(vega as unknown as Parameters<typeof measureWithOurTable>[0]);
  const warnings: string[] = [];
  const logger = collectInto(warnings);
  // Vega writes into the data it is given: parsed dates, row numbers.
  const own = structuredClone(spec) as unknown as TopLevelSpec;
  const compiled = vegaLite.compile(own, { logger });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logger });
  // Vega numbers clip paths through the life of the process; starting from zero makes a chart independent of those before it.
  vega.resetSVGDefIds();
  try {
    return { svg: roundPaths(await view.toSVG()), warnings };
  } finally {
    view.finalize();
  }
}

interface TextItem {
  readonly text?: unknown;
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
}

/** Replaces Vega's measure of text, which by default is a guess, or a canvas if there is one. */
function measureWithOurTable(vega: { textMetrics: { width: (item: TextItem, text?: unknown) => number } }): void {
  vega.textMetrics.width = (item, text) => {
    const bold = item.fontWeight === 'bold' || Number(item.fontWeight) >= 600;
    return textWidth(String(text ?? item.text ?? ''), item.fontSize ?? 11, bold);
  };
}

/** A tenth of a pixel is finer than any screen shows, and makes the document a third smaller. */
function roundPaths(svg: string): string {
  const shorter = (path: string): string => path.replace(/\d+\.\d\d+/g, (x) => String(Number(Number(x).toFixed(1))));
  return svg.replace(/ d="[^"]*"/g, shorter);
}

function collectInto(warnings: string[]) {
  const logger = {
    level: () => logger,
    error: (...messages: readonly unknown[]) => {
      warnings.push(messages.map(String).join(' '));
      return logger;
    },
    warn: (...messages: readonly unknown[]) => {
      warnings.push(messages.map(String).join(' '));
      return logger;
    },
    info: () => logger,
    debug: () => logger,
  };
  return logger as never;
}
