/** Choices: the row of what is simulated: scenario, day, size, replicates and seed. */
import { byId, element } from './dom.ts';
import { shareInWords } from './files.ts';
import type { ReadyList } from './ready.ts';
import { REPLICATES, SCALES, type State } from './state.ts';

/** Shows a state; `onChange` receives the next one. */
export function showChoices({ scenarios }: ReadyList, state: State, onChange: (next: State) => void): void {
  const ready = scenarios.find(({ name }) => name === state.scenario)!;
  const places = [...new Set(scenarios.map(({ place }) => place))];
  const scenario = byId<HTMLSelectElement>('scenario');
  scenario.replaceChildren(
    ...places.map((place) =>
      element(
        'optgroup',
        { label: place },
        ...scenarios.filter((one) => one.place === place).map(({ name, title }) => option(name, title, state.scenario)),
      ),
    ),
  );
  scenario.onchange = () => onChange({ ...state, scenario: scenario.value });
  const from = byId<HTMLInputElement>('from');
  [from.value, from.min, from.max] = [state.from, ready.start, ready.end];
  from.onchange = () => {
    if (from.checkValidity() && from.value !== '') onChange({ ...state, from: from.value });
    else from.reportValidity();
  };
  const scale = byId<HTMLSelectElement>('scale');
  const sizes = SCALES.map((share) =>
    option(
      String(share),
      share === 1 ? 'the whole country' : `${shareInWords(share).toLowerCase()}, faster`,
      String(state.scale),
    ),
  );
  scale.replaceChildren(...sizes);
  scale.onchange = () => onChange({ ...state, scale: Number(scale.value) });
  const replicates = byId<HTMLSelectElement>('replicates');
  replicates.replaceChildren(
    ...REPLICATES.map((count) => option(String(count), String(count), String(state.replicates))),
  );
  replicates.onchange = () => onChange({ ...state, replicates: Number(replicates.value) });
  const seed = byId<HTMLInputElement>('seed');
  seed.value = state.seed;
  seed.onchange = () => onChange({ ...state, seed: seed.value.trim() || ready.seed });
  const beside = scenarios.find(({ name }) => name === ready.baseline)!;
  const compared = beside === ready ? '' : ` Compared with: ${beside.title}.`;
  byId('about').textContent = `${ready.description}${compared}`;
}

function option(value: string, text: string, chosen: string): HTMLOptionElement {
  return element('option', { value, selected: value === chosen }, text);
}
