/** `stepdown capacity`: how many places does a level need, at a stated risk? */
import { MOST_DRAWS } from '../scenario/limits.ts';
import { type Command, isGiven, positionalGiven, textGiven, wholeNumberGiven } from './command.ts';
import { experimentOptions, experimentRequest } from './experiment-options.ts';
import { studyOptions } from './study-options.ts';

const { measures: _, replicates, ...shared } = experimentOptions('output/capacity-<scenario>-<level>');

export const capacityCommand: Command = {
  usage: 'capacity <scenario>',
  summary: 'find the smallest number of places at a level that keeps the risk of overflow, and the wait, within limits',
  needs: 'a scenario',
  positionals: { scenario: { type: 'string', describe: 'a file, or the name of one in scenarios/' } },
  options: {
    level: { string: true, requiresArg: true, describe: 'the security level, as in high; required' },
    by: {
      string: true,
      requiresArg: true,
      describe:
        'day whose calendar quarter is judged, as in 2030-04-15; a year such as 2030 means its first day; required',
    },
    risk: {
      string: true,
      requiresArg: true,
      describe:
        'accepted chance that on some evening of the quarter more people are held at the level than it has usable places; above 0 and up to 50%; by default 5%',
    },
    wait: {
      string: true,
      isNumber: true,
      requiresArg: true,
      describe:
        'days that nine in ten of those who begin to serve at the level in that year have waited at the most, from summons to place; 0 to 364, by default 60',
    },
    'any-quarter': {
      boolean: true,
      describe: 'judge every quarter from --from to --by, not the last alone: the risk of overflow in any of them',
    },
    from: {
      string: true,
      requiresArg: true,
      describe: 'day from which the places stand; by default the first observed day',
    },
    step: {
      string: true,
      isNumber: true,
      requiresArg: true,
      describe: 'places come in whole steps of this many, such as wings; by default 1',
    },
    grow: {
      string: true,
      nargs: 1,
      requiresArg: true,
      describe:
        'yearly growth of first charges, as in 2%, from the start, or from the year after the last that the scenario gives; by default none',
    },
    replicates: {
      ...replicates,
      describe:
        'runs for every number of places, each with its own chance events; by default the fewest that can show the risk with 80 % confidence, 32 for 5%',
    },
    draws: {
      ...studyOptions['draws'],
      describe:
        'runs for every number of places in place of --replicates, each with possible values of its own for the uncertain numbers, or a member of the calibration if the scenario names them: the risk then holds doubt about numbers too; by default 0, chance alone',
    },
    alternatives: {
      boolean: true,
      describe:
        'try what the money of the places beyond those in force buys as monitoring or step-down places, and what faster courts do',
    },
    ...shared,
  },
  examples: [
    [
      'stepdown capacity norway/baseline --level high --by 2018 --risk 5%',
      'several hundred runs; after a stop the same command goes on',
    ],
    [
      'stepdown capacity norway/baseline --level high --by 2018 --draws 60 --alternatives',
      'with doubt about numbers; and what else the money buys',
    ],
    ['stepdown capacity harbour --level low --by 2018-10-01 --wait 30 --step 5', 'in wings of five places'],
  ],
  async run(given, terminal) {
    const request = {
      ...experimentRequest({ ...given, measures: undefined }, 1),
      level: textGiven(given, 'level'),
      by: textGiven(given, 'by'),
      risk: textGiven(given, 'risk'),
      wait: wholeNumberGiven(given, 'wait', 0, 364),
      anyQuarter: isGiven(given, 'any-quarter'),
      from: textGiven(given, 'from'),
      step: wholeNumberGiven(given, 'step', 1, 10_000),
      grow: textGiven(given, 'grow'),
      draws: wholeNumberGiven(given, 'draws', 0, MOST_DRAWS) ?? 0,
      alternatives: isGiven(given, 'alternatives'),
    };
    const { runCapacity } = await import('../studies/capacity.ts');
    await runCapacity(positionalGiven(given, 'scenario'), request, terminal);
  },
};
