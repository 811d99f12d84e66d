// Builds dist/ after an install. With `npm ci --omit=dev` there is no compiler: the published package brings its own dist/.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

try {
  createRequire(import.meta.url).resolve('typescript');
} catch {
  process.exit(0);
}
process.exit(
  spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1,
);
