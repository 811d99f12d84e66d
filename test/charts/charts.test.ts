import { beforeAll, describe, expect, test } from 'vitest';
import { acceptabilityChart } from '../../src/charts/acceptability.ts';
import { backtestChart } from '../../src/charts/backtest.ts';
import type { VegaLiteSpec } from '../../src/charts/chart.ts';
import { costEffectivenessPlaneChart } from '../../src/charts/cost-effectiveness-plane.ts';
import { differencesChart } from '../../src/charts/differences.ts';
import { groupsChart } from '../../src/charts/groups.ts';
import { heatMapChart } from '../../src/charts/heat-map.ts';
import { indicesChart } from '../../src/charts/indices.ts';
import { lifeLinesChart } from '../../src/charts/life-lines.ts';
import { observedChart } from '../../src/charts/observed.ts';
import { peopleByLevelChart } from '../../src/charts/people-by-level.ts';
import { queueChart } from '../../src/charts/queue.ts';
import { recidivismChart } from '../../src/charts/recidivism.ts';
import { drawWithWarnings, renderSvg } from '../../src/charts/render.ts';
import { researchChart } from '../../src/charts/research.ts';
import { sweepLineChart } from '../../src/charts/sweep-line.ts';
import { textWidth } from '../../src/charts/text-width.ts';
import { tornadoChart } from '../../src/charts/tornado.ts';
import { waterfallChart } from '../../src/charts/waterfall.ts';
import { weekChart } from '../../src/charts/week.ts';
import { whoIsWhereChart } from '../../src/charts/who-is-where.ts';
import { WAITING } from '../../src/tables/series.ts';
import { SWEEP } from '../../src/tables/sweep.ts';
import { toRecords } from '../../src/tables/table.ts';
import {
  ARMS,
  acceptability,
  attribution,
  backtest,
  CONTEXT,
  costEffectivenessPlane,
  differences,
  groups,
  indices,
  LEVELS,
  lifeLines,
  mondays,
  observed,
  peopleByLevel,
  queue,
  recidivism,
  screening,
  swept,
  tableOfRecords,
  valueOfInformation,
  week,
  whoIsWhere,
} from './synthetic.ts';

interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

const words = (column: string, table: { column(name: string): ArrayLike<unknown> }): string[] => [
  ...new Set(Array.from(table.column(column) as ArrayLike<string>)),
];

const AXES = [
  { path: 'placement.review_days', unit: 'days', inForce: 60 },
  { path: 'facility.places.low', unit: 'places', inForce: undefined },
];
const hundreds = (count: number) => Array.from({ length: count }, (_, at) => String(100 * (at + 1)));

