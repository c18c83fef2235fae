/** Follows the page and holds a draft per visit in memory, so that going to another chart and back loses nothing. */
import type { PracticeSettings } from '@claimside/shared/api';
import { type Capture, draftFromCapture } from '@claimside/shared/capture';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { followPage, type PageLink } from '../page-link.ts';
import type { Visit } from './bill.ts';
import { formFromReading, readAgain, type VisitForm } from './form.ts';
import { visitKeyOf } from './visit-key.ts';

type Reading =
  | { readonly kind: 'looking' }
  /** Nothing answers in this tab. */
  | { readonly kind: 'no-page' }
  | { readonly kind: 'read'; readonly capture: Capture; readonly key: string };

export type VisitState =
  | { readonly kind: 'looking' | 'no-page' }
  /** The page answered, but shows no visit. */
  | { readonly kind: 'no-visit'; readonly capture: Capture }
  | { readonly kind: 'visit'; readonly visit: Visit };

export interface LeftBehindDraft {
  /** Whose draft it is. */
  readonly name: string;
  /** The page shows another patient now, not only another part of the same chart. */
  readonly isOtherChart: boolean;
}

export interface VisitOfPage {
  readonly state: VisitState;
  readonly link: PageLink | undefined;
  /** Changes the visit's form; other visits stay as they are. */
  update(change: (form: VisitForm) => VisitForm): void;
  /** Reads the page again. */
  reread(): void;
  /** Says that the page shows another visit of the same day than the one billed; undefined where the page itself tells visits apart. */
  readonly billAnother: (() => void) | undefined;
  /** The changed draft that was left when the page moved on; undefined when there is none. */
  readonly leftBehind: LeftBehindDraft | undefined;
  forgetLeftBehind(): void;
}

/** `practice` is undefined while it is loading, null when there is none. */
export function useVisit(practice: PracticeSettings | null | undefined): VisitOfPage {
  const forms = useRef(new Map<string, VisitForm>());
  /** How many visits of one day a person told apart, by the visit's own key. */
  const occasions = useRef(new Map<string, number>());
  const [, redraw] = useState(0);
  const [link, setLink] = useState<PageLink>();
  const [reading, setReading] = useState<Reading>({ kind: 'looking' });
  const [left, setLeft] = useState<{ key: string; name: string; patient: string | undefined }>();
  const latest = useRef<{ turn: number; key?: string | undefined; patient?: string | undefined }>({
    turn: 0,
  });

  const read = useCallback(async (from: PageLink | undefined) => {
    latest.current.turn += 1;
    const { turn } = latest.current;
    const capture = await from?.read();
    const visit = capture && (await visitKeyOf(capture));
    const occasion = visit === undefined ? undefined : occasions.current.get(visit);
    const key = capture && occasion ? await visitKeyOf(capture, occasion) : visit;
    if (turn !== latest.current.turn) return;
    const before = latest.current;
    latest.current = { turn, key, patient: capture?.binding.patient };
    const name = before.key === undefined ? undefined : nameIfChanged(forms.current.get(before.key));
    setLeft((kept) => {
      if (before.key === undefined || before.key === key || name === undefined) {
        return kept?.key === key ? undefined : kept;
      }
      return { key: before.key, name, patient: before.patient };
    });
    setReading(capture && key ? { kind: 'read', capture, key } : { kind: 'no-page' });
  }, []);

  useEffect(() => {
    let current: PageLink | undefined;
    return followPage({
      page: (next) => {
        current = next;
        setLink(next);
        void read(next);
      },
      changed: () => void read(current),
    });
  }, [read]);

  const update = useCallback((change: (form: VisitForm) => VisitForm) => {
    const { key } = latest.current;
    const form = key === undefined ? undefined : forms.current.get(key);
    if (key === undefined || !form) return;
    const changed = change(form);
    const mark = merged.get(form);
    if (mark) merged.set(changed, mark);
    forms.current.set(key, changed);
    redraw((count) => count + 1);
  }, []);

  const billAnother = useCallback(async () => {
    if (reading.kind !== 'read') return;
    const visit = await visitKeyOf(reading.capture);
    occasions.current.set(visit, (occasions.current.get(visit) ?? 1) + 1);
    await read(link);
  }, [reading, read, link]);

  return {
    state: stateOf(reading, practice, forms.current),
    link,
    update,
    reread: useCallback(() => void read(link), [read, link]),
    billAnother: reading.kind === 'read' && !hasVisitNumber(reading.capture) ? billAnother : undefined,
    leftBehind: left && {
      name: left.name,
      isOtherChart: !!latest.current.patient && latest.current.patient !== left.patient,
    },
    forgetLeftBehind: useCallback(() => setLeft(undefined), []),
  };
}

/** Which reading and practice data a form was last merged with, so that drawing again does not merge again. */
const merged = new WeakMap<VisitForm, { capture: Capture; practice: PracticeSettings | null }>();

function stateOf(
  reading: Reading,
  practice: PracticeSettings | null | undefined,
  forms: Map<string, VisitForm>,
): VisitState {
  if (reading.kind !== 'read') return reading;
  const { capture, key } = reading;
  if (showsNoVisit(capture)) return { kind: 'no-visit', capture };
  if (practice === undefined) return { kind: 'looking' };
  return { kind: 'visit', visit: { key, capture, form: formOf(key, capture, practice, forms) } };
}

function formOf(
  key: string,
  capture: Capture,
  practice: PracticeSettings | null,
  forms: Map<string, VisitForm>,
): VisitForm {
  const kept = forms.get(key);
  const last = kept && merged.get(kept);
  if (kept && last?.capture === capture && last.practice === practice) return kept;
  const read = draftFromCapture(capture, practice);
  const form = kept ? readAgain(kept, read) : formFromReading(read);
  merged.set(form, { capture, practice });
  forms.set(key, form);
  return form;
}

/** The binding's visit is `date|number`. */
const hasVisitNumber = (capture: Capture): boolean => /^[^|]*\|[^|]/.test(capture.binding.visit);

function showsNoVisit(capture: Capture): boolean {
  if (capture.notes.some((note) => note.code === 'no-visit')) return true;
  return (
    capture.lines.length === 0 && capture.diagnoses.length === 0 && Object.keys(capture.fields).length === 0
  );
}

/** Only a draft that a person worked on is worth a word when the page moves on. */
function nameIfChanged(form: VisitForm | undefined): string | undefined {
  if (!form || (form.byHand.size === 0 && form.handRows === 0 && form.removed.size === 0)) return undefined;
  const { firstName, lastName } = form.draft.patient ?? {};
  return [firstName, lastName].filter(Boolean).join(' ') || 'the other patient';
}
