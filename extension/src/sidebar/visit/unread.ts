/**
 * What was typed into a field and can't be read as its value: kept with the draft as it was typed. The value from before would go
 * out in its place, so that nothing is billed until the text is mended or emptied.
 */
import type { Finding } from '@claimside/shared/edits';
import { labelOf } from './claim-fields/find.ts';
import { currentPath, lastingPath, readAllWithin, type VisitForm } from './form.ts';

export interface Unread {
  readonly typed: string;
  /** The sentence that says how it is written: `Write an amount such as 185.00.` */
  readonly problem: string;
}

/** The id of what is found where such a text stands. */
const UNREAD = 'unread';

/** Keeps what can't be read; the value of the draft stays as it was. */
export function setUnread(form: VisitForm, path: string, unread: Unread): VisitForm {
  return { ...form, unread: new Map(form.unread).set(lastingPath(form, path), unread) };
}

/** Lets go of what can't be read, so that the value of the draft is what is meant again. */
export const dropUnread = (form: VisitForm, path: string): VisitForm => ({
  ...form,
  unread: readAllWithin(form, path),
});

export const unreadAt = (form: VisitForm, path: string): Unread | undefined =>
  form.unread.get(lastingPath(form, path));

/** One for each such text, each an error; empty when all that was typed could be read. */
export function unreadFindings(form: VisitForm): Finding[] {
  return [...form.unread].flatMap(([lasting, { typed, problem }]): Finding[] => {
    const path = currentPath(form, lasting);
    if (path === undefined) return [];
    const message = `${labelOf(path)}: “${typed}” can’t be read.`;
    return [{ id: UNREAD, severity: 'error', path, message, fix: problem }];
  });
}