const charts: readonly { name: string; spec: VegaLiteSpec; says: readonly string[] }[] = [
  {
    name: 'people by level',
    spec: peopleByLevelChart(peopleByLevel(110), CONTEXT),
    says: [...ARMS, ...LEVELS, 'places'],
  },
  { name: 'queue', spec: queueChart(queue(110), CONTEXT), says: ARMS },
  {
    name: 'recidivism',
    spec: recidivismChart(recidivism(), CONTEXT),
    says: [...ARMS, ...words('definition', recidivism()), '20\u2009%'],
  },
  {
    name: 'differences',
    spec: differencesChart(differences(), CONTEXT),
    says: [...ARMS.slice(1), '+2.7 (+1.9 to +3.5)', '\u2212150 (\u2212170 to \u2212130)', 'left of the line is better'],
  },
  {
    name: 'who is where',
    spec: whoIsWhereChart(whoIsWhere(110), CONTEXT),
    says: [...ARMS, ...words('state', whoIsWhere(2)).filter((state) => state !== 'total'), '2\u2009000'],
  },
  {
    name: 'observed',
    spec: observedChart(observed(), CONTEXT),
    says: [...words('label', observed()), '640 against 1\u2009100 people: miss'],
  },
  {
    name: 'waterfall',
    spec: waterfallChart(attribution(), CONTEXT),
    says: ['monitoring-nationwide', 'no-monitoring', 'all together', '\u2212150 (\u2212210 to \u221290)'],
  },
  {
    name: 'tornado',
    spec: tornadoChart(screening(), CONTEXT),
    says: [...words('factor', screening()), 'difference \u2212100; left of the line is better', '50 (30 to 80)'],
  },
  { name: 'indices', spec: indicesChart(indices(), CONTEXT), says: words('factor', indices()) },
  {
    name: 'two levers',
    spec: heatMapChart(swept(['30', '60', '120'], ['+0', '+100']), CONTEXT, AXES),
    says: [
      ...['placement.review_days, days', 'facility.places.low, places added', '30', '60', '120', '+100', 'as it is'],
      ...[
        '\u2212110 to \u221270',
        'Outlined: no change',
        'as it is 44.8\u2009%; lower is better',
        'charged again within 2 years',
      ],
    ],
  },
  {
    name: 'two levers of many values',
    spec: heatMapChart(swept(hundreds(12), hundreds(9)), CONTEXT, AXES),
    says: ['1200', '900', 'the bar is half the width of its 95 % interval'],
  },
  {
    name: 'one lever',
    spec: sweepLineChart(swept(['30', '60', '120']), CONTEXT, AXES[0]),
    says: ['placement.review_days, days', '+30', 'Dashed: the value in force', 'neither side is better in itself'],
  },
  {
    name: 'one lever of words',
    spec: sweepLineChart(swept(['offence', 'risk-and-needs']), CONTEXT, { ...AXES[0], inForce: undefined }),
    says: ['offence', 'risk-and-needs', 'Point: difference; bar: its 95 % interval'],
  },
  {
    name: 'groups',
    spec: groupsChart(groups(), ['days in custody', 'new charges'], CONTEXT),
    says: [
      'left of the line is better',
      'first sentence',
      'with a need of',
      '\u221264 (\u221266 to \u221262)',
      'too few',
    ],
  },
  {
    name: 'life lines',
    spec: lifeLinesChart(lifeLines(), { ...CONTEXT, born: 1980.4, example: 'one of 67 074 pairs that part' }),
    says: [
      ...ARMS.slice(0, 2),
      ...words('what', lifeLines()).filter((what) => what !== 'charge'),
      'an example and not a finding: one of 67 074 pairs that part',
      'age 33',
    ],
  },
  { name: 'week', spec: weekChart(week(), CONTEXT), says: [...ARMS, ...LEVELS, 'outside', 'remand', 'locked in'] },
  {
    name: 'decision plane',
    spec: costEffectivenessPlaneChart(costEffectivenessPlane(), CONTEXT),
    says: [...ARMS.slice(1), 'cheaper, fewer charges', 'dearer, more overflow days', 'fewer charges per year'],
  },
  {
    name: 'acceptability',
    spec: acceptabilityChart(acceptability(), CONTEXT),
    says: [
      ...ARMS,
      'if one charge fewer is worth the price below',
      'what a day inside costs',
      'million kroner; bar above',
    ],
  },
  {
    name: 'backtest',
    spec: backtestChart(backtest(), CONTEXT),
    says: [
      ...['people inside, mean', 'detained, mean', 'years after the origin', 'last value', 'damped trend'],
      ...['model, blind', 'model, admissions and places given', '95 % interval of the mean over origins'],
    ],
  },
  {
    name: 'research',
    spec: researchChart(valueOfInformation(), CONTEXT),
    says: [
      ...['everything, 60 numbers', 'if one overflow day fewer is worth 2\u2009600 kroner', '1.4 (0.7 to 2.8)'],
      'Too few draws for their many numbers: family.',
    ],
  },
];

