/** Collects what is wrong in a file, all of it, in the order of the file, without letting one repeated fault flood the list. */
import type { AcknowledgementCode, X12Finding, X12Location } from './finding.ts';
import { ownText } from './own-text.ts';
import type { Segment, SegmentContext, SegmentPlace } from './segment.ts';

/** How many findings of one code are kept in full; the rest is counted in one more finding. */
export const KEPT_PER_CODE = 200;

/** What a reader says about a fault; severity and SNIP type have a default. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly severity?: X12Finding['severity'];
  readonly snip?: X12Finding['snip'];
  readonly acknowledgement?: AcknowledgementCode;
  readonly value?: string | undefined;
  readonly expected?: string;
  readonly claim?: string | undefined;
  /** What to do about it, in a sentence. */
  readonly fix: string;
}

export class FindingList {
  readonly #findings: X12Finding[] = [];
  readonly #counts = new Map<string, number>();

  /** Notes a fault (an error of SNIP type 1 unless said otherwise) at a place. */
  add(location: X12Location, fault: Fault): void {
    const count = (this.#counts.get(fault.code) ?? 0) + 1;
    this.#counts.set(fault.code, count);
    if (count > KEPT_PER_CODE) return;
    const { value, expected, claim, ...rest } = fault;
    this.#findings.push({
      severity: 'error',
      snip: 1,
      ...rest,
      location,
      ...(value ? { value: ownText(value) } : {}),
      ...(expected === undefined ? {} : { expected: ownText(expected) }),
      ...(claim ? { claim: ownText(claim) } : {}),
    });
  }

  /** Notes a fault only the first time its code is seen in this file. */
  addOnce(location: X12Location, fault: Fault): void {
    if (!this.#counts.has(fault.code)) this.add(location, fault);
  }

  /** All findings by place in the file; codes that came too often end with a count of the rest. */
  toArray(): X12Finding[] {
    const rest = [...this.#counts]
      .filter(([, count]) => count > KEPT_PER_CODE)
      .map(([code, count]) => moreOf(this.#findings, code, count - KEPT_PER_CODE));
    return [...this.#findings, ...rest].sort((a, b) => a.location.byte - b.location.byte);
  }
}

/**
 * What several readers found in one file, by place; codes that came too often end with a count of the rest, as those of one
 * reader do.
 */
export function joinFindings(all: readonly X12Finding[]): X12Finding[] {
  const sorted = [...all].sort((a, b) => a.location.byte - b.location.byte);
  const counts = new Map<string, number>();
  const kept: X12Finding[] = [];
  const more = new Map<string, number>();
  for (const finding of sorted) {
    const { code } = finding;
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count <= KEPT_PER_CODE && countedIn(finding) === undefined) kept.push(finding);
    else more.set(code, (more.get(code) ?? 0) + (countedIn(finding) ?? 1));
  }
  const rest = [...more].map(([code, count]) => moreOf(sorted, code, count));
  return [...kept, ...rest].sort((a, b) => a.location.byte - b.location.byte);
}

/** How many it counts, where it stands for others. */
function countedIn({ message }: X12Finding): number | undefined {
  const count = /^(\d+) more of the same kind\.$/.exec(message)?.[1];
  return count === undefined ? undefined : Number(count);
}

function moreOf(findings: readonly X12Finding[], code: string, count: number): X12Finding {
  const last = findings.findLast((finding) => finding.code === code);
  if (!last) throw new Error(`no finding was kept for ${code}`);
  const { code: sameCode, severity, snip, location } = last;
  return { code: sameCode, severity, snip, location, message: `${count} more of the same kind.` };
}

/** The place of a segment, or of one of its elements. */
export function locationOf(segment: Segment, loop = '', element?: number, component?: number): X12Location {
  return {
    ...locationIn(segment.context, segment, segment.id, loop),
    ...(element === undefined ? {} : { element }),
    ...(component === undefined ? {} : { component }),
  };
}

/** A place in a file, with the control numbers around it. */
export function locationIn(
  context: SegmentContext | undefined,
  { byte, line, column, ordinal }: SegmentPlace,
  segmentId = '',
  loop = '',
): X12Location {
  const { interchangeControlNumber, groupControlNumber, transactionSetControlNumber } = context ?? {};
  return {
    byte,
    line,
    column,
    ordinal,
    segmentId,
    loop,
    ...(interchangeControlNumber ? { interchangeControlNumber: ownText(interchangeControlNumber) } : {}),
    ...(groupControlNumber ? { groupControlNumber: ownText(groupControlNumber) } : {}),
    ...(transactionSetControlNumber
      ? { transactionSetControlNumber: ownText(transactionSetControlNumber) }
      : {}),
  };
}
