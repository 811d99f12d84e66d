/** `stepdown report`: draws the charts and writes the report again from a folder of results, without simulating. */
import { type Command, positionalGiven } from './command.ts';

export const reportCommand: Command = {
  usage: 'report <folder>',
  summary: 'draw the charts (SVG, PNG, Vega-Lite) and write the report of a study again, without simulating',
  needs: 'a folder of results',
  positionals: { folder: { type: 'string', describe: 'a folder of results, such as output/normality-restrictive' } },
  options: {},
  examples: [
    ['stepdown report output/normality-restrictive', 'after a new version of the program draws better charts'],
  ],
  async run(given, terminal) {
    const { remakeReport } = await import('../studies/remake-report.ts');
    await remakeReport(positionalGiven(given, 'folder'), terminal);
  },
};
