/** A chart is the same wherever it is drawn, and one that cannot be drawn costs no other. */
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { VegaLiteSpec } from '../../src/charts/chart.ts';
import { queueChart } from '../../src/charts/queue.ts';
import { recidivismChart } from '../../src/charts/recidivism.ts';
import { digestOfBytes, digestOfText } from '../../src/engine/digest.ts';
import { type ChartRenderer, chartRenderer, type RendererSettings } from '../../src/runners/chart-renderer.ts';
import { CONTEXT, queue, recidivism } from '../charts/synthetic.ts';

const task = fileURLToPath(new URL('./dying-render-task.mjs', import.meta.url));
const specs = [recidivismChart(recidivism(), CONTEXT), queueChart(queue(), CONTEXT)];
const wrong: VegaLiteSpec = {
  mark: 'bar',
  data: { values: [] },
  encoding: { x: { field: 'a', type: 'no such type' } },
};
const death: VegaLiteSpec = { description: 'exit' };

const signal = new AbortController().signal;
const open: ChartRenderer[] = [];
afterEach(async () => {
  delete process.env['STEPDOWN_TEST_RENDERING'];
  await Promise.all(open.splice(0).map((renderer) => renderer.end()));
});

function renderer(settings: Omit<RendererSettings, 'signal'> & Partial<RendererSettings>): ChartRenderer {
  const made = chartRenderer({ signal, ...settings });
  open.push(made);
  return made;
}

/** All charts, asked for at once; of what was drawn only the digest, which is easier to read. */
async function drawn(settings: Omit<RendererSettings, 'signal'>, asked: readonly VegaLiteSpec[]) {
  const { render } = renderer(settings);
  const charts = await Promise.all(asked.map((spec) => render(spec)));
  return charts.map(({ svg, png, problem }) => ({
    ...(svg !== undefined && { svg: `${svg.length} ${digestOfText(svg)}` }),
    ...(png !== undefined && { png: `${png.length} ${digestOfBytes(png)}` }),
    ...(problem !== undefined && { problem }),
  }));
}

let here: Awaited<ReturnType<typeof drawn>>;
beforeAll(async () => {
  here = await drawn({ workers: 1 }, [...specs, wrong]);
});

test('charts asked for at once are drawn in two formats, and one that cannot be says why', () => {
  const formats = here.map((chart) => Object.keys(chart));
  expect(formats).toEqual([['svg', 'png'], ['svg', 'png'], ['problem']]);
  expect(here[2].problem).not.toBe('');
});

test('they are the same byte by byte on threads', async () => {
  expect(await drawn({ workers: 2 }, [...specs, wrong, ...specs])).toEqual([...here, ...here.slice(0, 2)]);
});

test('a thread that dies takes one chart with it', async () => {
  const [lost, ...others] = await drawn({ workers: 2, task }, [death, ...specs, wrong]);
  expect(lost).toEqual({ problem: expect.stringMatching(/^the thread that drew it failed: /) });
  expect(others).toEqual(here);
});

test('where no thread begins, charts are drawn all the same', async () => {
  process.env['STEPDOWN_TEST_RENDERING'] = 'never';
  expect(await drawn({ workers: 2, task }, [...specs, wrong])).toEqual(here);
});

test.each([1, 2])('nothing is drawn after a stop, with %i workers', async (workers) => {
  const stopping = new AbortController();
  const { prepare, render } = renderer({ workers, signal: stopping.signal });
  prepare();
  const asked = specs.map((spec) => render(spec));
  const outcomes = Promise.allSettled(asked);
  stopping.abort(new Error('stopped'));
  for (const outcome of await outcomes)
    expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'stopped' } });
  await expect(render(specs[0])).rejects.toThrow('stopped');
});
