/** Finds the place of a segment that goes on where the guide goes on: as its like did before, or else by all the guide has there. */
import type { Segment } from '../../x12/index.ts';
import type { Candidate } from './compile.ts';
import type { Followers } from './followers.ts';
import type { Frame } from './frame.ts';
import type { Placement } from './place.ts';
import { quickPlace } from './quick-place.ts';

export class WayOn {
  /** Of the segment before, as long as all is as it should be. */
  #followers: Followers | undefined;
  /** What was found last: which child, of which open loop. Kept here, as one object for each segment would be made to be thrown away. */
  candidate: Candidate | undefined;
  frame: Frame | undefined;

  /** False where one must look closer. */
  find(segment: Segment, innermost: Frame): boolean {
    const follower = this.#followers?.of(segment);
    if (follower !== undefined) {
      const { candidate, loopsLeft, furthest } = follower;
      let frame = innermost;
      for (let left = loopsLeft; left > 0; left -= 1) frame = frame.parent ?? frame;
      if (frame.order <= furthest && (frame.counts[candidate.at] ?? 0) < candidate.max) {
        this.candidate = candidate;
        this.frame = frame;
        return true;
      }
    }
    const found = quickPlace(segment, innermost);
    if (found === undefined) return false;
    if (follower === undefined) this.#followers?.learn(segment, innermost, found);
    this.#take(found);
    return true;
  }

  #take({ candidate, frame }: Placement): void {
    this.candidate = candidate;
    this.frame = frame;
  }

  /** A segment stands in its place; the next one follows it. */
  goOnBehind({ followers }: Candidate): void {
    this.#followers = followers;
  }

  /** A segment was looked at closely, wherever it stands: nothing is known of the next one. */
  leave(): void {
    this.#followers = undefined;
  }
}
