/** A guide prepared for walking: for each loop, which children a segment id may stand for. */
import { type ElementPlan, planElements } from './element-plan.ts';
import { Followers } from './followers.ts';
import { type QuickChoice, quickChoices } from './quick-place.ts';
import { QuickSegment } from './quick-segment.ts';
import type { GuideItem, Into, LoopRule, Qualifier, SegmentCodec, SegmentRule } from './rules.ts';

export interface CompiledLoop {
  readonly rule: LoopRule;
  /** Of the rule, which comes in many forms and is slow to look at, as are all `max`, `into` and `codec` below. */
  readonly id: string;
  readonly isLevel: boolean;
  /** Children by the segment id that starts them. */
  readonly index: ReadonlyMap<string, readonly Candidate[]>;
  /** The same, told apart by their qualifiers. */
  readonly choices: ReadonlyMap<string, Choice>;
  readonly quickChoices: ReadonlyMap<number, QuickChoice>;
  readonly children: readonly Candidate[];
  /** 0 for each child. */
  readonly noCounts: readonly number[];
  /** Children that must be there. */
  readonly required: readonly Candidate[];
  /** What stands up to this child (the first required one behind the opening segment, or the rule's sign) tells the loop, too. */
  readonly sign: number;
  /** Where its opening segment got lost, a sign opens it: levels, and loops whose opening tells no more than that. */
  readonly hasSigns: boolean;
  /** Of the whole guide, by segment id: codes that tell a segment somewhere. */
  readonly qualifiersOfGuide: ReadonlyMap<string, ReadonlySet<string>>;
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
  /** Of the item. */
  readonly max: number;
  readonly segment: SegmentRule;
  /** Of the segment. */
  readonly into: Into | undefined;
  readonly codec: SegmentCodec | undefined;
  /** Of the segment's elements. */
  readonly plan: readonly ElementPlan[];
  readonly quick: QuickSegment;
  readonly followers: Followers;
  readonly qualifier: Qualifier | undefined;
  readonly loop: CompiledLoop | undefined;
}

/** The children of a loop that a segment id may stand for. */
export interface Choice {
  readonly all: readonly Candidate[];
  /** Where all are told by one element: which, and who has each of its codes. */
  readonly toldBy: Omit<Qualifier, 'codes'> | undefined;
  readonly byCode: ReadonlyMap<string, readonly Candidate[]>;
}

/** A guide ready to be walked. */
export interface CompiledGuide {
  readonly root: CompiledLoop;
  /** Every segment id that it has. */
  readonly segmentIds: ReadonlySet<string>;
  /** Codecs of the segments that only stand around others, by their id. */
  readonly bounds: ReadonlyMap<string, SegmentCodec>;
}

export function compileGuide(rule: LoopRule): CompiledGuide {
  const root = compile(rule, new Map());
  const candidates = allCandidates(root);
  return {
    root,
    segmentIds: new Set(candidates.map(({ segment }) => segment.id)),
    bounds: new Map(
      candidates.flatMap(({ segment, codec }) => (codec?.isBound ? [[segment.id, codec]] : [])),
    ),
  };
}

function allCandidates({ children }: CompiledLoop): Candidate[] {
  return children.flatMap((candidate) => [
    candidate,
    ...(candidate.loop ? allCandidates(candidate.loop) : []),
  ]);
}

/** The segment that opens an inner loop is no child of it: a second one opens the next loop. */
function compile(rule: LoopRule, qualifiers: Map<string, Set<string>>, isInner = false): CompiledLoop {
  const children: Candidate[] = [];
  const index = new Map<string, Candidate[]>();
  for (const [at, item] of rule.children.entries()) {
    const segment = item.kind === 'segment' ? item : item.children[0];
    const before = children.at(-1);
    const order = before?.segment.id === segment.id && at > 1 ? before.order : at;
    const loop = item.kind === 'loop' ? compile(item, qualifiers, true) : undefined;
    const plan = planElements(segment.elements);
    const quick = new QuickSegment(segment, plan);
    const { qualifier, into, codec } = segment;
    const own = { at, order, item, max: item.max, segment, into, codec, plan, qualifier, loop };
    const candidate = { ...own, quick, followers: new Followers() };
    children.push(candidate);
    addCodes(qualifiers, segment);
    if (isInner && at === 0) continue;
    const same = index.get(segment.id);
    if (same) same.push(candidate);
    else index.set(segment.id, [candidate]);
  }
  const hasSigns = rule.isLevel === true || saysNothing(rule.children[0]);
  const required = children.filter(({ item }) => item.usage === 'R');
  const sign = required.find(({ at }) => at > 0)?.at ?? (rule.sign ? rule.children.indexOf(rule.sign) : 0);
  const choices = new Map([...index].map(([id, candidates]) => [id, choiceOf(candidates)]));
  return {
    rule,
    id: rule.id,
    isLevel: rule.isLevel === true,
    index,
    choices,
    quickChoices: quickChoices(choices),
    children,
    noCounts: children.map(() => 0),
    required,
    sign,
    hasSigns,
    qualifiersOfGuide: qualifiers,
  };
}

function addCodes(all: Map<string, Set<string>>, { id, qualifier }: SegmentRule): void {
  const codes = all.get(id) ?? new Set();
  for (const code of qualifier?.codes ?? []) codes.add(code);
  all.set(id, codes);
}

function choiceOf(all: readonly Candidate[]): Choice {
  const [first, ...others] = all.map(({ qualifier }) => qualifier);
  const isSamePlace = (other: Qualifier | undefined) =>
    other?.element === first?.element && other?.component === first?.component;
  const byCode = new Map<string, Candidate[]>();
  if (!first || !others.every(isSamePlace)) return { all, toldBy: undefined, byCode };
  for (const candidate of all) {
    for (const code of candidate.qualifier?.codes ?? []) {
      const same = byCode.get(code);
      if (same) same.push(candidate);
      else byCode.set(code, [candidate]);
    }
  }
  return { all, toldBy: first, byCode };
}

/** True when a segment tells by no qualifier what it opens, or nothing else. */
function saysNothing({ qualifier, elements }: SegmentRule): boolean {
  return (
    qualifier === undefined ||
    elements.every(
      (element) =>
        element.kind === 'simple' &&
        (element.binding?.kind === 'literal' || element.binding?.kind === 'computed'),
    )
  );
}
