/** The levels that are open around a claim, with what was read into each. */
import type { Segment } from '../../../x12/index.ts';
import type { Frame } from '../../guide/frame.ts';
import type { SegmentRule } from '../../guide/rules.ts';
import { PlacedSegments } from './placed-segments.ts';

export type LevelId = '2000A' | '2000B' | '2000C' | '2300';

/** From the top down; one that opens ends those below it. */
const LEVELS: readonly string[] = ['2000A', '2000B', '2000C', '2300'];

export class OpenLevels {
  readonly #levels: Readonly<Record<LevelId, PlacedSegments>> = {
    '2000A': new PlacedSegments(),
    '2000B': new PlacedSegments(),
    '2000C': new PlacedSegments(),
    '2300': new PlacedSegments(),
  };
  /** Of the last segment: neighbours mostly stand in the same loop. */
  #lastFrame: Frame | undefined;
  #lastLevel: PlacedSegments | undefined;

  of(id: LevelId): PlacedSegments {
    return this.#levels[id];
  }

  /** True when the claim is one of a patient who is not the subscriber. */
  get isDependent(): boolean {
    return this.#levels['2300'].level?.parent?.loop.rule.id === '2000C';
  }

  placed(segment: Segment, rule: SegmentRule, frame: Frame, occurrence: number): void {
    this.#levelAround(frame)?.add(segment, rule, frame, occurrence);
  }

  missing(rule: SegmentRule, frame: Frame): void {
    this.#levelAround(frame)?.addMissing(rule, frame);
  }

  /** The innermost level that has begun with or before the segment of this ordinal. */
  levelAt(ordinal: number): PlacedSegments | undefined {
    return [...LEVELS]
      .reverse()
      .flatMap((id) => (isLevelId(id) ? [this.#levels[id]] : []))
      .find(({ firstOrdinal }) => firstOrdinal <= ordinal);
  }

  /** The claim has ended. */
  endClaim(): void {
    this.#open('2300', undefined);
  }

  /** The set has ended. */
  end(): void {
    this.#open('2000A', undefined);
  }

  #levelAround(frame: Frame): PlacedSegments | undefined {
    if (frame === this.#lastFrame) return this.#lastLevel;
    let at: Frame | undefined = frame;
    while (at && at.loop.rule.isLevel !== true) at = at.parent;
    const id = at?.loop.rule.id ?? '';
    const level = isLevelId(id) ? this.#levels[id] : undefined;
    if (level && isLevelId(id) && level.level !== at) this.#open(id, at);
    this.#lastFrame = frame;
    this.#lastLevel = level;
    return level;
  }

  #open(id: LevelId, frame: Frame | undefined): void {
    this.#lastFrame = undefined;
    const below = LEVELS.slice(LEVELS.indexOf(id) + 1);
    this.#levels[id].open(frame);
    for (const each of below) if (isLevelId(each)) this.#levels[each].open(undefined);
  }
}

function isLevelId(id: string): id is LevelId {
  return LEVELS.includes(id);
}
