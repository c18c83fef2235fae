/** Which sections of a place show their fields: opened by a person, or by themselves as something was found there. */
import { useRef, useState } from 'preact/hooks';
import type { SectionSpec } from '../claim-fields/spec.ts';
import type { VisitNotice } from '../notices.ts';
import { useVisitTools } from '../visit-context.tsx';
import { isFilled, noticesBySection, type Place, sectionFor } from './visible.ts';

export interface SectionInSight {
  readonly section: SectionSpec;
  readonly isOpen: boolean;
  /** What there is to say about it. */
  readonly notices: readonly VisitNotice[];
}

export interface Told {
  readonly inSight: readonly SectionInSight[];
  readonly outOfSight: readonly SectionSpec[];
  open(section: SectionSpec): void;
  close(section: SectionSpec): void;
}

/** `by-itself`: something was found there. */
type What = 'open' | 'by-itself' | 'closed';

/**
 * What was told of a section goes on like this: it opens by itself when something is found there, stays open when that is
 * answered by a value, goes again when it was answered elsewhere, and once closed stays so until something new is found.
 */
export function toldNext(told: What | undefined, isFound: boolean, isFilled: boolean): What | undefined {
  if (told === undefined) return isFound ? 'by-itself' : undefined;
  if (told === 'by-itself') return isFound || isFilled ? 'by-itself' : undefined;
  if (told === 'closed') return isFound ? 'closed' : undefined;
  return 'open';
}

export function useTold(place: Place): Told {
  const { form, notices, wanted } = useVisitTools();
  const [, redraw] = useState(0);
  const told = useRef(new Map<SectionSpec, What>()).current;
  const turn = useRef<number>();
  const tell = (section: SectionSpec, what: What) => {
    told.set(section, what);
    redraw((count) => count + 1);
  };

  // Decided while drawing, so that a field that is gone to stands there in the same drawing.
  if (turn.current !== wanted.turn) {
    turn.current = wanted.turn;
    const section = sectionFor(place, wanted.path);
    if (section) told.set(section, 'open');
  }
  const bySection = noticesBySection(place, notices);
  const all = place.sections.map((section): SectionInSight & { isInSight: boolean } => {
    const mine = bySection.get(section) ?? [];
    const isFull = isFilled(form, place.base, section);
    const next = toldNext(told.get(section), mine.length > 0, isFull);
    if (next) told.set(section, next);
    else told.delete(section);
    const isOpen = next === 'open' || next === 'by-itself';
    return { section, isOpen, notices: mine, isInSight: isOpen || mine.length > 0 || isFull };
  });
  return {
    inSight: all.filter(({ isInSight }) => isInSight),
    outOfSight: all.flatMap(({ section, isInSight }) => (isInSight ? [] : section)),
    open: (section) => tell(section, 'open'),
    close: (section) => tell(section, 'closed'),
  };
}
