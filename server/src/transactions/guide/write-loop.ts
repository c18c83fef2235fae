/** Writes what a loop of the guide says of an object of the model: only formats, in the guide's order. */
import { ITEM, isFields } from './fields.ts';
import { loopKey, segmentKey } from './leftovers.ts';
import type { Fields, LoopRule, SegmentRule } from './rules.ts';
import type { SegmentText } from './segment-text.ts';

/** Values that the transaction's writer works out, by the name that the guide gives them. */
export type Computed = (name: string, target: Fields) => string;

/** `place` names the loop in its level, for what the model has no place for. */
export function writeLoop(
  rule: LoopRule,
  target: Fields,
  out: SegmentText,
  computed: Computed,
  place: string,
): void {
  const [opening] = rule.children;
  for (const child of rule.children) {
    if (child.kind === 'segment') writeSegments(child, target, out, computed, place, child === opening);
    else if (child.isLevel !== true) writeInner(child, target, out, computed, rule.isLevel ? '' : place);
  }
}

function writeInner(
  rule: LoopRule,
  target: Fields,
  out: SegmentText,
  computed: Computed,
  above: string,
): void {
  const place = (above === '' ? '' : `${above} > `) + loopKey(rule);
  const { into } = rule;
  if (into === undefined) {
    writeLoop(rule, target, out, computed, place);
    return;
  }
  const value = into.field.get(target);
  if (into.kind === 'object') {
    if (isFields(value)) writeLoop(rule, value, out, computed, place);
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const item: unknown = value[index];
      if (isFields(item)) writeLoop(rule, item, out, computed, `${place}[${index + 1}]`);
    }
  }
}

/** The segments of one rule: none, one, or one for each item of its list. */
function writeSegments(
  rule: SegmentRule,
  target: Fields,
  out: SegmentText,
  computed: Computed,
  place: string,
  isOpening: boolean,
): void {
  const { into } = rule;
  if (into === undefined) {
    writeOne(rule, target, out, computed, place, 1, isOpening);
    return;
  }
  const value = into.field.get(target);
  if (into.kind === 'object') {
    if (isFields(value)) writeOne(rule, value, out, computed, place, 1, isOpening);
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const item: unknown = value[index];
      const own = into.kind === 'values' ? { [ITEM]: item } : item;
      if (isFields(own)) writeOne(rule, own, out, computed, place, index + 1, isOpening);
    }
  }
}

function writeOne(
  rule: SegmentRule,
  target: Fields,
  out: SegmentText,
  computed: Computed,
  place: string,
  occurrence: number,
  isOpening: boolean,
): void {
  const leftoverOf = (nth: number) =>
    out.hasLeftovers
      ? out.leftoverAt({ loop: place, segment: segmentKey(rule), occurrence: nth })
      : undefined;
  if (!rule.codec) {
    out.addRule(rule, target, computed, isOpening, leftoverOf(occurrence));
    return;
  }
  const segments = rule.codec.write(target, out.fold);
  // The segments of a codec count on through the loop, those of one item of a list do not.
  const isItem = rule.into !== undefined && rule.into.kind !== 'object';
  const isLeft = (index: number) => !(isItem && index > 0) && leftoverOf(occurrence + index) !== undefined;
  // One of which nothing could be read is still there.
  for (let index = 0; index < segments.length || isLeft(index); index += 1) {
    out.addElements(rule.id, segments[index] ?? [], leftoverOf(occurrence + index));
  }
}
