/** Holds up the sidebar's question of what the page shows that it asks between a click on the bill button and the send. */

import type { PageRequest } from '@claimside/extension/messages';
import type { Frame } from 'puppeteer';
import { IN_ANY_TAB } from '../browser/index.ts';

export async function holdQuestion(sidebar: Frame) {
  type World = { pressed?: boolean; asked?: boolean; letGo: () => void };
  await sidebar.evaluate(() => {
    const world = window as unknown as World;
    Object.assign(world, { pressed: false, asked: false });
    const held = new Promise<void>((resolve) => {
      world.letGo = resolve;
    });
    const pressed = ({ target }: Event) => {
      world.pressed ||= target instanceof Element && target.closest('.bill-bar') !== null;
    };
    addEventListener('click', pressed, { capture: true });
    const { tabs } = chrome;
    const send = tabs.sendMessage.bind(tabs) as (...args: unknown[]) => Promise<unknown>;
    Object.assign(tabs, {
      async sendMessage(...args: unknown[]) {
        if (world.pressed && !world.asked && (args[1] as PageRequest).type === 'page/read') {
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
