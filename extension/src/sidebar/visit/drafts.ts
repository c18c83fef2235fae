/** The drafts of the visits seen in this tab, in memory, each under its visit's key: a change reaches the visit it was made for, and no other. */
import { type Capture, draftFromCapture, type PracticeContext } from '@claimside/shared/capture';
import { keepIfItFits } from './earlier-coverage.ts';
import { formFromReading, isChangedByHand, readAgain, type VisitForm } from './form.ts';

/** A visit as a person sees it: what they do is done to this. */
export interface Drawn {
  readonly key: string;
  readonly form: VisitForm;
}

/** The reading that a form was last merged with, so that drawing again does not merge again. */
interface Merge {
  readonly capture: Capture;
  readonly practice: PracticeContext | null;
  /** The form before it. */
  readonly before: VisitForm | undefined;
}

interface Draft {
  readonly form: VisitForm;
  readonly merge: Merge;
}

export class Drafts {
  readonly #drafts = new Map<string, Draft>();
  /** Keys under which a visit was known before. */
  readonly #moved = new Map<string, string>();

  /** The visit's form with this reading in it. */
  read(key: string, capture: Capture, practice: PracticeContext | null): VisitForm {
    const kept = this.#drafts.get(key);
    if (kept?.merge.capture === capture && kept.merge.practice === practice) return kept.form;
    const merge = { capture, practice, before: kept?.form };
    const form = mergeOf(merge);
    this.#drafts.set(key, { form, merge });
    return form;
  }

  /**
   * Changes the visit that was drawn, whatever the page shows by now. Where a reading came since, the change is made to the rows
   * as they were drawn, and meets the reading after that: it stays with its row, or is named among the dropped.
   */
  change({ key, form }: Drawn, change: (form: VisitForm) => VisitForm): void {
    const current = this.#keyNow(key);
    const draft = this.#drafts.get(current);
    if (!draft) return;
    if (draft.merge.before === form && draft.form !== form) {
      const merge = { ...draft.merge, before: change(form) };
      this.#drafts.set(current, { form: mergeOf(merge), merge });
    } else {
      this.#drafts.set(current, { form: change(draft.form), merge: draft.merge });
    }
  }

  /** A draft goes on under a new key; one that was worked on under that key already is not lost for it. */
  move(from: string, to: string): void {
    const draft = this.#drafts.get(from);
    const there = this.#drafts.get(to);
    if (from === to || !draft) return;
    const isWorkedOn = isChangedByHand(draft.form);
    if (there && (!isWorkedOn || isChangedByHand(there.form))) return;
    this.#drafts.set(to, draft);
    this.#drafts.delete(from);
    this.#moved.set(from, to);
    this.#moved.delete(to);
  }

  /** Under which key the visit is known that was known under this one. */
  #keyNow(key: string): string {
    const next = this.#moved.get(key);
    return next === undefined ? key : this.#keyNow(next);
  }

  /** Only a draft that a person worked on is worth a word when the page moves on. */
  nameIfChanged(key: string): string | undefined {
    const form = this.#drafts.get(this.#keyNow(key))?.form;
    if (!form || !isChangedByHand(form)) return undefined;
    const { firstName, lastName } = form.draft.patient ?? {};
    return [firstName, lastName].filter(Boolean).join(' ') || 'the other patient';
  }
}

function mergeOf({ capture, practice, before }: Merge): VisitForm {
  const read = draftFromCapture(capture, practice);
  return before ? readAgain(keepIfItFits(before, read.draft, capture.fields), read) : formFromReading(read);
}
