/** Finds where in a guide a segment belongs, from the loops that are open outwards. */
import type { Segment } from '../../x12/index.ts';
import type { Candidate, Choice } from './compile.ts';
import type { Frame } from './frame.ts';
import type { Qualifier } from './rules.ts';

export interface Placement {
  readonly frame: Frame;
  readonly candidate: Candidate;
  /** False when only the segment id fits and nothing says which of its kind was meant: it is not read as any of them. */
  readonly isCertain: boolean;
}

/**
 * The innermost open loop that has a child for the segment; undefined when none has even its id. A level is left only for
 * another level or for what stands behind the levels: a stray segment never ends a claim.
 */
export function place(segment: Segment, innermost: Frame): Placement | undefined {
  let byIdAlone: Placement | undefined;
  let isLevelLeft = false;
  for (let frame: Frame | undefined = innermost; frame; frame = frame.parent) {
    const choice = frame.loop.choices.get(segment.id);
    if (choice !== undefined) {
      const fitting = bestOf(choice, segment, frame, isLevelLeft);
      if (fitting) return { frame, candidate: fitting, isCertain: true };
      if (!isLevelLeft) byIdAlone ??= nearest(choice.all, segment, frame);
    }
    if (frame.loop.isLevel) isLevelLeft = true;
  }
  return byIdAlone;
}

/** Of several that fit, the first with room that does not lie behind; else the first that fits. */
function bestOf(choice: Choice, segment: Segment, frame: Frame, isLevelLeft: boolean): Candidate | undefined {
  let first: Candidate | undefined;
  for (const candidate of fitting(choice, segment)) {
    if (isLevelLeft && candidate.loop?.isLevel !== true && candidate.order <= frame.order) continue;
    if (candidate.order >= frame.order && (frame.counts[candidate.at] ?? 0) < candidate.max) return candidate;
    first ??= candidate;
  }
  return first;
}

function fitting({ all, toldBy, byCode }: Choice, segment: Segment): readonly Candidate[] {
  if (toldBy === undefined) {
    const isPlain = all.length === 1 && all[0]?.qualifier === undefined;
    return isPlain ? all : all.filter(({ qualifier }) => fits(qualifier, segment));
  }
  const { element, component } = toldBy;
  const code = component === undefined ? segment.element(element) : segment.component(element, component);
  return byCode.get(code) ?? byCode.get(code.toUpperCase()) ?? NONE;
}

const NONE: readonly Candidate[] = [];

/** True when the segment has one of the qualifier's codes, or none is asked for. */
export function fits(qualifier: Qualifier | undefined, segment: Segment): boolean {
  if (qualifier === undefined) return true;
  const { element, component, codes } = qualifier;
  const value = component === undefined ? segment.element(element) : segment.component(element, component);
  return codes.has(value) || codes.has(value.toUpperCase());
}

/**
 * With an unknown qualifier: a required child that has not come yet is what was meant, unless the qualifier is one of another
 * place (the day of a decision is no day of service); any other segment of that id only tells which qualifiers there are. A
 * loop is guessed only when it is required, an HL never.
 */
function nearest(candidates: readonly Candidate[], segment: Segment, frame: Frame): Placement | undefined {
  if (segment.id === 'HL') return undefined;
  const meant = candidates.find(
    ({ item, at, qualifier }) =>
      item.usage === 'R' &&
      frame.counts[at] === 0 &&
      !(item.kind === 'segment' && isAnother(qualifier, segment, frame)),
  );
  if (meant) return { frame, candidate: meant, isCertain: true };
  const other = candidates.find(({ item }) => item.kind === 'segment');
  return other && { frame, candidate: other, isCertain: false };
}

function isAnother(qualifier: Qualifier | undefined, segment: Segment, { loop }: Frame): boolean {
  if (qualifier === undefined) return false;
  const { element, component } = qualifier;
  const code = component === undefined ? segment.element(element) : segment.component(element, component);
  return loop.qualifiersOfGuide.get(segment.id)?.has(code.toUpperCase()) ?? false;
}
