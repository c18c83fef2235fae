/** Where each value of a draft comes from, for the person who looks at it. */
import { type Captured, SURE } from './capture.ts';
import { type Doubt, doubtOf, VAGUE } from './doubt.ts';

/** Where a value of the draft comes from. */
export interface Provenance {
  readonly source: 'page' | 'practice' | 'assumed';
  /** In words: the place on the page, or which of the practice's data. */
  readonly place: string;
  /** Only for `page`. */
  readonly placeId?: string;
  readonly raw?: string;
  readonly confidence: number;
  /** Why it is not certain, where that can be told. */
  readonly doubt?: Doubt;
  /** What the page says of it at another place. */
  readonly rival?: string;
}

/** Where a value of the page was read. */
export function fromPage(captured: Captured): Provenance {
  const { place, placeId, raw, confidence, rival } = captured;
  const doubt = doubtOf(confidence);
  return {
    source: 'page',
    place,
    placeId,
    raw,
    confidence,
    ...(doubt && { doubt }),
    ...(rival !== undefined && { rival }),
  };
}

/** What was made of a value by a guess: a person looks at it. What was in doubt before stays so for its own reason. */
export function guessed(from: Provenance, doubt: Doubt): Provenance {
  const isOwn = from.confidence < SURE && from.doubt !== undefined;
  return { ...from, confidence: Math.min(from.confidence, VAGUE), ...(!isOwn && { doubt }) };
}

/** A value from the practice's own data. */
export function fromPractice(place: string, confidence = 1): Provenance {
  return { source: 'practice', place, confidence };
}
