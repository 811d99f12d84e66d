/**
 * Render: a Vega-Lite specification drawn as SVG.
 *
 * The only door to vega and vega-lite. They take 0.6 s to load, so they are loaded when the first chart is drawn. Text
 * widths are estimated, not measured, so that the same SVG comes out on every machine.
 */
import type { TopLevelSpec } from 'vega-lite';
import type { VegaLiteSpec } from './chart.ts';

/** The chart as a standalone SVG document. Throws what Vega throws when a specification is wrong. */
export async function renderSvg(spec: VegaLiteSpec): Promise<string> {
  return (await drawWithWarnings(spec)).svg;
}

/** The chart with what Vega-Lite and Vega warned about; a chart of ours has no warnings. */
export async function drawWithWarnings(spec: VegaLiteSpec): Promise<{ svg: string; warnings: readonly string[] }> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  const warnings: string[] = [];
  const logger = collectInto(warnings);
  const compiled = vegaLite.compile(spec as unknown as TopLevelSpec, { logger });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logger });
  try {
    return { svg: await view.toSVG(), warnings };
  } finally {
    view.finalize();
  }
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
