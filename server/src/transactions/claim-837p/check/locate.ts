/** Where in the file a path of a claim stands, or should stand. */
import { locationOf, type Segment, type X12Location } from '../../../x12/index.ts';
import { segmentName } from '../../guide/faults.ts';
import { isFields } from '../../guide/fields.ts';
import type { Fields } from '../../guide/rules.ts';
import { BILLING_LEVEL, CLAIM_LOOP, PATIENT_LEVEL, SUBSCRIBER_LEVEL } from '../guide/index.ts';
import { pathInLevels } from '../levels.ts';
import { codecPlace, type ElementPlace, itemsIn } from './codec-places.ts';
import { type GuidePlace, GuidePlaces } from './guide-places.ts';
import type { LevelId, OpenLevels } from './open-levels.ts';
import type { Placed, PlacedSegments } from './placed-segments.ts';

const PLACES: Readonly<Record<LevelId, GuidePlaces>> = {
  '2000A': new GuidePlaces(BILLING_LEVEL),
  '2000B': new GuidePlaces(SUBSCRIBER_LEVEL),
  '2000C': new GuidePlaces(PATIENT_LEVEL),
  '2300': new GuidePlaces(CLAIM_LOOP),
};

export interface Place {
  readonly location: X12Location;
  readonly segment: Segment;
  /** What the path needs and the file lacks; the place is then where it is missed. */
  readonly absent?: Absent;
}

export interface Absent {
  readonly segmentId: string;
  /** `REF*F8`, `Loop 2310B (NM1*82)`. */
  readonly name: string;
}

/** The place of a path of the claim that is open; undefined when it was told already that what should hold it is missing. */
export function locate(path: string, levels: OpenLevels): Place | undefined {
  const [level, inLevel] = pathInLevels(path, levels.isDependent);
  const keys = inLevel.split('.');
  const placed = levels.of(level);
  const { root } = placed;
  if (!root) return undefined;
  const places = PLACES[level].of(keys);
  for (const place of places) {
    const owner = objectAt(root, keys, place.loops.at(-1)?.depth ?? 0);
    const found = owner && present(place, owner, keys, placed);
    if (found) return found;
    if (owner && placed.isMissing(place.segment, owner)) return undefined;
  }
  const [place] = places;
  return place ? missed(place, root, keys, placed) : openingOf(levels);
}

/** The segment that says it, when it is there. */
function present(
  place: GuidePlace,
  owner: Fields,
  keys: readonly string[],
  placed: PlacedSegments,
): Place | undefined {
  const { segment: rule, depth } = place;
  const isListed = rule.into !== undefined && rule.into.kind !== 'object';
  const item = isListed ? Number(keys[depth - 1] ?? 0) + 1 : undefined;
  const segments = placed.find(rule, owner, item);
  const [first] = segments;
  if (!first) return undefined;
  if (!rule.codec) return placeAt(first, place);
  return placedByCodec(segments, keys.slice(depth)) ?? placeAt(first);
}

function placedByCodec(segments: readonly Placed[], keys: readonly string[]): Place | undefined {
  let skipped = 0;
  for (const each of segments) {
    const at = codecPlace(each.segment, keys, skipped);
    if (at) return placeAt(each, at);
    skipped += itemsIn(each.segment);
  }
  return undefined;
}

/** The opening of the nearest loop that is there. */
function missed(
  { segment, loops }: GuidePlace,
  root: Fields,
  keys: readonly string[],
  placed: PlacedSegments,
): Place | undefined {
  let lacking = segment;
  let name = segmentName(segment);
  for (const { rule, depth } of [...loops].reverse()) {
    const owner = objectAt(root, keys, depth);
    if (owner && placed.isMissing(lacking, owner)) return undefined;
    const [opening] = rule.children;
    const [at] = owner ? placed.find(opening, owner) : [];
    if (at) return { ...placeAt(at), absent: { segmentId: lacking.id, name } };
    lacking = opening;
    name = `Loop ${rule.id} (${segmentName(opening)})`;
  }
  // Not even the level's own opening is there: that was told when its loop was opened without.
  return undefined;
}

/** CLM, for what has no place of its own. */
function openingOf(levels: OpenLevels): Place | undefined {
  const { root } = levels.of('2300');
  const [clm] = root ? levels.of('2300').find(CLAIM_LOOP.children[0], root) : [];
  return clm && placeAt(clm);
}

function placeAt({ segment, frame }: Placed, at?: Partial<ElementPlace>): Place {
  return { segment, location: locationOf(segment, frame.path, at?.element, at?.component) };
}

/** What stands at the first `depth` keys. */
function objectAt(root: Fields, keys: readonly string[], depth: number): Fields | undefined {
  let at: unknown = root;
  for (let index = 0; index < depth; index += 1) at = isFields(at) ? at[keys[index] ?? ''] : undefined;
  return isFields(at) ? at : undefined;
}
