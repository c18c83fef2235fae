/** Guards for messages that reach the teaching script: hand-written, small; anything unknown is dropped. */
import type { PointedAt, Recipe } from '@claimside/shared/recipe';
import type { TeachRequest } from '../messages.ts';

const AT: readonly PointedAt[] = ['value', 'lines', 'diagnoses'];
const MOST_WORDS = 80;
/** Of the longest list of services. */
const MOST_PLACES = 60;

/** The request in a message; undefined for anything else. What a recipe holds is checked where it is used: it only finds. */
export function parseTeachRequest(message: unknown): TeachRequest | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const body: { type: unknown; at?: unknown; words?: unknown; recipe?: unknown; placeIds?: unknown } =
    message;
  switch (body.type) {
    case 'teach/stop':
      return { type: body.type };
    case 'teach/point': {
      const { words } = body;
      const at = AT.find((known) => known === body.at);
      if (!at || typeof words !== 'string' || words.length > MOST_WORDS) return undefined;
      return { type: body.type, at, words };
    }
    case 'teach/show':
      return isPlaceIds(body.placeIds) ? { type: body.type, placeIds: body.placeIds } : undefined;
    case 'teach/try':
      return isRecipe(body.recipe) ? { type: body.type, recipe: body.recipe } : undefined;
    default:
      return undefined;
  }
}

const isPlaceIds = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length <= MOST_PLACES &&
  value.every((id) => typeof id === 'string' && id.length <= 40);

/** Sent by our own sidebar, which checks recipes whole; this tells one from anything else. */
function isRecipe(value: unknown): value is Recipe {
  if (typeof value !== 'object' || value === null) return false;
  const { id, hosts, documents, signs, elsewhere }: Partial<Record<keyof Recipe, unknown>> = value;
  const hasSigns = typeof signs === 'object' && signs !== null && 'selectors' in signs;
  return (
    typeof id === 'string' && hasSigns && [hosts, documents, elsewhere].every((list) => Array.isArray(list))
  );
}
