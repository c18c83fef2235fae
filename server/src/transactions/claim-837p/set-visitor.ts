/** Who is told what a set holds while it is read, and what is found in it. */
import type { Fault, Segment, X12Location } from '../../x12/index.ts';
import type { Frame } from '../guide/frame.ts';
import type { Leftover } from '../guide/leftovers.ts';
import type { SegmentRule } from '../guide/rules.ts';
import type { ClaimSetHead, ReadClaim } from './model.ts';

/** Told what a set holds, while it is read. */
export interface SetVisitor {
  /** Once, before the first claim: ST, BHT, 1000A, 1000B, and what the model has no place for in them. */
  head(head: ClaimSetHead, leftovers: readonly Leftover[]): void;
  claim(claim: ReadClaim): void;
}

/** Takes what is found in a set. */
export interface SetFindings {
  add(location: X12Location, fault: Fault): void;
}

/** Told, beside what is found, where everything stands: what a check of values needs to name their places. */
export interface SetWatch extends SetFindings {
  /** An ISA or GS. */
  header(segment: Segment): void;
  placed(segment: Segment, rule: SegmentRule, frame: Frame, occurrence: number): void;
  /** A segment of this rule, or the loop that it opens, is missing in `frame`, as was found. */
  missing(rule: SegmentRule, frame: Frame): void;
}
