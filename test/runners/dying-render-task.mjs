// Dying render task: ours, but a chart may ask for the death of its thread, or the thread for its own before it begins.
import { register } from 'tsx/esm/api';

if (process.env.STEPDOWN_TEST_RENDERING === 'never') process.exit(9);
register();

const { default: renderChart } = await import('../../src/runners/render-task.ts');

export default function renderOrDie(spec) {
  if (spec?.description === 'exit') process.exit(9);
  return renderChart(spec);
}
