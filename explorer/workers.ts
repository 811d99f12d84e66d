/** Workers: the page's side of the conversation with its workers. */
import type {
  LeversKnown,
  LeversWanted,
  LivesFound,
  LivesWanted,
  Snapshot,
  StudyWanted,
  Tale,
  TaleWanted,
} from './messages.ts';

/** What the page does with what it is told. */
export interface Listener {
  readonly snapshot: (snapshot: Snapshot) => void;
  readonly lives: (lives: LivesFound) => void;
  readonly tale: (tale: Tale) => void;
  readonly failure: (message: string, run: number) => void;
}

/** What the page can ask for. */
export interface Workers {
  readonly levers: (wanted: LeversWanted) => Promise<LeversKnown>;
  readonly study: (wanted: StudyWanted) => void;
  readonly lives: (wanted: LivesWanted) => void;
  readonly tale: (wanted: TaleWanted) => void;
}

type Said =
  | { readonly said: 'levers'; readonly id: number; readonly levers: LeversKnown }
  | { readonly said: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly said: 'lives'; readonly lives: LivesFound }
  | { readonly said: 'tale'; readonly tale: Tale }
  | { readonly said: 'failure'; readonly run: number; readonly message: string };

/** Starts the workers; those that compute cells are started by the study. */
export function startWorkers(listener: Listener): Workers {
  const waiting = new Map<number, (levers: LeversKnown) => void>();
  const hear = ({ data }: MessageEvent<Said>) => {
    if (data.said === 'levers') waiting.get(data.id)?.(data.levers);
    else if (data.said === 'snapshot') listener.snapshot(data.snapshot);
    else if (data.said === 'lives') listener.lives(data.lives);
    else if (data.said === 'tale') listener.tale(data.tale);
    else listener.failure(data.message, data.run);
  };
  const [study, lives] = ['study.js', 'lives.js'].map((file) => {
    const worker = new Worker(new URL(file, document.baseURI), { type: 'module' });
    worker.addEventListener('message', hear);
    worker.addEventListener('error', ({ message }) => listener.failure(message || `${file} could not be started`, 0));
    return worker;
  }) as [Worker, Worker];
  let asked = 0;
  return {
    levers: (wanted) =>
      new Promise((resolve) => {
        waiting.set(++asked, resolve);
        study.postMessage({ ask: 'levers', id: asked, ...wanted });
      }),
    study: (wanted) => study.postMessage({ ask: 'run', ...wanted }),
    lives: (wanted) => lives.postMessage({ ask: 'lives', ...wanted }),
    tale: (wanted) => lives.postMessage({ ask: 'tale', ...wanted }),
  };
}
