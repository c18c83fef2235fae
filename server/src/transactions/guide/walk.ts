/** Follows a transaction set through its guide: which loop each segment is in, what is too often, out of order or missing. */
import type { Fault, Segment } from '../../x12/index.ts';
import { checkSegment } from './check-segment.ts';
import type { Candidate, CompiledGuide, CompiledLoop } from './compile.ts';
import { fault, nameOf, placeName } from './faults.ts';
import { Frame } from './frame.ts';
import { impliedLevels, type Placement, place } from './place.ts';
import { openInto } from './read-segment.ts';
import type { Fields, Into, SegmentRule } from './rules.ts';

/** What a reader of a transaction does while its set is walked. */
export interface Visitor {
  /** The object of the model for a loop that is about to open; undefined: as the guide says. */
  target?(loop: CompiledLoop, parent: Frame): Fields | undefined;
  opened?(frame: Frame, segment: Segment): void;
  closed?(frame: Frame): void;
  /** The segment is the `occurrence`th of its rule in its loop. */
  placed(segment: Segment, rule: SegmentRule, frame: Frame, occurrence: number): void;
  /** A segment that has no place in the guide, or none in the model as it stands once too often. */
  unheld(segment: Segment, frame: Frame): void;
  report(segment: Segment, fault: Fault, loop: string, element?: number, component?: number): void;
  /** `segmentId` should have followed `after`. */
  missing(after: Segment, segmentId: string, fault: Fault, loop: string): void;
}

export class Walker {
  readonly #visitor: Visitor;
  readonly #guide: CompiledGuide;
  #innermost: Frame;
  /** The segment before, at which what should have followed is missing. */
  #last: Segment | undefined;
  #current: Segment | undefined;

  constructor(guide: CompiledGuide, visitor: Visitor, root: Fields = {}) {
    this.#visitor = visitor;
    this.#guide = guide;
    this.#innermost = new Frame(guide.root, undefined, 1, root);
  }

  take(segment: Segment): void {
    this.#current = segment;
    const placement = place(segment, this.#innermost) ?? this.#placeInMissingLevel(segment);
    if (placement === undefined) this.#unplaced(segment);
    else {
      const { frame, candidate } = placement;
      while (this.#innermost !== frame) this.#close();
      if (placement.isCertain) this.#placed(segment, candidate, frame);
      else this.#unknownQualifier(segment, candidate, frame);
    }
    this.#last = segment;
  }

  /** A claim without the levels above it is still a claim: they are opened, and reported as missing when they close. */
  #placeInMissingLevel(segment: Segment): Placement | undefined {
    if (!this.#guide.levelOpeners.has(segment.id)) return undefined;
    const path = impliedLevels(segment, this.#innermost);
    const [first] = path ?? [];
    if (!path || !first) return undefined;
    while (this.#innermost.parent && !this.#innermost.loop.children.includes(first)) this.#close();
    for (const candidate of path) {
      if (!candidate.loop) return undefined;
      const frame = this.#innermost;
      frame.order = Math.max(frame.order, candidate.order);
      this.#innermost = new Frame(
        candidate.loop,
        frame,
        frame.count(candidate),
        this.#targetOf(candidate.loop, frame),
      );
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
    if (candidate.loop) this.#open(segment, candidate, candidate.loop, frame, times);
    checkSegment(segment, rule, this.#reportElement);
    const own = this.#innermost;
    // A list takes any number; one object has no place for a second.
    const isLost = own.isLost || (isExcess && !candidate.loop && !isList(rule.into));
    if (isLost) this.#visitor.unheld(segment, own);
    else this.#visitor.placed(segment, rule, own, candidate.loop ? 1 : times);
  }

  #open(segment: Segment, { item }: Candidate, loop: CompiledLoop, frame: Frame, times: number): void {
    const isLost = frame.isLost || (times > item.max && !isList(item.into) && !loop.rule.isLevel);
    const target = isLost ? {} : this.#targetOf(loop, frame);
    this.#innermost = new Frame(loop, frame, times, target, isLost);
    const [opening] = loop.children;
    if (opening) this.#innermost.count(opening);
    this.#visitor.opened?.(this.#innermost, segment);
  }

  #targetOf(loop: CompiledLoop, frame: Frame): Fields {
    const { into } = loop.rule;
    return this.#visitor.target?.(loop, frame) ?? (into ? openInto(into, frame.target) : frame.target);
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
    const isKnown = this.#guide.segmentIds.has(segment.id);
    const found = isKnown
      ? fault('SEGMENT-UNEXPECTED', `${segment.id} does not belong here.`)
      : fault('SEGMENT-UNKNOWN', `There is no segment ${segment.id} in this transaction.`);
    this.#visitor.report(segment, found, frame.path);
    this.#visitor.unheld(segment, frame);
  }

  /** What stands under a qualifier that nobody knows is kept, and taken for nothing. */
  #unknownQualifier(segment: Segment, { segment: { qualifier } }: Candidate, frame: Frame): void {
    const { element, component } = qualifier ?? { element: 1 };
    const value = component === undefined ? segment.element(element) : segment.component(element, component);
    const message = `${placeName(segment.id, element, component)} has a code that is none of those this loop knows.`;
    this.#visitor.report(segment, fault('ELEMENT-CODE', message, { value }), frame.path, element, component);
    this.#visitor.unheld(segment, frame);
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

function isList(into: Into | undefined): boolean {
  return into !== undefined && into.kind !== 'object';
}
