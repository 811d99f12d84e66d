/**
 * Explore: serves the page to this machine alone until Ctrl-C, and opens a browser.
 *
 * The server gives files and computes nothing. It answers on the loopback address only, and only to its own name, so no other page can
 * read scenarios through a name that leads here.
 */
import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Failure } from '../failure.ts';
import { pageFiles } from '../files/page-files.ts';
import { type ReadyScenarios, readyNamed } from '../results/ready-scenarios.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** What the command was asked for. */
export interface ExploreRequest {
  /** Scenarios of the user's own; none for those of the program. */
  readonly scenarios: readonly string[];
  /** Undefined for the usual port, or a free one. */
  readonly port: number | undefined;
  readonly opens: boolean;
}

const USUAL_PORT = 4310;
const LOOPBACK = '127.0.0.1';

/** Serves until the user stops the command. Throws a Failure if the page is not built, the port is taken, or a scenario is wrong. */
export async function explore({ scenarios, port, opens }: ExploreRequest, terminal: Terminal): Promise<void> {
  const own = scenarios.length === 0 ? undefined : readyNamed(scenarios, terminal.cwd);
  const server = createServer(answering(pageFiles(), own));
  const at = await listening(server, port);
  const address = `http://${LOOPBACK}:${at}/`;
  terminal.stdout.write(`${address}\n`);
  terminal.stderr.write('the page is served to this machine alone; press Ctrl-C to stop\n');
  if (opens) openBrowser(address, terminal);
  await new Promise<void>((resolve) => {
    if (terminal.signal.aborted) resolve();
    terminal.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
} as const;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

type Answer = readonly [status: number, type: string, content: string | Uint8Array];

function answering(read: (path: string) => Uint8Array | undefined, own: ReadyScenarios | undefined) {
  return ({ headers, method, url = '/' }: IncomingMessage, response: ServerResponse): void => {
    const [status, type, content] = answerTo(headers.host ?? '', method ?? '', url, read, own);
    response.writeHead(status, { ...HEADERS, 'content-type': type });
    response.end(method === 'HEAD' ? undefined : content);
  };
}

function answerTo(
  host: string,
  method: string,
  url: string,
  read: (path: string) => Uint8Array | undefined,
  own: ReadyScenarios | undefined,
): Answer {
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host)) return refusal(403, 'this page is for this machine alone');
  if (method !== 'GET' && method !== 'HEAD') return refusal(405, 'only GET is answered');
  const path = pathAsked(url);
  const content = path === undefined ? undefined : (ownContent(path, own) ?? read(path));
  if (path === undefined || content === undefined) return refusal(404, 'there is no such file');
  return [200, TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream', content];
}

function pathAsked(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, '')).slice(1);
    return path === '' ? 'index.html' : path;
  } catch {
    return undefined;
  }
}

function ownContent(path: string, own: ReadyScenarios | undefined): string | undefined {
  if (own === undefined) return undefined;
  if (path === 'ready.json') return JSON.stringify(own.list);
  return path.startsWith('scenarios/') ? own.texts.get(path.slice('scenarios/'.length)) : undefined;
}

function refusal(status: number, words: string): Answer {
  return [status, TYPES['txt'], `${words}\n`];
}

/** The port on which the server listens: the one asked for, or else the usual one, or else any. */
async function listening(server: Server, port: number | undefined): Promise<number> {
  for (const one of port === undefined ? [USUAL_PORT, 0] : [port]) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.once('error', resolve);
      server.listen(one, LOOPBACK, () => resolve(undefined));
    });
    server.removeAllListeners('error');
    const address = server.address();
    if (error === undefined && address !== null && typeof address === 'object') return address.port;
    if (port !== undefined) {
      const problem = error?.code === 'EADDRINUSE' ? 'is taken by another program' : 'cannot be used';
      throw new Failure({ problem: `--port ${port}: ${problem}`, remedy: 'name another, or leave it out' });
    }
  }
  throw new Failure({ problem: 'no port of this machine is free', remedy: 'name one with --port' });
}

/** Opens the address in the browser of the user; where there is none, the printed address remains. */
function openBrowser(address: string, { stderr }: Terminal): void {
  const [program, ...words] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', address]
        : ['xdg-open', address];
  const opened = spawn(program, words, { stdio: 'ignore', detached: true });
  opened.on('error', () => stderr.write('no browser could be opened; open the address yourself\n'));
  opened.unref();
}
