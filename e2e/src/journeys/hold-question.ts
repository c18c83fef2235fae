/** Holds up the sidebar's question of whose chart is open, which it asks between the press and the send. */

import type { PageRequest } from '@claimside/extension/messages';
import type { Frame } from 'puppeteer';
import { IN_ANY_TAB } from '../browser/index.ts';

export async function holdQuestion(sidebar: Frame) {
  type World = { asked?: boolean; letGo: () => void };
  await sidebar.evaluate(() => {
    const world = window as unknown as World;
    const held = new Promise<void>((resolve) => {
      world.letGo = resolve;
    });
    const { tabs } = chrome;
    const send = tabs.sendMessage.bind(tabs) as (...args: unknown[]) => Promise<unknown>;
    Object.assign(tabs, {
      async sendMessage(...args: unknown[]) {
        if ((args[1] as PageRequest).type === 'page/binding') {
          world.asked = true;
          await held;
        }
        return send(...args);
      },
    });
  });
  return {
    asked: () => sidebar.waitForFunction(() => (window as unknown as World).asked, IN_ANY_TAB),
    letGo: () => sidebar.evaluate(() => (window as unknown as World).letGo()),
  };
}
