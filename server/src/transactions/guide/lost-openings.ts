/** Tells a loop whose opening segment got lost by what stands where it should, so that one lost segment is one fault. */
import type { Segment } from '../../x12/index.ts';
import type { Candidate, CompiledLoop } from './compile.ts';
import type { Frame } from './frame.ts';
import { fits, type Placement, place } from './place.ts';

/** Loops to open, one within the other, below an open one. */
export interface LostOpening {
  readonly frame: Frame;
  readonly loops: readonly Candidate[];
  /** A level would end, or the segment may just as well be a stray one, so what follows must bear it out. */
  readonly isUnsure: boolean;
}

/**
 * `found` is the place that the segment has among the open loops, if any. Where it has none, or one that lies behind and
 * is taken, it may be the sign of a loop without its opening segment. Where there is room for it in a loop that lacks
 * something yet, it only stands out of order. A claim is ended only when it is whole, and only by the surest sign: a stray
 * segment never ends one.
 */
export function lostOpening(
  segment: Segment,
  innermost: Frame,
  found: Placement | undefined,
): LostOpening | undefined {
  const isOutOfOrder = found?.isCertain === true && !isFull(found) && !isWhole(found.frame);
  let left: 'nothing' | 'whole' | 'part' = 'nothing';
  for (let frame: Frame | undefined = innermost; frame; frame = frame.parent) {
    if (found?.isCertain && found.frame === frame && !isTaken(found) && !isSecondSign(found))
      return undefined;
    const isWithin = left === 'nothing';
    const mayTell = left !== 'part' && !(isWithin && isOutOfOrder);
    const told = mayTell ? toldBelow(segment, frame, isWithin, found) : undefined;
    if (told) {
      const mayStand = found?.isCertain === true && (!isFull(found) || isDue(told, frame, found));
      return { frame, loops: [told], isUnsure: left === 'whole' || mayStand };
    }
    const levels = opensLevelBelow(segment, frame.loop);
    if (levels) return { frame, loops: levels, isUnsure: false };
    if (frame.loop.isLevel) left = left !== 'part' && isWhole(frame) ? 'whole' : 'part';
  }
  return undefined;
}

/** True when the place lies behind, and what must stand there stood there. */
export function isTaken({ frame, candidate }: Placement): boolean {
  return candidate.order < frame.order && !(candidate.item.usage === 'R' && frame.counts[candidate.at] === 0);
}

/** True when it stood there already, and says by the guide that another loop begins. */
export function isSecondSign(found: Placement): boolean {
  return found.candidate.item === found.frame.loop.rule.sign && isFull(found);
}

/** True when no more of them may stand there. */
export function isFull({ frame, candidate }: Placement): boolean {
  return (frame.counts[candidate.at] ?? 0) >= candidate.max;
}

function isWhole({ loop, counts }: Frame): boolean {
  return loop.required.every(({ at }) => counts[at] !== 0);
}

function toldBelow(
  segment: Segment,
  frame: Frame,
  isWithin: boolean,
  found: Placement | undefined,
): Candidate | undefined {
  for (const child of frame.loop.children) {
    const { loop, item, at } = child;
    if (!loop || (frame.counts[at] ?? 0) >= item.max) continue;
    const mayBeDue = isWithin && isDue(child, frame, found);
    const maySign = loop.hasSigns && (isWithin || loop.isLevel);
    if ((mayBeDue || maySign) && isSign(segment, loop, isWithin, mayBeDue)) return child;
  }
  return undefined;
}

/** True when the loop must come and has not, and no open one has room for the segment. */
function isDue({ item, at }: Candidate, { counts }: Frame, found: Placement | undefined): boolean {
  const hasNoPlace = found === undefined || (found.isCertain && isFull(found));
  return hasNoPlace && item.usage === 'R' && counts[at] === 0;
}

/** True when `next`, which follows the sign, goes on within the loop, or a level below it, and not within what is open in the level. */
export function isBorneOut(
  { loops: [candidate] }: LostOpening,
  sign: Segment,
  next: Segment,
  innermost: Frame,
): boolean {
  const { loop } = candidate ?? {};
  if (!loop || goesOnWithin(next, innermost)) return false;
  const told = fittingIn(loop, sign);
  return (
    isChildOf(loop, next) ||
    (told?.loop !== undefined && isChildOf(told.loop, next)) ||
    (told?.loop !== undefined && fittingIn(loop, next)?.segment.id === 'HL')
  );
}

/** True when the sign only strayed into the level where it has room, and that level goes on with the next segment. */
export function isStrayAmid(found: Placement | undefined, next: Segment): boolean {
  if (!found?.isCertain || isFull(found)) return false;
  const ahead = place(next, found.frame);
  return ahead?.isCertain === true && ahead.frame === found.frame && !isTaken(ahead) && !isFull(ahead);
}

/** True when the segment has its place in a loop of the open level, which the level's own segments would end. */
export function goesOnWithin(next: Segment, innermost: Frame): boolean {
  const found = place(next, innermost);
  const isPlaced = found?.isCertain === true && !isTaken(found) && !isFull(found);
  return isPlaced && found.frame.loop.isLevel !== true;
}

/** True when the segment stands in the loop itself, opening no level. */
export function isChildOf(loop: CompiledLoop, segment: Segment): boolean {
  const child = fittingIn(loop, segment);
  return child !== undefined && !child.loop?.isLevel;
}

function fittingIn(loop: CompiledLoop, segment: Segment): Candidate | undefined {
  return loop.index.get(segment.id)?.find(({ at, qualifier }) => at > 0 && fits(qualifier, segment));
}

/** A loop that is due is told by any segment of it, another only by those up to its sign. */
function isSign(segment: Segment, loop: CompiledLoop, isWithin: boolean, isDue: boolean): boolean {
  const told = fittingIn(loop, segment);
  if (!told || told.loop?.isLevel) return false;
  return told.at === loop.sign || (isWithin && (isDue || told.at < loop.sign));
}

/** Levels that are missing whole above a segment that opens one. */
function opensLevelBelow(segment: Segment, loop: CompiledLoop): readonly Candidate[] | undefined {
  for (const child of loop.children) {
    if (!child.loop?.isLevel) continue;
    const opened = child.loop.index.get(segment.id)?.find(({ qualifier }) => fits(qualifier, segment));
    if (opened?.loop?.isLevel) return [child];
    const inner = opensLevelBelow(segment, child.loop);
    if (inner) return [child, ...inner];
  }
  return undefined;
}
