/**
 * The planner's guide is carried out from its first command to its last: what it shows is what the commands print. `npm run golden` writes
 * the output of today into it.
 */
import { readFileSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { typed } from '../commands/typed.ts';

const GUIDE = resolve('docs/guides/planner.md');
const FILES = resolve('docs/guides/planner');

test('the guide shows what its commands print, from three files to a number of places', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stepdown-guide-'));
  const csv = ['first-charges.csv', 'places.csv'];
  const carriedOut: string[] = [];
  let output: string | undefined;
  const blocks = readFileSync(GUIDE, 'utf8').split(/^(```\w+\n[\s\S]*?^```$)/m);
  for (const block of blocks) {
    const [, kind, body = ''] = /^```(\w+)\n([\s\S]*?)```$/.exec(block) ?? [];
    let shown = block;
    if (kind === 'sh') {
      if (body.startsWith('cp ')) {
        for (const file of await readdir(FILES)) await copyFile(join(FILES, file), join(folder, 'scenarios/bay', file));
      } else {
        const { exitCode, stdout, stderr } = await typed(body.trim().replace('npx stepdown ', ''), folder);
        expect([exitCode, stderr], body).toEqual([0, '']);
        carriedOut.push(body.split(' ')[2]!);
        output = stdout;
      }
    } else if (kind === 'yaml') {
      await writeFile(join(folder, 'scenarios/bay/today.yaml'), body);
    } else if (kind === 'text') {
      shown = `\`\`\`text\n${output!.replace(/ +$/gm, '').replace(/^\n+/, '').trimEnd()}\n\`\`\``;
    } else if (kind === 'csv') {
      shown = `\`\`\`csv\n${readFileSync(join(FILES, csv.shift()!), 'utf8').trim()}\n\`\`\``;
    }
    blocks[blocks.indexOf(block)] = shown;
  }
  expect(carriedOut).toEqual(['init', 'census', 'check', 'forecast', 'capacity']);
  await expect(blocks.join('')).toMatchFileSnapshot(GUIDE);
});
