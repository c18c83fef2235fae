/** Follows a transaction set through its guide: which loop each segment is in, what is too often, out of order or missing. */
import type { Fault, Segment } from '../../x12/index.ts';
import { checkSegment } from './check-segment.ts';
import type { Candidate, CompiledGuide, CompiledLoop } from './compile.ts';
import { Frame } from './frame.ts';
import {
  goesOnWithin,
  isBorneOut,
  isChildOf,
  isFull,
  isSecondSign,
  isStrayAmid,
  isTaken,
  type LostOpening,
  lostOpening,
} from './lost-openings.ts';
import { type Placement, place } from './place.ts';
import { excessFault, missingFault, orderFault, qualifierFault, unplacedFault } from './place-faults.ts';
import type { Entry } from './quick-segment.ts';
import { openInto, readSegment } from './read-segment.ts';
import type { Fields, Into, Qualifier } from './rules.ts';
import { remainsOfLoop, type UnknownLoop, unknownOpening } from './unknown-loop.ts';
import type { Visitor } from './visitor.ts';
import { WayOn } from './way-on.ts';

interface Held {
  readonly segment: Segment;
  readonly found: Placement | undefined;
  readonly lost: LostOpening;
}

export class Walker implements Entry {
  readonly #visitor: Visitor;
  readonly #guide: CompiledGuide;
  #innermost: Frame;
  readonly #way = new WayOn();
  /** The segment before, at which what should have followed is missing. */
  #last: Segment | undefined;
  #current: Segment | undefined;
  /** A loop that nobody can name, as long as what follows belongs to it. */
  #unknown: UnknownLoop | undefined;
  /** The sign of a level whose opening got lost, unless it strayed here: the next segment tells. */
  #held: Held | undefined;

  constructor(guide: CompiledGuide, visitor: Visitor, root: Fields = {}) {
    this.#visitor = visitor;
    this.#guide = guide;
    this.#innermost = new Frame(guide.root, undefined, 1, root);
  }

