/** Writes what a loop of the guide says of an object of the model: only formats, in the guide's order. */
import { ITEM, isFields } from './fields.ts';
import { type Leftover, segmentKey } from './leftovers.ts';
import type { Fields, LoopRule } from './rules.ts';
import type { SegmentText } from './segment-text.ts';
import { LoopPlan, type SegmentPlan } from './write-plan.ts';

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
  writeChildren(planOf(rule), target, out, computed, place);
}

const PLANS = new WeakMap<LoopRule, LoopPlan>();

function planOf(rule: LoopRule): LoopPlan {
  const known = PLANS.get(rule);
  if (known) return known;
  const made = new LoopPlan(rule);
  PLANS.set(rule, made);
  return made;
}

function writeChildren(
  loop: LoopPlan,
  target: Fields,
  out: SegmentText,
  computed: Computed,
  place: string,
): void {
  const { children } = loop;
  loop.mark(target);
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at];
    // What the model has no place for may stand anywhere.
    if (child === undefined || !(loop.isDue(at) || out.hasLeftovers)) continue;
    if (child.kind === 'segment') writeSegments(child, target, out, computed, place);
    else writeInner(child, target, out, computed, loop.isLevel ? '' : place);
  }
}

function writeInner(
  loop: LoopPlan,
  target: Fields,
  out: SegmentText,
  computed: Computed,
  above: string,
): void {
  const place = (above === '' ? '' : `${above} > `) + loop.key;
  const { into } = loop;
  if (into === undefined) {
    writeChildren(loop, target, out, computed, place);
    return;
  }
  const value = into.field.get(target);
  if (into.kind === 'object') {
    if (isFields(value)) writeChildren(loop, value, out, computed, place);
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const item: unknown = value[index];
      if (isFields(item)) writeChildren(loop, item, out, computed, `${place}[${index + 1}]`);
    }
  }
}

/** The segments of one rule: none, one, or one for each item of its list. */
function writeSegments(
  plan: SegmentPlan,
  target: Fields,
  out: SegmentText,
  computed: Computed,
  place: string,
): void {
  const { into } = plan;
  if (into === undefined) {
    writeOne(plan, target, out, computed, place, 1);
    return;
  }
  const value = into.field.get(target);
  if (into.kind === 'object') {
    if (isFields(value)) writeOne(plan, value, out, computed, place, 1);
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const item: unknown = value[index];
      const own = into.kind === 'values' ? { [ITEM]: item } : item;
      if (isFields(own)) writeOne(plan, own, out, computed, place, index + 1);
    }
  }
}

function writeOne(
  plan: SegmentPlan,
  target: Fields,
  out: SegmentText,
  computed: Computed,
  place: string,
  occurrence: number,
): void {
  const { rule, codec } = plan;
  if (!codec) {
    const leftover = out.hasLeftovers ? leftoverOf(plan, out, place, occurrence) : undefined;
    out.addPlanned(plan, target, computed, leftover);
    return;
  }
  const segments = codec.write(target, out.fold);
  if (!out.hasLeftovers) {
    for (const elements of segments) out.addElements(rule.id, elements);
    return;
  }
  // The segments of a codec count on through the loop, those of one item of a list do not.
  const isItem = plan.into !== undefined && plan.into.kind !== 'object';
  for (let index = 0; index < segments.length || !(isItem && index > 0); index += 1) {
    const leftover = leftoverOf(plan, out, place, occurrence + index);
    // One of which nothing could be read is still there.
    if (index >= segments.length && !leftover) return;
    out.addElements(rule.id, segments[index] ?? [], leftover);
  }
}

function leftoverOf(
  { rule }: SegmentPlan,
  out: SegmentText,
  loop: string,
  occurrence: number,
): Leftover | undefined {
  return out.leftoverAt({ loop, segment: segmentKey(rule), occurrence });
}
