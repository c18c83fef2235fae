/** Follows a transaction set through its guide: which loop each segment is in, what is too often, out of order or missing. */
import type { Fault, Segment } from '../../x12/index.ts';
import { checkSegment } from './check-segment.ts';
import type { Candidate, CompiledLoop } from './compile.ts';
import { fault, nameOf } from './faults.ts';
import { Frame } from './frame.ts';
import { impliedLevels, type Placement, place } from './place.ts';
import { openInto } from './read-segment.ts';
import type { Fields, SegmentRule } from './rules.ts';

/** What a reader of a transaction does while its set is walked. */
export interface Visitor {
  /** The object of the model for a loop that is about to open; undefined: as the guide says. */
  target?(loop: CompiledLoop, parent: Frame): Fields | undefined;
  opened?(frame: Frame, segment: Segment): void;
  closed?(frame: Frame): void;
  /** `isExcess`: it stands once too often, and the model has no place for it. */
  placed(segment: Segment, rule: SegmentRule, frame: Frame, occurrence: number, isExcess: boolean): void;
  /** A segment that the guide has no place for. */
  unplaced(segment: Segment, frame: Frame): void;
  report(segment: Segment, fault: Fault, loop: string, element?: number, component?: number): void;
  /** `segmentId` should have followed `after`. */
  missing(after: Segment, segmentId: string, fault: Fault, loop: string): void;
}

export class Walker {
  readonly #visitor: Visitor;
  readonly #known: ReadonlySet<string>;
  /** Segments other than HL that open a level, such as CLM. */
  readonly #opensLevel: ReadonlySet<string>;
  #innermost: Frame;
  /** The segment before, at which what should have followed is missing. */
  #last: Segment | undefined;
  #current: Segment | undefined;

  constructor(guide: CompiledLoop, visitor: Visitor, root: Fields = {}) {
    this.#visitor = visitor;
    this.#known = segmentIds(guide);
    this.#opensLevel = levelOpeners(guide);
    this.#innermost = new Frame(guide, undefined, 1, root);
  }

