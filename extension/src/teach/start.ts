/** Teaching in a page: answers the sidebar while it holds its port open, and leaves the page as it was when that ends. */
import type { Capture } from '@claimside/shared/capture';
import { type Pointed, type Recipe, tellingWords, valuesOfPatient } from '@claimside/shared/recipe';
import { type Browser, browser } from 'wxt/browser';
import { withCellsNamed } from '../ehr/by-cells.ts';
import { createMemory, createPlaces, randomId, readVisit } from '../ehr/index.ts';
import { VOCABULARY } from '../ehr/vocabulary.ts';
import { TEACH_PORT, type TeachRequest } from '../messages.ts';
import { parseTeachRequest } from './guards.ts';
import { pickElement } from './pick.ts';
import { pointedAt } from './pointed-at.ts';
import { createShown } from './shown.ts';

/** Ends with the life: the sidebar closed or moved on, the site was removed, the page is left. */
export function startTeaching(life: AbortController): void {
  const { signal } = life;
  // Whose a document is does not matter for a look at what a recipe finds: none counts as opened before.
  const memory = createMemory(randomId, []);
  const places = createPlaces();
  const read = (recipes: readonly Recipe[]): Capture =>
    readVisit(document, { memory, places, recipes, words: VOCABULARY });
  const shown = createShown(signal);
  const seen = new Set<string>();
  const remember = (capture: Capture): Capture => {
    for (const value of valuesOfPatient(capture)) seen.add(value);
    return capture;
  };
  let pointing: AbortController | undefined;

  const point = async ({
    at,
    words,
  }: Extract<TeachRequest, { type: 'teach/point' }>): Promise<Pointed | null> => {
    pointing?.abort();
    shown.show([]);
    pointing = new AbortController();
    const element = await pickElement({ at, words, signal: AbortSignal.any([signal, pointing.signal]) });
    if (!element) return null;
    remember(read([]));
    // What was pointed at may be a label by mistake: it is the patient's for this once, and from then on only once it was read.
    return pointedAt(element, at, tellingWords(seen), (raw) => tellingWords([...seen, raw]));
  };
  const answer = async (request: TeachRequest): Promise<unknown> => {
    switch (request.type) {
      case 'teach/point':
        return point(request);
      case 'teach/show':
        shown.show(request.placeIds.flatMap((id) => places.find(id) ?? []));
        return null;
      case 'teach/try':
        return remember(read([withCellsNamed(request.recipe)]));
      case 'teach/stop':
        pointing?.abort();
        return null;
    }
  };
  const listen: Parameters<typeof browser.runtime.onMessage.addListener>[0] = (message, sender, respond) => {
    if (sender.id !== browser.runtime.id) return false;
    if (typeOf(message) === 'page/stop') life.abort();
    // Closing hides the sidebar and does not end it: nobody goes on pointing for a sidebar out of sight.
    if (typeOf(message) === 'page/sidebar') {
      pointing?.abort();
      shown.show([]);
    }
    const request = parseTeachRequest(message);
    if (request) void answer(request).then(respond);
    return request !== undefined;
  };
  const connected = (port: Browser.runtime.Port): void => {
    if (port.name === TEACH_PORT && port.sender?.id === browser.runtime.id)
      port.onDisconnect.addListener(() => life.abort());
  };
  browser.runtime.onMessage.addListener(listen);
  browser.runtime.onConnect.addListener(connected);
  signal.addEventListener(
    'abort',
    () => {
      browser.runtime?.onMessage?.removeListener(listen);
      browser.runtime?.onConnect?.removeListener(connected);
    },
    { once: true },
  );
  window.addEventListener('pagehide', () => life.abort(), { signal });
}

const typeOf = (message: unknown): unknown =>
  typeof message === 'object' && message !== null && 'type' in message ? message.type : undefined;
