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
/** The levers of the scenario and of its baseline, and the scenario and day of which they are. */
let known: { readonly of: string; readonly mine: LeversKnown; readonly base: LeversKnown } | undefined;
let files: PolicyFiles | undefined;
let texts: Texts = {};
let run = 0;
let isRestored = true;
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
  isRestored = true;
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
    const found = await leversOf(ready);
    if (own !== run) return;
    // a panel that is right stays as it is, with whatever the reader has hold of
    const isNew = known !== found || isRestored;
    known = found;
    isRestored = false;
    leaveOutUnknown(found.mine);
    files = filesOf(state, ready, found.mine, found.base);
    if (isNew) showPanel();
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return;
  }
  showSame(files, undefined, linkOf(state, list.version));
  byId('done').textContent = `replicate 1 of ${state.replicates} is computed`;
  byId<HTMLProgressElement>('bar').value = 0;
  byId('results').classList.add('stale');
  askForLives();
  workers.study({ ...wanted(), replicates: state.replicates });
}

async function leversOf(ready: Ready): Promise<NonNullable<typeof known>> {
  const day = state.from;
  const of = `${ready.name} ${day}`;
  if (known?.of === of) return known;
  texts = await readyTexts([ready.baseline, ready.name]);
  const [mine, base] = await Promise.all(
    [ready.name, ready.baseline].map((name) => workers.levers({ texts, path: readyPath(name), day })),
  );
  return { of, mine: mine!, base: base! };
}

/** Drops the changes of a link that this scenario cannot have, and says so. */
function leaveOutUnknown({ knobs }: LeversKnown): void {
  const unknown = Object.keys(state.changes).filter((path) => !knobs.some((knob) => knob.path === path));
  if (unknown.length === 0) return;
  complain(`This scenario has no lever ${unknown.join(', ')}; the link is followed without it.`);
  const changes = Object.entries(state.changes).filter(([path]) => !unknown.includes(path));
  state = { ...state, changes: Object.fromEntries(changes) };
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
    change({ ...state, changes: value === undefined ? others : { ...others, [path]: value } });
  };
  const focused = document.activeElement?.closest('.lever')?.querySelector('input')?.getAttribute('data-path');
  showLevers(known.mine, state.changes, onMove);
  showFound(search.value, known.mine, state.changes, onMove);
  const shown = byId(search.value.trim().length > 1 ? 'found' : 'levers');
  if (focused) shown.querySelector<HTMLElement>(`[data-path="${focused}"]`)?.focus();
  byId('reset').hidden = Object.keys(state.changes).length === 0;
}

function showResults(): void {
  if (snapshot === undefined || files === undefined) return;
  const { done, of, figures, finding, account } = snapshot;
  const part = state.scale === 1 ? '' : ` · a tenth of the country is simulated, counts are shown for the whole`;
  byId('done').textContent = `${done} of ${of} replicates${part}`;
  byId<HTMLProgressElement>('bar').value = done / of;
  byId('results').classList.remove('stale');
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
  if (message !== '') byId('done').textContent = '';
  byId('complaint').hidden = message === '';
  byId('complaint').textContent = message;
}
