/** `stepdown census`: reads a real list of inmates into the form that a scenario starts from. */
import { type Command, positionalGiven, textGiven, textsGiven } from './command.ts';

export const censusCommand: Command = {
  usage: 'census <file>',
  summary: 'read a list of inmates, say what is wrong with it, and write one with which a scenario begins',
  needs: 'the file',
  positionals: {
    file: { type: 'string', describe: 'a CSV file, one row per person; separated by commas, semicolons, tabs or bars' },
  },
  options: {
    on: {
      type: 'string',
      requiresArg: true,
      describe: 'day on which the list holds, as in 2021-01-01; by default the start of the scenario',
    },
    scenario: {
      type: 'string',
      requiresArg: true,
      default: 'norway/baseline',
      describe: 'scenario whose levels, units and offence groups the list is read for',
    },
    column: {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: 'what a heading says, where it does not say it itself: "Dom i dager=sentence_days"',
    },
    word: {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: 'what a word means: "level:A=high", "status:varetekt=remand"',
    },
    home: {
      type: 'string',
      array: true,
      requiresArg: true,
      describe: 'citizenships that are not foreign, such as Norway',
    },
    dates: { choices: ['ymd', 'dmy', 'mdy'], describe: 'order of year, month and day, where several are possible' },
    out: { type: 'string', requiresArg: true, describe: 'file for the clean list; by default beside the list' },
  },
  examples: [
    [
      'stepdown census inmates.csv --on 2021-01-01',
      'then: people_inside: inmates.clean.csv in a scenario of that start',
    ],
    [
      'stepdown census liste.csv --column "Dom=sentence_days" --word "level:A=high"',
      'headings and words of your own system',
    ],
  ],
  async run(given, terminal) {
    const { takeCensus } = await import('../studies/census.ts');
    await takeCensus(
      {
        file: positionalGiven(given, 'file'),
        scenario: textGiven(given, 'scenario')!,
        on: textGiven(given, 'on'),
        columns: textsGiven(given, 'column'),
        words: textsGiven(given, 'word'),
        home: textsGiven(given, 'home'),
        dates: textGiven(given, 'dates'),
        out: textGiven(given, 'out'),
      },
      terminal,
    );
  },
};
