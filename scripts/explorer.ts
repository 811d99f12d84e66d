/**
 * Explorer: builds the page as static files in dist/explorer, for `stepdown explore` and for any host.
 *
 * The page, its workers and its ready scenarios are plain files that name each other by relative paths, so they work in any folder.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { readyScenarios } from '../src/results/ready-scenarios.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'explorer');
const out = join(root, 'dist/explorer');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  entryPoints: { page: 'page.ts', study: 'work/study.ts', cells: 'work/cells.ts', lives: 'work/lives.ts' },
  absWorkingDir: page,
  outdir: out,
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  target: 'es2023',
  platform: 'browser',
  legalComments: 'linked',
  // the page draws its own charts
  external: ['vega', 'vega-lite'],
  // a strict content-security policy forbids compiling text, which zod would try
  banner: { js: 'globalThis.__zod_globalConfig={jitless:true};' },
  logLevel: 'warning',
});
for (const file of ['index.html', 'style.css']) copyFileSync(join(page, file), join(out, file));
const { list, texts } = readyScenarios();
writeFileSync(join(out, 'ready.json'), JSON.stringify(list));
for (const [path, text] of texts) {
  const file = join(out, 'scenarios', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
