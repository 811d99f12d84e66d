/** Checkouts: what cannot be compared with is said before anything is compiled. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkOut } from '../../bench/checkout.ts';

const folder = mkdtempSync(join(tmpdir(), 'stepdown-checkout-'));
const project = join(folder, 'project');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

execFileSync('git', ['init', '--quiet', project]);
const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
execFileSync('git', ['-C', project, ...identity, 'commit', '--quiet', '--allow-empty', '-m', 'Nothing yet']);

test('a commit that is not there', () => {
  expect(() => checkOut(project, 'no-such-branch', join(folder, 'one'))).toThrow(
    /--against: there is no commit "no-such-branch"/,
  );
});

test('a commit from before what is measured', () => {
  expect(() => checkOut(project, 'HEAD', join(folder, 'two'))).toThrow(
    /commit HEAD cannot be measured: it has no src\/simulation\/simulate.ts/,
  );
});
