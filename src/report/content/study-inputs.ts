/**
 * Study inputs: what went into a forecast or a search for places, from its scenario.
 */
import { formatDay } from '../../engine/calendar.ts';
import type { DatedInput } from '../../scenario/inputs.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { neverInForce } from '../../scenario/warnings.ts';
import { withheldOf } from '../../scenario/withheld.ts';
import type { StudyInputs } from '../study-inputs.ts';
import { inputRow } from './inputs-account.ts';
import { insideLines } from './scenario-account.ts';

/** The inputs of a scenario; `growth` says in sentences what was asked on top of them. */
export function studyInputs(scenario: Scenario, growth: readonly string[] = []): StudyInputs {
  const { inputs, policies } = scenario;
  const events = inputs.filter(({ by }) => by === 'day');
  return {
    description: scenario.description ?? '',
    people: peopleOf(scenario),
    growth,
    series: inputs.filter(({ by }) => by !== 'day').map(inputRow),
    events: events.filter((event) => !isOfPlaces(event)).map(inputRow),
    places: events.filter(isOfPlaces).map(inputRow),
    policies: policies.map((policy) => {
      const { name, from, until } = policy;
      const never = neverInForce(policy, scenario);
      const end = until === Infinity ? '' : ` until ${formatDay(until - 1)}`;
      return `${name}, from ${formatDay(from)}${end}${never === undefined ? '' : `: never in force, since it ${never}`}`;
    }),
  };
}

function peopleOf(scenario: Scenario): readonly string[] {
  const list = withheldOf(scenario);
  if (list === undefined) {
    const day = formatDay(scenario.start);
    return [`No list: the people inside on ${day} are those whom the burn-in brought there.`];
  }
  const told = insideLines(scenario)
    .join(' ')
    .replace(/^a list/, 'A list');
  return [`${told}; digest of the list ${list.digest.slice(0, 10)}.`];
}

/** Whether an event opens or closes places. */
function isOfPlaces({ change }: DatedInput): boolean {
  return /^facility\.(places|(men|women)_(added|doubled))$/.test(change.path);
}
