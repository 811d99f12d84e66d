/**
 * Do the places suffice? People inside by security level over time, beside the places of the level.
 */
import { PEOPLE_BY_LEVEL } from '../tables/series.ts';
import { type RowOf, recordsOf, rowsWhere, type Table, textsOf } from '../tables/table.ts';
import { type ChartContext, chartOf, type VegaLiteSpec } from './chart.ts';
import { bandReading, type CurvePoint, curvePanel, dateAxis, type StepLine } from './curves.ts';

const WIDTH = 590;
const HEIGHT = 150;

/** One panel per level, one line per arm, and the places as a thin stepped line. */
export function peopleByLevelChart(table: Table, context: ChartContext): VegaLiteSpec {
  const levels = new Set(textsOf(table, 'level'));
  const xAxis = dateAxis(textsOf(table, 'date'), WIDTH);
  const panels = context.levels
    .filter((level) => levels.has(level))
    .map((level) => {
      const rows = recordsOf(rowsWhere(table, { level }), PEOPLE_BY_LEVEL);
      return curvePanel({
        title: level,
        points: rows.map(pointOf),
        steps: placesOf(rows, context.arms),
        arms: context.arms,
        begins: context.begins,
        width: WIDTH,
        height: HEIGHT,
        xAxis,
        yFormat: ',~r',
      });
    });
  const reading = `${bandReading(recordsOf(table, PEOPLE_BY_LEVEL).map(pointOf))} Thin line: places. Each level has its own scale.`;
  return chartOf(context, reading, panels);
}

type LevelRow = RowOf<typeof PEOPLE_BY_LEVEL>;

function pointOf({ arm, date, people, low, high, low50, high50 }: LevelRow): CurvePoint {
  return { arm, x: date, mean: people, low, high, low50, high50 };
}

/** The places of the baseline, and those of each arm that differs; points only on days of change. */
function placesOf(rows: readonly LevelRow[], arms: readonly string[]): StepLine[] {
  const lines = arms.map((arm) => {
    const own = rows.filter((row) => row.arm === arm && !Number.isNaN(row.places));
    const kept = own.filter((row, i) => i === 0 || i === own.length - 1 || row.places !== own[i - 1].places);
    return { arm, points: kept.map(({ date, places }) => ({ x: date, y: places })) };
  });
  const drawn = lines.filter((line) => line.points.length > 0);
  const text = (line: (typeof drawn)[number] | undefined): string => JSON.stringify(line?.points);
  return drawn.flatMap((line, i) => {
    if (i === 0) return [{ label: 'places', points: line.points }];
    return text(line) === text(drawn[0]) ? [] : [{ label: `places, ${line.arm}`, ...line }];
  });
}
