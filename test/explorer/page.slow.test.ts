/** The page in a real browser: it gives the digest of the command line, a lever moves the numbers, and the link restores all. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { explore } from '../../src/studies/explore.ts';
import { startChromium } from '../chromium.ts';
import { typed } from '../commands/typed.ts';

const stopping = new AbortController();
const folder = mkdtempSync(join(tmpdir(), 'stepdown-explorer-'));
let browser: Browser;
let address = '';
let served: Promise<void>;

beforeAll(async () => {
  execFileSync('npm', ['run', '--silent', 'build:explorer']);
  browser = await startChromium();
  address = await new Promise<string>((resolve) => {
    const stdout = { write: (text: string) => resolve(text.trim()) };
    const [cwd, signal] = [folder, stopping.signal];
    const terminal = { stdout, stderr: { write: () => {} }, cwd, environment: {}, now: () => 0, cores: 1, signal };
    served = explore({ scenarios: [], port: undefined, opens: false }, terminal);
  });
});

afterAll(async () => {
  stopping.abort();
  await served;
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** A page, and everything that it should not have said or asked for. */
async function opened(link: string, width = 1280): Promise<{ readonly page: Page; readonly troubles: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENT);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('blob:')) troubles.push(request.url());
  });
  await page.goto(`${address}#${link}`);
  return { page, troubles };
}

/** The clock judges no test; this only ends one that hangs. */
const PATIENT = 3_600_000;

/** The digest, once it is another than `before`. */
async function digestOf(page: Page, before = 'none'): Promise<string> {
  const digest = page
    .locator('#digest')
    .filter({ hasText: /^[0-9a-f]{64}$/ })
    .filter({ hasNotText: before });
  await digest.waitFor();
  return (await digest.textContent())!;
}

test('a lever moved by the keyboard moves the numbers, as the command line has them, and the link restores it', async () => {
  const { page, troubles } = await opened('scenario=harbour/baseline');
  const before = await digestOf(page);
  const inside = page.locator('[data-figure="occupancy"]');
  const asItWas = await inside.textContent();
  await page.locator('[data-path="facility.places.closed"]').focus();
  await page.keyboard.press('Home');
  const digest = await digestOf(page, before);
  expect(await inside.textContent()).not.toBe(asItWas);
  expect(await page.locator('#finding').textContent()).toContain('your policy');
  const command = await page.locator('#command').textContent();
  expect(command).toBe('stepdown compare harbour/baseline mine.yaml --replicates 8');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'download mine.yaml' }).click(),
  ]);
  await download.saveAs(join(folder, 'mine.yaml'));
  await typed(`${command!.replace('stepdown ', '')} --quiet --workers 1 --no-cache --out here`, folder);
  expect(JSON.parse(readFileSync(join(folder, 'here/manifest.json'), 'utf8')).resultDigest).toBe(digest);

  const { page: fresh, troubles: others } = await opened(page.url().replace(/^[^#]*#/, ''));
  await fresh.locator('button.back:visible').waitFor();
  expect(await fresh.locator('#command').textContent()).toBe(command);
  expect(await fresh.locator('[data-path="facility.places.closed"]').inputValue()).toBe('0');
  expect([...troubles, ...others]).toEqual([]);
});

test.each([1280, 360])('at %d pixels somebody is shown, and all of it is accessible', async (width) => {
  const { page, troubles } = await opened('scenario=harbour/way-out', width);
  await page.locator('#somebody:enabled').waitFor();
  await page.getByRole('button', { name: 'one week on' }).click();
  // a step is drawn with the next frame
  await page.locator('#date').filter({ hasText: '2020-01-08' }).waitFor();
  expect(await page.locator('#house').getAttribute('aria-label')).toMatch(
    /^The house on 2020-01-08: .*closed \d+ of 130/,
  );
  await page.getByRole('button', { name: 'show me somebody' }).click();
  await page.getByText('The lives part on').waitFor();
  await page.getByLabel('Find a lever').fill('ankle tag');
  expect(await page.locator('#found .lever').count()).toBeGreaterThan(0);
  await digestOf(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(troubles).toEqual([]);
});

test('the server answers to its own name alone, and gives no file beside the page', async () => {
  const asked = (path: string, host: string) =>
    new Promise<number>((resolve, reject) => {
      import('node:http').then(({ get }) =>
        get(new URL(path, address), { headers: { host } }, (response) => resolve(response.statusCode!)).on(
          'error',
          reject,
        ),
      );
    });
  expect(await asked('/', new URL(address).host)).toBe(200);
  expect(await asked('/', 'example.org')).toBe(403);
  expect(await asked('/..%2f..%2fpackage.json', 'localhost')).toBe(404);
});
