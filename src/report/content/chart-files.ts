/**
 * Chart files: draws a chart in three formats, and complains about charts that could not be drawn.
 */
import type { RenderChart, RenderedChart, VegaLiteSpec } from '../../charts/chart.ts';
import { Failure } from '../../failure.ts';
import type { Files } from '../../results/study-folder.ts';

/** A chart that could not be drawn, or not in every format. */
export interface ChartProblem {
  /** Its files without their ending: `charts/queue`. */
  readonly chart: string;
  readonly problem: string;
}

/** A chart as far as it could be drawn: its SVG, its files, and what went wrong. */
export interface DrawnChart {
  readonly svg: string | undefined;
  readonly files: Files;
  readonly problems: readonly ChartProblem[];
}

/** Draws a chart as SVG, as PNG, and as Vega-Lite with its data; `chart` is the path without ending. Throws nothing. */
export async function drawChart(chart: string, specOf: () => VegaLiteSpec, render: RenderChart): Promise<DrawnChart> {
  const files = new Map<string, string | Uint8Array>();
  let rendered: RenderedChart;
  try {
    const spec = specOf();
    files.set(`${chart}.vl.json`, `${JSON.stringify(spec, undefined, 1)}\n`);
    rendered = await render(spec);
  } catch (error) {
    rendered = { problem: error instanceof Error ? error.message : String(error) };
  }
  const { svg, png, problem } = rendered;
  if (svg !== undefined) files.set(`${chart}.svg`, svg);
  if (png !== undefined) files.set(`${chart}.png`, png);
  return { svg, files, problems: problem === undefined ? [] : [{ chart, problem }] };
}

/** Throws a Failure (exit code 1) that names every chart that could not be drawn in a folder, which holds everything else. */
export function complainOfCharts(problems: readonly ChartProblem[], folder: string): void {
  if (problems.length === 0) return;
  const remedy = `${folder} holds everything else; this is a defect of stepdown: please report it`;
  const facts = problems.map(({ chart, problem: reason }) => {
    return { place: `${folder}/${chart}`, problem: 'could not be drawn', reason, remedy, exitCode: 1 as const };
  });
  throw new Failure(...facts);
}
