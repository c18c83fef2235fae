/** Which paths of a remittance the guide reads and writes: `*` stands for any item of a list. */
import { type BoundPlace, boundPlaces } from '../../guide/bound-places.ts';
import { CLAIM_LEVEL, GROUP_LEVEL, HEAD_LOOP, TAIL_LOOP } from './index.ts';

/** By the name under which the part stands in a set. */
const PARTS = [
  ['head', HEAD_LOOP],
  ['claimGroups.*.group', GROUP_LEVEL],
  ['claimGroups.*.claims.*.payment', CLAIM_LEVEL],
  ['end', TAIL_LOOP],
] as const;

export interface PlaceInGuide extends BoundPlace {
  readonly path: string;
}

/** Every place of the guide that is bound to the model, by the path that a set has for it. */
export function placesInGuide(): PlaceInGuide[] {
  return PARTS.flatMap(([part, level]) =>
    boundPlaces(level)
      .filter(({ isWhole }) => !isWhole)
      .map((place) => {
        // Modifiers and remarks have an element each.
        const keys = place.keys.map((key) => (/^\d+$/.test(key) ? '*' : key));
        return { ...place, path: [part, ...keys].join('.') };
      }),
  );
}
