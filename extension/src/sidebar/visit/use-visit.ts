/** Follows the page and holds a draft per visit in memory, so that going to another chart and back loses nothing. */
import type { PracticeSettings } from '@claimside/shared/api';
import { type Capture, draftFromCapture } from '@claimside/shared/capture';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { followPage, type PageLink } from '../page-link.ts';
import type { Visit } from './bill.ts';
import { keepIfItFits } from './earlier-coverage.ts';
import { formFromReading, isChangedByHand, readAgain, type VisitForm } from './form.ts';
import { isKnownBetter, visitKeyOf } from './visit-key.ts';

/** What the page shows, and under which key its draft is kept. */
interface Shown {
  readonly capture: Capture;
  readonly key: string;
  readonly occasion: number;
}

type Reading =
  | { readonly kind: 'looking' }
  /** Nothing answers in this tab. */
  | { readonly kind: 'no-page' }
  | ({ readonly kind: 'read' } & Shown);

export type VisitState =
  | { readonly kind: 'looking' | 'no-page' }
  /** The page answered, but shows no visit. */
  | { readonly kind: 'no-visit'; readonly capture: Capture }
  | { readonly kind: 'visit'; readonly visit: Visit };

export interface LeftBehindDraft {
  /** Whose draft it is. */
  readonly name: string;
  /** What the page shows now; a draft of a chart nobody could name is gone once the page changes. */
  readonly why: 'other-chart' | 'other-part' | 'unknown-chart';
}

export interface VisitOfPage {
  readonly state: VisitState;
  readonly link: PageLink | undefined;
  /** Changes the visit's form; other visits stay as they are. */
  update(change: (form: VisitForm) => VisitForm): void;
  /** Reads the page again. */
  reread(): void;
  /** Says that the page shows another visit of the same day than the one billed; undefined where the page itself tells visits apart. */
  readonly billAnother: ((options?: { keepsDraft: boolean }) => void) | undefined;
  /** Takes that back; undefined where it was not said. */
  readonly backToFirst: (() => void) | undefined;
  /** The changed draft that was left when the page moved on; undefined when there is none. */
  readonly leftBehind: LeftBehindDraft | undefined;
  forgetLeftBehind(): void;
}

/** `practice` is undefined while it is loading, null when there is none. */
export function useVisit(practice: PracticeSettings | null | undefined): VisitOfPage {
  const forms = useRef(new Map<string, VisitForm>());
  /** How many visits of one day a person told apart, by what the page showed then: said of one page, not of the next. */
  const occasions = useRef(new Map<string, number>());
  const [, redraw] = useState(0);
  const [link, setLink] = useState<PageLink>();
  const [reading, setReading] = useState<Reading>({ kind: 'looking' });
  const [left, setLeft] = useState<{ key: string; name: string; patient: string }>();
  const latest = useRef<{ turn: number; shown?: Shown | undefined }>({ turn: 0 });

  const read = useCallback(async (from: PageLink | undefined) => {
    latest.current.turn += 1;
    const { turn } = latest.current;
    const capture = await from?.read();
    const occasion = (capture && occasions.current.get(pageOf(capture))) ?? 1;
    const shown = capture && { capture, occasion, key: await visitKeyOf(capture, occasion) };
    if (turn !== latest.current.turn) return;
    const before = latest.current.shown;
    latest.current = { turn, shown };
    if (before && shown && isKnownBetter(before.capture, shown.capture)) {
      moveForm(forms.current, before.key, shown.key);
    }
    const name = before && nameIfChanged(forms.current.get(before.key));
    setLeft((kept) => {
      if (before === undefined || before.key === shown?.key || name === undefined) {
        return kept?.key === shown?.key ? undefined : kept;
      }
      return { key: before.key, name, patient: before.capture.binding.patient };
    });
    setReading(shown ? { kind: 'read', ...shown } : { kind: 'no-page' });
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
    const key = latest.current.shown?.key;
    const form = key === undefined ? undefined : forms.current.get(key);
    if (key === undefined || !form) return;
    const changed = change(form);
    const mark = merged.get(form);
    if (mark) merged.set(changed, mark);
    forms.current.set(key, changed);
    redraw((count) => count + 1);
  }, []);

  const billAnother = useCallback(
    async (options?: { keepsDraft: boolean }) => {
      if (reading.kind !== 'read') return;
      const { capture, key, occasion } = reading;
      occasions.current.set(pageOf(capture), occasion + 1);
      if (options?.keepsDraft) moveForm(forms.current, key, await visitKeyOf(capture, occasion + 1));
      await read(link);
    },
    [reading, read, link],
  );
  const backToFirst = useCallback(async () => {
    if (reading.kind !== 'read') return;
    occasions.current.delete(pageOf(reading.capture));
    await read(link);
  }, [reading, read, link]);

  return {
    state: stateOf(reading, practice, forms.current),
    link,
    update,
    reread: useCallback(() => void read(link), [read, link]),
    billAnother: reading.kind === 'read' && !hasVisitNumber(reading.capture) ? billAnother : undefined,
    backToFirst: reading.kind === 'read' && reading.occasion > 1 ? backToFirst : undefined,
    leftBehind: left && { name: left.name, why: whyLeft(left.patient, latest.current.shown) },
    forgetLeftBehind: useCallback(() => setLeft(undefined), []),
  };
}

/** This content in this document. */
const pageOf = ({ binding }: Capture): string => JSON.stringify([binding.documentId, binding.content]);

function whyLeft(patient: string, now: Shown | undefined): LeftBehindDraft['why'] {
  if (patient === '') return 'unknown-chart';
  const shown = now?.capture.binding.patient;
  return shown && shown !== patient ? 'other-chart' : 'other-part';
}

/** A draft goes on under a new key; one that was worked on under that key already is not lost for it. */
function moveForm(forms: Map<string, VisitForm>, from: string, to: string): void {
  const form = forms.get(from);
  const there = forms.get(to);
  if (!form || !isChangedByHand(form) || (there && isChangedByHand(there))) return;
  forms.set(to, form);
  forms.delete(from);
}

/** Which reading and practice data a form was last merged with, so that drawing again does not merge again. */
const merged = new WeakMap<VisitForm, { capture: Capture; practice: PracticeSettings | null }>();

function stateOf(
  reading: Reading,
  practice: PracticeSettings | null | undefined,
  forms: Map<string, VisitForm>,
): VisitState {
  if (reading.kind !== 'read') return reading;
  const { capture, key, occasion } = reading;
  if (showsNoVisit(capture)) return { kind: 'no-visit', capture };
  if (practice === undefined) return { kind: 'looking' };
  return { kind: 'visit', visit: { key, occasion, capture, form: formOf(key, capture, practice, forms) } };
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
  const form = kept ? readAgain(keepIfItFits(kept, read.draft, capture.fields), read) : formFromReading(read);
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
  if (!form || !isChangedByHand(form)) return undefined;
  const { firstName, lastName } = form.draft.patient ?? {};
  return [firstName, lastName].filter(Boolean).join(' ') || 'the other patient';
}
