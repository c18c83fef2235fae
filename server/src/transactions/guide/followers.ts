/** What came behind a child of a loop before: looked at first, as a segment mostly follows as its like did. */
import type { Segment } from '../../x12/index.ts';
import type { Candidate } from './compile.ts';
import type { Frame } from './frame.ts';
import type { Placement } from './place.ts';
import { isCode, type QuickChoice } from './quick-place.ts';

/** A segment that has, behind a certain other one, a certain place in the guide if that has room. */
export interface Follower {
  readonly candidate: Candidate;
  /** Its id, and the code in `element` that tells it from others of that id, `packed`; element 0 where none need to. */
  readonly key: number;
  readonly element: number;
  readonly qualifier: number;
  /** How many loops end before it. */
  readonly loopsLeft: number;
  /** How far the loop may have come. */
  readonly furthest: number;
}

/** More are forgotten again, the oldest first. */
const MOST = 8;

/** Of one child of one loop. */
export class Followers {
  readonly #known: Follower[] = [];
  #oldest = 0;

  of(segment: Segment): Follower | undefined {
    const { key } = segment;
    for (const follower of this.#known) {
      if (follower.key !== key) continue;
      const { element, qualifier } = follower;
      if (element === 0 || segment.packed(element) === qualifier) return follower;
    }
    return undefined;
  }

  /** Remembers what `quickPlace` found, where neither the loops left nor what came before in them had a say in it. */
  learn(segment: Segment, innermost: Frame, placement: Placement): void {
    const follower = followerOf(segment, innermost, placement);
    if (follower === undefined) return;
    if (this.#known.length < MOST) this.#known.push(follower);
    else {
      this.#known[this.#oldest] = follower;
      this.#oldest = (this.#oldest + 1) % MOST;
    }
  }
}

function followerOf(
  segment: Segment,
  innermost: Frame,
  { frame, candidate }: Placement,
): Follower | undefined {
  const { key } = segment;
  const choice = frame.loop.quickChoices.get(key);
  if (choice === undefined || choice.component !== 0) return undefined;
  const { element } = choice;
  const qualifier = element === 0 ? 0 : segment.packed(element);
  const candidates = choice.only ?? choice.byKey.get(qualifier);
  if (candidates?.length !== 1 || (element !== 0 && qualifier === 0)) return undefined;
  let loopsLeft = 0;
  let isLevelLeft = false;
  for (let left: Frame | undefined = innermost; left !== frame; left = left.parent) {
    if (left === undefined || !isElsewhere(left.loop.quickChoices.get(key), choice, qualifier))
      return undefined;
    if (left.loop.isLevel) isLevelLeft = true;
    loopsLeft += 1;
  }
  const isWithin = isLevelLeft && candidate.loop?.isLevel !== true;
  const furthest = isWithin ? candidate.order - 1 : candidate.order;
  return { candidate, key, element, qualifier, loopsLeft, furthest };
}

/** True when a loop surely has nothing that the segment may stand for, whatever came before. */
function isElsewhere(other: QuickChoice | undefined, { element }: QuickChoice, qualifier: number): boolean {
  if (other === undefined) return true;
  const isToldAlike = other.only === undefined && other.element === element && other.component === 0;
  return isToldAlike && isCode(qualifier) && !other.byKey.has(qualifier);
}
