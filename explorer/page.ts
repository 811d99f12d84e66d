/**
 * Page: what the reader chooses, the study of it, and what is shown. The link always holds all that was chosen.
 */
import { type Step, showChart } from './chart.ts';
import { showChoices } from './choices.ts';
import { byId, element } from './dom.ts';
import { showFigures } from './figures.ts';
import { filesOf, type PolicyFiles } from './files.ts';
import { House } from './house/house.ts';
import type { LeversKnown, Snapshot, Texts } from './messages.ts';
import { showFound, showLevers } from './panel/lever-panel.ts';
import { type Ready, readyList, readyPath, readyTexts } from './ready.ts';
import { showSame } from './same.ts';
import { linkOf, restored, type State, stateOf } from './state.ts';
import { startWorkers } from './workers.ts';

const list = await readyList();
let { state, complaints } = restored(location.hash, list);
let known: LeversKnown | undefined;
let files: PolicyFiles | undefined;
let texts: Texts = {};
let run = 0;
let snapshot: Snapshot | undefined;
let steps: Step[] = [];
let figure = '';
let pause: number | undefined;

const house = new House((key) => workers.tale({ run, key }));
const workers = startWorkers({
  snapshot(found) {
    if (found.run !== run) return;
    snapshot = found;
    steps = [...steps, { done: found.done, figures: found.figures }];
    showResults();
  },
  lives: (found) => found.run === run && house.receive(found),
  tale: (tale) => tale.run === run && house.tell(tale),
  failure: (message, of) => (of === run || of === 0) && complain(message),
});

byId('version').textContent = `stepdown ${list.version}`;
const search = byId<HTMLInputElement>('search');
search.addEventListener('input', () => showPanel());
byId('reset').addEventListener('click', () => change({ ...state, changes: {} }));
addEventListener('hashchange', () => {
  if (location.hash.slice(1) === linkOf(state, list.version)) return;
  ({ state, complaints } = restored(location.hash, list));
  void begin();
});
await begin();

function readyOf({ scenario }: State): Ready {
  return list.scenarios.find(({ name }) => name === scenario)!;
}

/** Shows another state: at once in the panel and the link, and as a study once the reader has come to rest. */
function change(next: State): void {
  const isOther = next.scenario !== state.scenario;
  state = isOther ? stateOf(list.scenarios.find(({ name }) => name === next.scenario)!) : next;
  complaints = [];
  clearTimeout(pause);
  showChoices(list, state, change);
  showPanel();
  history.replaceState(undefined, '', `#${linkOf(state, list.version)}`);
  pause = setTimeout(() => void begin(), isOther ? 0 : REST);
}

/** Milliseconds after which a reader who moves levers is taken to have come to rest. */
const REST = 250;

/** Runs the state from its first replicate. */
async function begin(): Promise<void> {
  const own = ++run;
  history.replaceState(undefined, '', `#${linkOf(state, list.version)}`);
  showChoices(list, state, change);
  complain(complaints.join('\n'));
  [snapshot, steps] = [undefined, []];
  byId('done').textContent = 'reading the scenario';
  const ready = readyOf(state);
  try {
    texts = await readyTexts([ready.baseline, ready.name]);
    const day = state.from;
    const [mine, base] = await Promise.all(
      [ready.name, ready.baseline].map((name) => workers.levers({ texts, path: readyPath(name), day })),
    );
    if (own !== run) return;
    known = mine!;
    const unknown = Object.keys(state.changes).filter((path) => !known!.knobs.some((knob) => knob.path === path));
    if (unknown.length > 0) {
      complain(`This scenario has no lever ${unknown.join(', ')}; the link is followed without it.`);
      const changes = Object.fromEntries(Object.entries(state.changes).filter(([path]) => !unknown.includes(path)));
      state = { ...state, changes };
    }
    files = filesOf(state, ready, mine!, base!);
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error));
  }
  showPanel();
  showSame(files, undefined, linkOf(state, list.version));
  byId('done').textContent = `replicate 1 of ${state.replicates} is computed`;
  byId<HTMLProgressElement>('bar').value = 0;
  askForLives();
  workers.study({ ...wanted(), replicates: state.replicates });
}

function wanted() {
  return { run, texts: { ...texts, ...files!.own }, arms: files!.arms, seed: state.seed };
}

function askForLives(): void {
  house.expect(files!.arms.map((_, at) => (at === 0 ? 'as it is' : 'your policy')));
  workers.lives(wanted());
}

function showPanel(): void {
  if (known === undefined) return;
  const onMove = (path: string, value: number | undefined) => {
    const { [path]: _, ...others } = state.changes;
    const focused = document.activeElement?.getAttribute('data-path');
    change({ ...state, changes: value === undefined ? others : { ...others, [path]: value } });
    if (focused) document.querySelector<HTMLElement>(`:not([hidden]) > * input[data-path="${focused}"]`)?.focus();
  };
  showLevers(known, state.changes, onMove);
  showFound(search.value, known, state.changes, onMove);
  byId('reset').hidden = Object.keys(state.changes).length === 0;
}

function showResults(): void {
  if (snapshot === undefined || files === undefined) return;
  const { done, of, figures, finding, account } = snapshot;
  const part = state.scale === 1 ? '' : ` · a tenth of the country is simulated, counts are shown for the whole`;
  byId('done').textContent = `${done} of ${of} replicates${part}`;
  byId<HTMLProgressElement>('bar').value = done / of;
  const alone = 'Nothing differs yet. Move a lever, and the same people live again under your policy.';
  byId('finding').textContent = finding === '' ? (files.arms.length === 1 ? alone : '') : finding;
  byId('account').hidden = account.length === 0;
  byId('account')
    .querySelector('div')!
    .replaceChildren(...account.map((line) => element('p', {}, line)));
  if (!figures.some(({ name }) => name === figure)) figure = figures[0]?.name ?? '';
  showFigures(figures, figure, state.scale, (name) => {
    figure = name;
    showResults();
  });
  showChart(snapshot, steps, figure, state.scale, state.from);
  showSame(files, snapshot, linkOf(state, list.version));
}

function complain(message: string): void {
  byId('complaint').hidden = message === '';
  byId('complaint').textContent = message;
}
