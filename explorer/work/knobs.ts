/** Knobs: every number of a scenario that a slider can move, as it stands on a day, with what is known about it. */
import { catalogue, formatDay, parseDay, type Scenario } from '../../src/browser.ts';
import { sampleValue } from '../../src/evidence/passport.ts';
import { cellsOf, membersOf } from '../../src/evidence/value.ts';
import { epochOn, epochsOf } from '../../src/scenario/epoch.ts';
import type { Knob, LeversKnown, LeversWanted } from '../messages.ts';
import { scenarioOfTexts } from './studied.ts';

/** The levers of the scenario that vary by one dimension at most. */
export function knobsOf({ texts, path, day }: LeversWanted): LeversKnown {
  const scenario = scenarioOfTexts(path, texts);
  const { values } = epochOn(epochsOf(scenario, catalogue), parseDay(day));
  const counted = [...catalogue.values()].filter(({ parameter }) => COUNTS.includes(parameter.unit));
  return {
    knobs: [...catalogue.values()].flatMap(({ path: lever, noun, name, parameter }) => {
      if (parameter.kind !== 'number' || parameter.by.length > 1 || parameter.addsUpTo !== undefined) return [];
      const [members = ['']] = membersOf(parameter, scenario.dimensions);
      const cells = cellsOf(values[noun][name]);
      return members.map((member, at): Knob => {
        const [low, high] = parameter.bounds;
        const range = rangeOf(scenario, lever, at);
        return {
          path: member === '' ? lever : `${lever}.${member}`,
          ...{ lever, member, meaning: parameter.meaning, unit: parameter.unit, whole: parameter.whole },
          inForce: Number(cells[at]),
          ...(Number.isFinite(low) ? { low } : {}),
          ...(Number.isFinite(high) ? { high } : {}),
          ...(range === undefined ? {} : { range }),
          ...originOf(scenario, lever),
        };
      });
    }),
    counts: counted.map(({ path: lever }) => lever),
    policies: scenario.policies.map(({ name, from }) => ({ name, from: formatDay(from) })),
    burnInStart: formatDay(scenario.burnInStart),
    levels: scenario.dimensions['level'],
  };
}

/** The units of levers that count people or places. */
const COUNTS: readonly string[] = ['places', 'persons per year'];

/** The middle 95 % of what the evidence leaves open. */
function rangeOf({ passports }: Scenario, lever: string, at: number): Knob['range'] {
  const passport = passports.get(lever);
  if (passport?.uncertainty === undefined) return undefined;
  const [low, high] = [0.025, 0.975].map((u) => Number(cellsOf(sampleValue(passport, u))[at]));
  return [Math.min(low!, high!), Math.max(low!, high!)];
}

function originOf({ passports }: Scenario, lever: string): Pick<Knob, 'grade' | 'source'> {
  const passport = passports.get(lever);
  if (passport === undefined) return { grade: '', source: '' };
  const { grade, sources, note, place, period } = passport;
  const cited = sources.map(({ authors, year, title, page, table }) =>
    [authors, year, title, table, page].filter((part) => part !== undefined && part !== '').join(', '),
  );
  const told = [...cited, note ?? ''].filter((part) => part !== '');
  return { grade, source: `${place}, ${period}. ${told.join('. ')}` };
}
