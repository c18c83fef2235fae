/** Types and chooses in the form that is open in Options, as a person does; and brings a file to a page. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import { sidebarText } from '../browser/index.ts';

export interface OptionsForm {
  /** In place of what the field holds. */
  type(field: string, text: string): Promise<void>;
  choose(field: string, value: string): Promise<void>;
}

/** `form`: its CSS selector. */
export function optionsForm(options: Page, form = '.part-form'): OptionsForm {
  return {
    async type(field, text) {
      const place = `${form} [name=${field}]`;
      await options.locator(place).click();
      await options.$eval(place, (input) => (input as HTMLInputElement).select());
      await options.keyboard.sendCharacter(text);
    },
    choose: async (field, value) => options.locator(`${form} select[name=${field}]`).fill(value),
  };
}

/** `chooser`: the name of the place for files; `until`: what is shown once the file was read. */
export async function bringFile(
  page: Page,
  chooser: string,
  name: string,
  lines: readonly string[],
  until = name,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-brought-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, lines.join('\n'));
    const place = (await page.waitForSelector(
      `input[aria-label="${chooser}"]`,
    )) as ElementHandle<HTMLInputElement>;
    await place.uploadFile(path);
    await sidebarText(page, until);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