  take(segment: Segment): void {
    this.#current = segment;
    const placement = place(segment, this.#innermost) ?? this.#placeInMissingLevel(segment);
    if (placement === undefined) this.#unplaced(segment);
    else {
      const { frame, candidate } = placement;
      while (this.#innermost !== frame) this.#close();
      this.#placed(segment, candidate, frame);
    }
    this.#last = segment;
  }

  /** A claim without the levels above it is still a claim: they are opened, and reported as missing when they close. */
  #placeInMissingLevel(segment: Segment): Placement | undefined {
    if (!this.#opensLevel.has(segment.id)) return undefined;
    const path = impliedLevels(segment, this.#innermost);
    const [first] = path ?? [];
    if (!path || !first) return undefined;
    while (this.#innermost.parent && !this.#innermost.loop.children.includes(first)) this.#close();
    for (const candidate of path) {
      if (!candidate.loop) return undefined;
      const frame = this.#innermost;
      const target = this.#visitor.target?.(candidate.loop, frame) ?? frame.target;
      this.#innermost = new Frame(candidate.loop, frame, frame.count(candidate), target);
    }
    return place(segment, this.#innermost);
  }

  /** Closes every loop. */
  finish(): void {
    while (this.#innermost.parent) this.#close();
    this.#close();
  }

  #placed(segment: Segment, candidate: Candidate, frame: Frame): void {
    const times = frame.count(candidate);
    const { item, segment: rule, order } = candidate;
    const isExcess = times > item.max;
    if (isExcess) {
      if (times === item.max + 1) this.#reportExcess(segment, candidate, frame);
    } else if (order < frame.order) this.#reportOrder(segment, rule, frame);
    else frame.order = order;
    let own = frame;
    if (candidate.loop) {
      const target = this.#targetOf(candidate.loop, frame, isExcess);
      const isLost = isExcess && item.kind === 'loop' && item.into?.kind !== 'list' && !item.isLevel;
      own = new Frame(candidate.loop, frame, times, target, isLost);
      own.count(candidate.loop.children[0] ?? candidate);
      this.#innermost = own;
      this.#visitor.opened?.(own, segment);
    }
    checkSegment(segment, rule, this.#reportElement);
    const isHeld = !own.isExcess && !(isExcess && !candidate.loop && rule.into?.kind === undefined);
    this.#visitor.placed(segment, rule, own, candidate.loop ? 1 : times, !isHeld);
  }

  #targetOf(loop: CompiledLoop, frame: Frame, isExcess: boolean): Fields {
    const { into } = loop.rule;
    const made = this.#visitor.target?.(loop, frame);
    if (made) return made;
    if (isExcess && into?.kind !== 'list') return {};
    return into ? openInto(into, frame.target) : frame.target;
  }

  /** One bound function for all segments: no closure for each. */
  readonly #reportElement = (found: Fault, element: number, component?: number): void => {
    if (this.#current) this.#visitor.report(this.#current, found, this.#innermost.path, element, component);
  };

  #close(): void {
    const frame = this.#innermost;
    for (const candidate of frame.loop.children) {
      if (candidate.item.usage === 'R' && frame.counts[candidate.at] === 0)
        this.#reportMissing(candidate, frame);
    }
    this.#visitor.closed?.(frame);
    if (frame.parent) this.#innermost = frame.parent;
  }

  #unplaced(segment: Segment): void {
    const frame = this.#innermost;
    const isKnown = this.#known.has(segment.id);
    const found = isKnown
      ? fault('SEGMENT-UNEXPECTED', `${segment.id} does not belong here.`)
      : fault('SEGMENT-UNKNOWN', `There is no segment ${segment.id} in this transaction.`);
    this.#visitor.report(segment, found, frame.path);
    this.#visitor.unplaced(segment, frame);
  }

  #reportExcess(segment: Segment, { item, segment: rule, loop }: Candidate, frame: Frame): void {
    const times = item.max === 1 ? 'once' : `${item.max} times`;
    const found = loop
      ? fault('LOOP-REPEATED', `Loop ${loop.rule.id} (${loop.rule.name}) may stand ${times} here.`)
      : fault('SEGMENT-REPEATED', `${nameOf(rule)} may stand ${times} here.`);
    this.#visitor.report(segment, found, frame.path);
  }

  #reportOrder(segment: Segment, rule: SegmentRule, frame: Frame): void {
    const message = `${nameOf(rule)} stands behind a segment that it should come before.`;
    this.#visitor.report(segment, fault('SEGMENT-ORDER', message), frame.path);
  }

  #reportMissing({ item, segment: rule, loop }: Candidate, frame: Frame): void {
    const at = this.#last;
    if (!at) return;
    const where = loop ? `loop ${loop.rule.id}` : `loop ${frame.loop.rule.id}`;
    const qualifier = rule.qualifier && [...rule.qualifier.codes];
    const what = qualifier?.length === 1 ? `${rule.id}*${qualifier[0]}` : rule.id;
    const message = `${what} (${item.name}, ${where}) is missing.`;
    const path = loop ? `${frame.path} > ${loop.rule.id}` : frame.path;
    this.#visitor.missing(at, rule.id, fault('SEGMENT-MISSING', message, { expected: what }), path);
  }
}

function levelOpeners(loop: CompiledLoop): Set<string> {
  const ids = new Set<string>();
  for (const { segment, loop: inner } of loop.children) {
    if (!inner) continue;
    if (inner.rule.isLevel && segment.id !== 'HL') ids.add(segment.id);
    for (const id of levelOpeners(inner)) ids.add(id);
  }
  return ids;
}

function segmentIds(loop: CompiledLoop): Set<string> {
  const ids = new Set<string>();
  for (const { segment, loop: inner } of loop.children) {
    ids.add(segment.id);
    if (inner) for (const id of segmentIds(inner)) ids.add(id);
  }
  return ids;
}
