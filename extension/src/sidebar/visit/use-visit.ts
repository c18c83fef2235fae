/** Follows the page and holds a draft per visit in memory, so that going to another chart and back loses nothing. */
import type { Capture, PracticeContext } from '@claimside/shared/capture';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { followPage, type PageLink } from '../page-link.ts';
import type { Visit } from './bill.ts';
import { followBilling } from './billing.ts';
import { Drafts, type Drawn } from './drafts.ts';
import type { VisitForm } from './form.ts';
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
  | ({ readonly kind: 'read'; readonly isFrame: boolean } & Shown);

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
  /** What is shown stands in a frame of another site than the page around it. */
  readonly isFrame: boolean;
  /** Changes the form of the visit that was drawn, though the page may show another by now. */
  update(drawn: Drawn, change: (form: VisitForm) => VisitForm): void;
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
export function useVisit(practice: PracticeContext | null | undefined): VisitOfPage {
  const [drafts] = useState(() => new Drafts());
  /** How many visits of one day a person told apart, by what the page showed then: said of one page, not of the next. */
  const occasions = useRef(new Map<string, number>());
  const [, redraw] = useState(0);
  const [link, setLink] = useState<PageLink>();
  const [reading, setReading] = useState<Reading>({ kind: 'looking' });
  /** The visits that the page moved on from, the last one last. */
  const [left, setLeft] = useState<readonly { key: string; patient: string }[]>([]);
  const latest = useRef<{ turn: number; shown?: Shown | undefined }>({ turn: 0 });

  const read = useCallback(
    async (from: PageLink | undefined) => {
      latest.current.turn += 1;
      const { turn } = latest.current;
      const { capture, isFrame = false } = (await from?.read()) ?? {};
      const occasion = (capture && occasions.current.get(pageOf(capture))) ?? 1;
      const shown = capture && { capture, occasion, key: await visitKeyOf(capture, occasion) };
      if (turn !== latest.current.turn) return;
      const before = latest.current.shown;
      latest.current = { turn, shown };
      if (before && shown && isKnownBetter(before.capture, shown.capture)) drafts.move(before.key, shown.key);
      setLeft((kept) => [
        ...kept.filter(({ key }) => key !== shown?.key && key !== before?.key),
        ...(before && before.key !== shown?.key
          ? [{ key: before.key, patient: before.capture.binding.patient }]
          : []),
      ]);
      setReading(shown ? { kind: 'read', isFrame, ...shown } : { kind: 'no-page' });
    },
    [drafts],
  );

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

  const update = useCallback<VisitOfPage['update']>(
    (drawn, change) => {
      drafts.change(drawn, (form) => followBilling(change(form), practice));
      redraw((count) => count + 1);
    },
    [drafts, practice],
  );

  const billAnother = useCallback(
    async (options?: { keepsDraft: boolean }) => {
      if (reading.kind !== 'read') return;
      const { capture, key, occasion } = reading;
      occasions.current.set(pageOf(capture), occasion + 1);
      if (options?.keepsDraft) drafts.move(key, await visitKeyOf(capture, occasion + 1));
      await read(link);
    },
    [drafts, reading, read, link],
  );
  const backToFirst = useCallback(async () => {
    if (reading.kind !== 'read') return;
    occasions.current.delete(pageOf(reading.capture));
    await read(link);
  }, [reading, read, link]);

  const lastLeft = left.findLast(({ key }) => drafts.nameIfChanged(key) !== undefined);
  return {
    state: stateOf(reading, practice, drafts),
    link,
    isFrame: reading.kind === 'read' && reading.isFrame,
    update,
    reread: useCallback(() => void read(link), [read, link]),
    billAnother: reading.kind === 'read' && !hasVisitNumber(reading.capture) ? billAnother : undefined,
    backToFirst: reading.kind === 'read' && reading.occasion > 1 ? backToFirst : undefined,
    leftBehind: lastLeft && {
      name: drafts.nameIfChanged(lastLeft.key) ?? '',
      why: whyLeft(lastLeft.patient, latest.current.shown),
    },
    forgetLeftBehind: useCallback(() => setLeft([]), []),
  };
}

/** This content in this document. */
const pageOf = ({ binding }: Capture): string => JSON.stringify([binding.documentId, binding.content]);

function whyLeft(patient: string, now: Shown | undefined): LeftBehindDraft['why'] {
  if (patient === '') return 'unknown-chart';
  const shown = now?.capture.binding.patient;
  return shown && shown !== patient ? 'other-chart' : 'other-part';
}

function stateOf(reading: Reading, practice: PracticeContext | null | undefined, drafts: Drafts): VisitState {
  if (reading.kind !== 'read') return reading;
  const { capture, key, occasion } = reading;
  if (showsNoVisit(capture)) return { kind: 'no-visit', capture };
  if (practice === undefined) return { kind: 'looking' };
  return { kind: 'visit', visit: { key, occasion, capture, form: drafts.read(key, capture, practice) } };
}

/** The binding's visit is `date|number`. */
const hasVisitNumber = (capture: Capture): boolean => /^[^|]*\|[^|]/.test(capture.binding.visit);

function showsNoVisit(capture: Capture): boolean {
  if (capture.notes.some((note) => note.code === 'no-visit')) return true;
  return (
    capture.lines.length === 0 && capture.diagnoses.length === 0 && Object.keys(capture.fields).length === 0
  );
}
