/** The report opens from disk in an offline browser: nothing is requested, nothing fails, and it reads on a telephone. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recidivismChart } from '../../src/charts/recidivism.ts';
import { renderSvg } from '../../src/charts/render.ts';
import { reportHtml } from '../../src/report/report.ts';
import { ARMS, recidivism } from '../charts/synthetic.ts';
import { startChromium } from '../chromium.ts';
import { reportInput } from './synthetic.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await startChromium();
  folder = await mkdtemp(join(tmpdir(), 'stepdown-page-'));
});

afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

test.each([1200, 360])('the report is complete and accessible at %d pixels', async (width) => {
  const table = recidivism();
  const context = { title: 'Who returns?', subtitle: '', footer: '', arms: ARMS, levels: ['high', 'low'] };
  const svg = await renderSvg(recidivismChart(table, context));
  const chart = { id: 'recidivism', section: 'question' as const, question: 'Who returns?', caption: '', svg, table };
  const path = join(folder, 'report.html');
  await writeFile(path, reportHtml(reportInput([chart])));
  const page = await (await browser.newContext({ offline: true, viewport: { width, height: 900 } })).newPage();
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) troubles.push(request.url());
  });
  await page.goto(pathToFileURL(path).href);
  expect(troubles).toEqual([]);
  expect(await page.locator('svg').count()).toBeGreaterThan(0);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
