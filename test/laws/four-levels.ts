/**
 * The tiny world under other names of the security levels, or with another number of them.
 *
 * The scenario is made from the tiny one: wherever a passport says something of each level, it is said again of the levels
 * that take its place, a whole divided between them. So it stays whole as mechanisms are added.
 */
import type { Plain } from '../../src/evidence/document.ts';
import type { Parameter } from '../../src/evidence/parameter.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { catalogue } from '../../src/simulation/parameters.ts';
import { scenarioFrom } from '../../src/simulation/scenario-from.ts';
import { tinyScenario } from '../tiny.ts';

type Document = { readonly [key: string]: Plain };

/** Which levels take the place of each level, in order. */
export type Successors = Readonly<Record<string, readonly string[]>>;

/** The tiny world with other levels. */
export function tinyScenarioWith(successors: Successors): Scenario {
  const { dimensions, evidence, ...rest } = JSON.parse(tinyScenario().text) as {
    readonly dimensions: Readonly<Record<string, Plain>>;
    readonly evidence: readonly Document[];
  } & Document;
  const passports = Object.entries(evidence[0]).map(([path, passport]) => {
    const { parameter } = catalogue.get(path)!;
    return [path, parameter.by.includes('level') ? rewritten(passport, parameter, successors) : passport];
  });
  const text = JSON.stringify({
    ...rest,
    dimensions: { ...dimensions, level: Object.values(successors).flat() },
    evidence: [Object.fromEntries(passports)],
  });
  return scenarioFrom('levels.yaml', { read: () => text });
}

function rewritten(node: Plain, parameter: Parameter, successors: Successors): Plain {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
  const entries = Object.entries(node as Document).flatMap(([key, value]): readonly (readonly [string, Plain])[] => {
    const heirs = successors[key];
    if (heirs === undefined) return [[key, rewritten(value, parameter, successors)]];
    return heirs.map((heir, at) => [heir, isWhole(parameter) ? part(value, parameter, heirs.length, at) : value]);
  });
  return Object.fromEntries(entries);
}

/** Whether what is said of a level is a whole that those in its place have to share. */
function isWhole({ unit, addsUpTo }: Parameter): boolean {
  return unit === 'places' || addsUpTo !== undefined;
}

/** One of so many parts, whole numbers where the parameter is in whole numbers. */
function part(value: Plain, parameter: Parameter, parts: number, at: number): Plain {
  if (Array.isArray(value)) return value.map((one) => part(one, parameter, parts, at));
  if (typeof value !== 'number') return value;
  return parameter.whole ? Math.floor((value + at) / parts) : value / parts;
}
