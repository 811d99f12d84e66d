/** The page's own files are scenarios that the command line reads, and a smaller country is the one of the experiments. */
import { expect, test } from 'vitest';
import { filesOf, type PolicyFiles } from '../../explorer/files.ts';
import type { Ready } from '../../explorer/ready.ts';
import { linkOf, restored, stateOf } from '../../explorer/state.ts';
import { knobsOf } from '../../explorer/work/knobs.ts';
import { scenarioOfTexts } from '../../explorer/work/studied.ts';
import { formatDay } from '../../src/engine/calendar.ts';
import { cellsOf } from '../../src/evidence/value.ts';
import { readyScenarios } from '../../src/results/ready-scenarios.ts';
import { epochOn, epochsOf } from '../../src/scenario/epoch.ts';
import { catalogue } from '../../src/simulation/parameters.ts';

const { list, texts } = readyScenarios();
const files = Object.fromEntries(texts);
const readyNamed = (name: string): Ready => list.scenarios.find((one) => one.name === name)!;

function filesFor(
  name: string,
  given: { readonly scale?: number; readonly changes?: Readonly<Record<string, number>> },
) {
  const ready = readyNamed(name);
  const state = { ...stateOf(ready), ...given };
  const known = (of: string) => knobsOf({ texts: files, path: `${of}.yaml`, day: ready.start });
  return filesOf(state, ready, known(name), known(ready.baseline));
}

const scenariosIn = ({ own, arms }: PolicyFiles) => arms.map(({ path }) => scenarioOfTexts(path, { ...files, ...own }));

test('a scenario as it is needs no file of its own', () => {
  const { own, command } = filesFor('harbour/baseline', {});
  expect([own, command]).toEqual([{}, 'stepdown run harbour/baseline --replicates 8']);
  expect(filesFor('harbour/way-out', {}).command).toBe(
    'stepdown compare harbour/baseline harbour/way-out --replicates 8',
  );
});

test('a moved lever is a policy on top of those of its scenario', () => {
  const found = filesFor('harbour/way-out', { changes: { 'monitoring.places': 3, 'facility.places.open': 70 } });
  expect(found.command).toBe('stepdown compare harbour/baseline mine.yaml --replicates 8');
  const [, mine] = scenariosIn(found);
  const { knobs } = knobsOf({ texts: { ...files, ...found.own }, path: 'mine.yaml', day: '2020-01-01' });
  const inForce = (path: string) => knobs.find((knob) => knob.path === path)?.inForce;
  expect([inForce('monitoring.places'), inForce('facility.places.open')]).toEqual([3, 70]);
  expect(mine!.policies.map(({ name }) => name)).toContain('mine');
});

test.each(['norway/baseline', 'normality'])(
  'a tenth of %s has a tenth of its people and places, at all times',
  (name) => {
    const changes = { 'monitoring.places': 500 };
    const [, whole] = scenariosIn(filesFor(name, { changes, scale: 1 }));
    const [, tenth] = scenariosIn(filesFor(name, { changes, scale: 0.1 }));
    const counted = [...catalogue.values()].filter(({ parameter }) =>
      ['places', 'persons per year'].includes(parameter.unit),
    );
    for (const { from, values } of epochsOf(tenth!, catalogue)) {
      const before = epochOn(epochsOf(whole!, catalogue), from).values;
      for (const { noun, name: lever, path, parameter } of counted) {
        const wanted = cellsOf(before[noun]![lever]!).map((cell) => 0.1 * Number(cell));
        const found = cellsOf(values[noun]![lever]!).map(Number);
        for (const [at, cell] of found.entries()) {
          expect(Math.abs(cell - wanted[at]!), `${path} on ${formatDay(from)}`).toBeLessThanOrEqual(
            parameter.whole ? 0.5 : 1e-6,
          );
        }
      }
    }
  },
);

test('the link holds everything, and what is wrong in it is told', () => {
  const state = {
    ...stateOf(readyNamed('normality')),
    seed: 'a & b',
    from: '2014-05-01',
    changes: { 'staff.training': 0.5 },
  };
  const link = linkOf(state, list.version);
  expect(link).toContain('scenario=normality');
  expect(restored(`#${link}`, list)).toEqual({ state, complaints: [] });
  expect(restored('#scenario=atlantis&version=0.0.1', list).complaints).toEqual([
    'This page has no scenario "atlantis": harbour/baseline is shown.',
    `The link was made with version 0.0.1; this page is ${list.version}, and its numbers may differ.`,
  ]);
  expect(restored('', list).state).toEqual(stateOf(list.scenarios[0]!));
});
