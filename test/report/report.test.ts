import { beforeAll, describe, expect, test } from 'vitest';
import { observedChart } from '../../src/charts/observed.ts';
import { renderSvg } from '../../src/charts/render.ts';
import { whoIsWhereChart } from '../../src/charts/who-is-where.ts';
import { gradeCounts } from '../../src/report/assumptions.ts';
import { briefMarkdown, escapeMarkdown } from '../../src/report/brief.ts';
import type { ReportChart, ReportInput } from '../../src/report/input.ts';
import { reportHtml } from '../../src/report/report.ts';
import { ARMS, CONTEXT, observed, whoIsWhere } from '../charts/synthetic.ts';
import { reportInput, withoutEffects } from './synthetic.ts';

const EVIL = `<script>alert('1')</script> & "co" | *x*`;
const MET =
  'Within the stated tolerance: 4 of 4 observed figures that were not used to choose a parameter, and 1 of 2 observed figures that were used to choose one; agreement with a figure that was used for fitting is no test.';
const VOID = new Set(['meta', 'br', 'hr', 'img', 'link', 'input']);

let charts: readonly ReportChart[];
let input: ReportInput;
let html: string;

beforeAll(async () => {
  const people = whoIsWhere(110);
  const who = { table: people, svg: await renderSvg(whoIsWhereChart(people, CONTEXT)), caption: 'Remand below.' };
  const past = { table: observed(), svg: await renderSvg(observedChart(observed(), CONTEXT)), caption: 'Six numbers.' };
  charts = [
    { id: 'who-is-where', question: 'Who is where?', section: 'question', ...who },
    { id: 'observed-again', question: 'And once more?', section: 'first', ...past },
    { id: 'observed', question: 'Does it look like the past?', section: 'sure', ...past },
  ];
  input = reportInput(charts);
  html = reportHtml(input);
});

