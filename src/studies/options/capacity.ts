/**
 * Capacity options: the question of `stepdown capacity` from what was typed. Everything is checked before anything runs.
 */
import { type Day, formatDay, parseDay } from '../../engine/calendar.ts';
import { suggestion } from '../../evidence/nearest.ts';
import { growing } from '../../experiment/forecast/growth.ts';
import { CONFIDENCE, runsToShow } from '../../experiment/places/bounds.ts';
import { yearsNeeded } from '../../experiment/places/capacity.ts';
import type { CapacityQuestion } from '../../experiment/places/trial.ts';
import { Failure } from '../../failure.ts';
import { parameters as capacity } from '../../prison/capacity.ts';
import { epochOn, epochsOf, parametersIn } from '../../scenario/epoch.ts';
import { type Scenario, withRun } from '../../scenario/scenario.ts';
import { catalogue } from '../../simulation/parameters.ts';
import type { ExperimentRequest } from '../request.ts';
import { complainOfGrowth, growthTyped, refuseGrowthTwice } from './growth.ts';

/** The options of the command, as typed. */
export interface CapacityRequest extends ExperimentRequest {
  readonly level: string | undefined;
  readonly by: string | undefined;
  readonly risk: string | undefined;
  readonly wait: number | undefined;
  readonly anyQuarter: boolean;
  readonly from: string | undefined;
  readonly step: number | undefined;
  /** Parameter draws; 0 runs central values alone. */
  readonly draws: number;
  /** Yearly growth of first charges, as in `2%`. */
  readonly grow: string | undefined;
  /** Whether to try what the same money buys elsewhere. */
  readonly alternatives: boolean;
}

/** The most that nine in ten may wait if nothing is typed, in days: a choice, and no finding. */
const USUAL_WAIT = 60;
const USUAL_RISK = '5%';
const MOST_RISK = 0.5;

/** The question. Throws a Failure for the first thing that is wrong. */
export function questionOf(request: CapacityRequest, read: Scenario): CapacityQuestion {
  const level = levelOf(request.level, read);
  const risk = riskOf(request.risk ?? USUAL_RISK);
  const replicates = runsOf(request, risk);
  const by = byOf(request.by, request.years, read);
  const years = request.years ?? yearsNeeded(read, by);
  const growth = growthTyped(request.grow);
  if (request.grow !== undefined) refuseGrowthTwice(read);
  complainOfGrowth(growth, years);
  const scenario = growing(withRun(read, { years, seed: request.seed ?? read.seed }), growth);
  const from = fromOf(request.from, by, scenario);
  const { response } = parametersIn(epochOn(epochsOf(scenario, catalogue), by), capacity);
  if (response === 'enough') {
    const problem = `capacity.response is "enough" on ${formatDay(by)}, so there is a place for everybody`;
    throw new Failure({ problem, remedy: 'take a scenario with fixed places, or set capacity.response: fixed' });
  }
  const wait = request.wait ?? USUAL_WAIT;
  const { anyQuarter } = request;
  return {
    scenario,
    level,
    by,
    from,
    anyQuarter,
    risk,
    confidence: CONFIDENCE,
    wait,
    replicates,
    drawn: request.draws > 0,
  };
}

function levelOf(typed: string | undefined, { dimensions }: Scenario): number {
  const levels = dimensions['level'];
  if (typed === undefined)
    throw new Failure({ problem: '--level is missing', remedy: `allowed: ${levels.join(', ')}` });
  const level = levels.indexOf(typed);
  if (level >= 0) return level;
  throw new Failure({ problem: `--level: there is no level "${typed}"`, remedy: suggestion(typed, levels) });
}

function riskOf(typed: string): number {
  const [, number, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(typed.trim()) ?? [];
  const risk = number === undefined ? Number.NaN : Number(number) / (percent === '%' ? 100 : 1);
  if (risk > 0 && risk <= MOST_RISK) return risk;
  const reason = Number.isNaN(risk)
    ? 'expected a share, as in 5% or 0.05'
    : risk === 0
      ? 'no number of runs shows that something never happens'
      : 'a plan that fails more often than it holds is none';
  const remedy =
    percent === '' && risk >= 1 && risk <= 100 * MOST_RISK
      ? `write --risk ${number}% if you mean ${number} per cent`
      : 'write more than 0 and at most 50%';
  throw new Failure({ problem: `--risk ${typed}: ${reason}`, remedy });
}

function runsOf({ replicates, draws }: CapacityRequest, risk: number): number {
  if (draws === 0) return replicatesOf('replicates', replicates, risk);
  if (replicates === undefined) return replicatesOf('draws', draws, risk);
  throw new Failure({
    problem: '--draws does not go with --replicates',
    reason: 'every draw is one run with chance events of its own',
    remedy: 'leave one of them out',
  });
}

function replicatesOf(option: string, typed: number | undefined, risk: number): number {
  const fewest = runsToShow(risk, CONFIDENCE);
  if (typed === undefined || typed >= fewest) return typed ?? fewest;
  throw new Failure({
    problem: `--${option} ${typed}: too few for a risk of ${Number((100 * risk).toPrecision(6))} %`,
    reason: `even if none of them overflows, the risk may be higher; with ${100 * CONFIDENCE} % confidence it takes ${fewest} runs`,
    remedy: `use --${option} ${fewest} or more, or leave it out`,
  });
}

function byOf(typed: string | undefined, years: number | undefined, read: Scenario): Day {
  if (typed === undefined)
    throw new Failure({ problem: '--by is missing', remedy: 'write --by 2030 or --by 2030-04-15' });
  const day = dayIn(typed, `--by ${typed}`);
  const { start } = read;
  if (day < start) {
    const reason = `days are observed from ${formatDay(start)} on`;
    throw new Failure({ problem: `--by ${typed}: nothing is observed by then`, reason });
  }
  const { end } = withRun(read, { years: years ?? read.years });
  const needed = yearsNeeded(read, day);
  if (needed <= (years ?? read.years)) return day;
  throw new Failure({
    problem: `--by ${typed}: its quarter is not simulated to its end`,
    reason: `days are simulated to ${formatDay(end - 1)}`,
    remedy: `add --years ${needed}`,
  });
}

function fromOf(typed: string | undefined, by: Day, { start, burnInStart }: Scenario): Day {
  if (typed === undefined) return start;
  const day = dayIn(typed, `--from ${typed}`);
  if (day >= burnInStart && day <= by) return day;
  const reason = `places stand from a day between ${formatDay(burnInStart)} and ${formatDay(by)}, the day of --by`;
  throw new Failure({ problem: `--from ${typed}: too ${day > by ? 'late' : 'early'}`, reason });
}

/** A date, or the first day of a year. */
function dayIn(typed: string, place: string): Day {
  try {
    return parseDay(/^\d{4}$/.test(typed) ? `${typed}-01-01` : typed);
  } catch (error) {
    throw new Failure({ problem: `${place}: ${(error as Error).message}` });
  }
}
