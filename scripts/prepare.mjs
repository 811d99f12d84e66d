// Prepare: builds dist/ after an installation, unless it is newer than the source. With `npm ci --omit=dev` there is no compiler.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const written = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

function isBuilt() {
  const sources = ['src', 'explorer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
  );
  const newest = Math.max(...['tsconfig.json', 'tsconfig.build.json', ...sources].map(written));
  return written('dist/main.js') > newest;
}

function hasCompiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript') !== '';
  } catch {
    return false;
  }
}

if (existsSync(join(root, 'src')) && !isBuilt() && hasCompiler()) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exit(status ?? 1);
}
