/** Documents: terminal, summary, brief and report of a study have the same sentences with the same numbers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '../../src/experiment/compare.ts';
import { headlinesIn } from '../../src/measures/headlines.ts';
import { isSameMeasure } from '../../src/measures/measure-identity.ts';
import { briefMarkdown, escapeMarkdown } from '../../src/report/brief.ts';
import { reportText } from '../../src/report/content/report-text.ts';
import { shownStudy } from '../../src/report/content/shown-study.ts';
import { headlineSentence } from '../../src/report/headline.ts';
import { escapeHtml } from '../../src/report/html.ts';
import { reportHtml } from '../../src/report/report.ts';
import { recordOf } from '../../src/results/study-record.ts';
import { inProcess } from '../../src/runners/in-process.ts';
import { scenarioOf } from '../../src/scenario/scenario.ts';
import { differenceText } from '../../src/tables/estimate.ts';
import { tellStudy } from '../../src/terminal/study-answer.ts';
import { policy, tinyScenario } from '../tiny.ts';

const crowd = policy('crowd', '1900-01-01', 'arrivals.per_year', '{multiply: 3}');
const named = (title: string, seed: string, policies: string) => ({
  name: title,
  path: `${title}.yaml`,
  scenario: scenarioOf({ ...tinyScenario(crowd + policies), title, seed, years: 4 }),
});

/** A lever and the change that a policy makes in it. */
type Lever = readonly [path: string, change: string];

/** A study, and all that is told of it. */
async function toldOf(seed: string, changes: readonly Lever[], from: string, replicates: number) {
  const others = changes.map(([lever, value], at) =>
    named(`Other ${at + 1}`, seed, policy('other', from, lever, value)),
  );
  const arms = [named('As it is', seed, ''), ...others];
  const study = { arms, replicates, draws: 0 };
  const comparison = await compare(study, inProcess());
  const command = 'stepdown compare';
  const run = { command, typed: command, arms, targets: [], study, stop: undefined, comparison, seconds: 1 };
  const record = recordOf(run);
  const text = { ...reportText(shownStudy(record)), charts: [] };
  let terminal = '';
  const stdout = {
    write: (some: string) => {
      terminal += some;
    },
  };
  const outside = { cwd: '.', environment: {}, now: () => 0, cores: 1, signal: new AbortController().signal };
  const answer = { study, stop: undefined, comparison, tally: { found: 0, computed: 1 }, saved: 0 };
  await tellStudy(answer, 'report.html', { stdout, stderr: stdout, ...outside });
  return { record, text, terminal, brief: briefMarkdown(text), report: reportHtml(text) };
}

/** One line, with plain spaces, as a terminal of any width prints it. */
const oneLine = (text: string) => text.replaceAll(/[\s\u2009]+/g, ' ');

test('all documents of a study have the same headlines, sentences and differences', async () => {
  const levers: Lever[] = [
    ['reoffending.shift', '1.2'],
    ['court.custody_odds', '3'],
    ['sentence.length_factor', '0.7'],
    ['monitoring.places', '{multiply: 3}'],
  ];
  const changes = fc.subarray(levers, { minLength: 1, maxLength: 2 });
  const drawn = fc.tuple(
    fc.string(),
    changes,
    fc.constantFrom('2012-01-01', '2012-11-15'),
    fc.integer({ min: 1, max: 3 }),
  );
  await fc.assert(
    fc.asyncProperty(drawn, async ([seed, changes, from, replicates]) => {
      const { record, text, terminal, brief, report } = await toldOf(seed || 'empty', changes, from, replicates);
      expect(text.findings).toHaveLength(changes.length);
      for (const finding of text.findings) {
        for (const sentence of [headlineSentence(finding), ...finding.account!]) {
          expect(oneLine(terminal)).toContain(oneLine(sentence));
          expect(brief).toContain(escapeMarkdown(sentence));
          expect(report).toContain(escapeHtml(sentence));
        }
      }
      const { measures, differences, cohorts } = record.summary;
      const headlines = headlinesIn(measures, record.scenarios[0].dimensions['level'], cohorts);
      expect(headlines.length).toBeGreaterThan(3);
      for (const row of differences.filter((one) => headlines.some((headline) => isSameMeasure(headline, one)))) {
        // of a queue that does not settle, the way in which it grows is told instead
        if (row.difference === null) continue;
        const words = differenceText(row.difference, row, row.unit);
        expect(oneLine(terminal)).toContain(oneLine(words));
        if (!text.figures.some(({ label }) => label === row.label)) continue;
        expect(brief).toContain(words);
        const [value, interval] = words.split(/ (?=\()/);
        expect(report).toContain(`<b>${value}</b>${interval === undefined ? '' : ` ${interval}`}`);
      }
    }),
    { numRuns: 3, seed: 12 },
  );
});
