/** Which lines go with a description (SV101-7). */
import type { ClaimDraft } from '@claimside/shared/claim';
import type { CodeSets } from '@claimside/shared/codes';
import { isUnlisted } from '@claimside/shared/edits';
import { originOf, type VisitForm } from './form.ts';

/** It is typed by hand, or the code says nothing by itself. What a page calls a plain code is shown, not sent. */
export function isDescriptionSent(form: VisitForm, line: number, codeSets: CodeSets | undefined): boolean {
  const { description, procedureCode } = form.draft.serviceLines?.[line] ?? {};
  if (description === undefined) return false;
  if (originOf(form, `serviceLines.${line}.description`).kind === 'by-hand') return true;
  return procedureCode !== undefined && isUnlisted(procedureCode, codeSets);
}

/** The draft as it is billed: a description that stands in a claim is sent. */
export function draftToBill(form: VisitForm, codeSets: CodeSets | undefined): ClaimDraft {
  const { serviceLines, ...rest } = form.draft;
  if (!serviceLines) return rest;
  return {
    ...rest,
    serviceLines: serviceLines.map(({ description, ...line }, index) =>
      isDescriptionSent(form, index, codeSets) ? { ...line, description } : line,
    ),
  };
}
