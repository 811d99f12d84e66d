/** A chart fails alone: whatever goes wrong with it is named, and all that can be written of it is. */
import { describe, expect, test } from 'vitest';
import type { RenderedChart } from '../../src/charts/chart.ts';
import { Failure } from '../../src/failure.ts';
import { complainOfCharts, drawChart } from '../../src/report/content/chart-files.ts';

const png = Uint8Array.of(1, 2, 3);
const spec = () => ({ mark: 'bar' });
const rendering = (rendered: RenderedChart) => async () => rendered;

describe('the files of a chart', () => {
  test('are three, of one name', async () => {
    const { svg, files, problems } = await drawChart('charts/a', spec, rendering({ svg: '<svg/>', png }));
    expect([svg, problems]).toEqual(['<svg/>', []]);
    expect(Object.fromEntries(files)).toEqual({
      'charts/a.vl.json': '{\n "mark": "bar"\n}\n',
      'charts/a.svg': '<svg/>',
      'charts/a.png': png,
    });
  });

  test('are those that could be made, beside what went wrong', async () => {
    const half = await drawChart('charts/a', spec, rendering({ svg: '<svg/>', problem: 'as PNG: no ink' }));
    expect([...half.files.keys()]).toEqual(['charts/a.vl.json', 'charts/a.svg']);
    expect(half.problems).toEqual([{ chart: 'charts/a', problem: 'as PNG: no ink' }]);
    const thrown = await drawChart('charts/a', spec, async () => {
      throw new Error('no thread');
    });
    expect([...thrown.files.keys()]).toEqual(['charts/a.vl.json']);
    expect(thrown.problems).toEqual([{ chart: 'charts/a', problem: 'no thread' }]);
  });

  test('are none if it cannot even be specified', async () => {
    const broken = () => {
      throw new RangeError('no such level');
    };
    const { svg, files, problems } = await drawChart('charts/a', broken, rendering({ svg: '<svg/>', png }));
    expect([svg, files.size, problems]).toEqual([undefined, 0, [{ chart: 'charts/a', problem: 'no such level' }]]);
  });
});

test('the complaint names every chart that is missing, and is no mistake of the user', () => {
  expect(() => complainOfCharts([], 'output/mine')).not.toThrow();
  const complain = () => complainOfCharts([{ chart: 'charts/a', problem: 'no ink' }], 'output/mine');
  expect(complain).toThrow(Failure);
  expect(complain).toThrow(
    'output/mine/charts/a: could not be drawn\n  no ink\n  output/mine holds everything else; this is a defect of stepdown: please report it',
  );
  try {
    complain();
  } catch (error) {
    expect((error as Failure).exitCode).toBe(1);
  }
});
