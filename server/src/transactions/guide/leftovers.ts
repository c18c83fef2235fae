/** What a file says and the model has no place for, kept so that writing what was read loses nothing. */
import type { LoopRule, SegmentRule } from './rules.ts';

/** Names a segment within its level: `2310B`, `NM1*82`, 1. */
export interface SegmentAddress {
  /** Loop within the level, such as `2400[3] > 2420F*DN`. */
  readonly loop: string;
  /** Id and qualifier. */
  readonly segment: string;
  /** 1-based among the same of that loop. */
  readonly occurrence: number;
}

export interface Leftover extends SegmentAddress {
  /** Values of elements (`6`) and components (`5-2`) of this segment. */
  readonly elements?: Readonly<Record<string, string>>;
  /** Whole segments that stand behind this one: id and elements, composite ones by their components. */
  readonly followedBy?: readonly (readonly (string | readonly string[])[])[];
}

/** `REF*G1`; a segment that has no qualifier is its id. */
export function segmentKey({ id, qualifier }: SegmentRule): string {
  const [code] = qualifier?.codes ?? [];
  return code === undefined ? id : `${id}*${code}`;
}

/** `2310A*DN`: two loops may have one id, told apart by what opens them. */
export function loopKey({ id, children: [opening] }: LoopRule): string {
  const [code] = opening.qualifier?.codes ?? [];
  return code === undefined ? id : `${id}*${code}`;
}

export function addressKey({ loop, segment, occurrence }: SegmentAddress): string {
  return `${loop}|${segment}|${occurrence}`;
}