  take(segment: Segment): void {
    if (this.#goesOn(segment)) return;
    this.#way.leave();
    // Its place is told by elements that are then checked and read.
    segment.cut();
    this.#settle(segment);
    const found = place(segment, this.#innermost);
    const isPlaced = found?.isCertain === true && !isTaken(found) && !isSecondSign(found);
    const { within, qualifier } = this.#unknown ?? {};
    if (within?.has(segment.id) && (qualifier || !isPlaced || isFull(found))) {
      this.#visitor.unheld(segment, this.#innermost);
      this.#last = segment;
      return;
    }
    const lost = isPlaced ? undefined : lostOpening(segment, this.#innermost, found);
    if (lost?.isUnsure) this.#held = { segment, found, lost };
    else if (lost) this.#putInLost(segment, lost);
    else this.#put(segment, found);
  }

  /** True when the segment stands where the guide goes on, nothing is wrong with it, and it is read. */
  #goesOn(segment: Segment): boolean {
    const way = this.#way;
    if (this.#held !== undefined || this.#unknown !== undefined || !way.find(segment, this.#innermost))
      return false;
    return way.candidate?.quick.read(segment, this) === true;
  }

  /** Called when nothing is wrong with the segment, which stands ahead where there is room. */
  enter(segment: Segment): Fields | undefined {
    const { candidate, frame } = this.#way;
    if (candidate === undefined || frame === undefined) return undefined;
    while (this.#innermost !== frame) this.#close();
    const times = frame.count(candidate);
    if (candidate.order > frame.order) this.#advance(frame, candidate);
    if (candidate.loop) this.#open(segment, candidate, candidate.loop, frame, times);
    this.#last = segment;
    this.#way.goOnBehind(candidate);
    return this.#tell(segment, candidate, times, this.#innermost.isLost);
  }

  /** One bound function for all segments: no closure for each. */
  readonly keepElement = (element: number, component?: number): void => {
    this.#visitor.keepElement?.(element, component);
  };

  /** What was held back is placed now that the next segment shows where it belongs. */
  #settle(next: Segment | undefined): void {
    const held = this.#held;
    if (!held) return;
    this.#held = undefined;
    const { segment, found, lost } = held;
    const isLost = next !== undefined && !isStrayAmid(found, next);
    if (isLost && isBorneOut(lost, segment, next, this.#innermost)) this.#putInLost(segment, lost);
    else if (this.#isPlaceFor(found, next)) this.#put(segment, found);
    else this.#put(segment, undefined);
  }

  /** True when a loop that opens in a place that lies behind closes nothing in which the next segment goes on. */
  #isPlaceFor(found: Placement | undefined, next: Segment | undefined): found is Placement {
    const { loop } = found?.candidate ?? {};
    if (!found || !loop) return found !== undefined;
    return next !== undefined && !goesOnWithin(next, this.#innermost) && isChildOf(loop, next);
  }

  #putInLost(segment: Segment, lost: LostOpening): void {
    this.#openWithout(segment, lost);
    this.#put(segment, place(segment, this.#innermost));
  }

  #put(segment: Segment, placement: Placement | undefined): void {
    if (placement === undefined) this.#unplaced(segment);
    else {
      const { frame, candidate, isCertain } = placement;
      const innermost = this.#innermost;
      // What only strayed from around the open loops does not end them.
      const isStray = !candidate.loop && candidate.order < frame.order;
      if (isStray) this.#innermost = frame;
      else while (this.#innermost !== frame) this.#close();
      if (isCertain) this.#placed(segment, candidate, frame);
      else this.#unknownQualifier(segment, candidate, frame);
      if (isStray) this.#innermost = innermost;
    }
    if (this.#unknown?.segment !== segment) this.#unknown = undefined;
    this.#last = segment;
  }

  /** The segment that should have opened them is missing; that is told once, at the outermost. */
  #openWithout(segment: Segment, { frame, loops }: LostOpening): void {
    while (this.#innermost !== frame) this.#close();
    for (const [depth, candidate] of loops.entries()) {
      if (!candidate.loop) return;
      const around = this.#innermost;
      if (candidate.loop.isLevel) this.#reportPassed(candidate, around);
      const isTold = this.#unknown !== undefined && this.#unknown.segment.id === candidate.segment.id;
      if (depth === 0 && !isTold) this.#reportMissing(candidate, around, this.#last);
      around.order = Math.max(around.order, candidate.order);
      const target = this.#targetOf(candidate.loop, around);
      this.#innermost = new Frame(candidate.loop, around, around.count(candidate), target, around.isLost);
      // Of what HL and LX open, everything else is told.
      this.#innermost.isSilent = loops.length > 1 || !isNumbered(candidate);
      const opening = candidate.loop.children[0];
      if (opening) this.#innermost.count(opening);
      this.#visitor.openedWithout?.(this.#innermost, segment);
    }
  }

  /** Closes every loop. */
  finish(): void {
    this.#settle(undefined);
    while (this.#innermost.parent) this.#close();
    this.#close();
  }

  #placed(segment: Segment, candidate: Candidate, frame: Frame): void {
    const times = frame.count(candidate);
    const { max, into, order } = candidate;
    const isExcess = times > max;
    if (isExcess) {
      // Of another loop, perhaps, that lost its opening.
      if (!candidate.loop) this.#unknown = remainsOfLoop(segment, frame);
      if (times === max + 1) this.#visitor.report(segment, excessFault(candidate), frame.path);
    } else if (order < frame.order) this.#visitor.report(segment, orderFault(candidate.segment), frame.path);
    else if (order > frame.order) this.#advance(frame, candidate);
    if (candidate.loop) this.#open(segment, candidate, candidate.loop, frame, times);
    this.#check(segment, candidate);
    // A list takes any number; one object has no place for a second.
    const isLost = this.#innermost.isLost || (isExcess && !candidate.loop && !isList(into));
    const target = this.#tell(segment, candidate, times, isLost);
    if (target !== undefined) readSegment(segment, candidate, target, this.keepElement);
  }

  /** Gives the object that it is read into. */
  #tell(segment: Segment, candidate: Candidate, times: number, isLost: boolean): Fields | undefined {
    const own = this.#innermost;
    if (!isLost) return this.#visitor.placed(segment, candidate, own, candidate.loop ? 1 : times);
    this.#visitor.unheld(segment, own);
    return undefined;
  }

  /** What should have stood between is missing here, unless it comes later. */
  #advance(frame: Frame, candidate: Candidate): void {
    const { order } = candidate;
    for (const { at, order: due } of frame.loop.required) {
      if (due <= frame.order || due >= order || frame.counts[at] !== 0) continue;
      frame.passed ??= [];
      frame.passed[at] ??= this.#last;
    }
    frame.order = order;
    if (candidate.loop?.isLevel) this.#reportPassed(candidate, frame);
  }

  /** A level ends what the one around it says of itself: nothing of that can follow. */
  #reportPassed({ order }: Candidate, frame: Frame): void {
    for (const each of frame.loop.required) {
      if (each.order < order && frame.counts[each.at] === 0) {
        this.#reportMissing(each, frame, frame.passed?.[each.at] ?? this.#last);
        frame.count(each);
      }
    }
  }

  #open(segment: Segment, { max, item }: Candidate, loop: CompiledLoop, frame: Frame, times: number): void {
    const isLost = frame.isLost || (times > max && !isList(item.into) && !loop.isLevel);
    const target = isLost ? {} : this.#targetOf(loop, frame);
    this.#innermost = new Frame(loop, frame, times, target, isLost);
    const opening = loop.children[0];
    if (opening) this.#innermost.count(opening);
    this.#visitor.opened?.(this.#innermost, segment);
  }

  #targetOf(loop: CompiledLoop, frame: Frame): Fields {
    const target = this.#visitor.target?.(loop, frame);
    if (target !== undefined) return target;
    const { into } = loop.rule;
    return into ? openInto(into, frame.target) : frame.target;
  }

  #check(segment: Segment, { segment: rule, plan }: Candidate): void {
    // Several of its elements are looked at, then read.
    segment.cut();
    this.#current = segment;
    checkSegment(segment, rule, plan, this.#reportElement);
  }

  /** One bound function for all segments: no closure for each. */
  readonly #reportElement = (found: Fault, element: number, component?: number): void => {
    if (this.#current) this.#visitor.report(this.#current, found, this.#innermost.path, element, component);
  };

  #close(): void {
    const frame = this.#innermost;
    this.#reportLacks(frame);
    this.#visitor.closed?.(frame);
    if (frame.parent) this.#innermost = frame.parent;
  }

