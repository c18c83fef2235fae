/** Which paths of a claim the guide reads and writes, and what it says of each: `*` stands for any item of a list. */

import type { GuideItem, Into, SimpleElement } from '../../guide/rules.ts';
import { BILLING_LEVEL, CLAIM_LOOP, PATIENT_LEVEL, SUBSCRIBER_LEVEL } from './index.ts';

/** One place of the guide for a path; a codec's elements are its own affair. */
export interface PlaceInGuide {
  readonly path: string;
  readonly element?: SimpleElement;
}

/** Every place of the guide that is bound to the model, by the path that the claim has for it. */
export function placesInGuide(): PlaceInGuide[] {
  return [
    ...[BILLING_LEVEL, SUBSCRIBER_LEVEL, PATIENT_LEVEL].flatMap((level) =>
      placesOf(level, '').flatMap((place) =>
        pathsInClaim(place.path, level === SUBSCRIBER_LEVEL).map((path) => ({ ...place, path })),
      ),
    ),
    ...placesOf(CLAIM_LOOP, ''),
  ];
}

/** Without the levels inside `item`. */
function placesOf(item: GuideItem, above: string): PlaceInGuide[] {
  const own = under(item.into, above);
  if (item.kind === 'loop') {
    return item.children.flatMap((child) =>
      child.kind === 'loop' && child.isLevel ? [] : placesOf(child, own),
    );
  }
  if (item.codec) return item.codec.paths.map((path) => ({ path: join(own, path) }));
  return item.elements
    .flatMap((element) => (element.kind === 'simple' ? [element] : element.components))
    .flatMap((element) => {
      const { binding } = element;
      if (binding?.kind !== 'field') return [];
      const { path, otherPath } = binding.field;
      return [path, ...(otherPath === undefined ? [] : [otherPath])].map((each) => ({
        path: join(own, each),
        element,
      }));
    });
}

function under(into: Into | undefined, above: string): string {
  if (!into) return above;
  const path = join(above, into.field.path);
  return into.kind === 'object' ? path : `${path}.*`;
}

function join(above: string, path: string): string {
  return [above, path]
    .filter((part) => part !== '')
    .join('.')
    .replace(/\.\d+(?=\.|$)/g, '.*');
}

/** The levels' names for what the claim calls patient and subscriber. */
function pathsInClaim(path: string, isSubscriber: boolean): string[] {
  if (isSubscriber && path.startsWith('person.'))
    return [path.replace('person', 'patient'), path.replace('person', 'subscriber')];
  return [path.replace(/^relationship$/, 'relationshipToSubscriber')];
}
