/** Finds the place of a segment that goes on where the guide goes on, by numbers alone; leaves any other to `place`. */
import { packed, packedAt, type Segment } from '../../x12/index.ts';
import type { Candidate, Choice, CompiledLoop } from './compile.ts';
import type { Frame } from './frame.ts';
import type { Placement } from './place.ts';

/** The children of a loop that a segment id may stand for, by numbers; see `Choice`. */
export interface QuickChoice {
  /** Where nothing need tell them apart, as there is but one. */
  readonly only: readonly Candidate[] | undefined;
  /** 1-based, as `toldBy`; 0 where they are told apart by more than one element. */
  readonly element: number;
  readonly component: number;
  /** By the `packed` numbers of their codes. */
  readonly byKey: ReadonlyMap<number, readonly Candidate[]>;
}

export function quickChoices(choices: ReadonlyMap<string, Choice>): ReadonlyMap<number, QuickChoice> {
  return new Map([...choices].map(([id, choice]) => [packed(id), quickChoice(choice)]));
}

function quickChoice({ all, toldBy, byCode }: Choice): QuickChoice {
  const only = all.length === 1 && all[0]?.qualifier === undefined ? all : undefined;
  const byKey = new Map([...byCode].map(([code, candidates]) => [packed(code), candidates]));
  const { element = 0, component = 0 } = toldBy ?? {};
  return { only, element, component, byKey };
}

/**
 * The place that `place` gives where it lies ahead and has room, so that nothing can be wrong with it; undefined where one
 * must look closer.
 */
export function quickPlace(segment: Segment, innermost: Frame): Placement | undefined {
  let isLevelLeft = false;
  for (let frame: Frame | undefined = innermost; frame; frame = frame.parent) {
    const { loop }: { loop: CompiledLoop } = frame;
    const choice = loop.quickChoices.get(segment.key);
    if (choice !== undefined) {
      const candidates = candidatesOf(choice, segment);
      if (candidates === undefined) return undefined;
      let isUnsure = false;
      for (const candidate of candidates) {
        const isAhead = candidate.order >= frame.order;
        if (isLevelLeft && candidate.loop?.isLevel !== true && candidate.order <= frame.order) continue;
        if (isAhead && (frame.counts[candidate.at] ?? 0) < candidate.max)
          return { frame, candidate, isCertain: true };
        isUnsure = true;
      }
      if (isUnsure) return undefined;
    }
    if (loop.isLevel) isLevelLeft = true;
  }
  return undefined;
}

const NONE: readonly Candidate[] = [];

/** Those that the segment's qualifier fits; undefined where its bytes do not tell. */
function candidatesOf(choice: QuickChoice, segment: Segment): readonly Candidate[] | undefined {
  if (choice.only !== undefined) return choice.only;
  const { element, component } = choice;
  const { bytes, marks } = segment.source;
  if (element === 0 || element > segment.elementCount || bytes.length === 0) return undefined;
  const start = (marks[segment.first + element] ?? 0) + 1;
  const end = marks[segment.first + element + 1] ?? 0;
  const key = component === 0 ? packedAt(bytes, start, end) : componentAt(segment, component, start, end);
  return choice.byKey.get(key) ?? (isCode(key) ? NONE : undefined);
}

function componentAt(segment: Segment, component: number, start: number, end: number): number {
  const { bytes } = segment.source;
  const separator = segment.separators.component.charCodeAt(0);
  let from = start;
  let left = component - 1;
  for (let at = start; at <= end; at += 1) {
    if (at < end && bytes[at] !== separator) continue;
    if (left === 0) return packedAt(bytes, from, at);
    left -= 1;
    from = at + 1;
  }
  return 0;
}

/** True of what surely is no code in other letters, nor has blanks at its ends: capitals and digits only. */
export function isCode(key: number): boolean {
  for (let left = key; left !== 0; left >>>= 8) {
    const byte = left & 0xff;
    const isCapital = byte >= 0x41 && byte <= 0x5a;
    if (!isCapital && !(byte >= 0x30 && byte <= 0x39)) return false;
  }
  return key !== 0;
}
