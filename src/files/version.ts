/** Version: the version in `package.json`, read alike from source and from the built program. */
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The version of the program, as in npm: `0.1.0`. */
export const VERSION = version;
