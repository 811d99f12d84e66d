// Executable: marks the command as executable, so that `npx stepdown` works from a clone.
import { chmodSync } from 'node:fs';

chmodSync(new URL('../dist/main.js', import.meta.url), 0o755);
