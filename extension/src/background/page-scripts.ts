/** What the background does for page scripts: where the sidebar stands on a site, whether one can bill, what was given up. */
import { type Browser, browser } from 'wxt/browser';
import { parseSeenChart } from '../ehr/chart.ts';
import { rememberFrame } from '../frames.ts';
import type { SidebarPlace } from '../messages.ts';
import { GRIP, HOST_STYLE, SAYS, UNSEEN } from '../page/appearance.ts';
import { DEFAULT_PLACE, parsePlace } from '../page/place.ts';
import css from '../page/style.css?inline';
import { knowledgeOf, practiceRecipes, recipesFor } from '../recipes/index.ts';
import { isOnSite, SITES_KEY } from '../sites.ts';
import { isPaired } from '../ui/server/credentials.ts';
import { markGivenUp } from './given-up.ts';
import { leaveChart, takeChart } from './left-charts.ts';
import { readPageState } from './page-state.ts';

/** Starts answering page scripts. What they say is untrusted: only a place on the sender's own site can be stored. */
export function answerPageScripts(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, answer: (response: unknown) => void) => {
    const origin = pageOrigin(sender);
    if (origin === undefined || typeof message !== 'object' || message === null || !('type' in message))
      return;
    const isFrame = sender.frameId !== 0;
    // It speaks when it starts, when it changes, and when it comes back from the history.
    if (isFrame && sender.documentLifecycle === 'active') void rememberFrame(sender);
    if (message.type === 'background/place') {
      const look = isFrame ? css + UNSEEN : css;
      void placeOf(origin).then((place) =>
        answer(place && { place, css: look, hostStyle: HOST_STYLE, says: SAYS, grip: GRIP }),
      );
      return true;
    }
    if (message.type === 'background/paired') {
      void isPaired().then(answer);
      // A person comes back to a page that may be open all day: old recipes are asked for again.
      void practiceRecipes();
      return true;
    }
    if (message.type === 'background/knowledge') {
      void knowledgeOf(origin).then(answer);
      return true;
    }
    if (message.type === 'background/page-state' && 'recipe' in message && 'address' in message) {
      const { recipe } = message;
      const address = addressOf(message.address);
      void recipesFor(origin)
        .then((recipes) =>
          readPageState(
            sender,
            recipes.find(({ id }) => id === recipe),
            address,
          ),
        )
        .then(answer);
      return true;
    }
    if (message.type === 'background/chart') {
      answer(parseSeenChart(takeChart(frameKey(sender), origin)) ?? null);
      return;
    }
    if (message.type === 'background/chart-left' && 'chart' in message) {
      leaveChart(frameKey(sender), origin, message.chart);
      return;
    }
    if (isFrame) return;
    if (message.type === 'background/placed' && 'place' in message) {
      const place = parsePlace(message.place);
      if (place) void browser.storage.local.set({ [placeKey(origin)]: place }).then(() => answer(null));
      return place !== undefined;
    }
    if (message.type === 'page/gave-up') void markGivenUp(sender.tab?.id);
    return;
  });
}

/** Path, query and hash, as recipes look at addresses; empty for anything that is no address. */
function addressOf(href: unknown): string {
  const url = typeof href === 'string' && URL.canParse(href) ? new URL(href) : undefined;
  return url ? url.pathname + url.search + url.hash : '';
}

/** The site of our own script in a page; undefined for anything else. */
function pageOrigin(sender: Browser.runtime.MessageSender): string | undefined {
  if (sender.id !== browser.runtime.id || sender.tab === undefined) return undefined;
  const origin = sender.origin ?? '';
  return /^https?:\/\//.test(origin) ? origin : undefined;
}

/** One frame of one tab: what follows in it may be of the same chart. */
const frameKey = ({ tab, frameId }: Browser.runtime.MessageSender): string => `${tab?.id} ${frameId}`;

/** Null where the site was removed meanwhile: a script without a place does not start. */
async function placeOf(origin: string): Promise<SidebarPlace | null> {
  const key = placeKey(origin);
  const stored = await browser.storage.local.get([key, SITES_KEY]);
  if (!isOnSite(origin, stored[SITES_KEY])) return null;
  return parsePlace(stored[key]) ?? DEFAULT_PLACE;
}

const placeKey = (origin: string) => `place:${origin}`;
