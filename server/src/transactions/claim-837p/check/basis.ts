/** Where a fault that the guide told leaves an edit nothing to say: by segment, loop and element, no further. */
import type { Fault, Segment, X12Location } from '../../../x12/index.ts';

export interface Basis {
  readonly segmentId: string;
  /** Id of the loop; left out: any. */
  readonly loop?: string;
  /** What its first element begins with, `472` of DTP*472; left out: anything. */
  readonly qualifier?: RegExp;
  /** Left out: all. */
  readonly elements?: readonly number[];
  readonly component?: number;
  /** Only in the service line that the finding stands at. */
  readonly isOfLine?: true;
}

/** What the guide told, and the segment, if it was read into the claim and its qualifier matters. */
export interface Told {
  readonly location: X12Location;
  readonly fault: Fault;
  readonly segment: Segment | undefined;
}

/** `finding` is where the edit would tell. */
export function isBasedOn(basis: Basis, { location, fault, segment }: Told, finding: X12Location): boolean {
  const { segmentId, loop, qualifier, elements, component, isOfLine } = basis;
  if (location.segmentId !== segmentId || !isUnread(fault)) return false;
  if (loop !== undefined && loopId(location) !== loop) return false;
  if (isOfLine && lineOf(location) !== lineOf(finding)) return false;
  if (qualifier && !qualifier.test(qualifierOf(fault, segment?.id === segmentId ? segment : undefined)))
    return false;
  if (location.element === undefined) return true;
  if (elements && !elements.includes(location.element)) return false;
  // With a part that is missing the whole composite is.
  return component === undefined || (location.component ?? component) === component || isMissing(fault);
}

/** Of a segment that is missing, the one that was expected. */
function qualifierOf({ expected }: Fault, segment: Segment | undefined): string {
  return segment?.element(1) ?? expected?.split('*')[1] ?? '';
}

/** A warning leaves the value, and so does a segment out of order. */
function isUnread({ code, severity = 'error' }: Fault): boolean {
  return severity === 'error' && code !== 'SEGMENT-ORDER';
}

function isMissing({ code }: Fault): boolean {
  return code === 'ELEMENT-MISSING';
}

/** `2330B` of `2000A[1] > 2000B[1] > 2300[1] > 2320[1] > 2330B`. */
function loopId({ loop }: X12Location): string {
  return /(\w+)(\[\d+\])?$/.exec(loop)?.[1] ?? '';
}

function lineOf({ loop }: X12Location): string | undefined {
  return /^.* > 2400\[\d+\]/.exec(loop)?.[0];
}
