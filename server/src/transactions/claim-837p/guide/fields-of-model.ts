/** Which paths of a claim the guide reads and writes, and what it says of each: `*` stands for any item of a list. */
import { boundPlaces } from '../../guide/bound-places.ts';
import type { SimpleElement } from '../../guide/rules.ts';
import { BILLING_LEVEL, CLAIM_LOOP, PATIENT_LEVEL, SUBSCRIBER_LEVEL } from './index.ts';

/** One place of the guide for a path; a codec's elements are its own affair. */
export interface PlaceInGuide {
  readonly path: string;
  readonly element?: SimpleElement;
}

/** Every place of the guide that is bound to the model, by the path that the claim has for it. */
export function placesInGuide(): PlaceInGuide[] {
  return [BILLING_LEVEL, SUBSCRIBER_LEVEL, PATIENT_LEVEL, CLAIM_LOOP].flatMap((level) =>
    boundPlaces(level)
      .filter(({ isWhole }) => !isWhole)
      .flatMap(({ keys, rule }) => {
        // Modifiers and pointers have an element each.
        const path = keys.map((key) => (/^\d+$/.test(key) ? '*' : key)).join('.');
        return pathsInClaim(path, level).map((each) => ({ path: each, ...(rule ? { element: rule } : {}) }));
      }),
  );
}

/** The levels' names for what the claim calls patient and subscriber. */
function pathsInClaim(path: string, level: unknown): string[] {
  if (level === CLAIM_LOOP) return [path];
  if (level === SUBSCRIBER_LEVEL && path.startsWith('person.'))
    return [path.replace('person', 'patient'), path.replace('person', 'subscriber')];
  return [path.replace(/^relationship$/, 'relationshipToSubscriber')];
}
