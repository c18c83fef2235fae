/** What axe-core complains of in a view, in a real Chromium. */
import axe from 'axe-core';
import type { Frame, Page } from 'puppeteer';

/** `rule: element` for each complaint. */
export async function complaints(view: Frame | Page): Promise<string[]> {
  await view.evaluate(axe.source);
  return view.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}
