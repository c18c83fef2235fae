/** The line to the teaching script: put into the tab when a person begins, ended with its port. */
import { type Capture, parseCapture } from '@claimside/shared/capture';
import { type Pointed, type PointedAt, PointedSchema, type Recipe } from '@claimside/shared/recipe';
import { browser } from 'wxt/browser';
import { TEACH_PORT, type TeachRequest } from '../../messages.ts';

export interface TeachLink {
  /** The site: its host name. */
  readonly host: string;
  readonly origin: string;
  /** Null when the person stopped, or the page did not answer with what it should. */
  point(at: PointedAt, words: string): Promise<Pointed | null>;
  /** What the recipe reads on the page now; undefined when the page does not answer. */
  tryOut(recipe: Recipe): Promise<Capture | undefined>;
  /** Outlines places that the last tries read from; none ends it. */
  show(placeIds: readonly string[]): void;
  stop(): void;
  close(): void;
}

/** `onGone` is called once when the page was left or the site removed. Undefined where no script can be put. */
export async function openTeachLink(tabId: number, onGone: () => void): Promise<TeachLink | undefined> {
  try {
    const { url = '' } = await browser.tabs.get(tabId);
    const { hostname: host, origin } = new URL(url);
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/teach.js'] });
    const port = browser.tabs.connect(tabId, { name: TEACH_PORT, frameId: 0 });
    port.onDisconnect.addListener(onGone);
    const ask = async (request: TeachRequest): Promise<unknown> => {
      try {
        return await browser.tabs.sendMessage(tabId, request, { frameId: 0 });
      } catch {
        return undefined;
      }
    };
    return {
      host,
      origin,
      async point(at, words) {
        // The page is foreign: what it says is parsed as everything that comes from outside.
        const pointed = PointedSchema.safeParse(await ask({ type: 'teach/point', at, words }));
        return pointed.success ? pointed.data : null;
      },
      tryOut: async (recipe) => parseCapture(await ask({ type: 'teach/try', recipe })),
      show: (placeIds) => void ask({ type: 'teach/show', placeIds }),
      stop: () => void ask({ type: 'teach/stop' }),
      close: () => port.disconnect(),
    };
  } catch {
    return undefined;
  }
}
