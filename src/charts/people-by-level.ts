/**
 * Do the places suffice? People inside by security level over time, beside the places of the level.
 */
import { numbersOf, type Table, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, type VegaLiteSpec } from './chart.ts';
import { bandReading, type CurvePoint, curvePanel, dateAxis, type StepLine } from './curves.ts';

const WIDTH = 590;
const HEIGHT = 150;

/** One panel a level, one line an arm, and the places as a thin stepped line. */
export function peopleByLevelChart(table: Table, context: ChartContext): VegaLiteSpec {
  const dates = textsOf(table, 'date');
  const levels = textsOf(table, 'level');
  const shown = context.levels.filter((level) => levels.includes(level));
  const xAxis = dateAxis(dates, WIDTH);
  const points = levels.map((_, row) => pointOf(table, row));
  const panels = shown.map((level) => {
    const rows = levels.flatMap((name, row) => (name === level ? [row] : []));
    return curvePanel({
      title: level,
      points: rows.map((row) => points[row]),
      steps: placesOf(table, rows, context.arms),
      arms: context.arms,
      width: WIDTH,
      height: HEIGHT,
      xAxis,
      yFormat: ',~r',
    });
  });
  const reading = `${bandReading(points)} Thin line: places. Each level has its own scale.`;
  return chartOf(context, reading, panels);
}

function pointOf(table: Table, row: number): CurvePoint {
  const number = (name: string): number => numbersOf(table, name)[row];
  return {
    arm: textsOf(table, 'arm')[row],
    x: textsOf(table, 'date')[row],
    mean: number('people'),
    low: number('low'),
    high: number('high'),
    low50: number('low50'),
    high50: number('high50'),
  };
}

/** The places of the baseline, and those of each arm that has others; points only where the number changes. */
function placesOf(table: Table, rows: readonly number[], arms: readonly string[]): StepLine[] {
  const names = textsOf(table, 'arm');
  const dates = textsOf(table, 'date');
  const places = numbersOf(table, 'places');
  const lines = arms.map((arm) => {
    const own = rows.filter((row) => names[row] === arm && !Number.isNaN(places[row]));
    const kept = own.filter((row, i) => i === 0 || i === own.length - 1 || places[row] !== places[own[i - 1]]);
    return { arm, points: kept.map((row) => ({ x: dates[row], y: places[row] })) };
  });
  const drawn = lines.filter((line) => line.points.length > 0);
  const text = (line: (typeof drawn)[number] | undefined): string => JSON.stringify(line?.points);
  return drawn.flatMap((line, i) => {
    if (i === 0) return [{ label: 'places', points: line.points }];
    return text(line) === text(drawn[0]) ? [] : [{ label: `places, ${line.arm}`, ...line }];
  });
}
