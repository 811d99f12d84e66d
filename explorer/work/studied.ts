/** Studied: scenarios and studies from the files that the page has put together. */
import { Failure, type Scenario, type Study, scenarioFrom, withRun } from '../../src/browser.ts';
import type { StudyWanted, Texts } from '../messages.ts';

/** The scenario at a path. Names are written as on the command line: with or without the ending. */
export function scenarioOfTexts(path: string, texts: Texts): Scenario {
  return scenarioFrom(path, {
    read: (asked) => textAt(asked, texts),
    find: (_, written) => (written.endsWith('.yaml') ? written : `${written}.yaml`),
  });
}

/** The study that the page asks for, as `stepdown compare` would run it. */
export function studyFrom({ texts, arms, seed, replicates }: Omit<StudyWanted, 'run'>): Study & { draws: 0 } {
  const read = arms.map(({ name, path }) => ({ name, scenario: scenarioOfTexts(path, texts) }));
  const years = read[0].scenario.years;
  return {
    arms: read.map(({ name, scenario }) => ({ name, scenario: withRun(scenario, { seed, replicates, years }) })),
    replicates,
    draws: 0,
  };
}

function textAt(path: string, texts: Texts): string {
  const text = Object.hasOwn(texts, path) ? texts[path] : undefined;
  if (text !== undefined) return text;
  throw new Failure({
    place: path,
    problem: 'the page has no such scenario',
    reason: 'it can name its ready scenarios only',
    remedy: 'start it with this file: stepdown explore FILE',
  });
}