  #unplaced(segment: Segment): void {
    this.#unknown = unknownOpening(segment, this.#innermost) ?? remainsOfLoop(segment, this.#innermost);
    const { isLevel, frame: around, qualifier } = this.#unknown ?? {};
    if (isLevel) while (this.#innermost !== around) this.#close();
    const frame = this.#innermost;
    if (qualifier) this.#reportQualifier(segment, qualifier, frame);
    else {
      const isKnown = this.#guide.segmentIds.has(segment.id);
      this.#visitor.report(segment, unplacedFault(segment.id, isKnown), frame.path);
    }
    if (this.#saysSomething(segment)) this.#visitor.unheld(segment, frame);
  }

  #saysSomething(segment: Segment): boolean {
    const bound = this.#guide.bounds.get(segment.id);
    let isUnheld = bound === undefined;
    bound?.read(segment, {}, () => {
      isUnheld = true;
    });
    return isUnheld;
  }

  /** What stands under a qualifier that nobody knows is kept, and taken for nothing. */
  #unknownQualifier(segment: Segment, { qualifier }: Candidate, frame: Frame): void {
    this.#reportQualifier(segment, qualifier ?? { element: 1 }, frame);
    this.#visitor.unheld(segment, frame);
  }

  #reportQualifier(segment: Segment, place: Pick<Qualifier, 'element' | 'component'>, frame: Frame): void {
    const { element, component } = place;
    const value = component === undefined ? segment.element(element) : segment.component(element, component);
    const found = qualifierFault(segment.id, place, value);
    this.#visitor.report(segment, found, frame.path, element, component);
  }

  /** A loop of which nothing but the opening came lacks everything: that is one fault. */
  #reportLacks(frame: Frame): void {
    const isEmpty = frame.parent !== undefined && frame.order === 0;
    let isTold = false;
    for (const candidate of frame.loop.required) {
      if (frame.counts[candidate.at] !== 0) continue;
      this.#reportMissing(candidate, frame, frame.passed?.[candidate.at] ?? this.#last, isTold);
      isTold = isEmpty;
    }
  }

  #reportMissing(candidate: Candidate, frame: Frame, after: Segment | undefined, isTold = false): void {
    if (!after || frame.isSilent) return;
    const { segment: rule, loop } = candidate;
    const path = loop ? [frame.path, loop.rule.id].filter(Boolean).join(' > ') : frame.path;
    const { id } = loop?.rule ?? frame.loop.rule;
    this.#visitor.missing(after, rule, frame, isTold ? undefined : missingFault(candidate, id), path);
  }
}

/** HL and LX only number: what stands in their loop is told without them. */
function isNumbered({ segment: { id } }: Candidate): boolean {
  return id === 'HL' || id === 'LX';
}

function isList(into: Into | undefined): boolean {
  return into !== undefined && into.kind !== 'object';
}