describe('the report', () => {
  test('goes from the sentence with its interval down to the command, in this order', () => {
    const order = [
      '2.7 more are charged again within two years under Restrictive',
      'The figures',
      'And once more?',
      'How sure?',
      'Who is where?',
      'What we assumed',
      'How to reproduce',
    ];
    const places = order.map((text) => html.indexOf(text));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('holds every figure, policy, grade, note and digest', () => {
    for (const text of [
      ...input.figures.map((figure) => figure.label),
      ...input.arms.flatMap((arm) => [arm.title, arm.description]),
      ...['monthly-reviews, from 2016-01-01 (invented)', 'placement.review_days', 'Sooner to a lower level.'],
      ...['<b>+2.7</b> (+1.9 to +3.5)', MET, '<b>miss</b>', '<td>grade A only</td>'],
      ...['used to choose a parameter', '<td>yes, fitted</td>'],
      ...[input.notes[0], input.reproduction.command, input.reproduction.digest, input.reproduction.inputDigest],
    ]) {
      expect(html).toContain(text);
    }
  });

  test('says that differences of percentages are points, in the figures, in the brief, and where every measure stands', () => {
    const [figure, ...rest] = input.figures;
    const inPercent = { ...input, figures: [{ ...figure!, unit: 'percent' }, ...rest] };
    expect(reportHtml(inPercent)).toContain('<b>+2.7 points</b> (+1.9 to +3.5)');
    expect(briefMarkdown(inPercent)).toContain(', +2.7 points (+1.9 to +3.5) |');
    const differences = [{ ...input.differences[0]!, unit: 'percent' }];
    expect(reportHtml({ ...input, differences })).toMatch(/<td>points<\/td><td>[^<]* less /);
  });

  test('says what matters where a figure stands, and how many comparisons stand together', () => {
    const [figure, ...rest] = input.figures;
    const mattering = { ...input, figures: [{ ...figure!, unit: 'percent', interest: 1 }, ...rest] };
    expect(reportHtml(mattering)).toContain('Smallest difference of interest, in points: 1 (an assumption).');
    expect(html).not.toContain('Smallest difference of interest');
    const looks =
      '8 comparisons are made in the headlines and the sentences above them: if none of these arms differed, about 0.4 of them';
    expect(html).toContain(`<p>${looks}`);
    expect(briefMarkdown(input)).toContain(`\n\n${looks}`);
  });

  test('compares any two arms, if there are three', () => {
    expect(html).not.toContain('Any two arms');
    const pair = { arm: 'Open', baseline: 'Shut', population: 'newly sentenced to prison', years: 2 };
    const counted = { from: '2012-01-01', until: '2012-12-30', parted: '2012-01-01', members: 7200, same: 7200 };
    const costs = { custody: { mean: -18, low: -23, high: -13 }, crime: { mean: null, low: null, high: null } };
    const pairs = [
      { ...pair, ...counted, difference: -1.2, low: -2, high: -0.4, costs },
      { ...pair, ...counted, arm: '<Odd>', difference: null, low: null, high: null },
      { ...pair, ...counted, arm: 'Other', same: 0, baselineMembers: 7100, difference: 0, low: -0.5, high: 0.5 },
    ];
    const page = reportHtml({ ...input, pairs });
    expect(page).toContain(
      '<td>Open less Shut</td><td>newly sentenced to prison in 2012, within 2 years</td><td class="number">7\u2009200</td><td class="number">7\u2009200</td><td class="number">\u22121.2</td><td>\u22122.0 to \u22120.4</td><td class="number">\u221218 (\u221223 to \u221213)</td><td class="number">n/a</td>',
    );
    expect(page).toContain('<td class="number">7\u2009200 and 7\u2009100</td><td class="number">0</td>');
    expect(page).toContain('<td>&lt;Odd&gt; less Shut</td>');
    expect(unbalanced(page)).toEqual([]);
    expect(briefMarkdown({ ...input, pairs })).toContain(
      '| Open less Shut | newly sentenced to prison in 2012, within 2 years | \u22121.2 (\u22122.0 to \u22120.4) | \u221218 (\u221223 to \u221213) | n/a |',
    );
  });

  test('tells the one pair beside the baseline in sentences, after the headlines', () => {
    const estimate = { mean: 20, low: 15, high: 25 };
    const pair = {
      ...{ arm: 'Open', baseline: 'Shut', population: 'newly sentenced to prison', years: 2, from: '2012-01-01' },
      ...{ until: '2012-12-30', parted: '2012-01-01', members: 72, same: 72, difference: -0.6, low: -0.8, high: -0.4 },
      costs: { custody: estimate, crime: { mean: 1, low: -1, high: 3 } },
    };
    const sentences = [
      'Of every 100 people newly sentenced to prison in 2012, 0.6 fewer are charged again within two years under Open than under Shut (95 % interval 0.4 to 0.8 fewer): a clear difference, but smaller than what matters, 1 of 100 (an assumption, see docs/definitions.md).',
      'For these people alone, over the two years, custody and supervision cost 20 thousand kroner more (95 % interval 15 to 25) per person, and the crimes behind later charges 1 thousand kroner more (95 % interval 1 less to 3 more: no clear difference).',
    ];
    const told = { ...input, pairs: [pair] };
    expect(reportHtml(told)).toContain(`<p class="lead">${sentences[0]}</p>\n<p>${sentences[1]}</p>`);
    expect(briefMarkdown(told)).toContain(`**${sentences[0]}**\n\n${sentences[1]}\n`);
    expect(briefMarkdown(told)).not.toContain('between the other arms');
  });

  test('quotes names of arms that have a comma where they are listed', () => {
    const arms = input.arms.map((arm, at) => ({ ...arm, title: ['Today', 'Norway, rules of 2012', 'Open'][at]! }));
    expect(reportHtml({ ...input, arms })).toContain(
      'Compared with the baseline, Today: &quot;Norway, rules of 2012&quot;, Open.',
    );
  });

  test('has balanced tags and unique ids', () => {
    expect(unbalanced(html)).toEqual([]);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...html.matchAll(/url\(#([^)]+)\)/g)].map((match) => match[1]);
    expect(used.length).toBeGreaterThan(0);
    for (const id of used) expect(ids).toContain(id);
  });

  test('has headings that never skip a rank, below one first', () => {
    const ranks = [...html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    for (const [i, rank] of ranks.entries()) expect(rank).toBeLessThanOrEqual((ranks[i - 1] ?? 0) + 1);
  });

  test('names each picture for those who cannot see it, and has its numbers', () => {
    const pictures = [...html.matchAll(/<svg[^>]*role="img" aria-label="([^"]+)"/g)].map((match) => match[1]);
    expect(pictures).toEqual(['And once more?', 'Does it look like the past?', 'Who is where?']);
    expect(html.match(/The numbers behind this chart/g)).toHaveLength(3);
    expect(html).toContain('Who is where? (the first week of each year)');
  });

  test('says why a picture is missing, and still has its numbers; a brief without it shows none', () => {
    const undrawn = reportInput(charts.map((chart) => ({ ...chart, svg: undefined, problem: 'no <ink>' })));
    const page = reportHtml(undrawn);
    expect(page.match(/<p>This chart could not be drawn: no &lt;ink&gt;\.<\/p>/g)).toHaveLength(3);
    expect(page.match(/The numbers behind this chart/g)).toHaveLength(3);
    expect(briefMarkdown(input)).toContain('.png');
    expect(briefMarkdown(undrawn)).not.toContain('.png');
  });

  test('loads nothing and runs nothing', () => {
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:`);
    expect(html.replaceAll(/xmlns(:\w+)?="[^"]*"/g, '')).not.toMatch(/https?:|<script|<link|@import|\ssrc=|\son\w+=/);
  });

  test('tells which studies the effects come from, and what naive comparisons make of them', () => {
    expect(html).toContain('The effects come from United States.');
    expect(html).toContain('<td>visits</td><td>log hazard ratio</td>');
    expect(html).not.toContain('<td>closed-only</td><td>log');
    expect(html).toContain('visited or not, released from prison');
    expect(html).toContain('−7.1');
  });

  test('leaves out what it was not given', () => {
    const bare = reportHtml(
      reportInput([], {
        observed: undefined,
        evidenceContrasts: undefined,
        naive: [],
        parameters: withoutEffects,
        notes: [],
        figures: [],
      }),
    );
    expect(unbalanced(bare)).toEqual([]);
    for (const text of ['How much rests', 'Naive', 'look like the past', 'Bear in mind'])
      expect(bare).not.toContain(text);
  });

  test('shows what comes from a scenario as text', () => {
    const page = reportHtml(evilInput());
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;co&quot;');
    expect(unbalanced(page)).toEqual([]);
  });

  test('says whether doubt about parameters is in the intervals', () => {
    expect(html).toContain('the intervals cover chance alone');
    const drawn = reportInput([], { reproduction: { ...input.reproduction, draws: 50 } });
    expect(reportHtml(drawn)).toContain('50 draws of the uncertain input numbers');
  });

  test('says what is the same in every arm, and what follows from the policies', () => {
    expect(html).toContain(
      'every arm was run 200 times. The same people arrive with the same luck in every arm (common random numbers), so differences come from the policies and their consequences. Intervals are 95 %.',
    );
  });

  test('says what sharing luck did to the interval, once an arm, and in the brief too', () => {
    const findings = input.findings.map((finding, at) => ({ ...finding, gain: at === 0 ? 14 : 1 }));
    for (const text of [reportHtml({ ...input, findings }), briefMarkdown({ ...input, findings })]) {
      expect(text).toContain('the interval for Restrictive as narrow as 14 times as many independent runs would.');
      expect(text).toContain('did not narrow the interval for Normality');
    }
  });

  test('says where the spread comes from, each part with its own interval, where that was sampled', () => {
    const part = (share: number) => ({ share, low: share - 0.05, high: share + 0.05 });
    const spread = {
      spreads: [{ label: 'People inside', scenario: part(0.1), parameters: part(0.7), chance: part(0.2) }],
      differenceSpreads: [{ label: 'People inside', arm: ARMS[2], parameters: part(0.4) }],
    };
    const told = reportHtml({ ...input, ...spread });
    for (const text of ['10\u2009% (5 to 15)', '70\u2009% (65 to 75)', '20\u2009% (15 to 25)', '60\u2009% (55 to 65)'])
      expect(told).toContain(text);
    expect(briefMarkdown({ ...input, ...spread })).toContain(
      'Variance of the difference for Restrictive in People inside: parameters 40\u2009% (35 to 45), the rest chance.',
    );
    expect(html).not.toContain('Where does the spread come from?');
  });

  test('says what a chart says in words above it, and in the brief', () => {
    const spoken = { ...input, charts: charts.map((chart) => ({ ...chart, words: [`In words: ${chart.id} *so*.`] })) };
    expect(reportHtml(spoken)).toContain('<p>In words: who-is-where *so*.</p>\n<figure id="chart-who-is-where">');
    expect(briefMarkdown(spoken)).toContain('## Who is where?\n\n- In words: who-is-where \\*so\\*.');
  });

  test('of one run has no intervals, and says so', () => {
    for (const text of [reportHtml(oneRun()), briefMarkdown(oneRun())]) {
      expect(text).toContain('every arm was run once');
      expect(text).toContain('says nothing about chance');
      expect(text).not.toContain('Intervals are 95');
      expect(text).not.toContain('the intervals cover');
      expect(text).toContain('(n/a)');
      expect(text).not.toContain('∞');
      expect(text).not.toContain('NaN');
    }
    expect(reportHtml(oneRun())).toContain('<td class="number">n/a</td>');
  });

  test('of one arm speaks of no other', () => {
    const alone = reportInput([], { arms: input.arms.slice(0, 1), findings: [] });
    expect(reportHtml(alone)).toContain('Chance: the scenario was run 200 times. Intervals are 95 %.');
  });

  test('counts a parameter once, under its weakest grade', () => {
    expect([...gradeCounts(input.parameters)]).toEqual([
      ['A', 2],
      ['B', 3],
      ['C', 6],
      ['assumption', 2],
    ]);
  });
});

describe('the brief', () => {
  test('is one page with the sentence, the figures, the chart, the doubts and the command', () => {
    const brief = briefMarkdown(input);
    for (const text of [
      ...[
        '# Normality or restriction?',
        '2.7 more are charged again within two years under Restrictive',
        'Cannot tell: of every 100 people newly sentenced to prison in 2012',
        '8 comparisons are made in the headlines and the sentences above them: if none of these arms differed, about 0.4 of them',
      ],
      ...['| People inside, people, mean | 3\u2009690 |', '](charts/observed-again.png)', MET],
      ...['2 A, 3 B, 6 C, 2 assumption', input.reproduction.command, 'Version 0.1.0', input.reproduction.digest],
    ]) {
      expect(brief).toContain(text);
    }
    expect(brief.split('\n').length).toBeLessThan(60);
    const cells = brief
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.split('|').length);
    expect(new Set(cells)).toEqual(new Set([6]));
  });

  test('shows what comes from a scenario as text', () => {
    const brief = briefMarkdown(evilInput());
    expect(brief).not.toContain('<script');
    expect(brief).not.toContain(' *x*');
    expect(brief).toContain('&lt;script');
  });

  test('escapes what Markdown would act on, and nothing else', () => {
    expect(escapeMarkdown('a_b [c](d) `e` 0.1.0, 95 %')).toBe('a\\_b \\[c\\](d) \\`e\\` 0.1.0, 95 %');
    expect(escapeMarkdown('1. not\na list')).toBe('1\\. not a list');
  });
});

/** The input as a single replicate leaves it. */
function oneRun(): ReportInput {
  const none = { low: Number.NaN, high: Number.NaN };
  return reportInput([], {
    findings: input.findings.map((finding) => ({ ...finding, ...none })),
    figures: input.figures.map(({ baseline, arms, ...figure }) => ({
      ...figure,
      baseline: { ...baseline, ...none },
      arms: arms.map((arm) => ({ ...arm, ...none })),
    })),
    measures: input.measures.map((row) => ({ ...row, low: null, high: null })),
    differences: input.differences.map((row) => ({ ...row, low: null, high: null })),
    observed: undefined,
    evidenceContrasts: undefined,
    reproduction: { ...input.reproduction, replicates: 1 },
  });
}

/** The input with every text that a scenario may bring replaced by markup. */
function evilInput(): ReportInput {
  const arm = { name: EVIL, title: EVIL, description: EVIL };
  const policy = { name: EVIL, from: EVIL, label: EVIL, because: EVIL };
  const set = { lever: EVIL, before: EVIL, after: EVIL, unit: EVIL };
  const value = { mean: 1, low: 0, high: 2, spark: [1, 2].map((mean) => ({ mean, low: 0, high: 3 })) };
  return reportInput(
    charts.map((chart) => ({ ...chart, question: EVIL, caption: EVIL })),
    {
      ...{ title: EVIL, subtitle: EVIL, notes: [EVIL], arms: [{ ...arm, policies: [{ ...policy, sets: [set] }] }] },
      findings: input.findings.map((finding) => ({
        ...finding,
        arm: EVIL,
        baseline: EVIL,
        of: EVIL,
        happens: EVIL,
      })),
      figures: [
        { label: EVIL, definition: EVIL, unit: EVIL, baseline: value, arms: [{ ...value, arm: EVIL, difference: 1 }] },
      ],
      measures: input.measures.map((row) => ({ ...row, label: EVIL, arm: EVIL, unit: EVIL })),
      differences: input.differences.map((row) => ({ ...row, label: EVIL, arm: EVIL, unit: EVIL, baseline: EVIL })),
      evidenceContrasts: [{ mode: 'all', arm: EVIL, label: EVIL, unit: EVIL, difference: 1, low: 0, high: 2 }],
      reproduction: { ...input.reproduction, version: EVIL, seed: EVIL, digest: EVIL, inputDigest: EVIL },
    },
  );
}

/** Tags that are opened and not closed, or closed and not opened. */
function unbalanced(page: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, close, name, selfClosed] of page.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]*)\b(?:"[^"]*"|[^">])*?(\/?)>/g)) {
    if (selfClosed === '/' || VOID.has(name!)) continue;
    if (close === '') open.push(name!);
    else if (open.at(-1) === name) open.pop();
    else wrong.push(`</${name}> in <${open.at(-1)}>`);
  }
  return [...wrong, ...open];
}
