/** Version: what `package.json` says, from source and from the built program alike. */
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Of the program, as npm knows it: `0.1.0`. */
export const VERSION = version;
