/** Which segments were read into one open level, kept until the next of its kind opens: only what is open is remembered. */
import type { Segment } from '../../../x12/index.ts';
import type { Frame } from '../../guide/frame.ts';
import type { Fields, SegmentRule } from '../../guide/rules.ts';

/** One segment with the loop that it stands in. */
export interface Placed {
  readonly segment: Segment;
  readonly frame: Frame;
}

/** Lists beside one another, filled anew from their start for each level: nothing is made for a segment. */
export class PlacedSegments {
  /** The level's own loop; undefined while none is open. */
  level: Frame | undefined;
  /** What was told of the level's segments already, in this claim or in one before. */
  readonly told = new Set<string>();
  readonly #segments: Segment[] = [];
  readonly #rules: SegmentRule[] = [];
  readonly #frames: Frame[] = [];
  readonly #occurrences: number[] = [];
  #count = 0;
  readonly #missingRules: SegmentRule[] = [];
  readonly #missingFrames: Frame[] = [];

  /** Forgets what an earlier level said. */
  open(level: Frame | undefined): void {
    this.level = level;
    this.#count = 0;
    if (this.told.size > 0) this.told.clear();
    if (this.#missingRules.length === 0) return;
    this.#missingRules.length = 0;
    this.#missingFrames.length = 0;
  }

  /** The object of the model that the level stands for. */
  get root(): Fields | undefined {
    return this.level?.target;
  }

  get firstOrdinal(): number {
    return (this.#count > 0 && this.#segments[0]?.ordinal) || Number.POSITIVE_INFINITY;
  }

  add(segment: Segment, rule: SegmentRule, frame: Frame, occurrence: number): void {
    const at = this.#count;
    this.#segments[at] = segment;
    this.#rules[at] = rule;
    this.#frames[at] = frame;
    this.#occurrences[at] = occurrence;
    this.#count = at + 1;
  }

  /** The segment of this ordinal, if it was read. */
  at(ordinal: number): Segment | undefined {
    return this.#segments.slice(0, this.#count).find((segment) => segment.ordinal === ordinal);
  }

  addMissing(rule: SegmentRule, frame: Frame): void {
    this.#missingRules.push(rule);
    this.#missingFrames.push(frame);
  }

  /** True when it was told that such a segment, or the loop that it opens, is missing in the loop of `target`. */
  isMissing(rule: SegmentRule, target: Fields): boolean {
    return this.#missingRules.some(
      (each, index) => each === rule && this.#missingFrames[index]?.target === target,
    );
  }

  /** All segments of a rule that were read for the object `target`, or only the nth (from 1). */
  find(rule: SegmentRule, target: Fields, occurrence?: number): Placed[] {
    const found: Placed[] = [];
    for (let index = 0; index < this.#count; index += 1) {
      const [segment, frame] = [this.#segments[index], this.#frames[index]];
      if (this.#rules[index] !== rule || frame?.target !== target || !segment) continue;
      if (occurrence === undefined || this.#occurrences[index] === occurrence) found.push({ segment, frame });
    }
    return found;
  }
}
