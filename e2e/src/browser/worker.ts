/** The extension's background worker, which Chrome stops and starts as it likes. */
import type { Browser, Target } from 'puppeteer';

export const workerTarget = (browser: Browser): Promise<Target> =>
  browser.waitForTarget((candidate) => candidate.type() === 'service_worker');

/** As Chrome does when it was idle for half a minute. */
export async function stopWorker(browser: Browser): Promise<void> {
  await (await (await workerTarget(browser)).worker())?.close();
}
