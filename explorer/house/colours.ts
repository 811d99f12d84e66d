/** Colours of the house: the ramp of the levels, and states outside them. */
import { levelColours } from '../../src/charts/theme.ts';

export const PAPER_INK = { ink: '#1c1c1c', second: '#5a5a5a', place: '#d3d6d4', wall: '#8c9296' } as const;
export const OTHER = { beyond: '#d55e00' } as const;

const OUTSIDE: Readonly<Record<string, string>> = {
  remand: '#b8792b',
  'electronic monitoring': '#8fbab4',
  'waiting for a place': '#6e6e6b',
  'conditional release': '#9da893',
  treatment: '#8f7fa8',
  absent: '#a3a3a0',
  liberty: '#c3c6bf',
};

/** The colour of every state: levels first. */
export function stateColours(levels: readonly string[], statesOutside: readonly string[]): readonly string[] {
  const ramp = levelColours(levels);
  return [
    ...levels.map((level) => ramp.get(level) ?? PAPER_INK.ink),
    ...statesOutside.map((state) => OUTSIDE[state] ?? '#a3a3a0'),
  ];
}
