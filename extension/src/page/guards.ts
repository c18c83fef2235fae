/** Guards for messages that reach the page script: hand-written, small; anything unknown is dropped. */
import type { PageRequest } from '../messages.ts';

const ACTIONS = ['open', 'close', 'toggle'] as const;
const DOTS = ['none', 'ready', 'look', 'offline'] as const;

/** The request in a message, freshly built from its known parts; undefined for anything else. */
export function parsePageRequest(message: unknown): PageRequest | undefined {
  const body: Partial<Record<'type' | 'placeId' | 'action' | 'width' | 'state', unknown>> = Object(message);
  switch (body.type) {
    case 'page/read':
    case 'page/recipes-changed':
    case 'page/stop':
      return { type: body.type };
    case 'page/highlight': {
      const { placeId } = body;
      return placeId === null || typeof placeId === 'string' ? { type: body.type, placeId } : undefined;
    }
    case 'page/sidebar': {
      const action = ACTIONS.find((known) => known === body.action);
      return action && { type: body.type, action };
    }
    case 'page/resize': {
      const { width } = body;
      return typeof width === 'number' && width > 0 ? { type: body.type, width } : undefined;
    }
    case 'page/dot': {
      const state = DOTS.find((known) => known === body.state);
      return state && { type: body.type, state };
    }
    default:
      return undefined;
  }
}
