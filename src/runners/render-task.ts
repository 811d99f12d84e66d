/**
 * Render task: the work of a thread that draws charts: a specification becomes an SVG document and a PNG picture.
 */
import type { RenderedChart, VegaLiteSpec } from '../charts/chart.ts';
import { loadVega, renderSvg } from '../charts/render.ts';
import { svgToPng } from '../files/png.ts';

await loadVega();

/**
 * The chart as far as it can be drawn; what cannot is a problem in words, since errors do not survive the way between threads.
 * Without a specification, nothing: the thread only shows that it works.
 */
export default async function renderChart(spec: VegaLiteSpec | undefined): Promise<RenderedChart> {
  if (spec === undefined) return {};
  let svg: string | undefined;
  try {
    svg = await renderSvg(spec);
    return { svg, png: svgToPng(svg) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return svg === undefined ? { problem: message } : { svg, problem: `as PNG: ${message}` };
  }
}