describe.each(charts)('the chart of $name', ({ spec, says }) => {
  let drawn: { svg: string; warnings: readonly string[] };
  let placed: readonly Placed[];
  let written: string;
  beforeAll(async () => {
    written = JSON.stringify(spec);
    drawn = await drawWithWarnings(spec);
    placed = textsIn(drawn.svg);
  });

  test('compiles and draws without a warning', () => {
    expect(drawn.warnings).toEqual([]);
  });

  test('says its title, subtitle, source, arms and labels', () => {
    const all = placed
      .map(({ text }) => text)
      .join(' ')
      .replaceAll(/ +/g, ' ');
    for (const text of [CONTEXT.title, CONTEXT.subtitle, CONTEXT.footer, ...says]) expect(all).toContain(text);
  });

  test('keeps every word inside the picture', () => {
    const [, , width, height] = /viewBox="([^"]*)"/.exec(drawn.svg)![1].split(' ').map(Number);
    expect(placed.length).toBeGreaterThan(10);
    for (const { left, right, y } of placed) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width!);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThanOrEqual(height!);
    }
  });

  test('sets no word on another', () => {
    for (const [i, a] of placed.entries()) {
      for (const b of placed.slice(i + 1)) {
        const apart = a.right <= b.left || b.right <= a.left || Math.abs(a.y - b.y) >= 8.5;
        expect(apart, `"${a.text}" and "${b.text}"`).toBe(true);
      }
    }
  });

  test('carries its data, asks nobody for anything, and is as it was after drawing', () => {
    const text = JSON.stringify(spec);
    expect(text.replace('https://vega.github.io/schema/', '')).not.toMatch(/https?:/);
    expect(text).toBe(written);
    expect(drawn.svg.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:/);
  });
});

test('a chart of one replicate draws lines and says that there are no bands', async () => {
  const rows = ARMS.flatMap((arm) =>
    mondays(60).map((date) => ({ arm, date, people: 3, low: Number.NaN, high: Number.NaN })),
  );
  const { svg, warnings } = await drawWithWarnings(queueChart(tableOfRecords(WAITING, rows), CONTEXT));
  expect(warnings).toEqual([]);
  expect(svg).toContain('No bands: too few replicates.');
  expect(svg).not.toContain('fill-opacity="0.2"');
});

test('a cell of a heat map is pale and has a ring where its interval holds zero, and only there', () => {
  const table = swept(hundreds(4), hundreds(4));
  const [panel] = (heatMapChart(table, CONTEXT, AXES) as unknown as Drawn).vconcat[0].concat;
  const cells = panel!.data.values;
  const wanted = toRecords(table).filter(({ measure, in_force: still }) => measure === 'occupancy' && !still);
  const open = wanted.filter(({ low, high }) => Number(low) <= 0 && Number(high) >= 0);
  expect(cells.filter(({ isOpen }) => isOpen)).toHaveLength(open.length);
  expect(open.length).toBeGreaterThan(0);
  expect(open.length).toBeLessThan(wanted.length);
  const darkness = (fill: string) =>
    3 * 255 - [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(fill.slice(at, at + 2), 16), 0);
  const darkest = (isOpen: boolean) =>
    Math.max(...cells.filter((cell) => cell.isOpen === isOpen).map(({ fill }) => darkness(fill)));
  expect(darkest(true)).toBeLessThan(darkest(false));
});

test('a measure that nobody knows leaves its cells without colour and says so', async () => {
  const unknown = toRecords(swept(['30', '60'], ['+0', '+100'])).map((row) => ({
    ...row,
    ...{ mean: Number.NaN, difference: Number.NaN, low: Number.NaN, high: Number.NaN, in_force: false },
  }));
  const { svg, warnings } = await drawWithWarnings(heatMapChart(tableOfRecords(SWEEP, unknown), CONTEXT, AXES));
  expect(warnings).toEqual([]);
  expect(svg).toContain('n/a');
});

test('the interval of the total is drawn as two lines and what ties them', async () => {
  const svg = await renderSvg(whoIsWhereChart(whoIsWhere(110), CONTEXT));
  const panel = svg.match(/stroke-dasharray="4,3"[^>]*d="M[^"]*"|d="M[^"]*"[^>]*stroke-dasharray="4,3"/g)!;
  expect(panel).toHaveLength(2 * ARMS.length);
  for (const line of panel) expect(line.match(/L/g)!.length).toBe(109);
});

test('one measure at two horizons has two panels', async () => {
  const [one] = [differences()];
  const rows = [2, 5].map((years) => ({
    ...{ measure: 'new-charge', label: `charged again within ${years} years`, unit: '%', arm: ARMS[1], baseline: 20 },
    ...{ value: 19, difference: -1, low: -2, high: 0.5, better: 'lower' },
  }));
  const svg = await renderSvg(differencesChart(tableOfRecords(one.schema, rows), CONTEXT));
  expect(svg).toContain('charged again within 2 years');
  expect(svg).toContain('charged again within 5 years');
});

