/** Chromium for tests: the packaged browser, which needs nothing of the machine. */
import { type Browser, chromium } from 'playwright-core';

/** Starts it; whoever does closes it. */
export async function startChromium(): Promise<Browser> {
  // makes the packaged browser unpack the libraries it needs, where the machine has none
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  return chromium.launch({ executablePath, args: [...packaged.args, '--no-sandbox'] });
}
