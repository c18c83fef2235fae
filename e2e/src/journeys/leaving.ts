/** A page on which something is typed and not saved is about to be left. */
import type { Page } from 'puppeteer';
import { expect } from 'vitest';

/** The browser asks, and the person stays. */
export async function asksBeforeItIsLeft(page: Page): Promise<void> {
  const asked = new Promise<string>((done) =>
    page.once('dialog', async (dialog) => {
      await dialog.dismiss();
      done(dialog.type());
    }),
  );
  await page.evaluate(() => setTimeout(() => location.reload()));
  expect(await asked).toBe('beforeunload');
}