test('the name of an arm is text, never markup', async () => {
  const name = '<script>alert("1")</script> & co';
  const rows = mondays(60).map((date) => ({ arm: name, date, people: 3, low: 2, high: 4 }));
  const svg = await renderSvg(queueChart(tableOfRecords(WAITING, rows), { ...CONTEXT, arms: [name], title: name }));
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&lt;script&gt;');
});

interface Drawn {
  readonly vconcat: readonly {
    readonly concat: readonly {
      readonly data: { readonly values: readonly { readonly isOpen: boolean; readonly fill: string }[] };
    }[];
  }[];
}

test('a parting late in life is labelled to its left, and a life that never parts has no such line', async () => {
  const context = { ...CONTEXT, born: 1980.4, example: 'one' };
  const records = toRecords(lifeLines());
  const late = records.map((row) => (row['kind'] === 'parting' ? { ...row, begins: 2016, ends: 2016 } : row));
  const placed = textsIn(await renderSvg(lifeLinesChart(tableOfRecords(lifeLines().schema, late), context)));
  const label = placed.find(({ text }) => text.startsWith('move to low'))!;
  const early = textsIn(await renderSvg(lifeLinesChart(lifeLines(), context))).find(({ text }) => text === label.text)!;
  expect(label.left).toBeGreaterThan(early.left);
  const never = records.filter((row) => row['kind'] !== 'parting');
  const svg = await renderSvg(lifeLinesChart(tableOfRecords(lifeLines().schema, never), context));
  expect(svg).not.toContain('stroke-dasharray');
});

test('groups of one replicate have no bars, and say so', async () => {
  const rows = toRecords(groups()).map((row) => ({ ...row, low: Number.NaN, high: Number.NaN }));
  const { svg, warnings } = await drawWithWarnings(
    groupsChart(tableOfRecords(groups().schema, rows), ['days in custody'], CONTEXT),
  );
  expect(warnings).toEqual([]);
  expect(svg).toContain('One replicate: no intervals');
  expect(svg).not.toContain('stroke-opacity="0.55"');
});

/** Every text of an SVG with its box, from the transforms of the groups around it. */
function textsIn(svg: string): Placed[] {
  const placed: Placed[] = [];
  const stack: [number, number][] = [[0, 0]];
  const pattern = /<g\b([^>]*?)(\/?)>|<\/g>|<text\b([^>]*)>([\s\S]*?)<\/text>/g;
  for (const [whole, group, closed, attributes, content] of svg.matchAll(pattern)) {
    const [x, y] = stack.at(-1)!;
    if (whole === '</g>') stack.pop();
    else if (group !== undefined) {
      const [dx, dy] = shiftOf(group);
      if (closed === '') stack.push([x + dx, y + dy]);
    } else {
      if (/opacity="0"/.test(attributes!)) continue;
      const [dx, dy] = shiftOf(attributes!);
      const size = Number(/font-size="([\d.]+)/.exec(attributes!)![1]);
      const bold = /font-weight="bold"/.test(attributes!);
      const anchor = /text-anchor="(\w+)"/.exec(attributes!)?.[1] ?? 'start';
      const lines = content!.includes('<tspan') ? content!.split('</tspan>').slice(0, -1) : [content!];
      for (const [i, line] of lines.entries()) {
        const text = plain(line);
        const width = textWidth(text, size, bold);
        const left = x + dx - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
        if (text !== '') placed.push({ text, left, right: left + width, y: y + dy + i * (size + 2) });
      }
    }
  }
  return placed;
}

function shiftOf(attributes: string): [number, number] {
  const found = /translate\(([-\d.]+),\s*([-\d.]+)\)/.exec(attributes);
  return found === null ? [0, 0] : [Number(found[1]), Number(found[2])];
}

function plain(markup: string): string {
  const text = markup.replaceAll(/<[^>]*>/g, '');
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
