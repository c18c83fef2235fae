/** A guide prepared for walking: for each loop, which children a segment id may stand for. */
import type { GuideItem, LoopRule, Qualifier, SegmentRule } from './rules.ts';

export interface CompiledLoop {
  readonly rule: LoopRule;
  /** Children by the segment id that starts them. */
  readonly index: ReadonlyMap<string, readonly Candidate[]>;
  readonly children: readonly Candidate[];
}

/** A child of a loop: a segment, or an inner loop told by the segment that opens it. */
export interface Candidate {
  /** Position among the children. */
  readonly at: number;
  /**
   * Position in the base standard: neighbours of one segment id share it, as their order among themselves is free
   * (REF by REF, NM1 loop by NM1 loop).
   */
  readonly order: number;
  readonly item: GuideItem;
  readonly segment: SegmentRule;
  readonly qualifier: Qualifier | undefined;
  readonly loop: CompiledLoop | undefined;
}

/** The segment that opens an inner loop is no child of it: a second one opens the next loop. */
export function compile(rule: LoopRule, isInner = false): CompiledLoop {
  const children: Candidate[] = [];
  const index = new Map<string, Candidate[]>();
  for (const [at, item] of rule.children.entries()) {
    const segment = openingSegment(item);
    const before = children.at(-1);
    const order = before?.segment.id === segment.id && at > 1 ? before.order : at;
    const loop = item.kind === 'loop' ? compile(item, true) : undefined;
    const candidate = { at, order, item, segment, qualifier: segment.qualifier, loop };
    children.push(candidate);
    if (isInner && at === 0) continue;
    const same = index.get(segment.id);
    if (same) same.push(candidate);
    else index.set(segment.id, [candidate]);
  }
  return { rule, index, children };
}

export function openingSegment(item: GuideItem): SegmentRule {
  return item.kind === 'segment' ? item : item.children[0];
}
