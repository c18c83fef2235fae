/** What the walk through a guide tells of a set, and asks of who reads it. */
import type { Fault, Segment } from '../../x12/index.ts';
import type { Candidate, CompiledLoop } from './compile.ts';
import type { Frame } from './frame.ts';
import type { Fields, SegmentRule } from './rules.ts';

/** What a reader of a transaction does while its set is walked. */
export interface Visitor {
  /** The object of the model for a loop that is about to open; undefined: as the guide says. */
  target?(loop: CompiledLoop, parent: Frame): Fields | undefined;
  opened?(frame: Frame, segment: Segment): void;
  /** A loop whose opening segment got lost; `segment` is the first of it. */
  openedWithout?(frame: Frame, segment: Segment): void;
  closed?(frame: Frame): void;
  /**
   * The segment is the `occurrence`th of the candidate's rule in its loop. Gives the object of the model that it is read
   * into, or nothing where it is not read.
   */
  placed(segment: Segment, candidate: Candidate, frame: Frame, occurrence: number): Fields | undefined;
  /** The model has no place for an element of the segment that was placed last, or for one of its components. */
  keepElement?(element: number, component?: number): void;
  /** A segment that has no place in the guide, or none in the model as it stands once too often. */
  unheld(segment: Segment, frame: Frame): void;
  report(segment: Segment, fault: Fault, loop: string, element?: number, component?: number): void;
  /** A segment of `rule`, or a loop that it opens, should have followed `after` within `frame`; without fault, it was told. */
  missing(after: Segment, rule: SegmentRule, frame: Frame, fault: Fault | undefined, loop: string): void;
}
